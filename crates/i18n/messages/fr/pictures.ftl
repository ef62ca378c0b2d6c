### Espace de travail : l’image d’une actualité, et le choix d’images dans la médiathèque

article-cover-unknown = Cette image n’est plus dans la médiathèque. Choisissez-en une autre.
article-cover-without-words = Cette image n’a pas de texte de remplacement. Décrivez d’abord ce qu’elle montre, sur sa page de la médiathèque.
audit-field-cover = image de l’actualité
library-alternative-needed = Cette image illustre une actualité. Il lui faut un texte de remplacement.
office-cover-hint = Elle paraît au-dessus du texte, dans la liste des actualités et là où le lien est partagé.
office-cover-mute = Sans texte de remplacement :
office-cover-none = Sans image
office-cover-open = décrire ce qu’elle montre
office-cover-choose = Choisir ou envoyer une autre image
office-editor-field-cover = Image de l’actualité
office-picture = Image
office-picture-title = Choisir une image
office-picture-empty = Il n’y a pas encore d’image dans la médiathèque.
office-picture-more = Images plus anciennes
office-picture-send = Envoyer une nouvelle image
office-picture-sending = Envoi de l’image…
office-picture-sent = L’image est arrivée.
office-picture-failed = L’image n’est pas arrivée. Vérifiez la connexion et réessayez.
office-picture-words = Texte de remplacement
office-picture-words-hint = Dites en une phrase ce que l’image montre, pour qui ne la voit pas.
office-picture-words-missing = Écrivez le texte de remplacement.
office-picture-none-chosen = Choisissez une image.
office-picture-put = Utiliser cette image
office-picture-close = Fermer
