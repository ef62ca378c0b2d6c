### The signed-in rooms of a member.

## Frame of the office

office-title = Espace de travail
office-title-of = Espace de travail : { $collectivity }
office-menu = Menu de l’espace de travail
office-menu-short = Menu
office-menu-group-programme = Programme et suivi
office-menu-group-publishing = Publication
office-menu-group-site = Gestion du site
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

## Office: the programme

office-menu-home = Aujourd’hui
office-menu-programme = Programme d’ouverture
office-menu-sessions = Sessions du conseil
office-menu-queue = Rapports à valider
office-menu-mine = Mes rapports
office-field-in-language = { $field } ({ $language })
office-field-other-languages = Autres langues
office-programmes-title = Programmes d’ouverture
office-programmes-empty = Aucun programme pour le moment. Commencez par préparer le premier.
office-programme-new = Préparer un programme
office-programme-new-text = Chacun verra dès maintenant que le programme est en préparation. Ses axes et ses projets ne paraissent qu’à la publication de l’avant-projet.
office-programme-create = Ouvrir la préparation
office-programme-created = La préparation du programme est ouverte.
office-programme-saved = Le programme est enregistré.
office-programme-settings = Réglages du programme
office-programme-field-cycle = Les deux années
office-programme-field-cycle-hint = Deux années consécutives, par exemple 2026-2027
office-programme-field-starts = Premier jour
office-programme-field-ends = Dernier jour
office-programme-field-every = Rythme des rapports
office-programme-field-every-hint = Un rapport est attendu sur chaque activité une fois par période.
office-programme-every-1 = Chaque mois
office-programme-every-2 = Tous les deux mois
office-programme-every-3 = Tous les trois mois
office-programme-every-4 = Tous les quatre mois
office-programme-every-6 = Tous les six mois
office-programme-every-12 = Chaque année
office-programme-field-notes = Ce que le public doit savoir
office-programme-field-source = Adresse de publication
office-programme-field-source-hint = Une adresse qui commence par https://
office-sheet-open = Rapporter l’avancement

## Office: the next step

office-next-title = La prochaine étape
office-next-later = Et ensuite
office-next-none = Ce programme est terminé. Vous pouvez préparer celui du cycle suivant.
office-verb-publish-draft = Publier l’avant-projet
office-verb-publish-draft-text = Les axes, les projets et les activités deviennent visibles de tous. L’avant-projet ne peut plus être retiré et chaque modification laissera une trace.
office-verb-publish-draft-done = L’avant-projet est publié.
office-verb-validate-draft = Enregistrer la validation par le comité de suivi
office-verb-validate-draft-text = Indiquez le jour où le comité de suivi a validé l’avant-projet.
office-verb-validate-draft-done = La validation est enregistrée.
office-verb-adopt = Enregistrer l’adoption par le conseil
office-verb-adopt-text = Choisissez la session où le conseil a adopté le programme. Ni cette session ni l’adoption ne pourront être changées ensuite.
office-verb-adopt-done = L’adoption est enregistrée.
office-verb-begin-implementation = Commencer la mise en œuvre
office-verb-begin-implementation-text = À partir de ce jour, l’avancement des activités est rapporté.
office-verb-begin-implementation-done = La mise en œuvre a commencé.
office-verb-begin-evaluation = Commencer l’évaluation
office-verb-begin-evaluation-text = Les rapports restent acceptés pendant l’évaluation.
office-verb-begin-evaluation-done = L’évaluation a commencé.
office-verb-close = Clore le programme
office-verb-close-text = Une fois clos, le programme ne change plus ; seules les corrections de rapports sont acceptées.
office-verb-close-done = Le programme est clos.
office-verb-do = Enregistrer
office-verb-go = Continuer
office-verb-confirm = Confirmer
office-verb-day = Quel jour ?
office-verb-session = Lors de quelle session ?

## Office: the eleven steps

office-steps-title = Les onze étapes
office-step-planned = Jour prévu
office-step-started = Commencée le
office-step-finished = Terminée le
office-step-notes = Note pour le public
office-step-notes-hint = Par exemple : pourquoi l’étape a été reportée
office-step-by-verb = Le début et la fin de cette étape suivent la prochaine étape, sur la page du programme.
office-step-undo = Effacer les jours de début et de fin
office-step-saved = L’étape est enregistrée.

## Office: the follow-up committee

