### The portal of the network.

## Portal

network-home-title = Réseau marocain des collectivités territoriales ouvertes
network-home-intro = Des régions, préfectures, provinces et communes qui publient leurs informations, préparent leurs programmes d’ouverture avec les citoyennes et citoyens et montrent ce qui est réalisé.
network-home-find = Trouvez votre collectivité
network-home-find-label = Nom de la région, préfecture, province ou commune
network-home-map = Carte des régions
network-home-map-attribution = Limites des régions : © contributeurs OpenStreetMap, licence ODbL
network-home-members = Membres du réseau
network-home-news = Actualités des membres
network-home-progress = Avancement des programmes d’ouverture
network-home-commitments = Engagements nationaux auprès du Partenariat pour un gouvernement ouvert
network-about-founded = Le réseau est né le 21 octobre 2022 dans le cadre du Programme d’appui aux collectivités territoriales ouvertes, sous l’égide de la Direction générale des collectivités territoriales, avec l’Association des régions du Maroc et Impact pour le développement.
network-about-principles = Principes du réseau
network-about-title = À propos du réseau
network-figure-with-programme = Membres ayant publié un programme
network-figure-commitments = Projets d’ouverture
network-figure-reported = Activités renseignées

## Members

network-members-title = Membres du réseau
network-members-filter = Filtrer les membres
network-members-filter-kind = Type
network-members-filter-region = Région
network-members-filter-cohort = Cohorte
network-members-filter-name = Nom
network-members-kind-all = Tous les types
network-members-region-all = Toutes les régions
network-members-cohort-all = Toutes les cohortes
network-members-empty = Aucun membre ne correspond à ces critères.
network-members-visit = Visiter le site : { $collectivity }
network-members-count =
    { $count ->
        [one] { $count } membre correspondant
       *[other] { $count } membres correspondants
    }
network-members-samples = Cette démonstration réunit des membres réels, cités par des sources publiées, et d’autres ajoutés à titre d’exemple.

## News of all members

network-news-title = Actualités de tous les membres
network-news-empty = Aucun membre n’a encore publié d’actualité.
network-feed-title = Actualités des membres du Réseau marocain des collectivités territoriales ouvertes

## Public numbers

network-progress-title = Avancement du réseau
network-progress-intro = Chiffres calculés à partir des rapports approuvés des membres. L’absence de données est affichée à part, jamais comme 0 %.
network-progress-by-kind = Membres par type
network-progress-by-region = Membres par région
network-progress-by-step = Membres par étape du cycle
network-progress-by-state = Projets par état
network-progress-as-of = Situation au { $date }
network-progress-formula = Comment ces chiffres sont-ils calculés ?
network-progress-data = Télécharger les données
network-progress-no-programme = Sans programme publié

## For developers

network-developers-title = Une API ouverte
network-developers-text = Interrogez toutes les données publiques par GraphQL, sans compte et dans une limite de coût raisonnable.
network-developers-endpoint = Adresse de l’API
network-developers-schema = Télécharger le schéma
network-developers-example = Exemple

## Portal and progress: further words

network-home-today = Le réseau aujourd’hui
network-home-find-text = Choisissez une région ou un type pour afficher les membres.
network-progress-map-text = Plus la couleur est forte, plus le taux de réalisation est élevé. Les régions hachurées sont sans données, ce qui ne veut pas dire 0 %.
network-progress-region-rate = { $region } : { $rate }
network-progress-table = Avancement par région
network-progress-full = Tous les chiffres
network-about-text = Le réseau réunit les régions, préfectures, provinces et communes qui publient leurs informations, préparent leurs programmes d’ouverture avec les citoyennes et citoyens et montrent ce qui en a été réalisé.

## The calendar of all members

network-events-title = Agenda des membres
network-events-intro = Sessions des conseils, ateliers et étapes des programmes d’ouverture de tous les membres du réseau.
network-events-filter = Filtrer l’agenda
network-events-count =
    { $count ->
        [one] { $count } date
       *[other] { $count } dates
    }
network-events-file = Le fichier contient les douze mois à venir, selon les filtres choisis.
network-events-summary = { $member } : { $title }
