### Les programmes en tableurs : import et export.

## Colonnes

sheet-name = Programme
sheet-name-notes = Explications
sheet-column-axis-number = Numéro de l’axe
sheet-column-axis-title = Intitulé de l’axe
sheet-column-axis-description = Description de l’axe
sheet-column-commitment-number = Numéro du projet
sheet-column-commitment-title = Intitulé du projet
sheet-column-description = Description du projet
sheet-column-problem = Problème à résoudre
sheet-column-status-quo = Situation de départ
sheet-column-action = Ce qui sera fait
sheet-column-contribution = Contribution à la solution
sheet-column-long-term-goal = Objectif à long terme
sheet-column-expected-results = Résultats attendus
sheet-column-lead = Entité responsable
sheet-column-partners = Partenaires
sheet-column-values = Valeurs du gouvernement ouvert
sheet-column-policy-areas = Domaines d’action publique
sheet-column-budget = Budget en dirhams
sheet-column-funding-source = Source de financement
sheet-column-commitment-starts-on = Début du projet
sheet-column-commitment-ends-on = Fin du projet
sheet-column-ogp-code = Code au Partenariat pour un gouvernement ouvert
sheet-column-source-url = Adresse de publication
sheet-column-milestone-number = Numéro de l’activité
sheet-column-milestone-title = Intitulé de l’activité
sheet-column-milestone-starts-on = Début de l’activité
sheet-column-milestone-due-on = Échéance de l’activité
sheet-column-milestone-weight = Poids de l’activité

## Explications

sheet-note-rows = Une ligne par activité. Ce qui concerne l’axe et le projet s’écrit une seule fois, sur leur première ligne ; laissez ces cases vides sur les lignes suivantes.
sheet-note-numbers = Les numéros relient les lignes : celui de l’axe et celui du projet valent dans tout le programme, celui de l’activité dans son projet, de 1 à 999. Un numéro d’axe ou de projet laissé vide devant une activité est celui de la ligne précédente.
sheet-note-titles = Chaque axe, projet et activité a un intitulé dans une langue au moins. Hormis les numéros et les intitulés, tout peut rester vide.
sheet-note-days = Les dates s’écrivent 31/01/2026 (le jour d’abord) ou 2026-01-31 et se situent entre le début et la fin du programme.
sheet-note-weight = Le poids d’une activité va de 1 à 100. Laissez vide si toutes comptent autant.
sheet-note-codes = Pour les valeurs et les domaines, écrivez les codes ci-dessous ou leurs noms, séparés par des virgules.
sheet-note-plain = Pas de cellules fusionnées ni de formules : collez les valeurs seules.
sheet-note-codes-of = Codes acceptés dans la colonne « { $field } » :

## Où se trouve l’erreur

sheet-problem = { $place } : { $problem }
sheet-joined = { $first }, { $second }
sheet-at-sheet = Feuille « { $sheet } »
sheet-at-row = ligne { $row }
sheet-at-column = colonne { $column } ({ $heading })
sheet-at-nameless-column = colonne { $column }
sheet-more-problems =
    { $count ->
        [one] et { $count } autre erreur qui n’est pas affichée ici.
       *[other] et { $count } autres erreurs qui ne sont pas affichées ici.
    }

## Erreurs

sheet-empty = Le fichier est vide ou n’a aucune ligne sous les en-têtes.
sheet-not-a-spreadsheet = Ce fichier n’est pas un tableur lisible. Enregistrez-le au format XLSX ou CSV, puis réessayez.
sheet-old-or-locked = Ce fichier est à l’ancien format XLS ou protégé par un mot de passe. Enregistrez-le au format XLSX sans mot de passe.
sheet-encoding = Le fichier est encodé en { $encoding } et non en UTF-8. Enregistrez-le au format « CSV UTF-8 » ou XLSX.
sheet-too-big = Le contenu du fichier dépasse la limite de { $max } Mo une fois décompressé.
sheet-too-many-rows = Le fichier a plus de lignes que la limite, qui est de { $max }.
sheet-too-many-columns = Le fichier a plus de colonnes que la limite, qui est de { $max }.
sheet-merged = Les cellules { $range } sont fusionnées. Annulez la fusion et écrivez chaque valeur dans sa cellule.
sheet-column-unknown = La colonne « { $said } » est inconnue. Utilisez les en-têtes du modèle ou supprimez cette colonne.
sheet-column-twice = Cette colonne est en double. N’en gardez qu’une.
sheet-column-nameless = Cette cellule contient une valeur, mais sa colonne n’a pas d’en-tête.
sheet-column-missing = La colonne « { $field } » manque, or elle est indispensable.
sheet-number-missing = Le numéro manque sur cette ligne.
sheet-not-whole = « { $said } » n’est pas un nombre entier. Écrivez les chiffres seuls, sans signe ni unité.
sheet-no-day = « { $said } » n’est pas une date valable. Écrivez par exemple 31/01/2026 ou 2026-01-31.
sheet-unknown-code = « { $said } » n’est pas un code accepté. La liste figure dans le modèle.
sheet-formula = Cette cellule contient une formule. Collez sa valeur à la place.
sheet-fault = Cette cellule contient une erreur de calcul ({ $fault }). Écrivez la bonne valeur.
sheet-contradiction = Cette valeur contredit ce que la ligne { $row } dit du même axe ou projet. Écrivez-la une seule fois.
sheet-two-axes = Ce projet se trouve dans l’axe { $said } selon la ligne { $row }. Un projet n’est que dans un axe.
sheet-milestone-twice = Ce numéro d’activité est déjà pris à la ligne { $row } pour le même projet.

sheet-programme-adopted = Le conseil a adopté ce programme : aucun fichier n’y est plus importé. L’import n’est possible que pendant la préparation.
sheet-tree-not-empty = Ce programme a déjà des axes. Pour ne rien perdre, l’import n’est possible que dans un programme vide : retirez d’abord ses axes ou modifiez-les dans l’espace de travail.
sheet-no-programme = Il n’y a pas de programme en préparation pour ces années. Créez-le d’abord dans l’espace de travail, puis importez le fichier.
sheet-which-programme = Plusieurs programmes sont en préparation. Précisez les années de celui qui est concerné.

## Pages de l’espace de travail

office-import-title = Importer le programme depuis un fichier
office-import-link = Importer un fichier
office-import-text = Remplissez le modèle, puis envoyez-le ici. Le fichier est vérifié et vous voyez ce qui sera ajouté avant que rien ne soit enregistré. Le programme doit être en préparation et sans axe.
office-import-template = Modèle vide
office-import-template-named = { $language } ({ $format })
office-import-field-file = Fichier
office-import-field-file-hint = XLSX ou CSV (UTF-8), { $max } Mo au plus.
office-import-check = Vérifier le fichier
office-import-good = Le fichier est bon
office-import-good-text = Rien n’est encore enregistré. Si vous confirmez, le programme reçoit :
office-import-axes =
    { $count ->
        [one] { $count } axe
       *[other] { $count } axes
    }
office-import-commitments =
    { $count ->
        [one] { $count } projet
       *[other] { $count } projets
    }
office-import-milestones =
    { $count ->
        [one] { $count } activité
       *[other] { $count } activités
    }
office-import-confirm = Confirmer l’import
office-import-bad = Rien n’est enregistré : le fichier contient des erreurs
office-import-bad-text = Corrigez ce qui suit dans le fichier, puis renvoyez-le.
office-import-done = Le programme est importé.
office-export-named = Télécharger au format { $format }
