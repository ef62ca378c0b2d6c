### People of a member, and everybody's own account.

## The people of a member

people-menu = People
people-title = People and rights
people-one-title = Person
people-me = You
people-email = E-mail address
people-name = Full name
people-role = Role
people-roles = Roles
people-count =
    { $count ->
        [one] { $count } person in the office
       *[other] { $count } people in the office
    }
people-last-sign-in = Last sign-in: { $time }
people-never-signed-in = Never signed in
people-factor-on = Two-step verification is on
people-factor-off = Two-step verification is off
people-role-hint = The admin runs the site and its people; the editor writes and publishes news; the focal point runs the programme and reports its progress; the moderator reviews comments.
people-role-hint-network = The coordinator runs the network and its members; the observer reads the dashboard and changes nothing.
people-language = Language of the invitation and the office
people-language-hint = This is for a new account. Whoever has one keeps their language.
people-invite = Invite somebody
people-invite-text = The person receives a message with a link that is good for 48 hours, and has the role only once they accept.
people-invite-button = Send the invitation
people-invited = The invitation was sent.
people-invitations = Open invitations
people-invitations-empty = No invitation is open.
people-invited-by = Invited by { $name }
people-invitation-until = Good until { $time }
people-invitation-over = Expired on { $time }
people-again = Send again
people-again-for = Send again: { $name }
people-invited-again = The invitation was sent again. The former link is void.
people-withdraw = Withdraw the invitation
people-withdraw-for = Withdraw the invitation: { $name }
people-invitation-withdrawn = The invitation was withdrawn and its link is void.
people-give-title = Give another role
people-give-role = New role
people-give = Give this role
people-role-given = The role was given.
people-take = Take this role away
people-take-this = Take this role away: { $role }
people-role-taken = The role was taken away, with immediate effect.
people-remove-title = End all rights
people-remove-text = All roles of this person here are taken away and the office is closed to them at once. Their work at other members is not touched, and what they did here is kept.
people-remove = Take all roles away
people-removed = This person has no role here any more.
people-demand = Two-step verification
people-demand-now = Two-step verification is required of everybody here. Whoever has not turned it on can only turn it on.
people-demand-not-now = Two-step verification is optional. If you require it, whoever has not turned it on can only turn it on.
people-demand-set = Require it
people-demand-leave = Make it optional
people-demand-saved = Your choice was saved.

## The own account

account-menu = My account
account-title = My account
account-password = Password
account-details-title = Change the name and the language
account-details-name-hint = As your colleagues see it, and as it stands in the audit.
account-language = Language of the office
account-language-hint = The office and the mails speak this language, at all members where you serve.
account-described = Your name and your language are saved.
account-password-title = Change the password
account-password-text = After the change all your other sessions end, on this site and at the other members.
account-password-present = Present password
account-password-new = New password
account-password-button = Save the password
account-password-changed = The password was changed and your other sessions have ended.
account-password-set = The new password was saved. Sign in with it now.
account-role-accepted = The invitation was accepted and the role added to your account.
account-invitation-mine = You are signed in with this account. Confirm to accept the invitation to { $collectivity }.
account-sign-ins = Open sessions
account-sign-ins-text = These devices are signed in to your account. If you do not know one of them, end its session and change your password.
account-sign-in-this = This session
account-sign-in-network = Network:
account-sign-in-opened = Opened on { $time }
account-sign-in-seen = Last active: { $time }
account-sign-in-end = End this session
account-sign-in-ended = The session has ended.
account-sign-ins-end = End all other sessions
account-sign-ins-ended = All other sessions have ended.
account-browser-chrome = Chrome
account-browser-edge = Edge
account-browser-firefox = Firefox
account-browser-opera = Opera
account-browser-safari = Safari
account-browser-samsung = Samsung browser
account-browser-other = Unknown browser
account-system-android = Android
account-system-ios = iPhone or iPad
account-system-windows = Windows
account-system-macos = Mac
account-system-chromeos = ChromeOS
account-system-linux = Linux
account-system-other = Unknown system
account-elsewhere = Other offices
account-elsewhere-text = You have a role at these members too. One signs in to each site separately, with the same password.

## The second factor

