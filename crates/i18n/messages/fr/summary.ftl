### The summary of a programme on one sheet of paper.

summary-title = Résumé du programme d’ouverture { $cycle }
summary-link = Résumé imprimable
summary-hint = Une page A4 : utilisez la commande d’impression de votre navigateur.
summary-back = Retour au programme
summary-stage = Situation du cycle
summary-adopted = Adoption
summary-last-evidence = Dernière preuve
summary-last-report = Dernier rapport
summary-progress = Avancement du programme
summary-commitments = Axes et projets d’ouverture
summary-none = Les axes de ce programme ne sont pas encore publiés.
summary-code = Code QR menant à { $address }
summary-code-text = Scannez le code pour lire la page à jour
summary-address = Adresse de la page à jour :
summary-printed = Imprimé le { $date }
summary-of-day = Situation du { $date }
summary-how = Comment le taux est-il calculé ?
