### Signing in by a provider of the operator's choice.

office-sign-in-provider = Se connecter avec { $name }
office-sign-in-arrival = Connexion en cours…
office-sign-in-arrival-on = Continuer
account-provider = Connexion avec { $name }
account-provider-since = Compte associé le { $time }
account-provider-none = Pas encore associé : il le sera à votre première connexion par ce moyen.
account-provider-unlink = Dissocier
account-provider-was-unlinked = L’association avec votre compte externe est supprimée.

provider-refused = La connexion externe a réussi, mais elle ne correspond à aucun compte ici. Un administrateur doit vous avoir invité, à la même adresse électronique confirmée. Vous pouvez vous connecter avec votre mot de passe.
provider-over = La réponse est arrivée trop tard, deux fois, ou dans un autre navigateur. Veuillez vous connecter à nouveau.
provider-said-no = La connexion externe n’a pas abouti. Réessayez, ou connectez-vous avec votre mot de passe.
provider-away = La connexion externe ne répond pas pour le moment. Connectez-vous avec votre mot de passe, ou réessayez plus tard.

mail-provider-linked-subject = Votre compte a été associé : { $collectivity }
mail-provider-linked-text = Le { $time }, une première connexion à votre compte a eu lieu par le service de connexion externe, et les deux ont été associés. Si ce n’était pas vous, dissociez-les sur la page de votre compte et changez votre mot de passe.
mail-provider-linked-button = Voir mon compte

audit-did-use-provider = { $who } a été reconnu par le service de connexion externe
audit-did-link-provider = { $who } a été associé à un compte externe
audit-did-unlink-provider = { $who } a supprimé l’association avec un compte externe

personal-provider = Connexion externe
