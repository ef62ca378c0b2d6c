### What is sent by mail. No text that a visitor typed stands in these messages.

## Parts of every mail

mail-greeting = Bonjour,
mail-greeting-named = Bonjour { $name },
mail-signature = { $collectivity }, membre du Réseau marocain des collectivités territoriales ouvertes
mail-link-fallback = Si le bouton ne fonctionne pas, copiez ce lien dans votre navigateur :
mail-automatic = Message automatique ; les réponses ne sont pas lues.
mail-sample = Message d’une plateforme de démonstration : les données sont des exemples.

## Confirming a subscription

mail-confirm-subject = Confirmez votre abonnement aux actualités : { $collectivity }
mail-confirm-preview = Une dernière étape pour vous abonner
mail-confirm-text = Quelqu’un a demandé à recevoir à cette adresse les actualités de : { $collectivity }. Si c’est vous, confirmez avec le bouton ci-dessous.
mail-confirm-button = Confirmer mon abonnement
mail-confirm-expiry =
    { $hours ->
        [one] Ce lien est valable { $hours } heure ; ensuite votre adresse est effacée.
       *[other] Ce lien est valable { $hours } heures ; ensuite votre adresse est effacée.
    }
mail-confirm-ignore = Si vous n’avez rien demandé, ignorez ce message : nous ne vous écrirons plus.
mail-confirm-why = Vous recevez ce message parce que votre adresse a été saisie dans le formulaire d’abonnement du site : { $collectivity }.

## A publication

mail-published-subject = { $collectivity } : { $title }
mail-published-intro = Une nouvelle actualité est parue sur le site : { $collectivity }.
mail-published-button = Lire l’actualité
mail-published-date = Publié le { $date }
mail-published-category = Catégorie : { $category }
mail-published-language = Cette actualité n’existe pas dans votre langue ; nous vous l’envoyons en { $language }.
mail-published-why = Vous recevez ce message parce que vous avez confirmé votre abonnement aux actualités de : { $collectivity }.
mail-unsubscribe = Se désabonner
mail-unsubscribe-text = Pour vous désabonner en un clic, sans compte :
mail-privacy = Protection des données personnelles

## Inviting staff

mail-invitation-subject = Invitation à l’espace de travail : { $collectivity }
mail-invitation-text = Vous êtes invité(e) à l’espace de travail « { $collectivity } » en qualité de : { $role }. Choisissez un mot de passe pour activer votre compte.
mail-invitation-button = Choisir mon mot de passe
mail-invitation-expiry =
    { $hours ->
        [one] Ce lien sert une seule fois et reste valable { $hours } heure.
       *[other] Ce lien sert une seule fois et reste valable { $hours } heures.
    }
mail-invitation-ignore = Si vous n’attendiez pas cette invitation, ignorez ce message et ne transmettez pas le lien.
mail-invitation-why = Vous recevez ce message parce qu’un responsable du site a saisi votre adresse.

## Rappel des rapports d’avancement

mail-reminder-soon-subject = { $collectivity } : rapports d’avancement attendus d’ici le { $date }
mail-reminder-tomorrow-subject = { $collectivity } : dernier jour des rapports d’avancement, le { $date }
mail-reminder-late-subject = { $collectivity } : les rapports d’avancement sont en retard
mail-reminder-soon-text = Une période du programme { $cycle } s’achève. Rapportez l’avancement de ses activités d’ici le { $date }.
mail-reminder-tomorrow-text = Le dernier jour pour rapporter l’avancement du programme { $cycle } est le { $date } ; des projets n’ont pas encore de rapport pour cette période.
mail-reminder-late-text = Le délai pour rapporter l’avancement du programme { $cycle } est passé depuis le { $date } ; des projets n’ont pas de rapport pour cette période. Le public voit que leurs données ne sont pas à jour.
mail-reminder-waiting-subject = { $collectivity } : des rapports d’avancement attendent une approbation
mail-reminder-waiting-text = L’avancement du programme { $cycle } a été rapporté ; ses rapports attendent l’approbation d’une deuxième personne avant d’être publiés. Le délai est le { $date }.
mail-reminder-waiting-button = Ouvrir la file d’attente
mail-reminder-period = Fin de la période : { $date }
mail-reminder-button = Rapporter l’avancement
mail-reminder-why = Vous recevez ce message parce que vous avez la charge du programme ou du site de { $collectivity }.

## Suivre un projet ou un programme

mail-confirm-follow-text = Quelqu’un a demandé à recevoir à cette adresse, sur le site { $collectivity }, les nouvelles de l’avancement de ce qui suit. Si c’est vous, confirmez avec le bouton ci-dessous.
mail-progress-subject = { $collectivity } : du nouveau pour « { $title } »
mail-progress-commitment = { $collectivity } a publié un nouveau rapport sur l’avancement d’un projet que vous suivez.
mail-progress-programme = { $collectivity } a publié de nouveaux rapports sur l’avancement d’un programme que vous suivez.
mail-progress-button = Voir l’avancement
mail-progress-commitment-why = Vous recevez ce message parce que vous avez confirmé suivre ce projet sur le site : { $collectivity }.
mail-progress-programme-why = Vous recevez ce message parce que vous avez confirmé suivre ce programme sur le site : { $collectivity }.
