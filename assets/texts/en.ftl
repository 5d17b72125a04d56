### The interface's words. One file a language; a test proves that every key is here and used.

## register

story-no-lead = A published story needs a lead.
story-no-source = This story has neither a source nor the label that it awaits review; name a source, or set review to awaiting.
code-check = The check character of this sign code does not fit; compare the code with the one printed on the sign.
code-length = A sign code has exactly 6 characters, this one has { $length }; check the code.
code-symbol = No sign code holds “{ $symbol }”; check the code.
text-empty = This cannot be empty; fill it in.
text-invisible = There is an invisible character here, { $character }; delete it or type the line again.
text-slug = “{ $given }” cannot be part of an address; use only a–z without marks, digits and single hyphens, such as nguyen-duc-canh.
text-too-long = This has { $length } characters, and { $most } are allowed; shorten it.
login-refused = “{ $given }” cannot be a login; use 2 to 40 letters without marks, digits, dots or hyphens, beginning with a letter.
photo-no-author = The photo does not name its author; name the author and try again.
photo-no-licence = The photo does not name its licence; name the licence and try again.
photo-no-source = The photo does not name its source; name the source and try again.
photo-no-alt = The photo has no description in { $language } for people who cannot see it; write one and try again.
step-wrong-stage = The text is no longer at this stage; somebody else may just have dealt with it. Reload the page.
step-own-text = Nobody publishes their own text. Ask another reviewer.
step-not-allowed = Your role does not allow this step.
token-unknown = “{ $given }” is not on the list; use one of these words: { $allowed }.
unusual-invisible = There is an invisible character here, { $character }; delete it.
unusual-space = This blank ({ $character }) is not a plain space; type a space instead.
unusual-lost = A letter was lost here when a file was read in the wrong encoding; restore it from the original.
unusual-look-alike = “{ $written }” ({ $character }) passes for “{ $meant }” and is another character; type “{ $meant }”.
unusual-loose-mark = A mark in “{ $written }” is one too many or has no letter to stand on; type it again.
unusual-misplaced = “{ $written }” has a tone mark too many, or one on the wrong letter; correct it.
name-doubt-marks = “{ $written }” has other marks than the register: { $registered }. See which is right.
name-doubt-letter = “{ $written }” is one letter off a name of the register: { $registered }. See whether it is a slip.

## qr
base-url-not-an-address = “{ $given }” is not an address. Write it like https://qr.haiphong.gov.vn.
base-url-scheme = The base URL must start with https:// or http://, not { $scheme }://.
base-url-path = The base URL holds the path “{ $path }”. Take away everything after the host: the code comes right after the slash.
base-url-query = The base URL holds a question mark. Take it away and everything after it.
base-url-fragment = The base URL holds a number sign. Take it away and everything after it.
base-url-user = The base URL holds a user name or a password. Take away everything before the @.
base-url-no-host = The base URL names no host. Write it like https://qr.haiphong.gov.vn.
base-url-ipv6 = The base URL is an IPv6 address, which a symbol in capitals cannot hold. Use a host name or an IPv4 address.
base-url-character = The host holds “{ $character }”, which a symbol in capitals cannot hold. Use letters, digits, dots and hyphens only.
base-url-host-name = “{ $host }” is no host name. Each part between the dots has 1 to 63 characters and neither begins nor ends with a hyphen.
base-url-unlike = This would be read as { $whole }. If that is meant, write it so.
link-too-long = The link has { $length } characters, which no symbol holds. Use a shorter host name.

