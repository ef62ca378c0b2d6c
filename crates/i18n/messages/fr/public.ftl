### The public site of a member.

## Home page of a member

public-home-title = { $collectivity } : le site de l’ouverture
public-home-welcome = Bienvenue sur le site de l’ouverture
public-home-intro = { $collectivity } publie ici ses actualités, présente son programme d’ouverture et ce qui en est réalisé, et permet aux citoyennes et citoyens de suivre ses engagements.
public-home-latest-news = Dernières actualités
public-home-all-news = Toutes les actualités
public-home-programme = Programme d’ouverture en cours
public-home-programme-link = Voir le programme
public-home-progress = Où en sommes-nous ?
public-home-step = Étape actuelle du cycle
public-home-no-programme = Aucun programme d’ouverture n’est encore publié.
public-home-subscribe = Recevez les actualités par courriel
public-home-facts = En bref
public-home-recent-reports = Derniers rapports

## News

public-news-title = Actualités
public-news-of = Actualités : { $collectivity }
public-news-category = Catégorie
public-news-category-all = Toutes les catégories
public-news-in-category = Actualités : { $category }
public-news-empty = Aucune actualité publiée pour le moment.
public-news-empty-category = Aucune actualité dans cette catégorie.
public-news-count =
    { $count ->
        [one] { $count } actualité publiée
       *[other] { $count } actualités publiées
    }
public-news-feeds = Suivre les actualités par flux

## One article

public-article-published = Publié le { $date }
public-article-updated = Mis à jour le { $date }
public-article-related = Sur le même sujet
public-article-languages = Langues de cette actualité
public-article-back = Retour aux actualités
public-article-share-link = Lien de cette actualité
public-article-reading-time =
    { $minutes ->
        [one] { $minutes } minute de lecture
       *[other] { $minutes } minutes de lecture
    }

## Programme

public-programme-title = Programme d’ouverture { $cycle }
public-programme-intro = Le programme d’ouverture comprend des axes prioritaires, chacun avec ses projets ; chaque projet a des activités datées. Tout état affiché vient du dernier rapport approuvé.
public-programme-cycles = Cycles
public-programme-other-cycles = Autres programmes
public-programme-axes = Axes
public-programme-commitments = Projets d’ouverture
public-programme-steps = Étapes du cycle
public-programme-progress = Avancement du programme
public-programme-how-computed = Comment le taux est-il calculé ?
public-programme-adoption = Adoption
public-programme-adopted = Adopté le { $date } : { $council }.
public-programme-decision = Délibération n° { $number }
public-programme-committee = Comité de suivi
public-programme-none-title = Aucun programme publié
public-programme-none-text = Cette collectivité n’a pas encore publié de programme d’ouverture. Les étapes de préparation s’afficheront ici dès leur lancement.
public-programme-axes-only = Les axes prioritaires sont connus ; les projets ne sont pas encore publiés.
public-programme-by-state = Projets par état

## Commitment

public-commitment-problem = Problème à résoudre
public-commitment-description = Description
public-commitment-results = Résultats attendus
public-commitment-lead = Entité responsable
public-commitment-partners = Partenaires
public-commitment-values = Valeurs du gouvernement ouvert
public-commitment-dates = Calendrier
public-commitment-milestones = Activités
public-commitment-no-milestones = Aucune activité publiée pour ce projet.
public-commitment-reports = Rapports d’avancement
public-commitment-no-reports = Aucun rapport pour le moment.
public-commitment-evidence = Preuve
public-commitment-no-evidence = Sans document justificatif
public-commitment-due = Échéance : { $date }
public-commitment-due-none = Sans échéance
public-commitment-reported-on = Dernier rapport : { $date }
public-commitment-period = Période : { $period }
public-commitment-ogp-source = Publié par le Partenariat pour un gouvernement ouvert sous le n° { $number }
public-commitment-back = Retour au programme

## About

