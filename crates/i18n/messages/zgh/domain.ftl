### Nouns of the field.
### Amazigh holds only what a source confirms; all else falls back visibly to Arabic.

# As the press writes it (azulpress.ma).
kind-region = ⵜⴰⵎⵏⴰⴹⵜ

# As in the names of prefectures and provinces on OpenStreetMap (ODbL).
kind-prefecture = ⵍⵄⴰⵎⴰⵍⴰ
kind-province = ⵍⵉⵇⵍⵉⵎ