office-committee-title = Comité de suivi
office-committee-count =
    { $count ->
        [one] { $count } membre
       *[other] { $count } membres
    }
office-committee-new = Ajouter un membre
office-committee-edit = Modifier un membre
office-committee-remove = Retirer du comité
office-committee-empty = Aucun membre pour le moment. La validation de l’avant-projet attend qu’ils soient ajoutés.
office-committee-public = Tous voient ces nombres. Aucun nom n’est publié sans accord.
office-committee-name = Nom complet
office-committee-capacity = Qualité
office-committee-capacity-hint = Par exemple : présidente d’association, vice-président du conseil
office-committee-gender = Genre
office-committee-gender-hint = Sert seulement à compter la parité, n’est pas publié.
office-committee-gender-untold = Non précisé
office-committee-gender-woman = Femme
office-committee-gender-man = Homme
office-committee-consent = Cette personne accepte que son nom soit publié
office-committee-consent-hint = Sans accord, la personne est comptée et son nom n’apparaît pas.
office-committee-consent-short = Nom publié
office-committee-saved = Le membre est enregistré.
office-committee-removed = Le membre est retiré.

## Office: sessions of the council

office-sessions-title = Sessions du conseil
office-sessions-empty = Aucune session pour le moment. Ajoutez la prochaine : chacun la verra à l’agenda.
office-session-new = Ajouter une session
office-session-edit = Modifier une session
office-session-remove = Supprimer cette session prévue
office-session-named = { $session }, { $date }
office-session-unusual = Ce mois n’est pas celui d’une session ordinaire selon la loi organique. Vérifiez la date ou le type de session.
office-session-kind = Type de session
office-session-starts = Premier jour
office-session-ends = Dernier jour
office-session-ends-hint = Si elle dure plus d’un jour
office-session-programme = Programme examiné
office-session-no-programme = Aucun programme
office-session-decision-number = Numéro de la délibération
office-session-document = Adresse de la délibération ou du procès-verbal
office-session-document-hint = Une adresse qui commence par https://
office-session-place = Lieu
office-session-agenda = Ordre du jour
office-session-decision = Ce qui a été décidé
office-session-saved = La session est enregistrée.
office-session-removed = La session est supprimée.

## Office: where the day begins

office-home-title = Aujourd’hui

## Office: the sheet of reports

office-sheet-title = Rapports d’avancement
office-sheet-period = Période
office-sheet-period-until = Jusqu’au { $date }
office-sheet-show = Afficher
office-sheet-due-on = À remettre au plus tard le { $date }.
office-sheet-due = Échéance : { $date }
office-sheet-missing =
    { $count ->
        [one] { $count } rapport manque
       *[other] { $count } rapports manquent
    }
office-sheet-none-missing = Tous les rapports sont remis.
office-sheet-waits = Les rapports paraissent après la validation d’une seconde personne.
office-sheet-empty = Ce programme n’a pas encore d’activités.
office-sheet-reported = Rapporté
office-sheet-last = Dernier rapport :
office-sheet-newer = Un rapport plus récent est arrivé pendant que vous écriviez
office-sheet-draft = Ce que vous aviez écrit sans l’envoyer est repris ici.
office-sheet-state = Où en est l’activité ?
office-sheet-obstacle = Contrainte
office-sheet-obstacle-hint = Obligatoire si l’activité n’a pas démarré ou avance peu
office-sheet-no-obstacle = Aucune
office-sheet-text = Ce qui a été fait
office-sheet-day = Situation au
office-sheet-evidence = Adresse de la preuve
office-sheet-files = Fichiers justificatifs
office-sheet-files-hint = PDF, images ou documents bureautiques, 20 Mo au plus par fichier
office-sheet-send = Envoyer ce rapport
office-sheet-send-all = Envoyer tout ce qui est rempli
office-sheet-saving = Enregistrement…
office-sheet-saved = Votre saisie est enregistrée.
office-sheet-offline = Pas de connexion. Votre saisie est gardée sur cet appareil ; nouvel essai bientôt.
office-sheet-refused = Cette saisie n’a pas pu être enregistrée. Vérifiez-la.
office-sheet-uploading = Envoi du fichier…
office-sheet-uploaded = Le fichier est envoyé.
office-sheet-upload-retry = Envoi interrompu, nouvel essai…
office-sheet-upload-failed = Le fichier n’a pas été envoyé. Choisissez-le de nouveau.
office-sheet-signed-out = Votre session est terminée. Votre saisie est gardée sur cet appareil : reconnectez-vous, puis revenez à cette page.
office-sheet-sent = Les rapports sont envoyés et publiés.
office-sheet-sent-waiting = Les rapports sont envoyés et attendent la validation d’une seconde personne.