public-about-title = À propos : { $collectivity }
public-about-openness = Qu’est-ce qu’une collectivité ouverte ?
public-about-openness-text = Une collectivité qui publie ses informations, associe les citoyennes, les citoyens et la société civile à la préparation et au suivi de ses programmes, et rend compte de ce qu’elle a promis.
public-about-network = Membre du Réseau marocain des collectivités territoriales ouvertes
public-about-region = Région
public-about-kind = Type de collectivité
public-about-population = Population (recensement de { $year })
public-about-population-source = Haut-Commissariat au Plan
public-about-code = Code HCP
public-about-joined = Date d’adhésion
public-about-contact = Contact
public-about-data = Données ouvertes et API
public-about-accessibility = Ce site est conçu pour être utilisable par tous. Dites-nous si vous rencontrez une difficulté d’accès.

## Subscribing

public-subscribe-title = S’abonner aux actualités
public-subscribe-text = Vous recevez un message à chaque publication. Aucun compte n’est nécessaire et chaque message permet de se désabonner en un clic.
public-subscribe-email = Adresse électronique
public-subscribe-language = Langue des messages
public-subscribe-topic = Que souhaitez-vous recevoir ?
public-subscribe-topic-member = Toutes les actualités : { $collectivity }
public-subscribe-topic-network = Actualités de tous les membres du réseau
public-subscribe-button = S’abonner
public-subscribe-notice = Responsable du traitement : { $controller }. Finalité : vous envoyer les actualités demandées, rien d’autre. Une adresse non confirmée est effacée après 48 heures. Vous disposez des droits d’accès, de rectification et d’opposition et pouvez vous désabonner à tout moment (loi n° 09-08).
public-subscribe-notice-link = Lire la notice complète
public-subscribe-sent-title = Consultez votre messagerie
public-subscribe-sent-text = Si l’adresse est exacte, vous recevrez un message avec un lien de confirmation, valable 48 heures.
public-subscribe-confirm-title = Confirmer l’abonnement
public-subscribe-confirm-text = Appuyez sur le bouton pour vous abonner aux actualités de : { $collectivity }.
public-subscribe-confirmed-title = Abonnement confirmé
public-subscribe-confirmed-text = Vous recevrez les actualités dès leur parution : { $collectivity }.
public-subscribe-expired-title = Lien non valable
public-subscribe-expired-text = Ce lien a expiré ou a déjà servi. Vous pouvez refaire une demande d’abonnement.
public-unsubscribe-title = Se désabonner
public-unsubscribe-text = Ne plus recevoir les actualités de : { $collectivity } ?
public-unsubscribe-button = Oui, me désabonner
public-unsubscribe-done-title = Vous êtes désabonné
public-unsubscribe-done-text = Vous ne recevrez plus de messages et votre adresse est retirée de la liste.

## Privacy notice under law 09-08

