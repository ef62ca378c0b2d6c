### Pages and notes for when something is not as asked.

## Pages

error-not-found-title = Page not found
error-not-found-text = We could not find what you are looking for. The address may be wrong or the page withdrawn.
error-unknown-host-title = No site at this address
error-unknown-host-text = This address belongs to no member of the network. Check it, or choose your collectivity from the list of members.
error-suspended-title = Site suspended for now
error-suspended-text = This site is suspended for the time being. Its content is kept and will return when service resumes.
error-archived-title = This site is archived
error-archived-text = This site is no longer active. Its public data remain available in the archive.
error-archived-link = Open the archive
error-forbidden-title = Not allowed
error-forbidden-text = Your role does not allow this. Ask the administrator of your site if you think it should.
error-unauthenticated-title = Please sign in
error-unauthenticated-text = Sign in to continue; you will return to the page you asked for.
error-conflict-title = This changed in the meantime
error-conflict-text = The action was not carried out because the content changed since you opened it. Nothing you wrote is lost.
error-too-many-requests-title = Too many requests
error-too-many-requests-text = You sent too many requests in a short time. Wait a little and try again.
error-retry-after =
    { $seconds ->
        [one] Try again in { $seconds } second
       *[other] Try again in { $seconds } seconds
    }
error-bad-request-title = Bad request
error-bad-request-text = This request could not be understood. Go back and try again.
error-method-title = Method not allowed
error-method-text = This address does not accept this kind of request.
error-payload-too-large-title = Too large
error-payload-too-large-text = What you sent is larger than allowed. Shorten it and try again.
error-timeout-title = This took too long
error-timeout-text = We could not answer in time. Try again in a moment.
error-unavailable-title = Service unavailable
error-unavailable-text = The service is not available right now. Try again in a few minutes.
error-media-type-title = Format not accepted
error-media-type-text = This service does not accept content of this type.
error-origin-title = Request from another site
error-origin-text = This request was refused because it did not come from this site. Open the page again and retry.
error-internal-title = Something went wrong on our side
error-internal-text = We could not complete your request. If it happens again, write to us and quote request number { $request_id }.
error-request-id = Request number: { $request_id }
error-go-home = Back to the home page
error-go-news = See the latest news
error-go-members = List of network members
error-sign-in = Sign in

## Problems with what was asked

article-changed-meanwhile = Someone else changed this news item while you were working on it. Your text is kept below; compare the two versions and save again.
article-not-published = This news item is not published.
article-already-published = This news item is already published.
article-not-editable = This news item cannot be edited in its present state.
invitation-expired = This invitation has expired. Ask the administrator of your site for a new one.
invitation-used = This invitation has already been used. Sign in with the password you chose.
token-invalid = This link is not valid or has expired.
sign-in-refused = The e-mail address or the password is not right.
sign-in-throttled = Too many attempts. Wait a few minutes before you try again.
collectivity-suspended = This collectivity is suspended; its content cannot be changed.
slug-taken = This name is already taken.
slug-reserved = This name is reserved.

## Fields of forms

field-summary =
    { $count ->
        [one] { $count } thing to correct
       *[other] { $count } things to correct
    }
field-required = This field is required.
field-too-long =
    { $max ->
        [one] At most { $max } character.
       *[other] At most { $max } characters.
    }
field-too-short =
    { $min ->
        [one] At least { $min } character.
       *[other] At least { $min } characters.
    }
field-invalid-email = This e-mail address is not valid. Example: amina@example.org
field-invalid-date = This date is not valid.
field-invalid-slug = Small letters, digits and hyphens only.
field-forbidden-characters = This field contains characters that are not accepted.
field-not-unique = This value is already in use.
field-unknown-value = Unknown value. Choose from the list.
field-out-of-range = The value must be between { $min } and { $max }.
field-language-missing = The text in { $language } is missing.
field-language-not-offered = This collectivity does not publish in { $language }.
field-passwords-differ = The two passwords differ.
field-password-common = This password is too common. Choose another.
field-bad-cursor = The page cursor is not valid. Start again from the top of the list.
field-reserved = This name is reserved. Choose another.
paging-count = The number must be between 0 and { $max }.
paging-both-directions = One request cannot ask for both directions at once.
collectivity-other-status = The status of this collectivity does not allow this operation.
sign-in-needed = Sign in to do this.
denied-role = Your role does not allow this.
staff-last-admin = The last administrator cannot be removed. Appoint another first.
