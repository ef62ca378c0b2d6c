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
field-number = Cette valeur n’est pas un nombre.
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
file-too-large =
    { $max ->
        [one] Ce fichier dépasse la limite d'un mégaoctet. Réduisez-le ou donnez plutôt son lien.
       *[other] Ce fichier dépasse la limite de { $max } mégaoctets. Réduisez-le ou donnez plutôt son lien.
    }
file-not-a-picture = Ce fichier n’est pas une image. Envoyez une image PNG, JPEG ou WebP.
file-kind-not-taken = Ce type de fichier n'est pas accepté. Envoyez un PDF, une image (JPEG, PNG, WebP), un document bureautique ou un fichier CSV.
file-picture-broken = Cette image est illisible. Ouvrez-la sur votre appareil, enregistrez-la de nouveau, puis renvoyez-la.
file-picture-too-large = Les dimensions de cette image dépassent la limite (40 millions de pixels). Réduisez-la, puis renvoyez-la.
file-no-room = L'espace réservé aux fichiers de votre collectivité est plein. Supprimez des fichiers inutilisés ou écrivez à la coordination du réseau.
file-in-use = Ce fichier est utilisé : il ne peut pas être supprimé tant qu'il l'est.

## The cycle of a programme

programme-changed-meanwhile = Une autre personne a modifié ce programme pendant que vous y travailliez. Rouvrez la page, vérifiez ce qui a changé, puis enregistrez de nouveau.
cycle-two-years = Le cycle d’un programme est fait de deux années consécutives, par exemple 2026-2027.
cycle-taken = La collectivité a déjà un programme pour ce cycle. Ouvrez ce programme ou choisissez deux autres années.
cycle-ends-before-start = La date de fin précède la date de début. Corrigez l’une des deux.
cycle-milestones-after-end = Des activités ont une échéance après cette date. Avancez d’abord leurs échéances ou choisissez une fin plus tardive.
cycle-is-closed = Ce programme est terminé et ne peut plus changer. Préparez celui du cycle suivant.
cycle-is-adopted = Le conseil a adopté ce programme ; sa préparation ne peut plus être reprise.
cycle-draft-is-empty = L’avant-projet ne peut pas être publié : aucun projet n’y a d’activité. Ajoutez au moins un projet et une activité, puis publiez-le.
cycle-draft-is-public = L’avant-projet est déjà public. Ce que vous y modifiez se voit avec la trace du changement.
cycle-needs-draft = Le comité de suivi ne valide qu’un avant-projet que le public a pu lire. Publiez d’abord l’avant-projet.
cycle-needs-committee = La validation ne peut pas être enregistrée : le comité de suivi n’a pas de membres. Ajoutez-les d’abord.
cycle-draft-is-validated = Le comité de suivi a déjà validé l’avant-projet. Soumettez-le au conseil.
cycle-needs-validation = Le conseil n’est saisi que d’un avant-projet validé par le comité de suivi. Enregistrez d’abord cette validation.
cycle-needs-session = Aucune session n’a été enregistrée où le conseil a adopté ce programme. Enregistrez d’abord la session et le résultat du vote.
cycle-session-did-not-adopt = Le conseil n’a pas adopté le programme lors de cette session. Choisissez celle où il l’a adopté.
cycle-session-before-validation = Cette session s’est tenue avant la validation par le comité de suivi. Corrigez l’une des deux dates ou enregistrez la session suivante.
cycle-session-without-decision = Cette session n’a ni numéro de délibération ni document. Ajoutez d’abord l’un des deux.
cycle-session-of-another-programme = Cette session ne concerne pas ce programme. Choisissez l’une de ses sessions ou rattachez d’abord celle-ci au programme.
cycle-needs-adoption = La mise en œuvre ne commence pas avant l’adoption par le conseil. Enregistrez d’abord l’adoption.
cycle-is-implemented = La mise en œuvre de ce programme a déjà commencé.
cycle-needs-implementation = L’évaluation ne commence pas avant la mise en œuvre. Enregistrez d’abord le début de la mise en œuvre.
cycle-is-evaluated = L’évaluation de ce programme a déjà commencé.
cycle-needs-evaluation = Le programme ne se termine pas avant son évaluation. Enregistrez d’abord le début de l’évaluation.
cycle-day-ahead = Cette date est à venir. Notez ici ce qui a eu lieu, et la date envisagée dans la planification.
cycle-day-too-early = Cette date ne peut pas précéder le { $day }. Corrigez-la, ou corrigez l’étape précédente.
cycle-start-after-finish = La date de début suit la date de fin de l’étape. Corrigez l’une des deux.
cycle-step-by-verb = Le début de l’adoption, de la mise en œuvre et de l’évaluation ne se note pas à la main : il suit la décision d’y passer. Utilisez l’action prévue.
cycle-step-is-used = Les dates de cette étape ne peuvent pas être effacées, car la suite en dépend. Vous pouvez corriger la date.
cycle-consultation-needs-draft = La consultation publique porte sur un avant-projet publié. Publiez d’abord l’avant-projet.
committee-full = Le comité de suivi a atteint le nombre de membres que l’on peut enregistrer. Retirez un membre avant d’en ajouter un autre.
session-changed-meanwhile = Une autre personne a modifié cette session pendant que vous y travailliez. Rouvrez la page, vérifiez ce qui a changé, puis enregistrez de nouveau.
session-ends-before-start = La session se termine avant de commencer. Corrigez l’une des deux dates.
session-not-held-yet = Cette session ne s’est pas encore tenue et n’a donc pas de résultat. Laissez-la prévue jusque-là.
session-decides-on-nothing = Une adoption ou un rejet porte sur un programme. Choisissez le programme concerné.
session-already-adopted = Une autre session où le conseil a adopté ce programme est déjà enregistrée. Corrigez d’abord celle-là.
session-adopted-by-minority = Il y a plus de voix contre que de voix pour : ce n’est pas une adoption. Vérifiez les voix ou le résultat.
session-adopted-programme = Le programme a été adopté par cette session : son type, ses dates et son résultat ne changent plus, et elle garde un numéro ou un document. Le reste peut être corrigé.
session-was-held = Seule une session encore prévue peut être retirée. Celles qui ont été tenues ou reportées restent dans l’historique.