public-privacy-title = Protection des données à caractère personnel
public-privacy-intro = Cette notice décrit le traitement de vos données sur ce site, conformément à la loi n° 09-08 relative à la protection des personnes physiques à l’égard du traitement des données à caractère personnel.
public-privacy-controller = Responsable du traitement
public-privacy-controller-text = Le responsable du traitement des données recueillies sur ce site est : { $controller }. La plateforme du réseau héberge le site pour son compte et sur ses seules instructions.
public-privacy-contact = Pour joindre le responsable du traitement : { $contact }
public-privacy-contact-none = Aucun contact électronique n’est encore publié ; adressez votre demande au siège de : { $controller }.
public-privacy-purpose = Finalités
public-privacy-purpose-text = Vous envoyer par courriel les actualités que vous avez demandées, et rien d’autre : ni publicité, ni profilage, ni transmission à des tiers.
public-privacy-consent = Fondement
public-privacy-consent-text = Votre consentement, donné en suivant le lien qui vous est envoyé ; vous pouvez le retirer à tout moment.
public-privacy-data = Données traitées
public-privacy-data-text = L’adresse électronique, la langue des messages, les sujets choisis, les dates d’inscription et de confirmation. Nous ne demandons ni nom ni numéro de carte d’identité.
public-privacy-visits = Visite du site
public-privacy-visits-text = Aucun traceur ni outil de mesure externe, rien n’est chargé depuis d’autres serveurs. Seuls des cookies nécessaires sont déposés : la langue choisie et la session des agents.
public-privacy-recipients = Destinataires
public-privacy-recipients-text = Les agents habilités du responsable du traitement et, pour les seuls besoins techniques, les gestionnaires de la plateforme.
public-privacy-retention = Durée de conservation
public-privacy-retention-unconfirmed = Adresses non confirmées : effacées automatiquement après 48 heures.
public-privacy-retention-subscribed = Adresses confirmées : jusqu’au désabonnement, puis effacées.
public-privacy-retention-deliveries = Journal des envois : 90 jours.
public-privacy-rights = Vos droits
public-privacy-rights-text = La loi n° 09-08 vous donne les droits suivants, que vous exercez gratuitement auprès du responsable du traitement :
public-privacy-right-access = Droit d’accès : savoir quelles données nous détenons sur vous.
public-privacy-right-rectification = Droit de rectification : faire corriger, mettre à jour ou effacer vos données.
public-privacy-right-opposition = Droit d’opposition : vous opposer au traitement pour des motifs légitimes.
public-privacy-complaint = Vous pouvez aussi saisir la Commission nationale de contrôle de la protection des données à caractère personnel (CNDP).
public-privacy-leave = Comment se désabonner
public-privacy-leave-text = Suivez le lien « Se désabonner » au bas de n’importe quel message : un clic suffit, sans compte ni justification.
public-privacy-declaration = Numéro de déclaration à la CNDP : { $number }
public-privacy-declaration-none = Le numéro de déclaration à la CNDP n’est pas encore publié.

## Feeds

public-feed-title = Actualités : { $collectivity }
public-feed-description = Dernières publications : { $collectivity }
public-feed-atom = Flux Atom
public-feed-rss = Flux RSS
public-feed-json = Flux JSON

## The foot of every page

public-footer-follow = Suivre
public-footer-licence = Textes sous licence CC BY 4.0, sauf mention contraire.
public-footer-population = Population et codes : Haut-Commissariat au Plan, RGPH 2024.
public-footer-names = Noms en tifinagh et limites des régions : © OpenStreetMap contributors (ODbL).
public-footer-platform = Site propulsé par Infitah, logiciel libre.

## News, programme and project pages: further words

public-news-category-unknown = Cette catégorie n’existe pas. Choisissez-en une dans la liste.
public-programme-source = Source du programme
public-programme-notes = Remarques
public-programme-origin = Cadre
public-programme-period = Période du programme
public-programme-legend = Légende des états
public-programme-no-phases = Les dates des étapes ne sont pas encore publiées.
public-commitment-status-quo = Situation de départ
public-commitment-action = Ce qui sera fait
public-commitment-policy-areas = Domaines
public-commitment-facts = Fiche du projet
public-commitment-ledger = État des activités
public-commitment-last-report = Dernier rapport
public-report-of-milestone = Activité { $number }
public-report-corrects = Corrige un rapport antérieur
public-subscribe-again = Demander à nouveau l’abonnement
public-unsubscribe-expired-text = Ce lien n’est pas valable. Utilisez le lien du dernier message reçu.

## What was changed of a project after its adoption

public-commitment-changes = Modifications depuis l’adoption
public-commitment-changes-key = Ce qui a été retiré est barré, ce qui a été ajouté est souligné.
change-number = Numéro
change-axis = Axe
change-title = Intitulé
change-description = Description
change-problem = Problème à résoudre
change-status-quo = Situation de départ
change-action = Ce qui sera fait
change-contribution = Contribution à la solution
change-long-term-goal = Objectif à long terme
change-expected-results = Résultats attendus
change-lead = Entité responsable
change-partners = Partenaires
change-funding-source = Source de financement
change-budget = Budget en dirhams
change-starts-on = Début
change-ends-on = Fin
change-milestone = Activité ajoutée ou retirée
change-milestone-number = Numéro de l’activité
change-milestone-title = Intitulé de l’activité
change-milestone-starts-on = Début de l’activité
change-milestone-due-on = Échéance de l’activité
change-milestone-weight = Poids de l’activité

