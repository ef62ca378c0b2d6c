### People of a member, and everybody's own account.

## The people of a member

people-menu = Personnes
people-title = Personnes et droits
people-one-title = Personne
people-me = Vous
people-email = Adresse électronique
people-name = Nom complet
people-role = Rôle
people-roles = Rôles
people-count =
    { $count ->
        [one] { $count } personne dans l’espace de travail
       *[other] { $count } personnes dans l’espace de travail
    }
people-last-sign-in = Dernière connexion : { $time }
people-never-signed-in = Jamais connecté(e)
people-factor-on = Double authentification activée
people-factor-off = Double authentification non activée
people-role-hint = L’administrateur gère le site et les personnes ; le rédacteur écrit et publie les actualités ; le point focal conduit le programme et rend compte de son avancement ; le modérateur examine les commentaires.
people-role-hint-network = Le coordinateur gère le réseau et ses membres ; l’observateur consulte le tableau de bord sans rien changer.
people-language = Langue de l’invitation et de l’espace de travail
people-language-hint = Ce choix vaut pour un nouveau compte. Qui en a déjà un garde sa langue.
people-invite = Inviter une personne
people-invite-text = La personne reçoit un message avec un lien valable 48 heures. Elle n’a le rôle qu’après avoir accepté.
people-invite-button = Envoyer l’invitation
people-invited = L’invitation est envoyée.
people-invitations = Invitations en attente
people-invitations-empty = Aucune invitation en attente.
people-invited-by = Invitation de { $name }
people-invitation-until = Valable jusqu’au { $time }
people-invitation-over = Expirée depuis le { $time }
people-again = Envoyer de nouveau
people-again-for = Envoyer de nouveau : { $name }
people-invited-again = L’invitation est envoyée de nouveau. L’ancien lien ne vaut plus.
people-withdraw = Retirer l’invitation
people-withdraw-for = Retirer l’invitation : { $name }
people-invitation-withdrawn = L’invitation est retirée et son lien ne vaut plus.
people-give-title = Donner un autre rôle
people-give-role = Nouveau rôle
people-give = Donner ce rôle
people-role-given = Le rôle est donné.
people-take = Retirer ce rôle
people-take-this = Retirer ce rôle : { $role }
people-role-taken = Le rôle est retiré, avec effet immédiat.
people-remove-title = Mettre fin aux droits
people-remove-text = Tous les rôles de cette personne ici sont retirés et l’espace de travail lui est fermé aussitôt. Son travail chez d’autres membres n’est pas touché et ce qu’elle a fait ici est conservé.
people-remove = Retirer tous les rôles
people-removed = Cette personne n’a plus de rôle ici.
people-demand = Double authentification
people-demand-now = La double authentification est obligatoire pour toutes les personnes d’ici. Qui ne l’a pas activée ne peut que l’activer.
people-demand-not-now = La double authentification est facultative. Si vous la rendez obligatoire, qui ne l’a pas activée ne pourra que l’activer.
people-demand-set = La rendre obligatoire
people-demand-leave = La rendre facultative
people-demand-saved = Le choix est enregistré.

## The own account

account-menu = Mon compte
account-title = Mon compte
account-password = Mot de passe
account-details-title = Changer le nom et la langue
account-details-name-hint = Tel que vos collègues le voient, et tel qu’il figure dans le journal des opérations.
account-language = Langue de l’espace de travail
account-language-hint = L’espace de travail et les messages vous parlent dans cette langue, chez tous les membres où vous travaillez.
account-described = Votre nom et votre langue sont enregistrés.
account-password-title = Changer de mot de passe
account-password-text = Après le changement, toutes vos autres connexions prennent fin, sur ce site et chez les autres membres.
account-password-present = Mot de passe actuel
account-password-new = Nouveau mot de passe
account-password-button = Enregistrer le mot de passe
account-password-changed = Le mot de passe est changé et vos autres connexions ont pris fin.
account-password-set = Le nouveau mot de passe est enregistré. Connectez-vous avec lui.
account-role-accepted = L’invitation est acceptée et le rôle ajouté à votre compte.
account-invitation-mine = Vous êtes connecté(e) avec ce compte. Confirmez pour accepter l’invitation : { $collectivity }.
account-sign-ins = Connexions ouvertes
account-sign-ins-text = Voici les appareils connectés à votre compte. Si vous n’en reconnaissez pas un, mettez fin à sa connexion et changez de mot de passe.
account-sign-in-this = Cette connexion
account-sign-in-network = Réseau :
account-sign-in-opened = Ouverte le { $time }
account-sign-in-seen = Dernière activité : { $time }
account-sign-in-end = Mettre fin à cette connexion
account-sign-in-ended = La connexion a pris fin.
account-sign-ins-end = Mettre fin à toutes les autres connexions
account-sign-ins-ended = Toutes les autres connexions ont pris fin.
account-browser-chrome = Chrome
account-browser-edge = Edge
account-browser-firefox = Firefox
account-browser-opera = Opera
account-browser-safari = Safari
account-browser-samsung = Navigateur Samsung
account-browser-other = Navigateur inconnu
account-system-android = Android
account-system-ios = iPhone ou iPad
account-system-windows = Windows
account-system-macos = Mac
account-system-chromeos = ChromeOS
account-system-linux = Linux
account-system-other = Système inconnu
account-elsewhere = Autres espaces de travail
account-elsewhere-text = Vous avez aussi un rôle chez ces membres. On se connecte à chaque site séparément, avec le même mot de passe.

