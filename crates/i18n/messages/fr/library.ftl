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
library-use-report = rapport de suivi : { $title }
library-use-article = actualité : { $title }
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
