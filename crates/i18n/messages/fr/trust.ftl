### The audit and what people ask about their data.


## The page

audit-menu = Journal d’audit
audit-title = Journal d’audit
audit-lead = Qui a fait quoi, quand, d’où, et ce qui a changé. Aucune ligne du journal ne peut être modifiée ni supprimée.
audit-empty = Aucune opération ne correspond.
audit-filter-all = Tous
audit-filter-person = Personne
audit-filter-group = Type d’opération
audit-filter-subject = Objet
audit-filter-from = Du
audit-filter-to = Au
audit-network = Réseau d’où venait la demande
audit-changes = Ce qui a changé
audit-changes-field = Champ
audit-changes-before = Avant
audit-changes-after = Après
audit-chain-title = Intégrité du journal
audit-chain-text = Chaque ligne est scellée avec l’empreinte de la précédente : toute modification ou suppression se voit. La chaîne entière peut être vérifiée à tout moment.
audit-chain-check = Vérifier la chaîne maintenant
audit-chain-broken = La chaîne est rompue à la ligne n° { $number }. Prévenez les gestionnaires de la plateforme.
audit-chain-note = Voici l’empreinte de la dernière ligne intacte. Notez-la hors de la plateforme : elle prouvera que la fin du journal n’a pas été coupée.
audit-export-title = Emporter une copie
audit-export-csv = Fichier pour tableur (CSV)
audit-export-jsonl = Fichier pour programmes (JSON Lines)
audit-long-text = texte long ({ $length } caractères, empreinte { $digest })

## Who

audit-who-system = Le système
audit-who-visitor = un visiteur
audit-who-former = un ancien agent

## Kinds of acts

audit-group-sign-ins = Connexions
audit-group-staff = Équipe et rôles
audit-group-news = Actualités
audit-group-programme = Programme d’ouverture
audit-group-reports = Rapports et indicateurs
audit-group-files = Fichiers
audit-group-personal-data = Données personnelles
audit-group-site = Site

## What acts are about

audit-subject-article = Actualité
audit-subject-programme = Programme d’ouverture
audit-subject-axis = Axe
audit-subject-commitment = Projet d’ouverture
audit-subject-milestone = Activité
audit-subject-report = Rapport
audit-subject-indicator = Indicateur
audit-subject-session = Session du conseil
audit-subject-media = Fichier
audit-subject-person = Compte
audit-subject-subscription = Abonnement
audit-subject-collectivity = Site
audit-subject-request = Demande relative aux données personnelles
audit-subject-document = Document
audit-subject-invitation = Invitation
audit-subject-password-reset = Demande de nouveau mot de passe

## Fields and values