## The page of a project: outcomes, evidence and past days

public-commitment-contribution = Contribution à la solution
public-commitment-long-term-goal = Objectif à long terme
public-commitment-weight = Poids dans le calcul : { $count }
public-commitment-added-on = Ajoutée le { $date }
public-commitment-indicators = Indicateurs
public-indicator-unit = Unité
public-indicator-target = Valeur visée
public-indicator-baseline = valeur de départ
public-indicator-day = Jour
public-indicator-value = Valeur
public-commitment-assessments = Évaluations indépendantes
public-commitment-assessments-text = Ce que disent des évaluateurs nommés, à côté de ce que la collectivité déclare. Ces avis n’entrent pas dans le taux d’exécution.
public-commitment-last-evidence = Dernière preuve
public-commitment-next-due = Prochain rapport attendu avant le
public-report-superseded = Remplacé par une correction le { $date }
public-file-size = { $count } ko
public-follow-title = Suivre ce projet
public-follow-text = Recevez un message à chaque rapport publié sur l’avancement de ce projet, sans créer de compte.
public-follow-programme-title = Suivre ce programme
public-follow-programme-text = Recevez un message à chaque rapport publié sur l’un de ses projets, sans créer de compte.
public-follow-button = Suivre
public-follow-asked-commitment = Vous recevez un message à chaque rapport publié sur l’avancement de ce projet :
public-follow-asked-programme = Vous recevez un message à chaque rapport publié sur l’avancement d’un projet de ce programme :
public-follow-page = Suivre l’avancement
public-past-title = Voir un jour passé
public-past-day = Jour
public-past-button = Afficher
public-past-notice = Situation du { $date }, telle qu’elle était publiée.
public-past-help = Les états, les rapports et les valeurs sont ceux de ce jour ; les autres textes sont ceux d’aujourd’hui.
public-past-today = Revenir à aujourd’hui
public-past-wrong = Choisissez un jour du calendrier, aujourd’hui au plus tard. La page montre la situation d’aujourd’hui.

## The page of a programme: sessions, the draft and what was adopted

step-slipped-from = Initialement prévue le { $date }
public-programme-sessions = Sessions du conseil
public-session-document = Texte de la délibération
public-session-unusual = Session ordinaire hors des mois prévus par la loi
public-changes-title = De l’avant-projet au programme adopté
public-changes-intro = Ce qui a changé entre l’avant-projet soumis à la consultation et le programme adopté par le conseil.
public-changes-draft = Avant-projet publié le
public-changes-link = Voir ce qui a changé
public-changes-added = Ajoutés
public-changes-withdrawn = Retirés
public-changes-changed = Modifiés
public-changes-unchanged =
    { $count ->
        [one] { $count } inchangé
       *[other] { $count } inchangés
    }
public-changes-none = La comparaison paraîtra ici quand l’avant-projet et le programme adopté auront été publiés tous les deux.

## The calendar

public-events-title = Agenda
public-events-intro = Sessions du conseil, ateliers et étapes du programme d’ouverture, et dates auxquelles les rapports d’avancement sont attendus.
public-events-to-come = À venir
public-events-empty = Aucune date publiée pour cette période.
public-events-years = Par année
public-events-follow = Dans votre calendrier
public-events-follow-text = Abonnez votre téléphone ou votre ordinateur à cette adresse : les dates s’y mettent à jour seules.
public-events-ics = Calendrier (.ics)
event-session = Session du conseil
event-workshop = Atelier
event-step = Étape du cycle
event-deadline = Rapports attendus
event-deadline-of = Rapports attendus pour la période close le { $date }
