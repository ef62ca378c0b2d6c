### Where the day begins in the office, and what did not arrive.

today-nothing = Rien ne vous attend aujourd’hui.
today-all = Tout afficher ({ $count })
today-handed-in = Remis : { $date }
today-last-changed = Dernière modification : { $date }
today-appears = Parution : { $date }
today-planned = Jour prévu : { $date }
today-received = Reçue : { $date }
today-need-reports = Rapports d’avancement attendus
today-need-returned-reports = Rapports qui vous ont été retournés
today-need-queue = Rapports à valider
today-need-returned = Actualités qui vous ont été retournées
today-need-review = Actualités à relire
today-need-drafts = Vos brouillons
today-need-scheduled = Actualités programmées
today-need-steps = Étapes dont la date approche ou est passée
today-need-sessions = Sessions sans résultat enregistré
today-need-minutes = Rencontres tenues, sans compte rendu
today-need-requests = Demandes ouvertes sur les données personnelles
today-need-failures = Messages non parvenus

## Messages that did not arrive

deliveries-title = Messages non parvenus
deliveries-lead = Les messages des quatre-vingt-dix derniers jours qui n’ont pas pu être remis, avec la raison donnée par le serveur de courrier. Les adresses des destinataires ne sont pas affichées ici.
deliveries-empty = Tous les messages sont parvenus.
deliveries-number = Numéro au journal de la plateforme :
deliveries-tries =
    { $count ->
        [one] { $count } essai
       *[other] { $count } essais
    }
deliveries-telling-article = Annonce d’une actualité
deliveries-telling-progress = Annonce de l’avancement d’un projet
deliveries-telling-confirmation = Demande de confirmation d’un abonnement
deliveries-telling-invitation = Invitation à l’espace de travail
deliveries-telling-account = Message sur un compte de l’espace de travail
deliveries-telling-reminder = Rappel de rapports attendus
deliveries-telling-other = Autre message
deliveries-reason-refused = Le serveur du destinataire l’a refusé : adresse inexistante, boîte pleine ou message non accepté.
deliveries-reason-put-off = Le serveur du destinataire l’a ajourné jusqu’au dernier essai.
deliveries-reason-sender = Le serveur de courrier n’accepte pas l’envoi de la plateforme. Prévenez l’administrateur technique.
deliveries-reason-unreachable = Le serveur de courrier n’a pas répondu jusqu’au dernier essai. Si cela se répète, prévenez l’administrateur technique.
deliveries-reason-unwritable = Le serveur de courrier ne sait pas transporter un message vers une adresse de ce type.
deliveries-reason-lost = Le dernier essai a été interrompu ; son issue n’est pas connue.
deliveries-reason-other = Une autre raison, notée au journal de la plateforme.
deliveries-reason-answered = { $reason } Code de réponse : { $status }.