audit-field-status = Statut
audit-field-category = Rubrique
audit-field-title = Titre
audit-field-summary = Résumé
audit-field-body = Texte
audit-field-invited-role = Rôle proposé
audit-field-role = Rôle
audit-field-roles = Rôles
audit-field-eyes = Nombre de regards
audit-field-reason = Motif
audit-field-draft-published-on = Publication du projet
audit-field-draft-validated-on = Validation par le comité
audit-field-adopted-on = Adoption
audit-field-implementation-on = Début de la mise en œuvre
audit-field-evaluation-on = Début de l’évaluation
audit-field-closed-on = Clôture
audit-field-notes = Remarques
audit-field-source-url = Lien de la source
audit-field-starts-on = Premier jour
audit-field-ends-on = Dernier jour
audit-field-report-every-months = Mois entre deux rapports
audit-field-copied-from = Copié de
audit-field-step = Étape
audit-field-planned-on = Date prévue
audit-field-started-on = Date de début
audit-field-finished-on = Date de fin
audit-value-preparing = En préparation
audit-value-implementing = En cours de mise en œuvre
audit-value-submitted = En attente d’approbation
audit-value-approved = Approuvé
audit-value-returned = Renvoyé à son auteur
audit-value-active = Ouvert
audit-value-suspended = Suspendu
audit-field-names = Nom
audit-field-postal-addresses = Adresse postale
audit-field-telephone = Téléphone
audit-field-mailbox = Adresse électronique
audit-field-logo = Logo
audit-field-moderation-policies = Règles de modération
audit-field-accent = Couleur du site
audit-field-locales = Langues du site
audit-field-default-locale = Langue par défaut
audit-field-sender-name = Nom de l’expéditeur
audit-field-reply-to = Adresse de réponse
audit-field-privacy-contact = Contact pour les données
audit-field-cndp-number = Numéro de déclaration à la CNDP
audit-field-privacy-notices = Texte de la notice
audit-field-keep-subscriptions-months = Mois de conservation des abonnements
audit-field-keep-addresses-months = Mois de conservation des adresses réseau
audit-field-domain = Nom de domaine
audit-field-kind = Objet
audit-field-subscriptions = Abonnements
audit-field-outcome = Issue de la session
audit-field-session-kind = Type de session
audit-field-decision-number = Numéro de la délibération
audit-field-decision = Délibération
audit-field-votes-for = Voix pour
audit-field-votes-against = Voix contre
audit-field-votes-abstained = Abstentions
audit-field-in-menu = au menu du site
audit-field-event-kind = Type de rendez-vous
audit-field-channel = Façon de participer
audit-field-starts-at = Début
audit-field-ends-at = Fin
audit-field-place = Lieu
audit-field-description = Description
audit-field-agenda = Ordre du jour
audit-field-minutes = Compte rendu
audit-field-registration-url = Lien d’inscription
audit-field-cycle = Programme
audit-field-attendance-hall = Présents en salle (total · femmes · hommes · jeunes)
audit-field-attendance-tent = Présents sous la tente (total · femmes · hommes · jeunes)
audit-field-attendance-online = Présents en ligne (total · femmes · hommes · jeunes)
audit-field-attendance-paper = Participants sur papier (total · femmes · hommes · jeunes)
audit-field-published = Public
audit-field-item = Rubrique de publication
audit-field-dated-on = Date du document
audit-field-file = Fichier
audit-field-alternative = Texte de remplacement

## Sentences, one for each act

