### The office: the picture of an article, and choosing pictures of the library

article-cover-unknown = This picture is no longer in the library. Choose another one.
article-cover-without-words = This picture has no alternative text. First say what it shows, on its page in the library.
audit-field-cover = picture of the article
library-alternative-needed = This picture stands at the head of an article. It needs an alternative text.
office-cover-hint = It is shown above the text, in the list of news and where the link is shared.
office-cover-mute = Without alternative text:
office-cover-none = No picture
office-cover-open = say what it shows
office-cover-choose = Choose or send another picture
office-editor-field-cover = Picture of the article
office-picture = Picture
office-picture-title = Choose a picture
office-picture-empty = There are no pictures in the library yet.
office-picture-more = Older pictures
office-picture-send = Send a new picture
office-picture-sending = Sending the picture…
office-picture-sent = The picture has arrived.
office-picture-failed = The picture did not arrive. Check the connection and try again.
office-picture-words = Alternative text
office-picture-words-hint = Say in one sentence what the picture shows to those who do not see it.
office-picture-words-missing = Write the alternative text.
office-picture-none-chosen = Choose a picture.
office-picture-put = Use this picture
office-picture-close = Close
