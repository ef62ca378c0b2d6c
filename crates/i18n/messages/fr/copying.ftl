### Copying the skeleton of a programme.

office-copy-title = Reprendre un autre programme
office-copy-into = Reprendre dans : { $programme }
office-copy-text = Choisissez un programme dont vous reprenez les axes, les projets et les activités, puis adaptez-les à votre collectivité.
office-copy-own = Nos cycles précédents
office-copy-members = Programmes publiés des membres du réseau
office-copy-found =
    { $count ->
        [one] { $count } membre
       *[other] { $count } membres
    }
office-copy-none = Aucun membre ne correspond, ou son programme n’est pas publié. Élargissez la recherche.
office-copy-axes =
    { $count ->
        [one] { $count } axe
       *[other] { $count } axes
    }
office-copy-commitments =
    { $count ->
        [one] { $count } projet
       *[other] { $count } projets
    }
office-copy-milestones =
    { $count ->
        [one] { $count } activité
       *[other] { $count } activités
    }
office-copy-from = Source : { $member }, programme d’ouverture { $cycle }
office-copy-left-out = Sont repris les titres, les textes, les valeurs, les domaines, les poids et l’intitulé des indicateurs. Ne sont pas repris les responsables, les partenaires, les budgets, les codes, les liens, les rapports, les mesures et les évaluations. Les dates sont décalées selon le début de votre programme ; celles qui en sortiraient sont laissées vides.
office-copy-sample = Cette source contient des données inventées pour la démonstration. La copie en garde la mention.
office-copy-choose = Que faut-il reprendre ?
office-copy-do = Reprendre
office-copy-done = C’est repris. Relisez et adaptez chaque élément.

office-tree-more-fields = Autres champs

office-conflict-both = Ce que l’autre personne a enregistré et ce que vous avez écrit
office-conflict-key = Ce qui est barré est enregistré et manque dans votre texte ; ce qui est surligné est de vous et n’est pas encore enregistré. Ajustez les champs ci-dessous, puis enregistrez.
office-conflict-ticked = coché
office-conflict-not-ticked = non coché

office-correction-title = Corriger un rapport
office-correction-text = La correction prend la place du rapport publié. Les deux restent dans le registre, visibles de tous avec ce qui a changé.
office-correction-do = Envoyer la correction
office-correction-files = Documents qui restent joints
office-correction-link = Corriger ce rapport

public-axis-changes = Changements de cet axe depuis l’adoption

copy-needs-axis = Choisissez au moins un axe.
copy-into-a-tree = Ce programme contient déjà des axes ; on ne reprend que dans un programme vide. Retirez d’abord ce qu’il contient si vous voulez en reprendre un autre.
copy-of-itself = Un programme ne se reprend pas lui-même. Choisissez-en un autre.