audit-did-end-sign-in = { $who } a fermé l’une de ses sessions
audit-did-end-other-sign-ins = { $who } a fermé ses autres sessions
audit-did-change-password = { $who } a changé son mot de passe
audit-did-describe-account = { $who } a changé son nom ou sa langue
audit-did-ask-reset = { $who } a demandé un nouveau mot de passe
audit-did-reset-password = { $who } a défini un nouveau mot de passe
audit-did-second-factor-on = { $who } a activé la double authentification
audit-did-second-factor-off = { $who } a désactivé la double authentification
audit-did-reset-second-factor = { $who } a retiré une double authentification pour que son titulaire puisse se reconnecter
audit-did-recovery-codes = { $who } a renouvelé ses codes de secours
audit-did-use-recovery-code = { $who } a utilisé un code de secours
audit-did-withdraw-invitation = { $who } a retiré une invitation
audit-did-demand-second-factor = { $who } a rendu la double authentification obligatoire pour l’équipe
audit-did-leave-second-factor = { $who } a rendu la double authentification facultative pour l’équipe
audit-did-give-admin = { $who } a donné le rôle « administrateur(trice) »
audit-did-take-admin = { $who } a retiré le rôle « administrateur(trice) »
audit-did-give-editor = { $who } a donné le rôle « rédacteur(trice) »
audit-did-take-editor = { $who } a retiré le rôle « rédacteur(trice) »
audit-did-give-focal-point = { $who } a donné le rôle « point focal »
audit-did-take-focal-point = { $who } a retiré le rôle « point focal »
audit-did-give-moderator = { $who } a donné le rôle « modérateur(trice) »
audit-did-take-moderator = { $who } a retiré le rôle « modérateur(trice) »
audit-did-give-coordinator = { $who } a donné le rôle « coordinateur(trice) »
audit-did-take-coordinator = { $who } a retiré le rôle « coordinateur(trice) »
audit-did-give-observer = { $who } a donné le rôle « observateur(trice) »
audit-did-take-observer = { $who } a retiré le rôle « observateur(trice) »
audit-did-submit-article = { $who } a soumis une actualité à relecture
audit-did-return-article = { $who } a renvoyé une actualité à son auteur
audit-did-archive-article = { $who } a archivé une actualité
audit-did-unarchive-article = { $who } a sorti une actualité des archives
audit-did-schedule-article = { $who } a programmé la publication d’une actualité
audit-did-unschedule-article = { $who } a annulé la publication programmée d’une actualité
audit-did-create-document = { $who } a créé un document
audit-did-update-document = { $who } a modifié un document
audit-did-add-document-version = { $who } a ajouté une version à un document
audit-did-publish-document = { $who } a publié un document
audit-did-withdraw-document = { $who } a retiré un document de la publication
audit-did-copy-programme = { $who } a copié un programme d’ouverture précédent
audit-did-import-programme = { $who } a importé un programme d’ouverture depuis un tableur
audit-did-describe-file = { $who } a décrit un fichier
audit-did-set-media-quota = { $who } a modifié l’espace réservé aux fichiers
audit-did-sign-in = { $who } est entré(e) dans l’espace de travail
audit-did-sign-out = { $who } a quitté l’espace de travail
audit-did-invite-staff = { $who } a invité une personne dans l’équipe
audit-did-accept-invitation = { $who } a accepté l’invitation dans l’équipe
audit-did-revoke-staff = { $who } a retiré ses rôles à un membre de l’équipe
audit-did-create-article = { $who } a rédigé une actualité
audit-did-update-article = { $who } a modifié une actualité
audit-did-publish-article = { $who } a publié une actualité
audit-did-unpublish-article = { $who } a retiré une actualité de la publication
audit-did-seed-articles = { $who } a chargé des actualités en une fois
audit-did-create-programme = { $who } a ouvert la préparation d’un programme d’ouverture
audit-did-change-programme = { $who } a modifié les données du programme d’ouverture
audit-did-load-programme = { $who } a chargé un programme d’ouverture complet
audit-did-publish-draft = { $who } a publié le projet de programme d’ouverture
audit-did-validate-draft = { $who } a consigné la validation du projet par le comité de suivi
audit-did-adopt = { $who } a consigné l’adoption du programme d’ouverture par le conseil
audit-did-begin-implementation = { $who } a lancé la mise en œuvre du programme d’ouverture
audit-did-begin-evaluation = { $who } a lancé l’évaluation du programme d’ouverture
audit-did-close = { $who } a clos le programme d’ouverture
audit-did-plan-phase = { $who } a planifié une étape
audit-did-note-phase = { $who } a annoté une étape
audit-did-start-phase = { $who } a consigné le début d’une étape
audit-did-finish-phase = { $who } a consigné la fin d’une étape
audit-did-clear-phase = { $who } a effacé les dates d’une étape
audit-did-put-axis = { $who } a rédigé ou modifié un axe
audit-did-remove-axis = { $who } a supprimé un axe
audit-did-put-commitment = { $who } a rédigé ou modifié un projet d’ouverture
audit-did-remove-commitment = { $who } a supprimé un projet d’ouverture
audit-did-put-milestone = { $who } a rédigé ou modifié une activité
audit-did-remove-milestone = { $who } a supprimé une activité
audit-did-put-session = { $who } a consigné ou modifié une session du conseil
audit-did-remove-session = { $who } a supprimé une session du conseil
audit-did-put-committee-member = { $who } a inscrit ou modifié un membre du comité de suivi
audit-did-remove-committee-member = { $who } a retiré un membre du comité de suivi
audit-did-report-progress = { $who } a remis un rapport d’avancement
audit-did-approve-report = { $who } a approuvé un rapport
audit-did-return-report = { $who } a renvoyé un rapport à son auteur
audit-did-set-eyes = { $who } a modifié le nombre de regards sur les rapports
audit-did-put-indicator = { $who } a rédigé ou modifié un indicateur
audit-did-remove-indicator = { $who } a supprimé un indicateur
audit-did-measure = { $who } a consigné une valeur d’indicateur
audit-did-record-assessment = { $who } a consigné l’évaluation externe d’un projet
audit-did-upload-file = { $who } a déposé un fichier
audit-did-remove-file = { $who } a supprimé un fichier
audit-did-confirm-subscription = { $who } a confirmé un abonnement par courriel
audit-did-end-subscription = { $who } a mis fin à un abonnement par courriel
audit-did-create-collectivity = { $who } a créé le site
audit-did-active = { $who } a rouvert le site
audit-did-suspended = { $who } a suspendu le site
audit-did-archived = { $who } a archivé le site
audit-did-record-request = { $who } a noté une demande relative aux données personnelles
audit-did-finish-request = { $who } a traité une demande relative aux données personnelles
audit-did-export-person = { $who } a remis à une personne une copie de ses données
audit-did-erase-person = { $who } a effacé les données d’une personne
audit-did-change-settings = { $who } a modifié les paramètres du site
audit-did-restore-settings = { $who } a rétabli les paramètres précédents du site
audit-did-ask-domain = { $who } a demandé un domaine pour le site
audit-did-add-domain = { $who } a ajouté un domaine au site
audit-did-remove-domain = { $who } a abandonné un domaine du site

