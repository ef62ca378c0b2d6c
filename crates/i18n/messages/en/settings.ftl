### What a member decides about its site.

## The page

settings-menu = Settings
settings-title = Settings of the site
settings-saved = The settings are saved and in effect.
settings-restored = The previous settings are back.
settings-preview = Preview before saving
settings-preview-title = Preview of the head of the site
settings-preview-notice = A preview of what you typed: nothing is saved yet.
settings-preview-ratio = Contrast: { $ratio } (at least 4.5).
settings-preview-save = Save the settings
settings-preview-edit = Back to editing
settings-restore-title = Bring the previous settings back
settings-restore-text = All settings return to what they were before the last save. Both changes stay in the audit.
settings-restore = Restore
settings-theirs = What somebody else saved meanwhile
settings-theirs-stored = Stored now
settings-theirs-typed = What you typed
settings-changed-meanwhile = Somebody else changed the settings meanwhile. What you typed is kept below: compare, then save again.

## Parts of the form

settings-head-names = Name
settings-head-contacts = Contacts
settings-head-contacts-text = Published on the page about the site.
settings-head-look = Look
settings-head-languages = Languages of the site
settings-head-languages-text = Arabic is always offered; law 26-16 (article 26) asks for Amazigh beside it. Whoever asks for a language that is not offered is led to the default one.
settings-head-mails = Mails
settings-head-mails-text = The sending address stays the platform’s, which mail servers trust; the name and the address for answers change.
settings-head-privacy = Personal data
settings-head-privacy-text = Published on the page about personal data (law 09-08).

## Fields

settings-names = Name
settings-postal-addresses = Postal address
settings-telephone-label = Telephone
settings-mailbox = E-mail address
settings-mailbox-hint = Published, so that everybody can write to you.
settings-accent = Colour of the site
settings-logo = Logo or coat of arms
settings-logo-hint = A PNG, JPEG or WebP picture. It appears beside the name on every page of the site and is kept in the library.
settings-logo-now = The present logo
settings-logo-remove = Take the logo off the site
settings-logo-gone = This picture is no longer in the library. Choose another one.
settings-head-moderation = Moderation
settings-head-moderation-text = Who reads what citizens write, what is not published, and how to object. Published on the page “About”.
settings-moderation-policies = Moderation policy
public-about-moderation = Moderation policy
settings-accent-hint = For example #0b5a4e. White text must be readable on it: a contrast of 4.5 at least. Leave it empty for the network’s colour.
settings-default-locale = Default language
settings-sender-name = Name of the sender
settings-sender-name-hint = The name of the collectivity when empty.
settings-reply-to = Address for answers
settings-reply-to-hint = Answers to your mails go there.
settings-privacy-contact = Contact about personal data
settings-privacy-contact-hint = An e-mail address, a telephone or an office.
settings-cndp-number = Declaration number with the CNDP
settings-privacy-notices = Your own text, added to the notice
settings-keep-subscriptions = Months for which ended subscriptions are kept
settings-keep-subscriptions-hint = The address is erased at once; this is about its hash and the dates.
settings-keep-addresses = Months for which the audit keeps network addresses
settings-keep-addresses-hint = After that they are erased; the chain stays whole.

## What is to be corrected

settings-telephone = This telephone number is not valid. Example: +212 5 35 62 00 00
settings-accent-form = Write # and six hexadecimal digits, for example #0b5a4e.
settings-accent-light = This colour is too light: its contrast is { $ratio }, at least 4.5 is needed.
settings-accent-dark = Links in this colour cannot be read in the dark theme: the contrast is { $ratio }, at least 4.5 is needed.
settings-default-not-offered = The default language must be one that the site offers.

## A domain of its own

settings-domain-title = A domain of your own
settings-domain-lead = Your site can also be read at a domain of yours. The office stays at the platform’s address.
settings-domain = Domain
settings-domain-hint = For example www.fes.ma
settings-domain-own = Domains that lead to your site
settings-domain-ask-title = Ask for a domain
settings-domain-ask = Ask for this domain
settings-domain-record = Set one of these records at whoever runs the domain, then check. It may take a few hours to spread.
settings-domain-name = Name
settings-domain-type = Type
settings-domain-value = Value
settings-domain-check = Check now
settings-domain-give-up = Give it up
settings-domain-remove = Give { $domain } up
settings-domain-asked = Noted. Set the record, then check.
settings-domain-added = This domain leads to your site now.
settings-domain-removed = This domain leads to your site no more.
settings-domain-form = This is no domain name. Example: www.fes.ma
settings-domain-ours = This domain is the platform’s own.
settings-domain-many = You can have no more than { $max } domains.
settings-domain-nowhere = This domain leads nowhere yet.
settings-domain-elsewhere = This domain does not lead here but to: { $found }

## On public pages

settings-retention-subscriptions =
    { $count ->
        [one] Ended subscriptions: their hash and dates are erased after { $count } month.
       *[other] Ended subscriptions: their hash and dates are erased after { $count } months.
    }
settings-retention-addresses =
    { $count ->
        [one] { $count } monthetwork addresses in the audit of staff: erased after { $count } month.
       *[other] { $count } monthsetwork addresses in the audit of staff: erased after { $count } months.
    }
