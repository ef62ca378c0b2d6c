### Passkeys: keys of a device that open the office at the host of one member.

account-passkeys = Clés d’accès
account-passkeys-text = Avec une clé d’accès, vous vous connectez par l’empreinte, le visage ou le verrouillage d’écran de votre appareil, sans mot de passe ni code. Chacune ne vaut que pour ce site.
account-passkeys-none = Vous n’avez pas encore de clé d’accès sur ce site.
account-passkey-added-on = Ajoutée le { $time }
account-passkey-used = Dernière utilisation le { $time }
account-passkey-unused = Pas encore utilisée
account-passkey-add = Ajouter une clé d’accès
account-passkey-add-text = Donnez-lui un nom et confirmez que c’est bien vous. Votre appareil demande ensuite votre empreinte, votre visage ou son verrouillage d’écran.
account-passkey-name = Nom de la clé d’accès
account-passkey-name-hint = Par exemple l’appareil qui la garde, pour la reconnaître dans la liste.
account-passkey-continue = Continuer
account-passkey-ready = Confirmez sur votre appareil
account-passkey-ready-text = Votre appareil va demander votre empreinte, votre visage ou son verrouillage d’écran. Ce qu’il vérifie ne le quitte pas.
account-passkey-create = Créer la clé d’accès
account-passkey-again = Recommencer
account-passkey-no-script = Les clés d’accès demandent JavaScript, désactivé dans ce navigateur. Vous pouvez continuer à vous connecter avec votre mot de passe.
account-passkey-unsupported = Ce navigateur ne gère pas les clés d’accès. Utilisez-en un plus récent, ou continuez à vous connecter avec votre mot de passe.
account-passkey-waiting = En attente de votre appareil…
account-passkey-cancelled = Rien n’a été confirmé sur l’appareil. Vous pouvez réessayer.
account-passkey-here-already = Cet appareil garde déjà une clé d’accès de votre compte pour ce site.
account-passkey-failed = L’appareil n’a pas répondu comme prévu. Réessayez, ou connectez-vous avec votre mot de passe.
account-passkey-away = Le site est injoignable. Vérifiez votre connexion, puis réessayez.
account-passkey-slow-down = Trop d’essais ont eu lieu. Patientez quelques minutes, ou connectez-vous avec votre mot de passe.
account-passkey-was-added = La clé d’accès est ajoutée. Vous pouvez désormais vous connecter avec elle.
account-passkey-was-removed = La clé d’accès est retirée. Elle n’ouvre plus rien.
account-passkey-remove = Retirer
account-passkey-remove-this = Retirer la clé d’accès { $name }
account-passkey-remove-title = Retirer une clé d’accès
account-passkey-remove-text = La clé d’accès « { $name } » n’ouvrira plus ce site, et les connexions ouvertes ailleurs avec elle prennent fin. Supprimez-la aussi dans les réglages de votre appareil.
account-passkey-sign-in = Se connecter avec une clé d’accès
account-passkey-or = ou

passkey-refused = Cette clé d’accès n’ouvre pas l’espace de travail ici. Elle a peut-être été retirée. Connectez-vous avec votre mot de passe.
passkey-over = La réponse est arrivée trop tard ou deux fois. Veuillez réessayer.
passkey-not-added = La réponse de l’appareil n’a pas pu être confirmée : aucune clé d’accès n’a été ajoutée. Veuillez réessayer.
passkey-not-possible = Les clés d’accès ne sont pas possibles à cette adresse.
passkey-known = Cette clé d’accès est déjà ajoutée.
passkey-most = Vous avez atteint le nombre de clés d’accès possible sur ce site. Retirez-en une d’abord.

mail-passkey-added-subject = Une clé d’accès a été ajoutée : { $collectivity }
mail-passkey-added-text = Le { $time }, une clé d’accès a été ajoutée à votre compte. Qui détient l’appareil peut se connecter avec elle. Si ce n’était pas vous, retirez-la et changez votre mot de passe.
mail-passkey-added-button = Voir mes clés d’accès

audit-did-add-passkey = { $who } a ajouté une clé d’accès
audit-did-remove-passkey = { $who } a retiré une clé d’accès
audit-did-sign-in-passkey = { $who } s’est connecté avec une clé d’accès

personal-passkey = Clé d’accès
