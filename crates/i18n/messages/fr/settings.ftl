### What a member decides about its site.

## The page

settings-menu = Paramètres
settings-title = Paramètres du site
settings-saved = Les paramètres sont enregistrés et en vigueur.
settings-restored = Les paramètres précédents sont rétablis.
settings-preview = Prévisualiser avant d’enregistrer
settings-preview-title = Aperçu de l’en-tête du site
settings-preview-notice = Aperçu de votre saisie : rien n’est encore enregistré.
settings-preview-ratio = Contraste : { $ratio } (au moins 4,5).
settings-preview-save = Enregistrer les paramètres
settings-preview-edit = Revenir à la saisie
settings-restore-title = Revenir aux paramètres précédents
settings-restore-text = Tous les paramètres reprennent leur valeur d’avant le dernier enregistrement. Les deux changements restent au journal d’audit.
settings-restore = Rétablir
settings-theirs = Ce qu’une autre personne a enregistré entre-temps
settings-theirs-stored = Enregistré maintenant
settings-theirs-typed = Votre saisie
settings-changed-meanwhile = Une autre personne a modifié les paramètres entre-temps. Votre saisie est conservée ci-dessous : comparez, puis enregistrez à nouveau.

## Parts of the form

settings-head-names = Nom
settings-head-contacts = Contacts
settings-head-contacts-text = Publiés sur la page « À propos ».
settings-head-look = Apparence
settings-head-languages = Langues du site
settings-head-languages-text = L’arabe est toujours proposé ; la loi 26-16 (article 26) demande l’amazighe à ses côtés. Qui demande une langue non proposée est conduit à la langue par défaut.
settings-head-mails = Courriels
settings-head-mails-text = L’adresse d’expédition reste celle de la plateforme, la seule que les serveurs de courriel reconnaissent ; le nom et l’adresse de réponse changent.
settings-head-privacy = Données à caractère personnel
settings-head-privacy-text = Publié sur la page de protection des données (loi 09-08).

## Fields

settings-names = Nom
settings-postal-addresses = Adresse postale
settings-telephone-label = Téléphone
settings-mailbox = Adresse électronique
settings-mailbox-hint = Publiée, pour que chacun puisse vous écrire.
settings-accent = Couleur du site
settings-logo = Logo ou armoiries
settings-logo-hint = Une image PNG, JPEG ou WebP. Elle paraît à côté du nom sur toutes les pages du site et reste à la médiathèque.
settings-logo-now = Le logo actuel
settings-logo-remove = Retirer le logo du site
settings-logo-gone = Cette image n’est plus à la médiathèque. Choisissez-en une autre.
settings-head-moderation = Modération
settings-head-moderation-text = Qui lit ce que les citoyens écrivent, ce qui n’est pas publié et comment s’y opposer. Publié sur la page « À propos ».
settings-moderation-policies = Règles de modération
public-about-moderation = Règles de modération
settings-accent-hint = Par exemple #0b5a4e. Un texte blanc doit y rester lisible : contraste de 4,5 au moins. Laissez vide pour la couleur du réseau.
settings-default-locale = Langue par défaut
settings-sender-name = Nom de l’expéditeur
settings-sender-name-hint = Si ce champ est vide, le nom de la collectivité.
settings-reply-to = Adresse de réponse
settings-reply-to-hint = Les réponses à vos courriels y arrivent.
settings-privacy-contact = Contact pour les données personnelles
settings-privacy-contact-hint = Adresse électronique, téléphone ou service.
settings-cndp-number = Numéro de déclaration à la CNDP
settings-privacy-notices = Votre texte, ajouté à la notice
settings-keep-subscriptions = Conservation des abonnements terminés (mois)
settings-keep-subscriptions-hint = L’adresse est effacée dès la fin ; il s’agit de son empreinte et des dates.
settings-keep-addresses = Conservation des adresses réseau au journal d’audit (mois)
settings-keep-addresses-hint = Ensuite elles sont effacées ; le journal reste intact.

## What is to be corrected

settings-telephone = Ce numéro de téléphone n’est pas valable. Exemple : +212 5 35 62 00 00
settings-accent-form = Écrivez # puis six chiffres hexadécimaux, par exemple #0b5a4e.
settings-accent-light = Cette couleur est trop claire : contraste de { $ratio }, il en faut 4,5 au moins.
settings-accent-dark = Les liens de cette couleur sont illisibles dans le thème sombre : contraste de { $ratio }, il en faut 4,5 au moins.
settings-default-not-offered = La langue par défaut doit être proposée sur le site.

## A domain of its own

settings-domain-title = Nom de domaine propre
settings-domain-lead = Votre site peut aussi être lu sur un domaine qui vous appartient. L’espace de travail reste à l’adresse de la plateforme.
settings-domain = Nom de domaine
settings-domain-hint = Par exemple www.fes.ma
settings-domain-own = Domaines qui mènent à votre site
settings-domain-ask-title = Demander un domaine
settings-domain-ask = Demander ce domaine
settings-domain-record = Placez l’un de ces enregistrements chez le gestionnaire du domaine, puis vérifiez. Sa propagation peut prendre quelques heures.
settings-domain-name = Nom
settings-domain-type = Type
settings-domain-value = Valeur
settings-domain-check = Vérifier maintenant
settings-domain-give-up = Abandonner la demande
settings-domain-remove = Abandonner { $domain }
settings-domain-asked = La demande est notée. Placez l’enregistrement, puis vérifiez.
settings-domain-added = Ce domaine mène maintenant à votre site.
settings-domain-removed = Ce domaine ne mène plus à votre site.
settings-domain-form = Ce n’est pas un nom de domaine. Exemple : www.fes.ma
settings-domain-ours = Ce domaine est celui de la plateforme.
settings-domain-many = Vous ne pouvez avoir plus de { $max } domaines.
settings-domain-nowhere = Ce domaine ne mène encore nulle part.
settings-domain-elsewhere = Ce domaine ne mène pas ici, mais à : { $found }

## On public pages

settings-retention-subscriptions =
    { $count ->
        [one] Abonnements terminés : empreinte et dates effacées après { $count } mois.
       *[other] Abonnements terminés : empreinte et dates effacées après { $count } mois.
    }
settings-retention-addresses =
    { $count ->
        [one] Adresses réseau au journal des opérations des agents : effacées après { $count } mois.
       *[other] Adresses réseau au journal des opérations des agents : effacées après { $count } mois.
    }