account-factor-title = Two-step verification
account-factor-open = Settings
account-factor-text = After the password, a code from the authenticator app on your phone is asked for: a stolen password alone is not enough.
account-factor-begin = Set it up
account-factor-begin-again = Start again with another key
account-factor-scan = Add the account to your authenticator
account-factor-scan-text = Scan the drawing with the authenticator app, or type the key into it. Then enter the code it shows to turn it on.
account-factor-qr = Drawing that the authenticator app reads
account-factor-secret = Key:
account-factor-code = Code
account-factor-code-hint = Six digits from the authenticator app.
account-factor-confirm = Turn on two-step verification
account-factor-since = Two-step verification is on since { $time }
account-factor-renew = New recovery codes
account-factor-turn-off = Turn off two-step verification
account-factor-turned-off = Two-step verification was turned off.
account-factor-needed = Your site requires two-step verification. To enter the office turn it on, or sign in with a passkey.
account-codes-title = Recovery codes
account-codes-once = Keep these codes now: they will not be shown again.
account-codes-text = Each code stands in once for the app if you lose your phone. Keep them printed or in a safe place.
account-codes-kept = I have kept the codes
account-codes-left =
    { $count ->
        [one] { $count } recovery code is left.
       *[other] { $count } recovery codes are left.
    }

## Ways back in

account-second-title = Second step
account-second-text = The password is right. Now enter the code that your authenticator app shows.
account-second-hint = Six digits from the app, or one of your recovery codes.
account-second-back = Back to sign-in
account-forgot-link = Forgotten your password?
account-forgot-title = Forgotten password
account-forgot-text = Enter your work e-mail address. If it has an account here, you will receive a link to choose a new password.
account-forgot-button = Send the link
account-forgot-sent = If this address has an account here, a message will reach it in a moment. The link is good for one hour. Look into the spam folder too.
account-forgot-again = Ask for a new link
account-reset-title = New password
account-reset-text = Choose a new password. All your open sessions will end.
account-reset-gone-title = This link is not valid
account-reset-gone-text = This link was used before, is older than an hour, or the password has changed since. You can ask for a new one.

## Rules

field-password-short =
    { $min ->
        [one] The password is too short: at least { $min } character.
       *[other] The password is too short: at least { $min } characters. A phrase of several words will do.
    }
field-password-personal = This password is made of your name, your address or the name of your collectivity, which can be guessed. Choose words that have nothing to do with you.
field-password-pattern = This password is a repetition or a run of keys or digits, which can be guessed. Choose a phrase of several words.
field-password-wrong = The present password is not right.
field-code-wrong = This code is wrong or was used before. Wait for the next one and try again.
second-step-refused = This code is wrong or was used before.
second-factor-is-on = Two-step verification is on already.
second-factor-is-off = Two-step verification is not on.
second-factor-not-begun = Set it up first: no key was made yet.

## Mails

mail-reset-subject = New password: { $collectivity }
mail-reset-text = Somebody asked to change the password of your account in the office of { $collectivity }. If it was you, choose a new one.
mail-reset-button = Choose a new password
mail-reset-expiry =
    { $minutes ->
        [one] This link works once and is good for { $minutes } minute.
       *[other] This link works once and is good for { $minutes } minutes.
    }
mail-reset-ignore = If you asked for nothing, ignore this message: your password stays as it is.
mail-reset-why = You receive this message because your address was entered on the page for forgotten passwords of { $collectivity }.
mail-password-changed-subject = Your password has changed: { $collectivity }
mail-password-changed-text = The password of your account was changed on { $time } and all former sessions have ended.
mail-second-factor-off-subject = Two-step verification turned off: { $collectivity }
mail-second-factor-off-text = Two-step verification of your account was turned off on { $time }.
mail-second-factor-reset-subject = Two-step verification removed: { $collectivity }
mail-second-factor-reset-text = On { $time } the operators of the platform removed two-step verification from your account, because its owner was said to have lost it. All former sessions have ended. Sign in with your password and set it up again.
mail-account-not-me = It was not me: choose a new password
mail-account-was-me = If it was you, there is nothing to do.
mail-account-why = You receive this message because you have an account in the office of { $collectivity }.