## Office: reports on their way

office-report-submitted = En attente de validation
office-report-approved = Publié
office-report-returned = Retourné
office-report-own = votre rapport
office-report-reason = Motif du retour
office-report-correction = Correction
office-queue-title = Rapports à valider
office-queue-empty = Aucun rapport n’attend.
office-queue-approve = Valider et publier
office-queue-return = Retourner à l’auteur
office-queue-reason = Motif
office-queue-reason-hint = Lu par l’auteur seul : que manque-t-il ?
office-queue-return-now = Retourner
office-queue-approved = Le rapport est validé et publié.
office-queue-returned = Le rapport est retourné à son auteur.
office-eyes-title = Qui valide ?
office-eyes-one-now = Les rapports paraissent dès leur envoi.
office-eyes-two-now = Aucun rapport ne paraît avant la validation d’une seconde personne.
office-eyes-set-two = Demander la validation d’une seconde personne
office-eyes-set-one = Publier sans validation
office-eyes-saved = Le réglage est enregistré.
office-mine-title = Mes rapports
office-mine-empty = Aucun de vos rapports n’est en attente.
office-mine-again = Le reprendre

## Office: indicators and assessments

office-outcomes-title = Indicateurs et évaluations
office-indicators-title = Indicateurs
office-indicators-empty = Ce projet n’a pas encore d’indicateur.
office-indicator-new = Ajouter un indicateur
office-indicator-edit = Modifier un indicateur
office-indicator-remove = Supprimer l’indicateur
office-indicator-number = Rang dans la liste
office-indicator-title = Ce qui est mesuré
office-indicator-unit = Unité
office-indicator-percentage = Pourcentage, de 0 à 100
office-indicator-baseline = Valeur de départ
office-indicator-baseline-on = Jour de la valeur de départ
office-indicator-target = Valeur visée
office-indicator-target-on = Jour visé
office-indicator-measure = Noter une valeur
office-indicator-value = Valeur
office-indicator-measured-on = Jour de la mesure
office-indicator-source = Adresse de la source
office-indicator-notes = Précision
office-indicator-saved = L’indicateur est enregistré.
office-indicator-removed = L’indicateur est supprimé.
office-indicator-value-saved = La valeur est notée.
office-assessments-title = Évaluations
office-assessments-empty = Ce projet n’a pas encore été évalué.
office-assessment-new = Noter une évaluation
office-assessment-hint = L’évaluation paraît au nom de son auteur à côté de ce que déclare la collectivité, sans s’y mêler, et ne se modifie plus.
office-assessment-evaluator = Nom de l’évaluateur
office-assessment-kind = Sa qualité
office-assessment-completion = Degré de réalisation
office-assessment-early = Premiers résultats
office-assessment-day = Jour de l’évaluation
office-assessment-source = Adresse de l’évaluation
office-assessment-text = Conclusion de l’évaluateur
office-assessment-saved = L’évaluation est enregistrée.

## The tree of a programme

office-tree-title = Axes, projets et activités
office-tree-axis-new = Ajouter un axe
office-tree-axis-edit = Modifier un axe
office-tree-commitment-new = Ajouter un projet
office-tree-commitment-edit = Modifier un projet
office-tree-milestone-new = Ajouter une activité
office-tree-milestone-edit = Modifier une activité
office-tree-remove = Retirer
office-tree-remove-sure = Oui, retirer ce projet avec ses activités et ses indicateurs
office-tree-empty = Rien pour le moment. Commencez par un axe, puis ajoutez-y des projets et leurs activités.
office-tree-axis-empty = Aucun projet dans cet axe.
office-tree-adopted = Le programme est adopté : rien n’en est plus retiré, et chaque modification est visible de tous.
office-tree-saved = C’est enregistré.
office-tree-removed = C’est retiré.
office-tree-number-hint = Laissez vide pour le numéro suivant.
office-tree-due-hint = Entre le début et la fin du programme.
office-tree-weight-hint = De 1 à 100. Laissez 1 si toutes les activités comptent autant.
office-tree-source = Adresse de publication
office-tree-ogp-code = Code au Partenariat pour un gouvernement ouvert
