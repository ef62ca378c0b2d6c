### Words that every page shares.

## Names of the hub and of the network

common-site-name = Infitah
common-network-name = Réseau marocain des collectivités territoriales ouvertes
common-network-acronym = REMACTO
common-network-tagline = Des collectivités qui publient, écoutent et rendent compte de leurs engagements
common-principles = Transparence et redevabilité, accès à l’information, participation citoyenne, digitalisation
common-page-title = { $title } | { $site }

## Moving around

common-skip-to-content = Aller au contenu
common-menu = Menu
common-menu-main = Menu principal
common-menu-open = Ouvrir le menu
common-menu-close = Fermer le menu
common-menu-home = Accueil
common-menu-news = Actualités
common-menu-programme = Programme d’ouverture
common-menu-events = Agenda
common-menu-about = À propos
common-menu-subscribe = S’abonner
common-menu-privacy = Données personnelles
common-menu-members = Membres
common-menu-progress = Avancement
common-menu-developers = Développeurs
common-menu-office = Espace de travail
common-menu-dashboard = Tableau de bord
common-menu-network = Site du réseau
common-breadcrumb = Fil d’Ariane
common-footer = Informations sur le site
common-back-to-top = Retour en haut de page
common-contents = Sommaire

## Languages

common-language = Langue
common-language-switch = Changer de langue
common-language-current = Langue actuelle : { $language }
common-language-fallback = Ce texte n’existe pas encore en français ; il est affiché en { $language }.
common-language-also = Disponible aussi en { $language }
language-ar = arabe
language-fr = français
language-zgh = amazighe
language-en = anglais

## Buttons

common-button-save = Enregistrer
common-button-cancel = Annuler
common-button-confirm = Confirmer
common-button-send = Envoyer
common-button-search = Rechercher
common-button-filter = Filtrer
common-button-reset = Effacer les filtres
common-button-back = Retour
common-button-edit = Modifier
common-button-delete = Supprimer
common-button-close = Fermer
common-button-print = Imprimer
common-button-share = Partager
common-button-download = Télécharger
common-read-more = Lire la suite
common-read-more-about = Lire la suite : { $title }
common-see-all = Tout voir
common-required = obligatoire
common-optional = facultatif
common-label = { $label } :
common-yes = Oui
common-no = Non
common-all = Tous

## Lists and pages of lists

common-paging = Pages de la liste
common-paging-next = Suivant
common-paging-previous = Précédent
common-paging-first = Début
common-paging-older = Plus anciennes
common-paging-newer = Plus récentes
common-search = Recherche
common-search-label = Rechercher sur ce site
common-search-placeholder = Que cherchez-vous ?
common-search-none = Aucun résultat.
common-results-count =
    { $count ->
        [one] { $count } résultat
       *[other] { $count } résultats
    }
common-list-empty = Cette liste est encore vide.
common-x-of-y = { $done } sur { $total }

## Where a text or a number comes from, and of when

common-published-on = Publié le { $date }
common-updated-on = Dernière mise à jour : { $date }
common-source = Source
common-source-named = Source : { $source }
common-licence = Licence
common-no-data = Pas de données
common-not-published = Non publié
common-not-known = Inconnu
common-from-to = Du { $from } au { $to }
common-date = Date
common-time-zone = heure du Maroc
common-external-link = lien externe
common-new-window = s’ouvre dans une nouvelle fenêtre

## Notice on sample data

common-sample-badge = Exemple
common-sample-notice = Exemple de démonstration : ne constitue pas une information sur cette collectivité.
common-sample-notice-long = Les données de cette page sont un exemple créé pour montrer le fonctionnement de la plateforme. Elles ne disent rien de cette collectivité, de son conseil ni de son programme et ne doivent pas être citées.
common-sample-list-notice = Les éléments marqués « Exemple » ne sont pas des données réelles.

## Short notes

common-loading = Chargement…
common-note-saved = Enregistré.
common-note-warning = Attention
common-note-info = Information
common-note-error = Erreur
common-note-done = Fait
common-table-of = Tableau des données : { $title }
common-chart-of = Graphique : { $title }
common-theme-light = Thème clair
common-theme-dark = Thème sombre