## Counts

audit-chain-whole =
    { $count ->
        [one] La chaîne est intacte : { $count } ligne.
       *[other] La chaîne est intacte : { $count } lignes.
    }
audit-export-text =
    { $count ->
        [one] La dernière opération qui correspond à votre choix, pas plus.
       *[other] Les dernières opérations qui correspondent à votre choix, { $count } au plus.
    }

## What people ask about their data

personal-title = Données personnelles
personal-lead = Chacun peut savoir ce qui est conservé à son sujet, le faire rectifier ou s’y opposer (loi 09-08). Vous y répondez ici, pour ce site seulement.
personal-search-title = Que conservons-nous sur une adresse ?
personal-search = Chercher
personal-email = Adresse électronique
personal-email-hint = L’adresse exacte. Assurez-vous d’abord que la demande vient de son titulaire.
personal-held = Ce qui est conservé sur
personal-nothing = Rien.
personal-subscriptions = Abonnements
personal-deliveries = Courriels
personal-account = Compte de l’espace de travail
personal-requested = demandé le
personal-confirmed = confirmé le
personal-ended = terminé le
personal-name = Nom :
personal-roles = Rôles :
personal-no-roles = aucun rôle
personal-invited = Invitation du
personal-signed-in = Connexion du
personal-articles = Actualités rédigées ou modifiées :
personal-reports = Rapports remis ou examinés :
personal-entries = Lignes du journal d’audit :
personal-status-pending = En attente de confirmation
personal-status-confirmed = Confirmé
personal-status-ended = Terminé, adresse effacée
personal-delivery-due = En attente d’envoi
personal-delivery-sent = Envoyé
personal-delivery-cancelled = Annulé
personal-delivery-dead = Non délivré
personal-export = Remettre une copie (JSON)
personal-erase = Effacer
personal-erase-title = Effacer les données personnelles
personal-erase-text = Les abonnements de { $email } sur ce site seront effacés définitivement, ainsi que son compte s’il n’a plus de rôle. Les actualités, les rapports et le journal restent, sans nom. C’est sans retour.
personal-erase-now = Effacer définitivement
personal-erased-account = Le compte est effacé de ce site ; son nom devient « un ancien agent ».
personal-erased-serves = Le compte n’est pas effacé, car il a encore un rôle ici. Retirez d’abord ses rôles, puis recommencez.
personal-register = Registre des demandes
personal-register-text = Le registre ne garde aucune adresse, seulement une empreinte qui reconnaît la même personne.
personal-record-title = Noter une demande reçue
personal-record = Noter la demande
personal-record-hint = L’adresse n’est pas conservée, seulement son empreinte.
personal-recorded = La demande est notée.
personal-finished = La demande est notée comme traitée.
personal-kind = Objet
personal-kind-export = Accès aux données
personal-kind-erasure = Effacement
personal-kind-rectification = Rectification
personal-received = Reçue le
personal-done = Traitée le
personal-finish = Traitée aujourd’hui
personal-day-ahead = Cette date est dans le futur.
personal-erased-subscriptions =
    { $count ->
        [one] { $count } abonnement effacé.
       *[other] { $count } abonnements effacés.
    }
