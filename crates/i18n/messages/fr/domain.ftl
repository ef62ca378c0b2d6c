### Nouns of the field: collectivities, the cycle, states, roles.

## Kinds of collectivity

kind-network = Réseau
kind-region = Région
kind-prefecture = Préfecture
kind-province = Province
kind-commune = Commune
kind-regions = Régions
kind-prefectures = Préfectures
kind-provinces = Provinces
kind-communes = Communes
kind-region-count =
    { $count ->
        [one] { $count } région
       *[other] { $count } régions
    }
kind-prefecture-count =
    { $count ->
        [one] { $count } préfecture
       *[other] { $count } préfectures
    }
kind-province-count =
    { $count ->
        [one] { $count } province
       *[other] { $count } provinces
    }
kind-commune-count =
    { $count ->
        [one] { $count } commune
       *[other] { $count } communes
    }

## A collectivity with its kind

kind-region-named = Région { $name }
kind-prefecture-named =
    { $elision ->
        [yes] Préfecture d’{ $name }
       *[other] Préfecture de { $name }
    }
kind-province-named =
    { $elision ->
        [yes] Province d’{ $name }
       *[other] Province de { $name }
    }
kind-commune-named =
    { $elision ->
        [yes] Commune d’{ $name }
       *[other] Commune de { $name }
    }

## Councils

council-region = Conseil régional
council-prefecture = Conseil préfectoral
council-province = Conseil provincial
council-commune = Conseil communal
council-region-named = Conseil de la région { $name }
council-prefecture-named =
    { $elision ->
        [yes] Conseil préfectoral d’{ $name }
       *[other] Conseil préfectoral de { $name }
    }
council-province-named =
    { $elision ->
        [yes] Conseil provincial d’{ $name }
       *[other] Conseil provincial de { $name }
    }
council-commune-named =
    { $elision ->
        [yes] Conseil communal d’{ $name }
       *[other] Conseil communal de { $name }
    }
council-president = Président(e) du conseil
council-session-ordinary = Session ordinaire
council-session-extraordinary = Session extraordinaire
council-decision = Délibération
council-minutes = Procès-verbal
council-adopted-on = Adopté par le conseil le { $date }
council-not-adopted = Pas de données sur l’adoption

## Membership

member = Membre du réseau
member-since = Membre du réseau depuis { $date }
member-count =
    { $count ->
        [one] { $count } membre
       *[other] { $count } membres
    }
cohort = Cohorte
cohort-named = Cohorte { $number }
cohort-unknown = Cohorte inconnue
population = Population
population-count =
    { $count ->
        [one] { $count } habitant
       *[other] { $count } habitants
    }
member-status-active = Actif
member-status-suspended = Suspendu
member-status-archived = Archivé

## Programme, axis, openness project, activity

programme = Programme d’ouverture
programme-cycle = Programme d’ouverture { $cycle }
programme-count =
    { $count ->
        [one] { $count } programme
       *[other] { $count } programmes
    }
programme-status-preparation = En préparation
programme-status-draft = Projet
programme-status-adopted = Adopté
programme-status-running = En cours de mise en œuvre
programme-status-closed = Clos
axis = Axe
axis-numbered = Axe { $number }
axis-count =
    { $count ->
        [one] { $count } axe
       *[other] { $count } axes
    }
commitment = Projet d’ouverture
commitment-numbered = Projet { $number }
commitment-count =
    { $count ->
        [one] { $count } projet
       *[other] { $count } projets
    }
commitment-ogp = Engagement auprès du Partenariat pour un gouvernement ouvert
milestone = Activité
milestone-count =
    { $count ->
        [one] { $count } activité
       *[other] { $count } activités
    }
report = Rapport d’avancement
report-count =
    { $count ->
        [one] { $count } rapport
       *[other] { $count } rapports
    }
idea-count =
    { $count ->
        [one] { $count } idée
       *[other] { $count } idées
    }

## The eleven steps of the cycle

step = Étape
step-numbered = Étape { $number } sur 11
step-1 = Adhésion au réseau
step-2 = Information et formation
step-3 = Choix des axes prioritaires
step-4 = Atelier de co-création
step-5 = Idées recueillies en ligne
step-6 = Examen des idées par le comité de suivi
step-7 = Rédaction du projet de programme
step-8 = Consultation publique sur le projet
step-9 = Adoption par le conseil
step-10 = Co-mise en œuvre et suivi
step-11 = Évaluation et cycle suivant
step-1-short = Adhésion
step-2-short = Formation
step-3-short = Axes
step-4-short = Atelier
step-5-short = Idées
step-6-short = Examen
step-7-short = Projet
step-8-short = Consultation
step-9-short = Adoption
step-10-short = Mise en œuvre
step-11-short = Évaluation
step-unknown = Étape inconnue
step-planned-on = Prévue le { $date }
step-done-on = Réalisée le { $date }
step-done = Réalisée
step-current = Étape en cours
step-to-come = À venir

## States of openness projects and activities

