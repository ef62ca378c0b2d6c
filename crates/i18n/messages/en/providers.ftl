### Signing in by a provider of the operator's choice.

office-sign-in-provider = Sign in with { $name }
office-sign-in-arrival = Signing you in…
office-sign-in-arrival-on = Continue
account-provider = Sign-in with { $name }
account-provider-since = Linked on { $time }
account-provider-none = Not linked yet: it is at your first sign-in that way.
account-provider-unlink = Unlink
account-provider-was-unlinked = The link to your external account was removed.

provider-refused = The external sign-in worked, but it leads to no account here. An administrator must have invited you, with the same confirmed e-mail address. You can sign in with your password.
provider-over = This took too long, was sent twice or was begun in another browser. Please sign in again.
provider-said-no = The external sign-in was not completed. You can try again or sign in with your password.
provider-away = The external sign-in does not answer at the moment. Sign in with your password, or try again later.

mail-provider-linked-subject = Your account was linked: { $collectivity }
mail-provider-linked-text = On { $time } somebody signed in to your account by the external sign-in service for the first time, and the two were linked. If it was not you, unlink them on the page of your account and change your password.
mail-provider-linked-button = See my account

audit-did-use-provider = { $who } was recognised by the external sign-in service
audit-did-link-provider = { $who } was linked with an external account
audit-did-unlink-provider = { $who } removed the link with an external account

personal-provider = External sign-in