## print
plate-unknown = No plate is named “{ $given }”. There are: { $known }.
plate-unreadable = The plate { $name } cannot be read: { $cause }
plate-rule = The plate { $name } breaks a rule: { $rule }.
print-nothing = There is no sign to print. Choose at least one.
print-glyph = The font lacks “{ $character }” of “{ $text }”. Mend the name in the register.
print-text = “{ $text }” is too long for the plate in any size that can be read. Choose a larger plate or shorten it.
print-symbol = The symbol of { $link } does not fit the plate { $plate }. Use a shorter host name or a larger plate.
print-dpi = { $dpi } dpi is not between { $least } and { $most }. Choose a number within.
print-picture-large = A picture of { $width }×{ $height } dots is too large. Choose fewer dots an inch, or PDF.
print-font = A font of the program is damaged. Install the program again.
print-picture = The drawing could not be made a picture.
print-proof = The finished file does not read back right: { $count } differences. Nothing has been written.
print-warning-long-link = Links of { $length } characters, more than 35, make smaller modules that are read from about { $metres } m only. A shorter host name is read from farther away.
print-warning-reach = Modules of { $module } mm are read from about { $metres } m only. Hang the plate lower or choose a larger one.
check-file-large = The file has { $bytes } bytes, more than the 512 MiB that are read.
check-pages = The file has { $pages } pages, more than the 20,000 that are read.
check-page-size = Page { $page } has an absurd size. Each side must be from 1 mm to 5 m.
check-unreadable = This file cannot be read as { $format }. It is damaged, or its extension is wrong.
check-slow = Reading the file took too long and was stopped. It is damaged or far too intricate.
proof-missing = Page { $page }: the symbol of { $link } is missing.
proof-extra = Page { $page }, { $x } mm from the left and { $y } mm from the top: a symbol that does not belong here, saying “{ $payload }”.
proof-twice = Page { $page }, { $x } mm from the left and { $y } mm from the top: the symbol of { $link } once more.
proof-unread = Page { $page }, { $x } mm from the left and { $y } mm from the top: a symbol that cannot be read.
proof-quiet-zone = Page { $page }, { $x } mm from the left and { $y } mm from the top: less than four light modules round the symbol.

## exchange

