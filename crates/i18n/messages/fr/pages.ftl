# Pages fixes et menu du site

page-status-draft = Brouillon
page-status-published = Publiée
page-changed-meanwhile = Quelqu’un d’autre a modifié cette page entre-temps.
page-too-many = Le nombre maximal de pages est atteint. Modifiez une page existante.
page-already-public = Cette page est déjà publiée.
page-not-public = Cette page n’est pas publiée.
office-menu-pages = Pages et menu
office-pages-title = Pages et menu
office-pages-empty = Aucune page pour le moment. Ajoutez par exemple une page sur vos services ou une page de présentation.
office-pages-hint = L’ordre des pages est celui du menu du site public, après les rubriques fixes.
office-page-new = Ajouter une page
office-page-edit = Modifier une page
office-page-in-menu = Dans le menu du site
office-page-in-menu-hint = Seules les pages publiées y figurent, huit au plus.
office-page-up = Monter
office-page-down = Descendre
office-page-saved = La page est enregistrée.
office-page-published = La page est publiée.
office-page-taken-back = La page est retirée ; c’est un brouillon.
office-page-moved = L’ordre des pages est changé.
audit-subject-page = Page
audit-did-create-page = { $who } a rédigé une page
audit-did-update-page = { $who } a modifié une page
audit-did-publish-page = { $who } a publié une page
audit-did-take-back-page = { $who } a retiré une page
audit-did-move-page = { $who } a changé l’ordre des pages
