### The library of files, and sizes of files.

size-bytes = { $size } o
size-kilobytes = { $size } ko
size-megabytes = { $size } Mo
size-gigabytes = { $size } Go

library-menu = Médiathèque
library-title = Médiathèque
library-space-title = Espace utilisé
library-space = { $used } sur { $quota } ({ $percent })
library-field-files = Ajouter des fichiers
library-field-files-hint = Plusieurs fichiers à la fois : images (JPEG, PNG, WebP), PDF, documents bureautiques ou CSV, de 20 Mo au plus chacun. Le lieu et l’appareil sont effacés des images.
library-no-file = Choisissez au moins un fichier.
library-others-kept = Les autres fichiers sont enregistrés : { $names }
library-sending = Envoi des fichiers…
library-sent = Envoyé.
library-retry = La connexion est faible, nouvel essai automatique…
library-failed = L’envoi a échoué. Réessayez plus tard.
library-reload = Afficher les nouveaux fichiers
library-kept = Les fichiers sont enregistrés.
library-saved = La fiche du fichier est enregistrée.
library-removed = Le fichier est supprimé.
library-filter-kind = Type de fichier
library-filter-unused = Fichiers inutilisés seulement
library-kind-all = Tous les types
library-kind-picture = Images
library-kind-pdf = PDF
library-kind-office = Documents bureautiques
library-kind-text = Tableaux et textes
library-empty = Aucun fichier ici.
library-count =
    { $count ->
        [one] { $count } fichier
       *[other] { $count } fichiers
    }
library-mute = Sans texte de remplacement
library-unused = Inutilisé
library-uses =
    { $count ->
        [one] Utilisé à { $count } endroit
       *[other] Utilisé à { $count } endroits
    }
library-fact-kind = Type
library-fact-size = Taille
library-fact-sent = Ajouté le
library-fact-public = Visible du public
library-is-public = Public : ouvrir le fichier
library-is-not-public = Non public
library-where = Où il est utilisé
library-used-by-report = Rapport de suivi
library-used-by-article = Actualité
library-used-by-document = Document
library-used-by-event = Événement
library-used-by-page = Page
library-used-by-site = Logo du site
library-use-site = logo du site : { $title }
library-use-report = rapport de suivi : { $title }
library-use-article = actualité : { $title }
library-use-document = document : { $title }
library-use-event = événement : { $title }
library-use-page = page : { $title }
library-used-in = Ce fichier est utilisé ici : { $places }
library-field-title = Titre
library-field-alternative = Texte de remplacement
library-field-alternative-hint = Décrivez en une phrase ce que l’image montre, pour qui ne la voit pas.
library-delete-title = Supprimer un fichier
library-delete-ask = Supprimer définitivement le fichier « { $name } » ? Cette opération ne peut pas être annulée.

file-changed-meanwhile = Quelqu’un a modifié la fiche de ce fichier entre-temps. Relisez-la, puis enregistrez de nouveau.
file-drawing = Les dessins SVG ne sont pas acceptés, car ils peuvent contenir des programmes. Exportez le dessin en PNG, puis envoyez-le.
file-animated = Les images animées et les fichiers GIF ne sont pas acceptés. Envoyez une image fixe : JPEG, PNG ou WebP.
file-macros = Ce document contient des programmes (macros). Enregistrez-le sans macros ou en PDF, puis envoyez-le.

## Documents

documents-menu = Documents
documents-title = Documents publiés
documents-new = Nouveau document
documents-empty = Aucun document ici.
documents-count =
    { $count ->
        [one] { $count } document
       *[other] { $count } documents
    }
documents-versions =
    { $count ->
        [one] { $count } version
       *[other] { $count } versions
    }
documents-version = Version { $number }
documents-year = Année
documents-year-all = Toutes les années
documents-item-all = Toutes les informations
documents-choose-item = Choisissez
documents-published = Publié
documents-unpublished = Non publié
documents-see = Voir sur le site public
documents-field-title = Titre
documents-field-item = Information à publier
documents-field-item-hint = Selon l’article 10 de la loi n° 31-13 relative au droit d’accès à l’information.
documents-field-day = Date du document
documents-field-day-hint = La date portée sur le document, et non celle de sa publication.
documents-field-description = Description
documents-field-file = Fichier
documents-field-other-file = Un autre fichier à la place
documents-field-file-hint = PDF, document bureautique, CSV ou image, de 20 Mo au plus.
documents-field-next = Fichier de la nouvelle version
documents-field-next-hint = Les versions précédentes restent téléchargeables.
documents-kept = Le fichier « { $name } » est conservé. Corrigez le reste, puis enregistrez le document.
documents-versions-title = Versions
documents-add-version = Ajouter une version
documents-turn-title = Publication
documents-publish = Publier le document
documents-publish-text = Une fois le document publié, chacun peut le lire et en télécharger toutes les versions.
documents-withdraw = Retirer le document
documents-withdraw-text = Le document est publié avec toutes ses versions. Une fois retiré, le public ne le voit plus.
documents-sheet-title = Fiche du document
documents-saved = Le document est enregistré.
documents-version-added = La nouvelle version est ajoutée.
documents-was-published = Le document est publié.
documents-was-withdrawn = Le document est retiré.
document-same-file = Ce fichier est déjà celui d’une version du document.
document-is-public = Ce document est déjà publié.
document-is-not-public = Ce document n’est pas publié.
document-changed-meanwhile = Quelqu’un a modifié ce document entre-temps. Relisez-le, puis réessayez.

public-documents-title = Documents
public-documents-intro = Les documents que la collectivité publie sans qu’on les demande, selon la loi n° 31-13 relative au droit d’accès à l’information.
public-documents-empty = Aucun document n’est encore publié ici.
public-documents-before = Versions précédentes

## What is published without being asked (law 31-13, article 10)

publication-item-information-officers = Personnes chargées de l’information
publication-item-council-composition = Composition du conseil
publication-item-council-deliberations = Ordres du jour et délibérations du conseil
publication-item-committees = Commissions permanentes
publication-item-advisory-bodies = Instances consultatives
publication-item-online-consultation = Espace de consultation en ligne
publication-item-contact = Coordonnées
publication-item-budget = Budget de l’année en cours
publication-item-closed-budgets = Budgets des années précédentes et comptes d’exécution
publication-item-audit-reports = Rapports d’audit, d’évaluation et de contrôle
publication-item-action-plan = Programme d’action ou de développement
publication-item-organisation = Missions et organisation
publication-item-services = Services et procédures
publication-item-authorisations = Conditions d’octroi des autorisations et des licences
publication-item-procurement = Marchés publics
publication-item-recruitment = Concours et recrutements
publication-item-studies = Rapports, études et statistiques
publication-item-other = Autres documents