## Rapports d’avancement

report-own = Personne ne valide son propre rapport. Demandez à une ou un collègue de le faire.
report-decided = Ce rapport a déjà été traité. Rouvrez la liste pour voir ce qui y reste.
report-newer = Un autre rapport sur cette activité est arrivé pendant que vous écriviez. Rien de votre texte n’est perdu : comparez-le au nouveau rapport, puis envoyez-le de nouveau.
report-corrected-meanwhile = Cette saisie a déjà été corrigée. Ouvrez sa dernière correction et corrigez-la s’il le faut.
report-programme-not-running = L’avancement ne se rapporte que pendant la mise en œuvre ou l’évaluation ; ensuite, seules les corrections sont acceptées. Enregistrez d’abord le début de la mise en œuvre.
report-unknown-period = Aucune période de ce programme ne finit à cette date. Choisissez une période de la liste.
indicator-measured = Cet indicateur a des valeurs enregistrées : il ne peut être ni supprimé ni changé de nature. Ajoutez un autre indicateur.

tree-is-adopted = Le conseil a adopté ce programme : plus rien n’en est retiré. Ce qui est abandonné se déclare comme tel, avec son motif.
tree-axis-in-use = Cet axe contient encore des projets. Déplacez-les vers un autre axe ou retirez-les d’abord.
tree-has-history = Un compte rendu, une mesure ou une évaluation existe déjà ici : l’élément est conservé. Déclarez-le plutôt comme abandonné.
tree-changed-meanwhile = Une autre personne a modifié cet élément pendant votre saisie. Lisez son état actuel, puis enregistrez de nouveau votre modification.
tree-is-full = Il n’y a plus de place ici : { $max } au plus. Regroupez certains éléments ou choisissez un autre endroit.
tree-day-after-end = Le programme s’achève le { $day }. Choisissez une date antérieure ou repoussez d’abord la fin du programme.
tree-day-before-start = Le programme commence le { $day }. Choisissez une date à partir de ce jour ou avancez d’abord le début du programme.
