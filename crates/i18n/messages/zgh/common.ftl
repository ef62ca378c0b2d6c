### Words that every page shares.
### Amazigh holds only what a source confirms; all else falls back visibly to Arabic.

# The language's own name, as in CLDR 48 (Unicode License v3).
language-zgh = ⵜⴰⵎⴰⵣⵉⵖⵜ