## The second factor

account-factor-title = Double authentification
account-factor-open = Réglages
account-factor-text = Après le mot de passe, un code de l’application d’authentification de votre téléphone est demandé : un mot de passe volé ne suffit plus.
account-factor-begin = Commencer l’activation
account-factor-begin-again = Recommencer avec une autre clé
account-factor-scan = Ajoutez le compte à votre application
account-factor-scan-text = Scannez le dessin avec l’application d’authentification, ou tapez-y la clé. Entrez ensuite le code affiché pour activer.
account-factor-qr = Dessin que lit l’application d’authentification
account-factor-secret = Clé :
account-factor-code = Code
account-factor-code-hint = Six chiffres de l’application d’authentification.
account-factor-confirm = Activer la double authentification
account-factor-since = Double authentification activée depuis le { $time }
account-factor-renew = Nouveaux codes de secours
account-factor-turn-off = Désactiver la double authentification
account-factor-turned-off = La double authentification est désactivée.
account-factor-needed = Votre site exige la double authentification. Pour entrer dans l’espace de travail, activez-la ou connectez-vous avec une clé d’accès.
account-codes-title = Codes de secours
account-codes-once = Gardez ces codes maintenant : ils ne seront plus affichés.
account-codes-text = Chaque code remplace une fois l’application si vous perdez votre téléphone. Gardez-les imprimés ou en lieu sûr.
account-codes-kept = J’ai gardé les codes
account-codes-left =
    { $count ->
        [one] Il reste { $count } code de secours.
       *[other] Il reste { $count } codes de secours.
    }

## Ways back in

account-second-title = Deuxième étape
account-second-text = Le mot de passe est juste. Entrez maintenant le code que montre votre application d’authentification.
account-second-hint = Six chiffres de l’application, ou l’un de vos codes de secours.
account-second-back = Revenir à la connexion
account-forgot-link = Mot de passe oublié ?
account-forgot-title = Mot de passe oublié
account-forgot-text = Entrez votre adresse électronique professionnelle. Si elle a un compte ici, vous recevrez un lien pour choisir un nouveau mot de passe.
account-forgot-button = Envoyer le lien
account-forgot-sent = Si cette adresse a un compte ici, un message lui parviendra dans un instant. Le lien vaut une heure. Regardez aussi dans les indésirables.
account-forgot-again = Demander un nouveau lien
account-reset-title = Nouveau mot de passe
account-reset-text = Choisissez un nouveau mot de passe. Toutes vos connexions ouvertes prendront fin.
account-reset-gone-title = Lien non valable
account-reset-gone-text = Ce lien a déjà servi, a plus d’une heure, ou le mot de passe a changé depuis. Vous pouvez en demander un nouveau.

## Rules

field-password-short =
    { $min ->
        [one] Le mot de passe est trop court : { $min } caractère au moins.
       *[other] Le mot de passe est trop court : { $min } caractères au moins. Une phrase de plusieurs mots convient.
    }
field-password-personal = Ce mot de passe est fait de votre nom, de votre adresse ou du nom de votre collectivité : il se devine. Choisissez des mots sans rapport avec vous.
field-password-pattern = Ce mot de passe est une répétition ou une suite de touches ou de chiffres : il se devine. Choisissez une phrase de plusieurs mots.
field-password-wrong = Le mot de passe actuel est incorrect.
field-code-wrong = Ce code est incorrect ou a déjà servi. Attendez le suivant et réessayez.
second-step-refused = Ce code est incorrect ou a déjà servi.
second-factor-is-on = La double authentification est déjà activée.
second-factor-is-off = La double authentification n’est pas activée.
second-factor-not-begun = Commencez d’abord l’activation : aucune clé n’a été créée.

## Mails

mail-reset-subject = Nouveau mot de passe : { $collectivity }
mail-reset-text = Quelqu’un a demandé à changer le mot de passe de votre compte dans l’espace de travail : { $collectivity }. Si c’est vous, choisissez-en un nouveau.
mail-reset-button = Choisir un nouveau mot de passe
mail-reset-expiry =
    { $minutes ->
        [one] Ce lien sert une seule fois et reste valable { $minutes } minute.
       *[other] Ce lien sert une seule fois et reste valable { $minutes } minutes.
    }
mail-reset-ignore = Si vous n’avez rien demandé, ignorez ce message : votre mot de passe reste le même.
mail-reset-why = Vous recevez ce message parce que votre adresse a été saisie sur la page « Mot de passe oublié » du site : { $collectivity }.
mail-password-changed-subject = Votre mot de passe a changé : { $collectivity }
mail-password-changed-text = Le mot de passe de votre compte a changé le { $time } et toutes les connexions précédentes ont pris fin.
mail-second-factor-off-subject = Double authentification désactivée : { $collectivity }
mail-second-factor-off-text = La double authentification de votre compte a été désactivée le { $time }.
mail-second-factor-reset-subject = Double authentification retirée : { $collectivity }
mail-second-factor-reset-text = Le { $time }, les responsables de la plateforme ont retiré la double authentification de votre compte, parce que sa perte leur a été signalée. Toutes les connexions précédentes ont pris fin. Connectez-vous avec votre mot de passe et activez-la de nouveau.
mail-account-not-me = Ce n’était pas moi : choisir un nouveau mot de passe
mail-account-was-me = Si c’était vous, il n’y a rien à faire.
mail-account-why = Vous recevez ce message parce que vous avez un compte dans l’espace de travail : { $collectivity }.
