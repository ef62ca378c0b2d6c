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
field-number = This is not a number.
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
file-too-large =
    { $max ->
        [one] This file is larger than one megabyte. Make it smaller, or give its link instead.
       *[other] This file is larger than { $max } megabytes. Make it smaller, or give its link instead.
    }
file-not-a-picture = This file is not a picture. Send a PNG, JPEG or WebP picture.
file-kind-not-taken = Files of this kind are not accepted. Send a PDF, a picture (JPEG, PNG, WebP), an office document or a CSV file.
file-picture-broken = This picture cannot be read. Open it on your device, save it again, then send it again.
file-picture-too-large = This picture has more than 40 million pixels. Make it smaller, then send it again.
file-no-room = The room for your collectivity's files is full. Remove files that are not used, or write to the network's coordinators.
file-in-use = This file is used, so it cannot be deleted while it is.

## The cycle of a programme

programme-changed-meanwhile = Somebody else changed this programme while you worked on it. Open the page again, look at what changed, then save again.
cycle-two-years = The cycle of a programme is two years in a row, for example 2026-2027.
cycle-taken = There is a programme of this cycle already. Open that one, or choose two other years.
cycle-ends-before-start = The last day is before the first. Correct one of them.
cycle-milestones-after-end = Some milestones are due after this day. Move them forward first, or choose a later end.
cycle-is-closed = This programme is over and can no longer be changed. Prepare the one of the next cycle.
cycle-is-adopted = The council has adopted this programme, so its preparation cannot be taken up again.
cycle-draft-is-empty = The draft cannot be published: no commitment in it has a milestone. Add at least one commitment with a milestone, then publish it.
cycle-draft-is-public = The draft is public already. What you change in it is seen together with the change.
cycle-needs-draft = The follow-up committee validates only a draft that the public could read. Publish the draft first.
cycle-needs-committee = The validation cannot be recorded: the follow-up committee has no members. Add them first.
cycle-draft-is-validated = The follow-up committee has validated the draft already. Bring it before the council.
cycle-needs-validation = Only a draft that the follow-up committee has validated comes before the council. Record the validation first.
cycle-needs-session = No session is recorded in which the council adopted this programme. Record the session and its vote first.
cycle-session-did-not-adopt = The council did not adopt the programme in this session. Choose the one in which it did.
cycle-session-before-validation = This session was held before the follow-up committee validated the draft. Correct one of the days, or record the session that followed.
cycle-session-without-decision = This session has neither a decision number nor a document. Add one of them first.
cycle-session-of-another-programme = This session is not about this programme. Choose one of its sessions, or tie this one to the programme first.
cycle-needs-adoption = Implementation does not begin before the council has adopted the programme. Record the adoption first.
cycle-is-implemented = The implementation of this programme has begun already.
cycle-needs-implementation = Evaluation does not begin before implementation. Record the beginning of implementation first.
cycle-is-evaluated = The evaluation of this programme has begun already.
cycle-needs-evaluation = The programme does not end before its evaluation. Record the beginning of the evaluation first.
cycle-day-ahead = This day is still to come. Write down here what took place, and the day you expect in the plan.
cycle-day-too-early = This day cannot be before { $day }. Correct it, or correct the step before it.
cycle-start-after-finish = The first day is after the last day of the step. Correct one of them.
cycle-step-by-verb = The beginning of adoption, implementation and evaluation is not written by hand: it follows the decision to go on. Use the action for it.
cycle-step-is-used = The days of this step cannot be taken back, because what follows rests on them. You can correct the day.
cycle-consultation-needs-draft = The public consultation is about a published draft. Publish the draft first.
committee-full = The follow-up committee has as many members as can be recorded. Remove one before adding another.
session-changed-meanwhile = Somebody else changed this session while you worked on it. Open the page again, look at what changed, then save again.
session-ends-before-start = The session ends before it begins. Correct one of the days.
session-not-held-yet = This session has not been held yet, so it has no outcome. Leave it planned until then.
session-decides-on-nothing = An adoption or a rejection is about a programme. Choose the programme.
session-already-adopted = Another session in which the council adopted this programme is recorded already. Correct that one first.
session-adopted-by-minority = There are more votes against than for, so this is no adoption. Check the votes or the outcome.
session-adopted-programme = The programme was adopted by this session, so its kind, days and outcome no longer change, and it keeps a number or a document. The rest can be corrected.
session-was-held = Only a session that is still planned can be removed. Those that were held or put off stay in the history.

## Progress reports

report-own = Nobody approves a report of their own. Ask a colleague to do it.
report-decided = This report was decided already. Open the list again to see what is left in it.
report-newer = Another report on this milestone came in while you were writing. Nothing you wrote is lost: compare it with the new report, then send it again.
report-corrected-meanwhile = This entry was corrected already. Open its last correction, and correct that one if need be.
report-programme-not-running = Progress is reported during implementation and evaluation only; after that, only corrections are taken. Record the beginning of implementation first.
report-unknown-period = No period of this programme ends on this day. Choose a period from the list.
indicator-measured = This indicator has recorded values, so it can neither be removed nor become of another kind. Add another indicator.

tree-is-adopted = The council has adopted this programme, so nothing is removed from it any more. What is given up is reported as dropped, with its reason.
tree-axis-in-use = This axis still has commitments. Move them to another axis or remove them first.
tree-has-history = Something was already reported, measured or assessed here, so it stays. Report it as dropped instead.
tree-changed-meanwhile = Somebody changed this part while you were writing. Look at what it says now, then save your change again.
tree-is-full = There is no room for another one here: { $max } is the most. Join some of them, or choose another place.
tree-day-after-end = The programme ends on { $day }. Choose a day before that, or move the end of the programme first.
tree-day-before-start = The programme begins on { $day }. Choose a day from then on, or move the beginning of the programme first.