state = État
state-no-data = Pas de données
state-not-started = Non démarré
state-limited = Avancement limité
state-substantial = Avancement substantiel
state-complete = Achevé
state-dropped = Abandonné
state-no-data-help = Aucun rapport n’a encore été déposé. Cela ne veut pas dire 0 %.
late = En retard
late-since = En retard depuis le { $date }
late-days =
    { $count ->
        [one] { $count } jour de retard
       *[other] { $count } jours de retard
    }
stale = Non actualisé
stale-since = Sans mise à jour depuis le { $date }
stale-days =
    { $count ->
        [one] mis à jour il y a { $count } jour
       *[other] mis à jour il y a { $count } jours
    }
on-time = Dans les délais
silent = Sans aucun rapport

## Obstacles named in a progress report

obstacle = Contraintes
obstacle-funding = Changement de financement
obstacle-resources = Manque de moyens humains ou matériels
obstacle-priorities = Changement de priorités
obstacle-approvals = Retard d’approbation ou de visa
obstacle-dependency = Dépend d’autres activités
obstacle-other = Autre contrainte

## Categories of news

category-announcement = Communiqué
category-workshop = Atelier
category-programme = Programme d’ouverture
category-council = Travaux du conseil
category-consultation = Consultation publique
category-services = Services
category-participation = Participation citoyenne
category-transparency = Transparence

## Roles of staff

role-admin = Administrateur(trice)
role-editor = Rédacteur(trice)
role-focal-point = Point focal
role-moderator = Modérateur(trice)
role-coordinator = Coordinateur(trice) du réseau
role-observer = Observateur(trice)

## States of an article

article-status-draft = Brouillon
article-status-in-review = En relecture
article-status-scheduled = Programmé
article-status-published = Publié
article-status-archived = Archivé
article-count =
    { $count ->
        [one] { $count } actualité
       *[other] { $count } actualités
    }

## Progress

progress = Avancement
progress-rate = Taux d’exécution
progress-reported = Activités renseignées : { $reported } sur { $total }
progress-done = Activités achevées : { $done } sur { $reported }
progress-none-reported = Aucune activité renseignée
progress-formula = Taux d’exécution = activités achevées divisées par activités renseignées. Les activités abandonnées ne comptent pas ; sans aucune donnée, aucun taux n’est affiché.
days-count =
    { $count ->
        [one] { $count } jour
       *[other] { $count } jours
    }

## Programmes: where they come from and stand

programme-status-evaluating = En évaluation
programme-origin-council = Programme d’ouverture du conseil
programme-origin-ogp-local = Plan d’action local du Partenariat pour un gouvernement ouvert
programme-origin-ogp-national = Plan d’action national du Partenariat pour un gouvernement ouvert

## Values of open government, as the Open Government Partnership names them

value-access-to-information = Accès à l’information
value-civic-participation = Participation citoyenne
value-public-accountability = Redevabilité publique
value-technology-innovation = Technologie et innovation

## Policy areas, as the Open Government Partnership names them

policy-security-and-public-safety = Sécurité publique
policy-people-with-disabilities = Personnes en situation de handicap
policy-democratizing-decision-making = Démocratisation de la décision
policy-open-parliaments = Parlements ouverts
policy-capacity-building = Renforcement des capacités
policy-open-contracting = Commande publique ouverte
policy-youth = Jeunesse
policy-mainstreaming-participation = Généralisation de la participation
policy-local-commitments = Engagements locaux
policy-social-accountability = Redevabilité sociale
policy-right-to-information = Droit d’accès à l’information
policy-digital-governance = Gouvernance numérique
policy-science-and-technology = Sciences et technologies
policy-fiscal-openness = Ouverture budgétaire
policy-climate-mitigation-and-adaptation = Atténuation et adaptation climatiques
policy-public-participation = Participation publique
policy-open-data = Données ouvertes
policy-public-service-delivery = Prestation des services publics
policy-private-sector = Secteur privé
policy-infrastructure-and-transport = Infrastructures et transports
policy-inclusion = Inclusion
policy-digital-participation = Participation numérique
policy-other = Autre domaine
cohort-probable = (probable)

## What evaluators say of a project

evaluator-irm = Mécanisme indépendant du Partenariat pour un gouvernement ouvert
evaluator-civil-society = Société civile
evaluator-university = Université
evaluator-administration = Administration
evaluator-other = Autre
completion-no-evidence = Aucune preuve disponible
completion-not-started = Non démarré
completion-limited = Réalisation limitée
completion-substantial = Réalisation substantielle
completion-complete = Achevé
early-untold = Non précisés
early-no-notable = Aucun résultat notable
early-moderate = Résultats modérés
early-significant = Résultats significatifs

## Sessions of the council and the follow-up committee

committee-total = Membres
committee-women = Femmes
committee-men = Hommes
committee-body = Provenance
committee-body-council = Conseil
committee-body-administration = Administration
committee-body-civil-society = Société civile
committee-body-other = Autre
session-outcome = Résultat
session-outcome-planned = Prévue
session-outcome-adopted = Programme adopté
session-outcome-rejected = Programme rejeté
session-outcome-postponed = Programme reporté
session-outcome-held = Tenue, sans décision sur un programme
session-votes-for = Voix pour
session-votes-against = Voix contre
session-votes-abstained = Abstentions
