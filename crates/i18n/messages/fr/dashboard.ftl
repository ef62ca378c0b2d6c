### The view over all members.

## Frame

dashboard-title = Tableau de bord du réseau
dashboard-intro = La situation de tous les membres sur une page : qui en est où, ce qui est en retard, ce qui n’est pas actualisé.
dashboard-as-of = Situation au { $date }
dashboard-public-link = Version publique de ces chiffres
dashboard-samples = Ces chiffres comprennent les données d’exemple.
dashboard-figures = Le réseau en chiffres
dashboard-progress = Avancement des activités

## Figures at the top

dashboard-figure-members = Membres
dashboard-figure-programmes = Programmes en cours
dashboard-figure-commitments = Projets d’ouverture
dashboard-figure-milestones = Activités
dashboard-figure-reported = Activités renseignées
dashboard-figure-late = Projets en retard
dashboard-figure-stale = Membres sans mise à jour
dashboard-figure-silent = Membres sans aucun rapport

## Charts

dashboard-chart-by-kind = Membres par type
dashboard-chart-by-region = Membres par région
dashboard-chart-by-cohort = Membres par cohorte
dashboard-chart-by-step = Membres par étape du cycle
dashboard-chart-by-state = Projets par état
dashboard-chart-show-table = Afficher le tableau
dashboard-chart-empty = Pas de données pour ce graphique.

## Tables

dashboard-table-member = Membre
dashboard-table-kind = Type
dashboard-table-region = Région
dashboard-table-cohort = Cohorte
dashboard-table-step = Étape
dashboard-table-state = État
dashboard-table-commitment = Projet
dashboard-table-milestone = Activité
dashboard-table-due = Échéance
dashboard-table-late-by = Retard
dashboard-table-last-report = Dernier rapport
dashboard-table-last-update = Dernière mise à jour
dashboard-table-progress = Taux d’exécution
dashboard-table-reported = Renseigné
dashboard-table-number = Nombre
dashboard-table-share = Part
dashboard-table-total = Total

## Late and stale lists

dashboard-late-title = Projets en retard
dashboard-late-text = Projets dont une activité a dépassé son échéance sans être achevée selon le dernier rapport approuvé.
dashboard-late-empty = Aucun projet en retard.
dashboard-late-count =
    { $count ->
        [one] { $count } projet en retard
       *[other] { $count } projets en retard
    }
dashboard-stale-title = Membres sans mise à jour
dashboard-stale-text = Membres dont le programme est en cours et qui n’ont déposé aucun rapport pour la dernière période convenue dont l’échéance est passée. Chaque programme fixe la fréquence de ses rapports, tous les trois mois sauf mention contraire ; ils sont attendus 14 jours après la fin de la période.
dashboard-stale-empty = Tous les membres sont à jour.
dashboard-stale-count =
    { $count ->
        [one] { $count } membre sans mise à jour
       *[other] { $count } membres sans mise à jour
    }
dashboard-stale-never = Jamais aucun rapport

## Map

dashboard-map-title = Carte des régions
dashboard-map-text = Plus la couleur est soutenue, plus la région compte de membres. Le tableau ci-dessous donne les mêmes chiffres.
dashboard-map-legend = Nombre de membres
dashboard-map-region =
    { $count ->
        [one] { $region } : { $count } membre
       *[other] { $region } : { $count } membres
    }
dashboard-map-attribution = Limites des régions : © contributeurs OpenStreetMap (licence ODbL), tracé simplifié
