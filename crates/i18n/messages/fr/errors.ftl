### Pages and notes for when something is not as asked.

## Pages

error-not-found-title = Page introuvable
error-not-found-text = Nous n’avons pas trouvé ce que vous cherchez. L’adresse est peut-être erronée ou la page a été retirée.
error-unknown-host-title = Aucun site à cette adresse
error-unknown-host-text = Cette adresse n’appartient à aucun membre du réseau. Vérifiez-la ou choisissez votre collectivité dans la liste des membres.
error-suspended-title = Site momentanément suspendu
error-suspended-text = Ce site est suspendu pour le moment. Son contenu est conservé et reviendra à la reprise du service.
error-archived-title = Ce site est archivé
error-archived-text = Ce site n’est plus actif. Ses données publiques restent consultables dans l’archive.
error-archived-link = Consulter l’archive
error-forbidden-title = Accès refusé
error-forbidden-text = Votre rôle ne permet pas cette action. Adressez-vous à l’administrateur du site si elle devrait vous être ouverte.
error-unauthenticated-title = Connexion nécessaire
error-unauthenticated-text = Connectez-vous pour continuer ; vous reviendrez à la page demandée.
error-conflict-title = Le contenu a changé entre-temps
error-conflict-text = L’action n’a pas été exécutée, car le contenu a changé depuis que vous l’avez ouvert. Rien de ce que vous avez écrit n’est perdu.
error-too-many-requests-title = Trop de requêtes
error-too-many-requests-text = Vous avez envoyé trop de requêtes en peu de temps. Patientez un peu, puis réessayez.
error-retry-after =
    { $seconds ->
        [one] Réessayez dans { $seconds } seconde
       *[other] Réessayez dans { $seconds } secondes
    }
error-bad-request-title = Requête incorrecte
error-bad-request-text = Cette requête n’a pas pu être comprise. Revenez à la page précédente et réessayez.
error-method-title = Méthode non autorisée
error-method-text = Cette adresse n’accepte pas ce type de requête.
error-payload-too-large-title = Contenu trop volumineux
error-payload-too-large-text = Ce que vous avez envoyé dépasse la taille permise. Réduisez-le, puis réessayez.
error-timeout-title = Délai dépassé
error-timeout-text = Nous n’avons pas pu répondre à temps. Réessayez dans un instant.
error-unavailable-title = Service indisponible
error-unavailable-text = Le service est indisponible pour l’instant. Réessayez dans quelques minutes.
error-media-type-title = Format non accepté
error-media-type-text = Ce service n’accepte pas un contenu de ce type.
error-origin-title = Requête venue d’un autre site
error-origin-text = Cette requête a été refusée, car elle ne vient pas de ce site. Rouvrez la page et réessayez.
error-internal-title = Une erreur s’est produite chez nous
error-internal-text = Votre demande n’a pas abouti. Si cela se répète, écrivez-nous en indiquant le numéro de requête : { $request_id }.
error-request-id = Numéro de requête : { $request_id }
error-go-home = Retour à l’accueil
error-go-news = Voir les dernières actualités
error-go-members = Liste des membres du réseau
error-sign-in = Se connecter

## Problems with what was asked

article-changed-meanwhile = Une autre personne a modifié cette actualité pendant que vous y travailliez. Votre texte est conservé ci-dessous ; comparez les deux versions, puis enregistrez de nouveau.
article-not-published = Cette actualité n’est pas publiée.
article-already-published = Cette actualité est déjà publiée.
article-not-editable = Cette actualité n’est pas modifiable dans son état actuel.
invitation-expired = Cette invitation a expiré. Demandez-en une nouvelle à l’administrateur de votre site.
invitation-used = Cette invitation a déjà servi. Connectez-vous avec le mot de passe que vous avez choisi.
token-invalid = Ce lien n’est pas valable ou a expiré.
sign-in-refused = Adresse électronique ou mot de passe incorrect.
sign-in-throttled = Trop de tentatives. Attendez quelques minutes avant de réessayer.
collectivity-suspended = Cette collectivité est suspendue ; son contenu ne peut pas être modifié.
slug-taken = Cet identifiant est déjà pris.
slug-reserved = Cet identifiant est réservé.

## Fields of forms

field-summary =
    { $count ->
        [one] { $count } erreur à corriger
       *[other] { $count } erreurs à corriger
    }
field-required = Ce champ est obligatoire.
field-too-long =
    { $max ->
        [one] { $max } caractère au plus.
       *[other] { $max } caractères au plus.
    }
field-too-short =
    { $min ->
        [one] { $min } caractère au moins.
       *[other] { $min } caractères au moins.
    }
field-invalid-email = Cette adresse électronique n’est pas valable. Exemple : amina@example.org
field-invalid-date = Cette date n’est pas valable.
field-invalid-slug = Uniquement des lettres minuscules, des chiffres et des tirets.
field-forbidden-characters = Ce champ contient des caractères non acceptés.
field-not-unique = Cette valeur est déjà utilisée.
field-unknown-value = Valeur inconnue. Choisissez dans la liste.
field-out-of-range = La valeur doit être comprise entre { $min } et { $max }.
field-language-missing = Le texte en { $language } manque.
field-language-not-offered = Cette collectivité ne publie pas en { $language }.
field-passwords-differ = Les deux mots de passe diffèrent.
field-password-common = Ce mot de passe est trop courant. Choisissez-en un autre.
field-bad-cursor = Le curseur de page n’est pas valable. Reprenez au début de la liste.
field-reserved = Ce nom est réservé. Choisissez-en un autre.
paging-count = Le nombre doit être compris entre 0 et { $max }.
paging-both-directions = Une requête ne peut pas demander les deux sens à la fois.
collectivity-other-status = L’état de cette collectivité ne permet pas cette opération.
sign-in-needed = Connectez-vous pour effectuer cette opération.
denied-role = Votre rôle ne permet pas cette opération.
staff-last-admin = Le dernier administrateur ne peut pas être retiré. Nommez-en d’abord un autre.
