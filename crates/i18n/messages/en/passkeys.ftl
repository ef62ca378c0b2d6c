### Passkeys: keys of a device that open the office at the host of one member.

account-passkeys = Passkeys
account-passkeys-text = With a passkey you sign in by the fingerprint, the face or the screen lock of your device, without password or code. Each one works on this site only.
account-passkeys-none = You have no passkey on this site yet.
account-passkey-added-on = Added on { $time }
account-passkey-used = Last used on { $time }
account-passkey-unused = Not used yet
account-passkey-add = Add a passkey
account-passkey-add-text = Give it a name and confirm that it is you. Then your device asks for your fingerprint, your face or its screen lock.
account-passkey-name = Name of the passkey
account-passkey-name-hint = For example the device it lives in, so that you know it again in the list.
account-passkey-continue = Continue
account-passkey-ready = Confirm on your device
account-passkey-ready-text = Your device will ask for your fingerprint, your face or its screen lock. What it checks stays on the device.
account-passkey-create = Create the passkey
account-passkey-again = Start again
account-passkey-no-script = Passkeys need JavaScript, which is off in this browser. You can go on signing in with your password.
account-passkey-unsupported = This browser cannot keep passkeys. Use a newer one, or go on signing in with your password.
account-passkey-waiting = Waiting for your device…
account-passkey-cancelled = Nothing was confirmed on the device. You can try again.
account-passkey-here-already = This device holds a passkey for your account on this site already.
account-passkey-failed = The device did not answer as expected. Try again, or sign in with your password.
account-passkey-away = The site could not be reached. Check your connection and try again.
account-passkey-slow-down = There were too many tries. Wait a few minutes, or sign in with your password.
account-passkey-was-added = The passkey was added. You can sign in with it from now on.
account-passkey-was-removed = The passkey was removed. It opens nothing any more.
account-passkey-remove = Remove
account-passkey-remove-this = Remove the passkey { $name }
account-passkey-remove-title = Remove a passkey
account-passkey-remove-text = The passkey “{ $name }” will no longer open this site, and sign-ins opened with it elsewhere end. Delete it in the settings of your device as well.
account-passkey-sign-in = Sign in with a passkey
account-passkey-or = or

passkey-refused = This passkey does not open the office here. It may have been removed. Sign in with your password.
passkey-over = This took too long or was sent twice. Please try again.
passkey-not-added = The answer of the device could not be confirmed, so no passkey was added. Please try again.
passkey-not-possible = Passkeys are not possible at this address.
passkey-known = This passkey was added already.
passkey-most = You have as many passkeys as are possible on this site. Remove one first.

mail-passkey-added-subject = A passkey was added: { $collectivity }
mail-passkey-added-text = On { $time } a passkey was added to your account. Whoever holds the device can sign in with it. If it was not you, remove it and change your password.
mail-passkey-added-button = See my passkeys

audit-did-add-passkey = { $who } added a passkey
audit-did-remove-passkey = { $who } removed a passkey
audit-did-sign-in-passkey = { $who } signed in with a passkey

personal-passkey = Passkey