cell-coordinate = “{ $given }” is not a coordinate; write decimal degrees with a point, such as 20.86197, latitude from -90 to 90 and longitude from -180 to 180.
cell-coordinate-half = Half of the position is missing; fill in both lat and lon, or leave both empty.
cell-day = “{ $given }” is not a day; write year-month-day, such as 2025-07-01, or leave it empty.
cell-empty = This row is already in the register, so the cell cannot be empty; fill it in, or leave the whole column out to keep what is there.
cell-not-text = This must be a text, a number or null; take out lists, objects and true or false.
cell-number = “{ $given }” is not a whole number from 0 up; write digits only, or leave it empty.
cell-ward-code = “{ $given }” is not the code of an administrative unit; write all five digits, or leave it empty.
cell-year = “{ $given }” is not a year; write one to four digits, with ~ before it for about and - for BCE, or leave it empty.
code-none-left = No new sign code could be issued; try again, and tell the operator if it goes on.
column-missing = This column is missing; add it, for it says what each row is about.
column-twice = This column is there twice; take one of them out.
column-unknown = There is no column of this name; rename it or take it out. These columns are read: { $allowed }.
column-unnamed = A column has no name; name it or take it out. These columns are read: { $allowed }.
file-broken-utf8 = This UTF-8 file is damaged from this line on; save it again from the original.
file-empty = The file is empty; choose one with a header row and rows below it.
file-encoding = The encoding of this file cannot be told; save it again as UTF-8.
file-json = From this line on the file is not well-formed JSON; make it one array of objects.
file-read-as-windows-1258 = The file is not UTF-8 and was read as Windows-1258; look over the Vietnamese marks.
file-too-large = The file is larger than { $most } MiB; divide it into several.
file-too-many-rows = The file has more than { $most } rows; divide it into several.
file-unclosed-quote = The row that starts on this line opens a quotation mark and never closes it; close it.
licence-coordinates = Coordinates marked OSM: © OpenStreetMap contributors, under the ODbL 1.0 (https://www.openstreetmap.org/copyright).
namesake-unknown = The register has no namesake “{ $given }”; correct it, or import that namesake first.
place-unknown = The register has no { $kind } “{ $given }”; correct it, or import that place first.
row-cells = This row has { $cells } cells under a header of { $columns } columns; check the delimiters and the quotation marks.
row-too-many-cells = This line has more than { $most } cells; check the delimiters and how the file was saved.
row-twice = This record is already on line { $earlier } of the file; keep only one row of it.
slug-unmakeable = No slug can be made of this name; write one yourself, such as nguyen-duc-canh.
starter-broken = The register that came with the program is faulty in { $file }; install the program again.
ward-ambiguous = Several administrative units have the code { $given }; write the slug of the one you mean.
ward-unknown = The register has no ward “{ $given }”; write its slug or its five-digit code, or import that unit first.

## store

store-disk = The disk could not be read or written ({ $reason }). Check its free space and its health.
store-bad-row = The table { $table } holds a value that the register refuses: { $reason }.
store-not-a-database = { $path } is not a database. Name the right file with --db.
store-foreign = { $path } is a database of another program, not of Tên Phố. Name the right file with --db.
store-newer = { $path } was written by a newer version of Tên Phố (schema { $found }; this program knows up to { $known }). Use the newer version.
store-locked = Another program has held the database for too long. Try again in a few minutes.
store-disk-full = The disk is full. Free some space and try again; nothing was left half-written.
store-read-only = The database can only be read. Check that the file and its folder may be written.
store-exists = { $path } exists already. Nothing is ever overwritten; choose another name.
store-missing = There is no file { $path }.
store-damaged = { $path } is damaged: { $report }. Restore it from a backup.
store-no-place = The register has no { $kind } «{ $slug }».
store-no-ward = The register has no ward «{ $slug }».
store-no-batch = There is no print batch { $id }.
store-files = { $path } cannot be written or read: { $reason }.
store-no-version = There is no version { $id }.
store-no-comment = There is no comment { $id }.
store-no-photo = This place has no photo { $id } in use.
store-no-editor = Nobody here signs in as “{ $who }”.
store-not-active = { $login } may not use the office at present.
store-in-the-office = { $place } ({ $lang }) is being worked on in the office; this file would overwrite it, or publish it unreviewed. Publish or discard the working version first, then import again.
store-changed = Somebody else has just changed this. Reload the page to see the new state; what you typed is still in your draft.
store-in-review = The text is waiting for a reviewer and is locked meanwhile. Take it back before you change it; what you typed is still in your draft.
store-no-reason = Please give a reason.
store-time-is-past = That time has passed; choose one that lies ahead.
store-too-many-drafts = You have too many unsaved drafts of this entry; open the list of drafts and drop some.
store-broken = The database failed: { $reason }.

## web and visit

lost-code-elsewhere = This code is real. Its page is here:
product = Tên Phố
city = Hải Phòng
skip = Skip to the text
languages = Language
only-address = The one official address of this site:
promise = It never asks for a password, a phone number or money, and keeps no trace of its visitors.
licence = Texts: CC BY 4.0.
search-label = Find a street or a person, or type the code on a sign
search-button = Search
search-title = Search
found = { $count ->
    [one] One result for “{ $query }”
   *[other] { $count } results for “{ $query }”
}
found-nothing = Nothing found for “{ $query }”
all-places = All streets and places
home-title = The story behind every street name
home-lead = Every street sign in Hải Phòng carries a story. Scan the code on a sign, or search here, to learn who or what the street is named after and why the name is remembered.
home-counts = The register holds { $streets } streets, { $landmarks } landmarks and { $signs } signs with a code.
home-streets = A few streets to begin with
home-landmarks = Landmarks
kind-street = street
kind-landmark = landmark
kind-road = road
kind-pho = street (phố)
kind-avenue = avenue
kind-alley = alley
kind-sub-alley = side alley
kind-bridge = bridge
kind-garden = garden
kind-square = square
kind-person = person
kind-event = event
kind-place = place
kind-word = word
named-after = Named after
life = Life
time = Time
other-names = Also called
name-kind = Kind of name
former-names = Former names
former-district = Former district
length = Length
metres = { $metres } m
decision = Resolution
built = Built
or = {" "}or{" "}
rank = Status
rank-city = listed by the city
rank-national = national relic
rank-special = special national relic
position = Position
attested = Evidence for the name
attested-confirmed = two sources or more
attested-single = one source so far
attested-doubtful = in doubt
born = born { $year }
died = died { $year }
until = until { $year }
about-year = c. { $year }
before-our-era = { $year } BCE
untold-namesake = It is not yet known for certain whom or what this street is named after. Its story will follow when a source is found.
untold-landmark = There is no text about this place yet.
only-in = This text exists only in { $language } so far.
awaiting-review = General knowledge, awaiting review.
sources = Sources
same-namesake = Also bearing this name
bears-the-name = Places that bear this name
nearby = Nearby
read-on = Read on
about-metres = about { $metres } m
sign-number = Sign { $number } · { $code }
this-sign = Is this the sign in front of you?
stands-in = It stands in { $ward }.
compare = Compare the street name, the code and the address below with the sign. If anything differs, another code may have been stuck over it.
where-title = Where does { $code } lead?
where-lead = This code belongs to one of the city’s street signs and leads to this page:
where-address = The address inside the code:
lost-title = Page not found
lost-page = This address leads nowhere. Search for a street by its name, or type the code on the sign.
lost-code-unknown = { $code } is well formed, but it has not been given to any sign.
nearest-codes = Did you mean one of these codes?
nearest-places = Were you looking for one of these?

## office: frame

office = Office
office-desk = Desk
office-entries = Entries
office-languages = Languages
office-history = History
office-people = People
office-parts = Parts of the office
office-way-down = Path
office-search = Search every stage
office-sign-out = Sign out
office-refused = Not done
office-to-the-desk = To the desk
office-not-there = There is no such page.
office-not-allowed = Your role does not open this page.
office-foreign-form = The form is out of date or was not sent from a page of the office; nothing was changed. Open the page again and send it once more.
office-too-large = More than { $most } MiB were sent; nothing was changed.
office-no-form = What was sent is not a readable form; nothing was changed.

## office: signing in and people

login-title = Sign in
login-name = Login
login-password = Password
login-send = Continue
login-wrong = The login or the password is wrong. Check both and try again.
login-too-late = It is too long since you gave your password. Please sign in again.
login-as-another = Sign in as somebody else
code-title = Authentication code
code-label = The 6 digits in your authenticator app
code-note = No phone at hand? Use one of your recovery codes.
code-wrong = This code is wrong or was used before. Wait for the next one and try again.
too-many-tries = That was wrong too many times. Try again in { $seconds } seconds.
office-busy = Too many people are signing in just now. Try again in a few seconds.
signed-out = You are not signed in, or your session is over. Please sign in.
signed-out-kept = Your session is over, but nothing that you have just sent is lost. Sign in again to send it.
kept-title = Your words are still here
kept-explained = What you wrote was not sent, and not a word is lost. Press the button to send it again.
kept-send = Send again
factor-needed = Your role needs a second factor. Please set it up before you go on.
password-wrong = The current password is wrong.
password-too-short-alone = A password needs at least { $alone } characters, or { $beside } beside a second factor. A long phrase that you can remember is best.
password-too-short = A password needs at least { $least } characters.
password-too-long = A password has { $most } characters at most.
password-common = This password is among the first that anybody would guess. Choose another.
password-own-name = This password is only a name that others know, with or without digits. Choose another.
password-simple = This password only repeats a few characters or runs along the keyboard. Choose another.
store-login-taken = Somebody has the login “{ $login }” already. Choose another.
store-last-operator = This is the last operator who can sign in. Give the role to somebody else first.
store-no-invitation = This link is not good: it was used, is past its time, or was not copied whole. Ask an operator for a new one.
save = Save
yes = yes
no = no
login-rule = 2 to 40 characters: letters a to z, digits, dots, hyphens; beginning with a letter.
passwords-differ = The new password was typed in two different ways. Type it again.
password-new = New password
password-new-again = New password, once more
password-rule = At least 15 characters, or 8 beside a second factor. A long phrase that you can remember, spaces and all, is best.
password-current = Current password
password-change = Change password
setup-title = Set up your sign-in
setup-first = Welcome! You are the first operator of this office. Choose a login and a password.
setup-invited = Choose a password to enter the office. This link works once.
setup-again = Choose another password
setup-too-late = It is too long since the step before. Please begin again.
factor-title = Second factor
factor-explained = With every sign-in you will type a code of 6 digits from your phone, so that knowing the password is not enough.
factor-step-app = Install an authenticator app on your phone, such as Google Authenticator, Microsoft Authenticator or FreeOTP.
factor-step-scan = Open it and scan this symbol:
factor-step-type = Cannot scan it? Choose to type a key, and type:
factor-step-code = Type the 6 digits that the app shows.
factor-symbol = QR code for an authenticator app; the same key stands below as text
factor-is-set = It is on.
factor-is-not-set = It is off. Turn it on, so that knowing your password is not enough.
factor-set-up = Set up a second factor
factor-replace = Move to another phone
codes-title = Recovery codes
codes-explained = Without your phone you can sign in with one of these, each once. This page is shown once: print it, or copy the codes and keep them somewhere safe.
codes-kept = I have put these codes away
codes-go-on = Go on
codes-left = { $count ->
    [one] { $count } recovery code is left.
   *[other] { $count } recovery codes are left.
}
codes-renew = Make new recovery codes
codes-renew-explained = The old recovery codes will be good no more. Give your password to make new ones.
me-title = Your account
me-done-name = Your name was changed.
me-done-password = Your password was changed. Your other sessions have ended.
me-done-sessions = The session has ended.
sessions-title = Where you are signed in
sessions-device = Browser
sessions-since = Signed in
sessions-this = this one
sessions-end = End
sessions-end-others = End all others
people-name = Full name
people-role = Role
people-role-note = Reviewers, printers and operators must use a second factor.
people-state = State
people-seen = Last seen
people-not-lately = not lately
people-langs = Languages (translators only)
people-add = Add somebody
people-back = Back to the people
no-language = A translator needs at least one language. Choose one.
role-editor = Editor
role-translator = Translator
role-reviewer = Reviewer
role-printer = Printer
role-operator = Operator
state-invited = has not set a password
state-active = active
state-disabled = disabled
link-title = One-time link
link-explained = Send this link to { $login } in private. It works once, within 72 hours, and is shown only here and now.
link-label = Link
person-changed = Saved. They have to sign in again.
person-disabled = Disabled. All their sessions have ended.
person-enabled = Enabled again.
person-access = Access
person-enable = Enable again
person-reset = Reset the sign-in
person-reset-explained = For somebody who has forgotten the password or lost the phone: the old password and second factor are gone, and you get a new link to send.
person-disable = Disable
person-disable-explained = Somebody disabled can no longer sign in. What they wrote stays, and so does their name in the history.
person-link-until = Link good until

## office: texts

text-title = { $name } · { $language }
field-lead = Opening sentence
field-body = Story
field-review = Confirmation
field-photos = Photos beside the text
help-lead = The answer in one breath: who the street is named after, and why it matters.
help-body = Leave an empty line between paragraphs. *italic*, **bold**; a line that begins with > is a quotation, with - a list; link to an entry with [Lê Chân](namesake/le-chan).
marks = Formatting
mark-bold = Bold
mark-italic = Italic
mark-quote = Quotation
mark-list = List
mark-link = Link to an entry
review-awaiting = General knowledge, awaiting review (the page says so)
review-sourced = The sources named carry the whole text
text-no-photos = This entry has no photos yet.
text-photos-here = Add photos or change what is said of them
photo-number = Photo { $number }
text-doubts = Worth a second look
text-save = Save
text-save-and-submit = Save and send for review
text-clean = Remove invisible characters and save
text-preview = Preview
text-drop-draft = Drop the unsaved draft
text-kept = Draft kept at
text-keeping = Keeping your draft…
text-offline = No connection. Your words are kept on this device and will be sent once you are online again.
text-signed-out = Your session has ended. Your words are still on this device; sign in again in another tab, then go on typing.
text-aside = This text is open in another tab; what you type here is kept separately.
text-back = This device still holds words that could not be sent last time.
text-take-back = Bring them back
text-leave-it = Leave them
text-as-on-the-phone = As on a visitor’s phone
text-not-yours = You can read this text, but you do not write in this language.
text-from-draft = This is your own draft, kept on { $at } and not yet saved as a version.
text-asides = You have { $count ->
    [one] one other draft
   *[other] { $count } other drafts
} of this text, from other tabs:
text-returned = Returned by a reviewer:
text-faults = Not saved. Every word of yours is still below; please mend the following:
text-saved = Saved as a new version.
text-unchanged = There was nothing new to save.
text-nothing-lost = No word is lost: yours are kept in your draft, the other person’s in a saved version.
text-locked = The text is waiting for a reviewer and cannot be changed here.
text-to-review = To the review
text-more = More
text-history = History of this entry
text-compare = Compare with the public version
text-public-page = The page visitors read
text-discard = Discard the working version…
text-discard-now = Discard the working version
discard-help = The text goes back to the public version, if there is one. What is discarded stays in the history and can be brought back.
translation-no-source = There is no Vietnamese text to translate from yet.
translation-stale = { $count ->
    [one] One Vietnamese paragraph has
   *[other] { $count } Vietnamese paragraphs have
} changed since this was translated; look for the mark below. Your translation is untouched.
translation-paragraph = Paragraph { $number }
translation-tick = This paragraph follows the Vietnamese
translation-tick-stale = The Vietnamese has changed: tick once this is translated again or needs no change
conflict-title = Two people changed { $name }
conflict-lead = While you were writing, { $author } saved changes in the same place. Choose which to keep; you can still edit yours first.
conflict-mine = Keep mine
conflict-theirs = Keep { $author }’s
conflict-save = Save this choice
stage-draft = Draft
stage-in-review = In review
stage-published = Published
stage-withdrawn = Withdrawn
stage-none-public = Nothing public yet
stage-missing = Missing
stage-stale = { $count ->
    [one] 1 stale paragraph
   *[other] { $count } stale paragraphs
}
version-number = version { $number }
version-by = version { $number } by { $author }
scheduled-for = To be published { $at }

## office: review and publishing

review-title = Review: { $name } · { $language }
review-lead = Read paragraph by paragraph. A red bar marks what is new compared with what visitors read now.
review-no-sources = No source is named.
review-is-draft = This text has not been sent for review.
review-to-text = To the draft
comment = Comment
comment-add = Comment on this paragraph
comment-send = Add the comment
comment-settle = Dealt with
comment-settled = dealt with
decision = Decision
reason = Reason
return-reason = Why it is returned (the author will read this)
step-return = Return
step-recall = Take back to edit
step-reopen = Rewrite the withdrawn text
step-withdraw = Withdraw the public text…
step-publish-now = Publish now
publish-help = Visitors will read this version within a second.
step-schedule-later = Publish at another time…
step-schedule = Schedule…
step-unschedule = Cancel the schedule
withdraw-help = The text leaves the page within a second. Codes on signs go on answering with what the register knows and a polite note.
withdraw-everywhere = Withdraw it in every language
schedule-title = Schedule: { $name }
schedule-at = Date and time to publish (Vietnam time)
schedule-help = Until then nothing changes for visitors.
schedule-no-time = Choose a date and time to publish.
schedule-not-yet = The text is NOT public yet. Until that time visitors go on reading what is there now.
schedule-wait = From now until then: { $wait }.
schedule-agree = Yes, publish on { $at }
schedule-back = Choose again
doubts-title = Before you send it for review: { $name }
doubts-lead = These may be slips of the keyboard. Look at each; if it is what you mean, send the text as it is.
doubts-back = Back to mend them
doubts-submit = Send for review as it is
moment-in-words = { $weekday }, { $date }, at { $hour } Vietnam time
weekday-1 = Monday
weekday-2 = Tuesday
weekday-3 = Wednesday
weekday-4 = Thursday
weekday-5 = Friday
weekday-6 = Saturday
weekday-7 = Sunday
wait-minutes = { $minutes } min
wait-hours = { $hours } h { $minutes } min
wait-days = { $days ->
    [one] 1 day
   *[other] { $days } days
} { $hours } h
withdrawn-note = This text is being looked at again and is not shown for the moment. Please come back later.

## office: desk, entries and search

desk-waiting = Waiting for my review
desk-waiting-none = Nothing is waiting for your review.
desk-writing = What I am writing
desk-writing-none = You have no text at hand.
desk-unsaved = Typed but not saved
desk-scheduled = Scheduled
desk-missing = Still missing
desk-new = Add an entry
missing-vi = No Vietnamese text
missing-en = No English text
missing-stale = English out of date
missing-photo = No photo
missing-source = Text names no source
missing-ward = Sign without a ward
missing-namesake = Namesake unknown
missing-awaiting = Awaiting review
only-all = All
only-retired = No longer in use
entries-count = { $count ->
    [one] 1 entry
   *[other] { $count } entries
}
entries-kind = Kind
entries-only = Show only
entries-show = Show
entries-name = Name
pages = Pages
page-before = Previous page
page-after = Next page
page-of = Page { $page } of { $last }

## office: records, signs and names

## office: photos

## office: history

## cli

file-not-ordinary = { $path } is no ordinary file. Name a file.
listen-no-address = “{ $given }” is no address to listen on. Write it like 127.0.0.1:8080.
page-broken = This page cannot be shown just now; the fault has been logged. Please try again later.
because = because: { $reason }
database-made = Made the database { $path } with the starter register.
file-trouble = { $path } cannot be read or written: { $reason }.
file-is-folder = { $path } is a folder. Name a file.
port-in-use = Another program uses { $address }. Choose another port with --listen.
cannot-listen = Cannot listen on { $address }: { $reason }.
server-stopped = The server stopped: { $reason }.
serving = Tên Phố is running at { $address }/
serving-sign = Look at a sign: { $address }
serving-print = Make the sheets: tenpho print --all --base-url { $base } --out sheets.pdf
import-done = Imported { $rows } rows: { $added } new, { $changed } changed, { $unchanged } as they were.
import-tried = Checked { $rows } rows and wrote nothing: { $added } new, { $changed } changed, { $unchanged } as they are.
import-refused = Nothing was imported: { $faults ->
    [one] one thing in the file has
   *[other] { $faults } things in the file have
} to be mended.
at-line = Line { $line }:{" "}
at-line-and-column = Line { $line }, column { $column }:{" "}
more-faults = … and { $more } more; see them all with --json.
backup-done = Backed up to { $path }: { $streets } streets, { $signs } signs, { $stories } stories.
backup-sound = The backup { $path } is sound: { $streets } streets, { $signs } signs, { $stories } stories.
restore-done = Restored to { $path }: { $streets } streets, { $signs } signs, { $stories } stories.
doctor-fault = FAULT:
doctor-note = Note:
doctor-in-order = Everything is in order.
doctor-not-in-order = There are faults to mend.
doctor-not-surveyed = { $count } signs: placement not surveyed.
doctor-no-ward = { $count } signs: ward not known.
doctor-no-sign = { $count } streets have no sign.
doctor-no-namesake = { $count } streets: it is not certain whom or what they are named after.
doctor-single-source = { $count } streets rest on a single source.
doctor-no-story-vi = { $count } streets have no story in Vietnamese.
doctor-no-story-en = { $count } streets have no story in English.
doctor-awaiting-review = { $count } stories are awaiting review.
doctor-no-source = The story { $place } is public with neither a source nor the label that it awaits review.
doctor-no-lead = The story { $place } is public without a lead.
doctor-no-place = Sign { $code } points to “{ $place }”, which is not in the register.
doctor-no-base-url = No base URL is set (--base-url), so no sign can be printed yet.
doctor-other-base-url = Batch { $batch } was printed with { $printed }, but { $set } is set now. Printed signs lead to the old address for ever.
scan-to-learn = Scan to learn more
progress-reading = Reading back
progress-writing = Writing and reading back
file-is-file = { $path } is a file. Name a folder.
print-not-https = Note: the base URL is not https. Printed signs will carry it for ever.
print-no-base-url = No base URL is set. Add --base-url https://… (or set TENPHO_BASE_URL); it goes onto metal for ever.
print-nothing-selected = This selection holds no sign.
print-unknown = Not in the register: { $given }.
print-stopped = Stopped, since another file failed.
print-title = Tên Phố · { $count } signs · { $host }
print-not-proven = not read back
print-other-version = Note: version { $version } made this batch; this version may write other bytes.
print-done = { $signs } signs on { $pages } pages, every symbol read back: { $path } ({ $size }).
print-done-not-proven = { $signs } signs on { $pages } pages, NO symbol read back: { $path } ({ $size }).
print-batch = Batch { $batch }.
check-no-artwork = { $path } is no PDF, SVG or PNG, and holds none.
check-no-symbol = no QR symbol can be read.
check-place = { $path }, page { $page }:
check-not-read = the symbol at { $x } × { $y } mm cannot be read.
check-foreign = the symbol at { $x } × { $y } mm holds “{ $payload }”, which is not the address of a sign.
check-not-capitals = the symbol at { $x } × { $y } mm holds “{ $payload }”, not all in capitals as a sign must.
check-other-base = the symbol at { $x } × { $y } mm leads to “{ $payload }”, not to the base URL that is set or was printed.
check-unknown-code = the symbol at { $x } × { $y } mm holds “{ $payload }”, a code that is not in the register.
check-quiet-zone = the symbol at { $x } × { $y } mm (“{ $payload }”) lacks its quiet zone of 4 modules.
check-in-order = { $symbols } symbols on { $pages } pages read, all as in the register ({ $signs } signs).
check-not-in-order = { $faults } faults; { $symbols } symbols on { $pages } pages, { $signs } signs as in the register.
hang-up-to = hang up to { $metres } m
serving-setup = Nobody can sign in yet. Set up the first operator at: { $link }
doctor-nobody-can-sign-in = Nobody can sign in to the office. Run tenpho serve for a set-up link.
doctor-no-second-factor = { $count ->
    [one] { $count } person has a role that needs a second factor, and none is set up.
   *[other] { $count } people have roles that need a second factor, and none is set up.
}
editor-added = { $login } was added.
editor-disabled = { $login } was disabled; all their sessions have ended.
editor-enabled = { $login } was enabled again.
editor-reset = The password and second factor of { $login } are gone.
editor-link = One-time link, good for 72 hours: { $link }
editor-none = There is nobody in the office yet.
