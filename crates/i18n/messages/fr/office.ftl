### The signed-in rooms of a member.

## Frame of the office

office-title = Espace de travail
office-title-of = Espace de travail : { $collectivity }
office-menu = Menu de l’espace de travail
office-menu-articles = Actualités
office-menu-new-article = Nouvelle actualité
office-menu-outbox = Courrier sortant
office-menu-dashboard = Tableau de bord
office-menu-public-site = Site public
office-signed-in-as = Connecté : { $name }
office-role = Rôle : { $role }

## Signing in

office-sign-in-title = Connexion
office-sign-in-text = Cet espace est réservé au personnel : { $collectivity }.
office-sign-in-email = Adresse électronique professionnelle
office-sign-in-password = Mot de passe
office-sign-in-button = Se connecter
office-sign-in-failed = Adresse électronique ou mot de passe incorrect.
office-sign-in-throttled = Trop de tentatives. Attendez quelques minutes avant de réessayer.
office-sign-in-again-at = Vous pourrez réessayer à partir du { $time }.
office-sign-in-help = Pas de compte ? L’administrateur de votre site vous envoie une invitation par courriel.
office-sign-in-expired = Votre session est terminée. Reconnectez-vous.
office-sign-out = Se déconnecter
office-signed-out = Vous êtes déconnecté.

## Invitation and password

office-invitation-title = Activer votre compte
office-invitation-text = Choisissez un mot de passe pour votre compte : { $collectivity }. N’en reprenez pas un qui sert ailleurs.
office-invitation-known-text = Vous avez déjà un compte sur cette plateforme. Entrez votre mot de passe pour accepter l’invitation : { $collectivity }.
office-invitation-email = Compte : { $email }
office-invitation-name = Nom complet
office-invitation-language = Langue de l’espace de travail
office-invitation-password = Nouveau mot de passe
office-invitation-password-hint =
    { $min ->
        [one] { $min } caractère au moins ; une phrase de plusieurs mots convient mieux
       *[other] { $min } caractères au moins ; une phrase de plusieurs mots convient mieux
    }
office-invitation-password-again = Répétez le mot de passe
office-invitation-button = Activer le compte
office-invitation-done = Votre compte est actif. Vous pouvez vous connecter.
office-invitation-invalid-title = Invitation non valable
office-invitation-invalid-text = Ce lien a déjà servi ou a expiré au bout de 48 heures. Demandez une nouvelle invitation à l’administrateur de votre site.

## List of articles

office-articles-title = Actualités
office-articles-new = Écrire une actualité
office-articles-empty = Aucune actualité. Commencez par écrire la première.
office-articles-filter-status = État
office-articles-filter-all = Tous les états
office-articles-column-title = Titre
office-articles-column-status = État
office-articles-column-languages = Langues
office-articles-column-updated = Dernière modification
office-articles-column-author = Auteur(e)
office-articles-column-actions = Actions
office-articles-edit = Modifier : { $title }
office-articles-untitled = Sans titre

## Editor

office-editor-title-new = Nouvelle actualité
office-editor-title-edit = Modifier une actualité
office-editor-language-tab = Texte en { $language }
office-editor-language-hint = Écrivez dans une langue au moins. Le lecteur qui ne trouve pas la sienne voit le texte dans une autre, clairement signalée.
office-editor-field-title = Titre
office-editor-field-summary = Résumé
office-editor-field-summary-hint = Une ou deux phrases, affichées dans la liste et les messages.
office-editor-field-body = Texte
office-editor-field-body-plain = Laissez une ligne vide entre les paragraphes ; vous pouvez aussi écrire du HTML.
office-editor-field-body-hint = Accepté : paragraphes, sous-titres, listes, liens, gras, citations.
office-editor-field-category = Catégorie
office-editor-field-category-none = Sans catégorie
office-editor-status = État : { $status }
office-editor-version = Version { $version }
office-editor-save = Enregistrer le brouillon
office-editor-save-published = Enregistrer et mettre à jour
office-editor-preview = Aperçu
office-editor-publish = Publier
office-editor-unpublish = Dépublier
office-editor-view-public = Voir sur le site public
office-editor-saved = L’actualité est enregistrée.

## Preview and publication

office-preview-title = Aperçu
office-preview-notice = Ceci est un aperçu : seul le personnel connecté le voit.
office-preview-back = Revenir à l’édition
office-publish-confirm-title = Publier cette actualité ?
office-publish-confirm-text = L’actualité paraîtra aussitôt sur le site public et sera envoyée aux abonnés.
office-publish-subscribers =
    { $count ->
        [one] Envoi à { $count } abonné
       *[other] Envoi à { $count } abonnés
    }
office-publish-languages-missing = Langues sans texte : { $languages }
office-publish-done = L’actualité est publiée.
office-unpublish-confirm-title = Dépublier cette actualité ?
office-unpublish-confirm-text = L’actualité disparaîtra du site public et des flux et redeviendra un brouillon. Les messages déjà envoyés ne peuvent pas être rappelés.
office-unpublish-done = L’actualité n’est plus publiée.

## Two people at once

office-conflict-title = Deux versions de la même actualité
office-conflict-text = { $name } a enregistré une version plus récente : { $date }. Votre texte est conservé ici en entier et rien n’a été remplacé.
office-conflict-text-unnamed = Une version plus récente a été enregistrée pendant votre travail. Votre texte est conservé ici en entier et rien n’a été remplacé.
office-conflict-yours = Votre texte
office-conflict-theirs = Version enregistrée
office-conflict-keep-yours = Enregistrer mon texte à la place
office-conflict-keep-theirs = Garder la version enregistrée

## Outbox of the demonstration

office-outbox-title = Courrier sortant
office-outbox-text = Messages écrits dans le dossier de données au lieu d’être envoyés, car aucun serveur de courrier n’est configuré.
office-outbox-empty = Aucun message pour le moment.
office-outbox-to = À
office-outbox-subject = Objet
office-outbox-date = Date
office-outbox-open = Ouvrir le message : { $subject }
office-outbox-count =
    { $count ->
        [one] { $count } message
       *[other] { $count } messages
    }
