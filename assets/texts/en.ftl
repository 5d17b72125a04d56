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
photo-not-here = Photo { $id } cannot stand here: it is a paper, belongs to another entry, is no longer in use, or lacks what it needs before it may be public. Choose another one.
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
date-unreadable = “{ $given }” cannot be read as a date; write a year, a month or a day, such as 1954, 1954-10 or 1954-10-13, with ~ before it for about.
names-backwards = The name “{ $name }” ends before it begins; check its two dates.
names-unreadable = The entry “{ $given }” in the list of names cannot be read; write name=… | from=… | until=… | decision=…, or the name alone.
source-link = “{ $given }” is not a link; begin it with https:// and leave no spaces in it.
source-scan = “{ $given }” is not the number of a scan; choose a scan from the list.
source-key = A source has no part “{ $given }”; take it away.

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
plate-rule-size = The plate { $name } has a size that is negative, not a number, or over 2000 mm. Mend its measures.
plate-rule-quiet-zone = The plate { $name } does not hold the symbol and its quiet zone of four modules. Move the symbol inwards or choose a larger plate.
plate-rule-panel = The plate { $name } puts the symbol on its ground colour. The symbol needs white under it: add [panel].
plate-rule-inverted = The plate { $name } does not show a dark symbol on white. Many phones do not read a light symbol on dark.
plate-rule-mixed-dark = The plate { $name } prints the symbol in several inks on top of each other, whose edges blur. Use one ink.
plate-rule-radius = The plate { $name } rounds the corners of its panel into the quiet zone. Lower radius or raise pad.
plate-rule-safe-area = The plate { $name } has text outside its safe area, too near the cut.
plate-rule-intrusion = The plate { $name } has text, a bar, a border or a fold in the quiet zone of the symbol.
plate-rule-lettering = The plate { $name } has a size of letter out of bounds or too small to read (capitals of 1.5 mm at least).
plate-rule-colour = The plate { $name } has a colour over 100 %, over 300 % in all, or not written as #rrggbb.
plate-rule-spot = The plate { $name } has a spot colour without a name, with the name of another one, or with the name of a process ink.
plate-too-long = The file of the plate { $name } is longer than { $most } bytes. Check that it is the right file.
sheet-unknown = No sheet is named “{ $given }”. Named ones: { $known }; own sizes in millimetres: 500x700 or roll-914.
sheet-too-small = The sheet { $sheet } does not hold one plate { $plate } with its marks. Choose a larger one.
print-skip = { $skip } places cannot be left out: of the first sheet at most { $most } can.
print-module-dots = A module of { $module } mm is less than { $least } dots at { $dpi } dpi. Choose a higher resolution or a larger plate.
print-reduction = A reduction of { $micrometres } µm is more than half a module of { $module } mm. Choose a smaller one.
print-nothing = There is no sign to print. Choose at least one.
print-glyph = The font lacks “{ $character }” of “{ $text }”. Mend the name in the register.
print-text = “{ $text }” is too long for the plate in any size that can be read. Choose a larger plate or shorten it.
print-symbol = The symbol of { $link } does not fit the plate { $plate }. Use a shorter host name or a larger plate.
print-dpi = { $dpi } dpi is not between { $least } and { $most }. Choose a number within.
print-picture-large = A picture of { $width }×{ $height } dots is too large. Choose fewer dots an inch, or PDF.
print-font = A font of the program is damaged. Install the program again.
print-picture = The drawing could not be made a picture.
print-proof = The finished file does not read back right: { $count ->
    [one] { $count } difference
   *[other] { $count } differences
}. Nothing has been written.
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
slug-former = “{ $given }” is a former address of “{ $now }”; write the slug of today, or another one if another place is meant.
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
store-left-over = { $path } is the log of a database that stood here before. Its changes would be mixed into the new file. Move it elsewhere first, and keep it: what is in it may be in no other file.
history-log-stands = The content is erased from the database, but another program is reading, and the log beside the database still holds it. Erase it once more when that program is done, or stop every program that has the database open.
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
store-same-photo = This place has this very picture already: photo { $id }; no file was kept.
store-too-many-photos = A place keeps at most { $most } photos in use; nothing was changed. Take older ones out of use first.
store-photo-shown = The { $language } text shows this photo. Take it out of the text first.
store-photo-on-sign = The sign { $code } shows this photo as it is. Take it off the sign first.
store-no-editor = Nobody here signs in as “{ $who }”.
store-not-active = { $login } may not use the office at present.
store-in-the-office = { $place } ({ $lang }) is being worked on in the office; this file would overwrite it, or publish it unreviewed. Publish or discard the working version first, then import again.
store-changed = Somebody else has just changed this. Reload the page to see the new state; what you typed is still in your draft.
store-in-review = The text is waiting for a reviewer and is locked meanwhile. Take it back before you change it; what you typed is still in your draft.
store-no-reason = Please give a reason.
store-time-is-past = That time has passed; choose one that lies ahead.
store-too-many-drafts = You have too many unsaved drafts of this entry; open the list of drafts and drop some.
store-broken = The database failed: { $reason }.
record-name-taken = There is “{ $name }” already ({ $place }). If another place of the same name is meant, tick the box below the name and send again.
record-same-name = It is called “{ $name }” already; write the new name.
record-no-slug = No page address can be made of this name; it needs at least one Latin letter or digit.
sign-unknown = The code { $code } has not been given to any sign.
sign-number-taken = The sign { $code } of this place has the number { $number } already; choose another.

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
metres = { $metres } m
decision = Resolution
built = Built
or = {" "}or{" "}
rank = Status
rank-city = listed by the city
rank-national = national relic
rank-special = special national relic
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
about-metres = about { $metres } m
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
photo-credit = Photo: { $author }. { $licence }. Source: { $source }
licence-public-domain = Public domain
licence-by-permission = By permission of the author
no-longer-used = This name has not been in use since { $date }.
name-since = Present name
name-from = from { $from }
name-until = until { $until }
name-from-until = from { $from } until { $until }
name-by-decision = ({ $decision })
source-decision = Decision
source-of-day = of { $date }
source-of-year = of { $date }
source-issued = by { $issuer }
source-page = p. { $page }
source-number = no. { $number }

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
answer-yes = yes
answer-no = no
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
review-decision = Decision
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
desk-week = Changed in the last seven days: { $count }
desk-all-changes = The whole history
desk-missing = Still missing
desk-new = Add an entry
missing-text = No { $language } text
missing-stale = { $language } out of date
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

entry-kind-namesake = namesake
entry-pages = Pages of this entry
entry-text = Text: { $language }
entry-texts = Texts
entry-record = Record
entry-photos = Photos
entry-signs = Signs
entry-history = History
entry-state = State
entry-in-use = in use
entry-retired-since = not in use since { $date }
entry-public = Public page
entry-language = Language
entry-stage = Stage
entry-no-text = no text yet
entry-stage-draft = draft
entry-stage-in-review = in review
entry-stage-published = published
entry-stage-withdrawn = withdrawn
entry-acts = What can be done
act-change = Change the record
act-rename = Rename
act-retire = Retire
act-revive = Bring back into use
act-add = Add to the register
done-saved = Saved.
done-unchanged = Nothing was different, so nothing was saved.
done-added = Added.
done-renamed = Renamed. The old address still leads to this page.
done-retired = Marked as no longer in use. The sign codes still answer.
done-revived = In use again.
record-save = Save
leave-unsaved = Leave without saving
choice-unknown = (not known)
form-refused = Not saved: { $count ->
    [one] there is one thing
   *[other] there are { $count } things
 } to mend. What you typed is still here.
form-conflict = Not saved: while you were working, somebody else changed { $count ->
    [one] a field that you changed too. Choose which value stays
   *[other] { $count } fields that you changed too. Choose for each which value stays
 }, then save again.
conflict-about = Changed by both of you: { $field }
conflict-others = Somebody else has just put:
conflict-nothing = (nothing)
conflict-keep-mine = Keep mine, in the field below
conflict-take-theirs = Take theirs
record-title = Record: { $name }
record-name-stays = The name is not changed here, so that old addresses and the history of names are kept.
new-title = Add a { $kind }
new-kinds = What to add
new-note = The page address is made of the name. A new entry is public as soon as it is added; its texts still go through review.
rename-title = Rename: { $name }
rename-note = The old name is kept among the names over time; old addresses, sign codes, texts and the history all follow the new name.
rename-name = New name
rename-name-help = The official name, without the word for street.
rename-since = Bears it since
rename-since-help = A year, a month or a day, such as 2021, 2021-12 or 2021-12-10; empty where not known.
rename-decision-help = Number, body and date of the decision that gives the new name.
rename-is-correction = This only mends a misspelling: the old name never was official
name-is-another = Another place of the same name is meant
retire-title = Retire: { $name }
retire-note = The public page will say since when the name is no longer in use. Nothing is lost: { $signs } sign codes go on answering, texts and history stay, and it can be brought back.
retire-since = Not in use since
retire-since-help = A day, such as 2025-07-01, not later than today.
retire-reason = Reason
retire-reason-help = Kept in the history, not shown on the public page; may be left empty.
retire-no-day = “{ $given }” is not a whole day; write it like 2025-07-01.
retire-day-ahead = This day is still to come; write today or an earlier day.
revive-title = Bring back into use: { $name }
revive-note = The public page will no longer say that the name is out of use; its { $signs } sign codes stay as they are.
signs-title = Signs: { $name }
signs-none = There are no signs yet.
signs-add = Add a sign
signs-add-note = The code is given at random when the sign is added; it answers at once, and is never changed or used again.
sign-title = Sign { $code }
sign-code-stays = The code and the place stay: a printed code is for ever.
sign-code = Code
sign-link = Printed address
sign-number-label = Number
sign-number-help = Its number along the street; empty where unnumbered.
sign-state = State
sign-state-help = A sign that was taken down still answers a scan.
sign-state-planned = planned
sign-state-printed = printed
sign-state-installed = installed
sign-state-damaged = damaged
sign-state-replaced = replaced
sign-state-retired = taken down
sign-ward = Ward
sign-ward-help = Where it stands, by today’s boundaries.
sign-placement = Placement
sign-placement-help = Corner, side, pole; empty or “not surveyed” where nobody has looked yet.
field-name = Name
field-name-help = The official name with all its marks; of a street, without the word for street.
field-kind = Kind
field-way-kind = Kind of street
field-way-kind-help = The word before the name on the sign.
field-name-kind = Kind of name
field-name-kind-help = A person, an event, a place or a word.
field-namesake-kind-help = A person, an event, a place or a word.
field-namesake = Named after
field-namesake-help = Type a name and choose from the list; only where it is certain.
namesake-not-found = The register has no “{ $given }”; choose from the list, or add it first.
namesake-ambiguous = Several bear the name “{ $given }”; choose one from the list.
field-attestation = Sources for the name
field-attestation-help = How sure it is that the place bears this name.
field-names = Names over time
field-names-help = One name a row, the oldest first; dates as 1954, 1954-10 or 1954-10-13, with ~ for about.
names-row = Name { $number }
names-name = Name
names-from = From
names-until = Until
names-decision = Decision that gave it
field-former-names = Other former names
field-former-names-help = Former names whose time is not known, in one line of Vietnamese.
field-former-names-en = Other former names in English
field-former-names-en-help = As above, for the English page.
field-decision = Decision
field-decision-help = Number, body, date; empty where unknown.
field-districts = Former districts
field-districts-help = As before 1 July 2025; several are parted by semicolons.
field-local-tie = Tie to the city
field-local-tie-help = A sentence or two in Vietnamese: what ties the street or its namesake to the city.
field-local-tie-en = Tie to the city, in English
field-local-tie-en-help = As above, for the English page.
field-length = Length
field-length-help = In metres, digits only.
field-source = Where the record comes from
field-source-help = Books, papers, links; several are parted by a semicolon with a space on both sides.
field-note = Note for the office
field-note-help = Never shown to visitors.
field-name-en = English name
field-name-en-help = The name on the English page; empty where there is none.
field-landmark-kind = Kind of landmark
field-landmark-kind-help = One word in small letters, such as pagoda, temple or theatre.
field-rank = Rank
field-rank-help = Its rank as a listed relic, where there is a decision.
field-built = Built
field-built-help = When it was built, as the sources say; several accounts are parted by /.
field-fact = One sentence about it
field-fact-help = In Vietnamese; shown while there is no text.
field-fact-en = One sentence about it, in English
field-fact-en-help = As above, for the English page.
field-lat = Latitude
field-lat-help = Decimal degrees, such as 20.86197; empty where not known.
field-lon = Longitude
field-lon-help = Decimal degrees, such as 106.68270.
field-coordinate-source = Where the position comes from
field-coordinate-source-help = OSM for OpenStreetMap.
field-from = From
field-from-help = Year of birth or beginning; ~ before it for about, - for before our era.
field-until = Until
field-until-help = Year of death or end, written in the same way.
field-role = Who or what it is
field-role-help = One sentence in Vietnamese, without name and years.
field-role-en = Who or what it is, in English
field-role-en-help = As above, for the English page.
field-other-names = Other names
field-other-names-help = Birth name, courtesy name, pen names, parted by semicolons.
source-row = Source { $number }
source-kind = Kind of source
source-more = Number, date, issuer, page, scan
source-kind-decision = decision
source-kind-book = book
source-kind-article = article
source-kind-website = website
source-kind-archive = archive
source-kind-testimony = testimony
source-kind-other = other
source-title = Title
source-number-label = Number
source-date = Date
source-issuer = Issued, written or told by
source-page-label = Page
source-link-label = Link
source-scan-label = Scan

## office: photos

photos = Photos and papers
photos-of = Photos and papers: { $place }
photos-none = This place has no photo or paper yet.
photos-retired = No longer in use
photos-add = Add photos or papers
photos-later = All of the following can be filled in later. A photo can be published once it has an author, a licence, a source and a description in the language of the text.
photos-send = Add
photo-files = Picture files
photo-files-hint = JPEG, PNG or WebP, { $most } MiB at a time in all. Pictures are encoded anew; file names, GPS positions and whatever else is hidden in a file are dropped.
photo-kind = Kind
photo-kind-photo = Photo, may be shown to visitors with a text
photo-kind-paper = Scan of a paper, for the office only
photo-title = Photo { $id }
paper-title = Paper { $id }
paper-for-the-office = Only the office can see it.
photo-complete = Ready to be published.
photo-lacks = Cannot be published yet; missing:
photo-shown = In the { $language } text that is being worked on.
photo-shown-public = Visitors see it in the { $language } text.
photo-author = Author
photo-author-hint = Whoever took it, or holds the rights.
photo-licence = Licence
photo-licence-unknown = Not known yet
photo-licence-other = Another licence, written below
photo-other-licence = Another licence
photo-two-licences = You chose one licence and wrote another. Choose “Another licence”, or empty the field below.
photo-source = Source
photo-source-hint = Where it comes from: an archive, a book, a web address, or “the department’s own”.
photo-taken = Taken
photo-taken-hint = As much as is known: 13 May 1955, 1955, about 1930. Leave it empty where nothing is.
photo-alt-vi = Description in Vietnamese
photo-alt-en = Description in English
photo-alt-hint = One sentence for whoever cannot see the picture: what is in it.
photo-words = About this picture
photo-save = Save
photo-kept-now = What is kept now
photo-largest = Open the largest file ({ $width } × { $height } pixels)
photo-added = Added { $when }.
photo-retired = Not in use since { $when }.
photo-retire = Take out of use
photo-revive = Use again
picture-none = No file was chosen. Choose at least one picture.
picture-too-many = No more than { $most } files are taken at a time; none was kept. Send them in several goes.
picture-heic = File { $file } of { $of } is an iPhone’s HEIC, which many visitors’ browsers cannot open; no file was kept. On the iPhone, choose “Most Compatible” under Settings → Camera → Formats and take the photo again; for one already taken, copy it in Photos and paste it into Files, which makes a JPEG.
picture-other-sort = File { $file } of { $of } is { $sort }, not a JPEG, PNG or WebP picture; no file was kept. Export it as JPEG and send it again.
picture-unknown = File { $file } of { $of } is not a picture; no file was kept. Send a JPEG, PNG or WebP.
picture-moving = File { $file } of { $of } is animated; no file was kept. Send a still picture.
picture-too-large = File { $file } of { $of } has { $width } × { $height } pixels; no file was kept. Pictures of up to { $most } million pixels and { $longest } a side are taken. Make it smaller and send it again.
picture-too-heavy = File { $file } of { $of } takes too much memory to open; no file was kept. Make it smaller, or save it as an ordinary JPEG (not progressive), and send it again.
picture-damaged = File { $file } of { $of } is damaged or cut off and cannot be read to its end; no file was kept. Fetch the original and send it again.

## office: history

history-fault-payload = The history was tampered with: the content of row { $row } ({ $at }, { $who }, { $act }, { $subject }) is not what was written.
history-fault-row = The history was tampered with: row { $row } ({ $at }, { $who }, { $act }, { $subject }) does not fit its own hash or that of the row before it.
history-fault-missing = The history was cut: rows { $from } to { $until } are missing.
history-fault-head = The end of the history was cut or changed: there are { $found } rows, but { $noted } are on record, or another hash is.
history-fault-erased = The content of row { $row } ({ $at }, { $who }, { $act }, { $subject }) was erased, and no row says by whom and why.
history-fault-version = Version number { $version } is not what it was when row { $row } ({ $at }, { $who }, { $act }, { $subject }) told of it.
history-fault-untold = No row of the history tells of version number { $version }.
history-fault-seal = The history was rewritten: the backup of { $at } saw { $count ->
    [one] { $count } row
   *[other] { $count } rows
} and another hash.
history-warning = Warning:
history-seal = History: { $count ->
    [one] { $count } row
   *[other] { $count } rows
}, hash { $hash }.
history-no-such-row = There is no such row in the history.
history-erased-before = The content of this row was erased before.
history-may-not-erase = Only an operator may erase content from the history.
history-no-day = “{ $given }” is not a day. Write it like 2027-05-13.
history-same-already = The text already reads like this version; there is nothing to bring back.
history-at-the-terminal = The operator (command { $command })
history-version = version { $number } of the text on “{ $name }” ({ $language })
history-text = the text on “{ $name }” ({ $language })
history-entry = the entry “{ $name }”
history-sign = sign { $code }
history-row = row { $row }
history-row-title = Change { $row }
history-changed = Changed
history-gave-up = Given up for somebody else’s words
history-erased = Content erased by law on { $at }.
history-gone = removed
history-new = added
history-all = all
history-who = Who
history-act = What they did
history-subject = Entry, sign code or login
history-lang = Language of the text
history-from = From
history-until = Up to and including
history-show = Show
history-found = { $count } changes.
history-of = History of “{ $name }”
history-pages = Pages of the history
history-newer = Newer
history-older = Older
history-page = Page { $page } of { $pages }
history-compare-version = Compare with the version before
history-erase = Erase content by law…
history-erase-note = The words that this row holds will be gone for good. The row itself stays, with your name and the reason. Versions of the text are not erased with it.
history-erase-reason = Reason and legal ground
history-erase-now = Erase the content for good
history-all-changes = Every change
history-nothing = Nothing has been changed yet.
history-text-in = Text in { $language }
history-versions = { $count ->
    [one] 1 version
   *[other] { $count } versions
}
history-version-by = Version { $number }, { $author }.
history-restored-from = Brought back from version { $number }.
history-public-span = Version { $number } was public from { $from } until { $until }.
history-public-since = Version { $number } has been public since { $from }.
history-public-until = Version { $number } was public from before the office existed until { $until }.
history-public-always = Version { $number } has been public since before the office existed.
history-act-unknown = { $who }: { $what }.
history-act-start = { $who } began the history with what the register held.
history-act-import = { $who } imported { $what } from a file.
history-act-save = { $who } saved { $what }.
history-act-restore = { $who } brought an older version back as { $what }.
history-act-discard = { $who } discarded { $what }.
history-act-submit = { $who } sent { $what } for review.
history-act-recall = { $who } took { $what } back from review to go on writing.
history-act-return = { $who } returned { $what }.
history-act-publish = { $who } published { $what }.
history-act-schedule = { $who } set a time to publish { $what }.
history-act-unschedule = { $who } cancelled the time to publish { $what }.
history-act-withdraw = { $who } withdrew { $what }.
history-act-reopen = { $who } reopened the withdrawn { $what }.
history-act-comment = { $who } commented on { $what }.
history-act-settle = { $who } settled a comment on { $what }.
history-act-add = { $who } added { $what }.
history-act-change = { $who } changed the record of { $what }.
history-act-rename = { $who } renamed { $what }.
history-act-retire = { $who } retired { $what }.
history-act-revive = { $who } put { $what } back into use.
history-act-add-photo = { $who } added a photo to { $what }.
history-act-change-photo = { $who } changed what is said of a photo of { $what }.
history-act-retire-photo = { $who } retired a photo of { $what }.
history-act-add-editor = { $who } invited { $what } to the office.
history-act-change-editor = { $who } changed the account { $what }.
history-act-disable-editor = { $who } disabled the account { $what }.
history-act-enable-editor = { $who } enabled the account { $what } again.
history-act-reset-password = { $who } gave { $what } a link to set a new password.
history-act-erase = { $who } erased the content of { $what } by law.
compare-title = Versions of “{ $name }” compared
compare-from = Older version
compare-to = Newer version
compare-now = Compare
compare-version = Version { $number } ({ $language })
compare-same = The two versions are the same.
compare-field-same = Not changed.
compare-beside = The two texts side by side, paragraph by paragraph
compare-picture = Photo { $number }: { $shown }
compare-sourced = Carried by its sources.
compare-restore = Bring back version { $number }
compare-restore-note = What is brought back becomes a new draft; every other version stays as it is.
history-field-lead = Opening sentence
history-field-body = Story
history-field-sources = Sources
history-field-review = Confirmation
history-field-photos = Photos beside the text
history-field-slug = Name in the address
history-field-name = Name
history-field-name-en = Name in English
history-field-names = Names
history-field-kind = Kind
history-field-name-kind = Kind of name
history-field-namesake = Named after
history-field-attestation = Evidence for the name
history-field-source = Source
history-field-districts = Former districts
history-field-former-names = Former names
history-field-former-names-en = Former names in English
history-field-local-tie = Tie to the place
history-field-local-tie-en = Tie to the place in English
history-field-length = Length (m)
history-field-decision = Decision
history-field-note = Note
history-field-lat = Latitude
history-field-lon = Longitude
history-field-coordinate-source = Source of the position
history-field-built = Built
history-field-rank = Rank
history-field-fact = Worth knowing
history-field-fact-en = Worth knowing, in English
history-field-from = From
history-field-until = Until
history-field-role = Role
history-field-role-en = Role in English
history-field-other-names = Other names
history-field-code = Code
history-field-district = Former district
history-field-became = Now
history-field-split = Divided
history-field-place-kind = Kind of place
history-field-place = Place
history-field-number = Number
history-field-ward = Ward
history-field-state = State
history-field-placement = Placement
history-field-author = Author
history-field-licence = Licence
history-field-taken = Taken
history-field-alt-vi = What it shows, in Vietnamese
history-field-alt-en = What it shows, in English
history-field-langs = Languages
history-field-retired-on = Out of use from
history-field-reason = Reason
history-field-stage = Stage
history-field-publish-at = Time to be published
history-field-since = Since
history-field-digest = file digest
history-field-photo = Photo number
history-field-paragraph = Paragraph
history-field-comment = Comment

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
import-done = Imported { $rows ->
    [one] { $rows } row
   *[other] { $rows } rows
}: { $added } new, { $changed } changed, { $unchanged } as they were.
import-tried = Checked { $rows ->
    [one] { $rows } row
   *[other] { $rows } rows
} and wrote nothing: { $added } new, { $changed } changed, { $unchanged } as they are.
import-refused = Nothing was imported: { $faults ->
    [one] one thing in the file has
   *[other] { $faults } things in the file have
} to be mended.
at-line = Line { $line }:{" "}
at-line-and-column = Line { $line }, column { $column }:{" "}
more-faults = … and { $more } more; see them all with --json.
backup-done = Backed up to { $path }: { $streets ->
    [one] { $streets } street
   *[other] { $streets } streets
}, { $signs ->
    [one] { $signs } sign
   *[other] { $signs } signs
}, { $stories ->
    [one] { $stories } story
   *[other] { $stories } stories
}.
backup-sound = The backup { $path } is sound: { $streets ->
    [one] { $streets } street
   *[other] { $streets } streets
}, { $signs ->
    [one] { $signs } sign
   *[other] { $signs } signs
}, { $stories ->
    [one] { $stories } story
   *[other] { $stories } stories
}.
restore-done = Restored to { $path }: { $streets ->
    [one] { $streets } street
   *[other] { $streets } streets
}, { $signs ->
    [one] { $signs } sign
   *[other] { $signs } signs
}, { $stories ->
    [one] { $stories } story
   *[other] { $stories } stories
}.
doctor-fault = FAULT:
doctor-note = Note:
doctor-in-order = Everything is in order.
doctor-not-in-order = There are faults to mend.
sign-not-surveyed = not surveyed
doctor-not-surveyed = { $count ->
    [one] { $count } sign
   *[other] { $count } signs
}: placement not surveyed.
doctor-no-ward = { $count ->
    [one] { $count } sign
   *[other] { $count } signs
}: ward not known.
doctor-no-sign = { $count ->
    [one] { $count } street has no sign.
   *[other] { $count } streets have no sign.
}
doctor-no-namesake = { $count ->
    [one] { $count } street: it is not certain whom or what it is named after.
   *[other] { $count } streets: it is not certain whom or what they are named after.
}
doctor-single-source = { $count ->
    [one] { $count } street rests on a single source.
   *[other] { $count } streets rest on a single source.
}
doctor-no-story-vi = { $count ->
    [one] { $count } street has no story in Vietnamese.
   *[other] { $count } streets have no story in Vietnamese.
}
doctor-no-story-en = { $count ->
    [one] { $count } street has no story in English.
   *[other] { $count } streets have no story in English.
}
doctor-awaiting-review = { $count ->
    [one] { $count } story is awaiting review.
   *[other] { $count } stories are awaiting review.
}
doctor-stories = Published texts by language: { $counts }.
doctor-text = { $place }: { $what }
text-years-order = The record runs from { $from } to { $until }; the two years cannot both be right.
text-anniversary-year = The anniversary “{ $day }” is of { $year }, which does not fit the years of birth and death in the record.
text-long = The story has { $words } words; a museum label has { $most } at most.
text-mixed = This sentence is not in the language of its text: “{ $written }”.
text-life = Behind the name { $name } stands ({ $written }), and the record has { $registered }.
text-before-birth = The text tells of { $year }, before the year of birth in the record, { $from }.
text-told-otherwise = The Vietnamese text has { $vietnamese }, this one has { $other }: one of the two is a slip.
text-dead-link = It leads to “{ $to }”, which is not in the register.
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
print-done = { $signs ->
    [one] { $signs } sign
   *[other] { $signs } signs
} on { $pages ->
    [one] { $pages } page
   *[other] { $pages } pages
}, every symbol read back: { $path } ({ $size }).
print-done-not-proven = { $signs ->
    [one] { $signs } sign
   *[other] { $signs } signs
} on { $pages ->
    [one] { $pages } page
   *[other] { $pages } pages
}, NO symbol read back: { $path } ({ $size }).
print-batch = Batch { $batch }.
check-no-artwork = { $path } is no PDF, SVG, EPS, DXF, PNG or TIFF, and holds none.
check-no-symbol = no QR symbol can be read.
check-place = { $path }, page { $page }:
check-not-read = the symbol at { $x } × { $y } mm cannot be read.
check-foreign = the symbol at { $x } × { $y } mm holds “{ $payload }”, which is not the address of a sign.
check-not-capitals = the symbol at { $x } × { $y } mm holds “{ $payload }”, not all in capitals as a sign must.
check-other-base = the symbol at { $x } × { $y } mm leads to “{ $payload }”, not to the base URL that is set or was printed.
check-unknown-code = the symbol at { $x } × { $y } mm holds “{ $payload }”, a code that is not in the register.
check-quiet-zone = the symbol at { $x } × { $y } mm (“{ $payload }”) lacks its quiet zone of 4 modules.
check-in-order = { $symbols ->
    [one] { $symbols } symbol
   *[other] { $symbols } symbols
} on { $pages ->
    [one] { $pages } page
   *[other] { $pages } pages
} read, all as in the register ({ $signs ->
    [one] { $signs } sign
   *[other] { $signs } signs
}).
check-not-in-order = { $faults ->
    [one] { $faults } fault
   *[other] { $faults } faults
}; { $symbols ->
    [one] { $symbols } symbol
   *[other] { $symbols } symbols
} on { $pages ->
    [one] { $pages } page
   *[other] { $pages } pages
}, { $signs ->
    [one] { $signs } sign
   *[other] { $signs } signs
} as in the register.
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

## Print orders
cell-metres = “{ $given }” is not a length that can be meant; write metres with at most two decimals, from { $least } to { $most }, or leave it empty.
sign-mounting = Mounting height (m)
sign-mounting-help = From the ground to the middle of the plate, such as 2.2; empty where not known.
sign-distance = Reading distance (m)
sign-distance-help = From the phone to the plate when it is scanned, such as 1.5; empty where not known.
plate-step-refused = This plate is no longer in a state that allows the step; somebody else may just have dealt with it. Reload the page.
plates-cannot-step = These plates are not in a state that allows the step, so none was changed: { $codes }
batch-lacks = Batch { $batch } does not hold these signs: { $codes }
store-no-shop-link = This batch has no shop link { $id }.
history-act-order = { $who } ordered { $what }.
history-act-print-step = { $who } took { $what } a step on its way from the press.
history-act-void-plate = { $who } voided plates of { $what }.
history-act-shop-link = { $who } gave or took back a shop link to { $what }.
history-act-shop-visit = { $who } looked at { $what }.
history-act-download = { $who } downloaded a file of { $what }.
history-batch = print batch { $batch }
history-shop = The print shop (link { $link })
history-field-plates = Plates
history-field-plate = Plate
history-field-base-url = Base URL
history-field-format = Format
history-field-order-cause = Cause of the order
history-field-reprint-of = Reprint of batch
history-field-codes = Codes
history-field-step = Step
history-field-cause = Cause
history-field-batch = Batch
history-field-link = Link
history-field-file = File
history-field-revoked = Taken back at
doctor-plate-state = Batch { $batch }: the state of plate { $code } does not follow from what became of it; somebody has edited the file by hand.
plates-none-meant = No plate was chosen that can take this step.
## the proof
proof-one-decoder = Page { $page }, { $x } mm from the left and { $y } mm from the top: a symbol that only the decoder { $decoder } reads.
## Profiles, and PDF for the press
profile-not-icc = This file is no ICC profile. Choose the .icc file that the print shop gave.
profile-truncated = The ICC profile is cut off or damaged. Ask the print shop for the file again.
profile-space = This profile is for { $given }, not for CMYK. Choose the print shop’s CMYK profile.
profile-class = This profile is not for a press’s output (its class is { $given }). Choose the print shop’s output profile.
profile-version = ICC profiles of version { $given } cannot be used. Ask the print shop for one of version 2 or 4.
profile-incomplete = The ICC profile lacks the tables that lead to inks. Ask the print shop for a complete output profile.
profile-too-large = The profile has { $given } MiB, more than 8. Choose a smaller one.
print-write = The file could not be written. See whether the disk is full.
## Preflight of finished PDF files
preflight-readable = this is not a readable PDF ({ $detail }).
preflight-limits = more than preflight looks at, so the rest is not vouched for: { $detail }.
preflight-header = the file does not begin with a PDF header: { $detail }.
preflight-version = the PDF version is later than the standard allows: { $detail }.
preflight-binary-comment = the comment of four binary bytes after the header is missing: { $detail }.
preflight-xref = the table of objects leads to the wrong place: { $detail }.
preflight-end-of-file = the file does not end with its end mark: { $detail }.
preflight-update = the file was changed after it was written, and older contents are still in it: { $detail }.
preflight-file-id = the file has no identifier of its own: { $detail }.
preflight-encryption = the file is encrypted: { $detail }.
preflight-object = an object cannot be read: { $detail }.
preflight-stream-length = a stream is not as long as it says: { $detail }.
preflight-stream-packed = a stream cannot be unpacked: { $detail }.
preflight-reference = a reference leads to no object: { $detail }.
preflight-object-stream = object or cross-reference streams, which PDF/X-1a does not know: { $detail }.
preflight-filter = a forbidden kind of compression: { $detail }.
preflight-external = contents that lie outside the file: { $detail }.
preflight-script = JavaScript in the file: { $detail }.
preflight-action = an action, which no file for the press may hold: { $detail }.
preflight-attachment = other files are embedded: { $detail }.
preflight-form-field = form fields: { $detail }.
preflight-annotation = an annotation lies upon the page: { $detail }.
preflight-layer = layers that can be shown or hidden: { $detail }.
preflight-postscript = embedded PostScript: { $detail }.
preflight-image-alternate = a picture has alternates: { $detail }.
preflight-page-tree = the tree of pages is not sound: { $detail }.
preflight-conformance = the file does not declare PDF/X-1a:2003 or PDF/X-4: { $detail }.
preflight-title = the document has no title: { $detail }.
preflight-date = the date of creation or change is missing or no date: { $detail }.
preflight-producer = the program that wrote the file is not named: { $detail }.
preflight-trapped = whether the file is trapped is not said: { $detail }.
preflight-xmp = the XMP metadata is missing or not readable: { $detail }.
preflight-xmp-agrees = XMP and the document information disagree: { $detail }.
preflight-xmp-identity = XMP does not identify the document and its version: { $detail }.
preflight-output-intent = there must be exactly one PDF/X output intent: { $detail }.
preflight-output-condition = the printing condition is neither registered nor given by a profile: { $detail }.
preflight-output-profile = the press profile is missing or not a CMYK printer profile: { $detail }.
preflight-media-box = the page has no proper MediaBox: { $detail }.
preflight-trim-box = where the page is cut must be said once, by TrimBox: { $detail }.
preflight-box-nesting = a page box is wrong or reaches out of the one around it: { $detail }.
preflight-bleed = something runs up to the cut with less than 1 mm of bleed: { $detail }.
preflight-page-size = the page size is absurd: { $detail }.
preflight-rotation = the page is turned by other than quarter turns: { $detail }.
preflight-user-unit = the page has a unit of its own: { $detail }.
preflight-resource = something is used that the page does not hold: { $detail }.
preflight-font-embedded = a font is not embedded: { $detail }.
preflight-font-subset = a font is embedded whole, not as a subset: { $detail }.
preflight-font-unicode = text of this font cannot be searched or copied: { $detail }.
preflight-font-type3 = a Type 3 font: { $detail }.
preflight-font-widths = the file and the font disagree on the width of a letter: { $detail }.
preflight-font-glyph = a letter that the embedded font does not hold: { $detail }.
preflight-rgb = RGB colour: { $detail }.
preflight-colour-space = a colour that is neither CMYK, grey nor spot: { $detail }.
preflight-spot-alternate = a spot colour needs one alternate of process inks everywhere: { $detail }.
preflight-spot-name = a spot colour's name makes a plate that nobody meant: { $detail }.
preflight-registration = the registration colour All inside the bleed: { $detail }.
preflight-ink = more ink than the sheet can take: { $detail }.
preflight-rich-black = black text of more than one ink will blur: { $detail }.
preflight-transparency = transparency: { $detail }.
preflight-overprint-white = white set to overprint disappears: { $detail }.
preflight-overprint-black = pure black knocks out instead of overprinting: { $detail }.
preflight-overprint-mode = black overprints, but without OPM 1 it knocks out all the same: { $detail }.
preflight-overprint-colour = a process colour other than black overprints and will mix with what lies below: { $detail }.
preflight-overprint-technical = a cutting or folding line knocks out what lies below: { $detail }.
preflight-transfer-curve = a transfer curve or halftone of its own: { $detail }.
preflight-image-resolution = a picture of too few pixels: { $detail }.
preflight-image-interpolation = a picture asks to be smoothed: { $detail }.
preflight-hairline = a line thinner than 0.05 mm: { $detail }.
preflight-small-text = capitals lower than 1.5 mm: { $detail }.
preflight-seams = many shapes that touch are filled one by one, so hairlines will show: { $detail }.
preflight-content = what the page draws cannot be read: { $detail }.
preflight-operator = an operator that PDF does not know, or not with these operands: { $detail }.
preflight-balance = something is begun and not ended, or ended and not begun: { $detail }.
preflight-compatibility = a BX … EX section, which may hold anything: { $detail }.
preflight-recursion = a drawing that draws itself: { $detail }.
preflight-place-file = { $path }:
preflight-place-page = { $path }, page { $page }:
preflight-place-pages = { $path }, pages { $pages }:
preflight-said = [{ $rule }] { $text }
preflight-said-warning = [{ $rule }] (warning) { $text }
preflight-more = …and { $count ->
    [one] { $count } more finding
   *[other] { $count } more findings
}.
preflight-fit = { $path }: fit for the press ({ $pages ->
    [one] { $pages } page
   *[other] { $pages } pages
}, { $conformance }, { $warnings ->
    [one] { $warnings } warning
   *[other] { $warnings } warnings
}).
preflight-unfit = { $path }: NOT fit for the press: { $faults ->
    [one] { $faults } fault
   *[other] { $faults } faults
}, { $warnings ->
    [one] { $warnings } warning
   *[other] { $warnings } warnings
} ({ $pages ->
    [one] { $pages } page
   *[other] { $pages } pages
}, { $conformance }).
preflight-no-conformance = no PDF/X
preflight-facts = Spot colours: { $spots }. Fonts: { $fonts }. Printing condition: { $condition }.
preflight-none = none
## papers

print-warning-eye-height = This plate is for the height of the eyes only: hang it no higher than { $metres } m.
sizing-too-high = hangs at { $height }.{ $part } m, is read within { $metres }.{ $tenths } m only
sizing-too-far = must be read from { $needed }.{ $part } m, is read within { $metres }.{ $tenths } m only
manifest-too-long = The manifest is longer than { $most } MiB and is not read. It is not that of a print job.
manifest-unreadable = The manifest cannot be read: it is broken at line { $line }, column { $column }. Fetch the folder again from where it was handed over.
manifest-form = The manifest has the form { $form }, which this version does not know. Use a newer version of the program.
manifest-name = The manifest names the file “{ $name }” twice, or outside its folder. Fetch the folder again from where it was handed over.
manifest-hash = The manifest has no SHA-256 of the file “{ $name }”. Fetch the folder again from where it was handed over.
manifest-row = The manifest's row of the sign “{ $code }” is not sound, or its file is not in the manifest.
manifest-counts = The numbers of signs, sheets, pages or files in the manifest are not those of its rows.
## print: the job
print-spot = “{ $given }” names no ink. Write role=name in plain letters, each ink a name of its own; roles: { $roles }.
print-no-profile = The colour profile of this batch ({ $digest }) is not in the database any more. Restore it from a backup.
print-narrowed = dark modules narrowed by { $micrometres } µm
print-front = front
print-back = back
print-other-bytes = Batch { $batch } gives other files this time than the first time. Use the files kept from then, or look at the program's version.
file-name = { $path } cannot be the name of a file. Choose another.
check-not-proven = Note: { $path } is of a run that was not read back.
check-table = The table beside it (CSV) is not that of the manifest.
check-not-listed = This file holds symbols but is not in the manifest.
check-file-missing = This file is missing.
check-file-changed = The file was changed: its hash is not that of the manifest.
check-job-format = The manifest names an unknown format: { $format }.
check-not-in-manifest = The symbol at { $x } × { $y } mm ({ $payload }) is not in the manifest.
check-other-payload = The symbol at { $x } × { $y } mm says { $payload }, the manifest { $address }.
check-missing = { $address } is missing.
print-retired-since = Note: these signs have been retired since the batch was ordered: { $codes }.
print-waiting = Another run writes into this folder; waiting…
print-unfit = The PDF just made is not fit for the press ({ $count ->
    [one] { $count } finding
   *[other] { $count } findings
}) and was not kept. Tell the operator.
check-job-in-order = { $symbols ->
    [one] { $symbols } symbol
   *[other] { $symbols } symbols
} on { $pages ->
    [one] { $pages } page
   *[other] { $pages } pages
} read, all as in the manifest ({ $signs ->
    [one] { $signs } sign
   *[other] { $signs } signs
}).
papers-counts-unlike = The counts of the minutes add up to { $counted ->
    [one] { $counted } plate
   *[other] { $counted } plates
}, but the batch has { $plates }. Check the state of every sign.
papers-country = SOCIALIST REPUBLIC OF VIETNAM
papers-motto = Independence - Freedom - Happiness
papers-number-blank = No.: ........./BB-.........
papers-place-and-date-blank = ..................., day ...... month ...... year 20......
papers-handover = MINUTES OF HANDING OVER
papers-handover-subject = Plates with QR codes, print batch { $batch }
papers-acceptance = MINUTES OF ACCEPTANCE
papers-acceptance-subject = Plates with QR codes, print batch { $batch }
papers-order-blank = With reference to the contract (order) no. ................ of day ...... month ...... year 20......;
papers-today-blank = Today, at ...... hours ...... minutes, day ...... month ...... year 20......,
papers-at = at
papers-person = Mr (Ms):
papers-post = Post:
papers-unit = Unit:
papers-address = Address:
papers-giver = THE GIVING SIDE (side A)
papers-taker = THE RECEIVING SIDE (side B)
papers-giver-signs = FOR THE GIVING SIDE
papers-taker-signs = FOR THE RECEIVING SIDE
papers-sign = (signature and full name)
papers-handover-agree = The two sides draw up these minutes of handing over:
papers-handover-what = What is handed over
papers-handover-counts = Plates by state
papers-handover-state = Condition when handed over, and remarks of both sides
papers-duties = Duties of both sides
papers-duty-codes = - The code on a plate is for ever: it is not altered, not covered and not used for another place.
papers-duty-count = - The receiving side has counted the plates of section 2 and keeps them safe from the signing on.
papers-duty-damage = - A plate that is damaged, missing or not read is named by its code, so that the same code is printed again.
papers-subject = Print batch { $batch } of { $date }: { $count } plates { $plate }, { $size }, whose QR codes lead to { $base }.
papers-acceptance-agree = The two sides have checked together and draw up these minutes of acceptance:
papers-acceptance-what = What is accepted
papers-criteria = Criteria of acceptance
papers-samples = Codes scanned by hand
papers-samples-how = The two sides chose these plates at random, scanned them with ordinary phones and compared the page with the name on the plate.
papers-conclusion = Conclusion
papers-passed = Passed: all plates of section 1 are accepted.
papers-failed = Not passed: the giving side mends what is written below, before day ...... month ...... year 20.......
papers-mended-by = What is to be mended, other remarks:
papers-copies-blank = These minutes were closed at ...... hours ...... minutes of the same day in ...... copies of equal force, ...... for each side; both sides have read them, agree and sign.
papers-row = No.
papers-state = State
papers-plates = Plates
papers-note = Note
papers-sum = Sum
papers-no-files = No files of this batch have been made yet.
papers-job-hash = Hash of the whole job (SHA-256):
papers-by-hand = To check by hand: sha256sum FILE... | cut -c1-64 | LC_ALL=C sort | sha256sum, where FILE is every file that the manifest names.
papers-files = Files and hashes
papers-file = File
papers-pages = Pages
papers-bytes = Bytes
papers-sha256 = SHA-256
papers-more-files = ... and { $more } more files, see the manifest (manifest.csv).
papers-criterion = Criterion
papers-asked = What is asked for
papers-yes = Passed
papers-no = Not passed
papers-quantity = Quantity
papers-quantity-asked = All { $count } plates, one of each code, as in the annex.
papers-size = Size
papers-size-asked = { $size }, within 1 mm each way; corners and edges cut clean.
papers-colour = Colour
papers-colour-asked = As in the approved sample, alike on all plates; codes deep black on white, not smeared.
papers-surface = Surface
papers-surface-asked = Matt, no glare in the sun; no scratches, nothing peels or blisters.
papers-quiet-zone = Quiet zone
papers-quiet-zone-asked = White, at least 4 modules wide on all four sides; no screw holes, no cuts.
papers-scan = Scanning
papers-scan-asked = Every plate tried is read and opens the page of that very sign (table of section 4).
papers-code = Code
papers-street = Street or landmark
papers-number = Sign
papers-ward = Ward
papers-distance = From (m)
papers-reads = Is read
papers-right-page = Right page
papers-annex-signs = ANNEX: THE { $count } PLATES OF PRINT BATCH { $batch }
papers-annex-streets = ANNEX: THE { $count } PLATES OF PRINT BATCH { $batch }, BY STREET
papers-facts = FACTS OF A PRINT JOB
papers-facts-batch = Plates with QR codes, print batch { $batch }
papers-facts-no-batch = Plates with QR codes, of no print batch
papers-job = Quantity
papers-counts = { $signs } signs, { $plates } plates, { $sheets } sheets, { $pages } pages, { $files } files
papers-plate = Plate
papers-sheet = Sheet
papers-no-sheet = no sheet, a page a plate
papers-skipped = the first { $skip } places of the first sheet left free
papers-format = Format
papers-symbol = Symbol
papers-symbol-facts = version { $version }, { $side } wide, modules of { $module }, read within { $metres }
papers-device = Device, bar width reduction
papers-any-dpi = no resolution named
papers-bwr = modules reduced by { $asked } µm as asked for, { $applied } µm in the files
papers-condition = Printing condition
papers-base-url = Codes lead to
papers-dated = Register of
papers-cause = Cause
papers-reprint = Printed again from batch
papers-reason = Reason for printing what is not published
papers-inks = Inks
papers-ink-role = For
papers-ink-name = Ink
papers-ink-cmyk = Stood for by C / M / Y / K (%)
papers-ink-black = Symbols, black text and lines
papers-ink-black-name = Black (one ink, overprinting)
papers-ink-ground = Ground
papers-ink-accent = Accent
papers-ink-white = White under and on the plate
papers-ink-cut = Contour for the cutter, not printed
papers-to-check = For the shop to check
papers-check-hash = Compare the SHA-256 hashes before printing; a file of another hash is not printed.
papers-check-scale = Print at 100 %: no fitting to the page, no turning, no centring.
papers-check-black = No colour conversion: black stays on the K plate alone and overprints; no rich black.
papers-check-cut = “{ $ink }” is for cutting only and is not printed.
papers-check-laminate = Laminate matt; gloss glares in the sun and phones cannot read it.
papers-check-quiet-zone = Keep the white of 4 modules round the symbol: no text, no screw hole, no cut.
papers-check-scan = Scan at least one code of every sheet with a phone; the page must bear the name on the plate.
papers-warnings = Warnings
papers-not-proven = NO symbol of these files was read back: not for the press.
papers-proven = Every symbol of these files was read back and is right.
papers-all-read = Every symbol is read where it hangs.
papers-unread = { $count } signs will not be read where they hang:
papers-warning = Why
papers-more-signs = ... and { $more } more signs, see the column reads of the manifest (manifest.csv).
papers-advice = To be read from { $needed }, use the plate { $plate }, or hang them lower.
papers-advice-lower = No plate is read from { $needed }: hang them lower.
papers-proof = What was read back
papers-damage = Symbols of the files, simulated
papers-damage-clean = Clean
papers-damage-blurred = Blurred
papers-damage-turned = Turned by 7°
papers-damage-small = 300 pixels wide
papers-damage-covered = 15 % covered
papers-technical = Versions and hashes of plate and fonts
papers-program = Program
papers-plate-hash = Plate's file
papers-profile-hash = ICC profile

## Print desk
office-print = Print
and-more = and { $count } more
days = { $count ->
    [one] { $count } day
   *[other] { $count } days
}
tick-all = Tick all on this page
print-none = No plates have been ordered yet.
print-without = Signs without a plate
print-changed = Signs to be made anew because something changed since the last batch
batch-number = Batch
batch-named = Print batch { $batch }
batch-made = Ordered
batch-plate = Plate
batch-cause = Cause
batch-states = State
batch-sum = { $plates ->
    [one] { $plates } plate
   *[other] { $plates } plates
}
batch-adds-up = { $plates ->
    [one] { $plates } plate
   *[other] { $plates } plates
} in all.
batch-files = Files for the press
batch-papers = Minutes:
batch-handover = handover
batch-acceptance = acceptance
batch-hash = Digest of all files together (SHA-256)
batch-log = Log
batch-history = See everything in the history
batch-changes = What changed since this batch
batch-retired = These signs have been retired since: { $codes }. Void them if they are not printed yet.
plate-ordered = Ordered
plate-sent = Sent
plate-printed = Printed
plate-received = Received
plate-installed = Installed
plate-void = Void
plate-short = will not read where it hangs
plate-hangs-up-to = hangs up to { $metres } m
plates-all = All
plates-chosen = With the ticked plates:
step-send = Send to the shop
step-print = Mark as printed
step-receive = Mark as received
step-install = Mark as installed
step-void = Void
step-undo = One step back
step-reprint = Order again
step-for-all = { $step }: all { $count }
step-done = Done.
void-cause = Cause
cause-first = First plates
cause-changed = What they say has changed
cause-damaged = Plate damaged
cause-lost = Plate lost
cause-misprint = Misprint
cause-other = Another cause
deed-order = Ordered
deed-link = Shop link given, number
deed-revoke = Shop link taken back, number
deed-visit = Page of the batch opened
deed-download = File downloaded
order-new = New order
order-review = Look before you order
order-leads-to = The codes on the plates will lead to { $address }. This address stands on metal for ever.
order-no-base-url = No base URL is set for the codes on the plates, so nothing can be ordered. The operator starts the program with --base-url, such as --base-url https://qr.haiphong.gov.vn, or sets TENPHO_BASE_URL.
order-which = Which signs
order-by-street = By street
order-by-ward = By ward
order-by-code = By code
order-without = Every sign without a plate
order-changed = Signs whose plate would say something else since a batch
order-all = Every sign in use
order-places = Streets
order-places-help = Hold Ctrl to choose several; the number counts the signs.
order-wards = Wards
order-wards-help = Only signs whose ward is known.
order-codes = Codes
order-codes-help = One a line, or parted by commas or blanks; in either case.
order-since = Since batch
order-since-help = Signs that are new since then are among them.
order-since-refused = Please choose the batch to compare with.
order-plate = Plate
order-files = Files for the shop
order-format = Format
order-format-help = Print shops usually want PDF; cutters and lasers want SVG.
format-pdf = one file, every sheet
format-svg = one file a plate or sheet, outlines
format-eps = one file a plate or sheet, CMYK for layout programs
format-dxf = closed outlines for cutters and lasers
format-tiff = 1 bit, dot by dot for image-setters
format-png = one file a plate or sheet, pixels
order-sheet = Sheet
order-sheet-help = The paper or roll that the shop prints on.
order-own-width = Width (mm)
order-own-height = Height (mm)
sheet-usual = usual (PDF: A3; others: plate by plate)
sheet-none = plate by plate
sheet-own = own size
order-device = Device, ink gain, colour profile
order-dpi = Resolution of the device (dpi)
order-dpi-help = Empty unless the shop asks for it; then every module falls on whole dots.
order-bwr = Narrow dark modules (micrometres)
order-bwr-help = Makes up for spreading ink; the shop knows the figure.
order-skip = Places left empty
order-skip-help = How many places of the first sheet are used already.
order-spots = Spot colours
order-spots-help = One ink a line: ground, accent, white or cut, an equals sign, and the shop’s name for it, such as cut=CutContour. Empty: printed in the four process inks.
order-profile = ICC profile
order-profile-help = Choose one that was used before, or send a new file below.
order-icc = The shop's ICC file
profile-none = none (FOGRA39)
order-why = Why it is ordered
order-cause = Cause
order-cause-help = It is logged. A replacement keeps its code.
order-note = Note for the shop
order-note-help = Such as a delivery date or the material.
order-look = Look at it
order-change = Change it
order-now = Order { $plates ->
    [one] { $plates } plate
   *[other] { $plates } plates
}
order-sum = { $plates ->
    [one] { $plates } plate
   *[other] { $plates } plates
}, { $pages ->
    [one] { $pages } page
   *[other] { $pages } pages
}
order-first-plate = The first plate
order-first-sheet = The first sheet
order-short = { $count ->
    [one] { $count } plate will not read where it hangs
   *[other] { $count } plates will not read where they hang
}
order-unready = { $plates ->
    [one] { $plates } plate
   *[other] { $plates } plates
} of { $places ->
    [one] { $places } entry
   *[other] { $places } entries
} { $plates ->
    [one] has
   *[other] have
} nothing to read yet
order-unpublished = no text is published
order-retired = no longer in use
order-reason = Why it is ordered all the same
order-reason-short = Ordered all the same because
order-reason-help = It goes into the history, with your name.
order-needs-reason = Visitors who scan some of these will find nothing to read. Give a reason, or go back and leave those signs out.
order-changed-since = The register has just changed while you were looking. Look once more, then order.
order-done = Ordered. The files are being made, and every code read back.
files-absent = No files have been made.
files-waiting = Waiting; { $count ->
    [one] { $count } batch comes before.
   *[other] { $count } batches come before.
}
files-making = Making the files and reading every code back: { $percent } %.
files-ready = { $count ->
    [one] { $count } file
   *[other] { $count } files
}, { $size }. Every code was read back.
files-failed = The files could not be made: { $why }
files-make = Make the files
files-stop = Stop
files-all = Download all (ZIP)
files-digest = SHA-256
files-log = Begun { $began }, done { $ended }.
press-stopped = Stopped as you asked.
shop-links = Links for the print shop
shop-link-made = Send this link to the shop now; it is shown only once.
shop-link-days = Good for
shop-link-make = Make a link
shop-link-named = Link { $link }
shop-link-until = until { $until }
shop-link-expired = expired
shop-link-revoked = taken back
shop-link-revoke = Take back
link-revoked = The link is taken back; nobody can open it any more.
shop-link-gone = This link has expired or was taken back. Ask whoever ordered for a new one.
shop-link-unknown = There is no such link. Check whether all of it was copied, or ask whoever ordered for a new one.
shop-title = For the print shop
shop-batch = Print batch { $batch } for the shop
shop-until = This page is open until { $until }. Every opening and every download is logged; who it was is not.
shop-facts = About this batch
changes-since = Changed since batch { $batch }
changes-none = Nothing changed: every plate of this batch would say the same today.
changes-order = { $count ->
    [one] Order this { $count } plate
   *[other] Order these { $count } plates
}
changes-what = What is otherwise
changes-ordered = Ordered again in
changes-kind-word = The word above the name
changes-name = Name
changes-number = Number
changes-base-url = Base URL
changes-new = A new sign
changes-retired = The sign is retired

## Maps
map = Map
map-of = Map: { $name }
map-picture = Sketch map of { $name } with { $count ->
    [one] one numbered place
   *[other] { $count } numbered places
} nearby. The list below gives the direction and distance of each.
map-picture-alone = Sketch map of where { $name } is.
map-north = N
map-north-up = North is up.
map-rings = The rings are { $distance } apart.
map-scale = The scale is { $distance } long.
map-coordinates = Coordinates (WGS 84)
map-open = Open in the phone’s map app
map-open-apple = Open in Apple Maps (iPhone, iPad)
map-back = The story of this place
map-signs = { $count ->
    [one] One surveyed sign
   *[other] { $count } surveyed signs
}
map-other-streets = { $count ->
    [one] One other street, drawn thin
   *[other] { $count } other streets, drawn thin
}
map-lines-from = Lines of streets: { $source }.
city-map = Map of the city
city-map-lead = { $count } landmarks whose position is known. The numbers on the sketch are those of the list.
city-map-picture = Sketch map of the city centre with { $count } numbered places, listed below.
city-map-far = Sketch map of the whole city with { $count } places far from the centre, listed below.
city-map-frame = The dashed frame is the part drawn larger above.
city-map-elsewhere = Elsewhere
city-map-streets = Streets with a surveyed sign

## Lines of streets
geojson-other = This is no GeoJSON. Lines are taken as GeoJSON (RFC 7946) only, not as a CSV table or a list; in QGIS choose “GeoJSON – RFC 7946” to export.
geojson-broken = From this line on the JSON cannot be read: a sign is missing or too many, a name stands twice, or something follows the last bracket.
geojson-type = The file must be a FeatureCollection or a Feature, not “{ $given }”.
geojson-no-features = The FeatureCollection lacks its list “features”.
geojson-nothing = The file has no feature.
geojson-crs = The file is in another coordinate system. Convert it to WGS 84 (EPSG:4326) and export it again; phones cannot use VN-2000.
feature-other = This is no Feature.
feature-properties = “properties” must be a group of names and values.
feature-not-text = This property must be text, or null.
line-no-street = Nothing says which street this is: write the property “street” (the end of its address, such as cau-dat) or “name” (its exact name, such as Cầu Đất).
line-street-unknown = The register has no street “{ $given }”.
line-name-unknown = The register has no street called exactly “{ $given }”. Write the name without “đường” or “phố” before it, or use the property “street”.
line-name-ambiguous = Several streets are called “{ $given }”: { $slugs }. Use the property “street”.
line-no-geometry = “geometry” is missing, or it is no geometry. To take a street’s line away, write null.
line-geometry = The geometry must be a LineString or a MultiLineString, not “{ $given }”.
line-coordinates = “coordinates” must be a list of pairs of numbers: longitude first, then latitude.
line-empty = There is no part. To take a street’s line away, write null as “geometry”.
line-too-short = A part needs two positions at least.
line-no-length = All positions of the part are the same.
line-swapped = “{ $given }”: longitude and latitude seem to be swapped. GeoJSON writes the longitude first, such as 106.68, 20.86.
line-in-metres = “{ $given }” are metres, not degrees; perhaps VN-2000. Convert the file to WGS 84 (EPSG:4326).
line-outside = “{ $given }” is not on earth: longitude from -180 to 180, latitude from -90 to 90.
line-too-many-points = The file has more than { $most } positions; simplify the lines or divide it into several.
line-two-sources = The features of the street “{ $given }” name different sources or licences.
line-twice = The file both draws the street “{ $given }” and takes its line away, or takes it away twice.
line-properties-let-go = Other properties are not kept: { $names }.
line-heights-let-go = The heights of { $count } positions are not kept.
line-far-away = Far from every known position, better look again: { $streets }.
licence-lines = Lines marked ODbL: © OpenStreetMap contributors (https://www.openstreetmap.org/copyright).
export-table-geojson = Only lines can be exported as GeoJSON. This table is exported as csv or json.
export-lines-geojson = Lines are exported as geojson only.
history-field-line = Line
history-field-line-source = Source of the line
history-field-line-licence = Licence of the line

## on the day

remembered-birth = On this day in { $year }, { $name } was born.
remembered-death = On this day in { $year }, { $name } died.
anniversary-no-words = The anniversary of an event needs a sentence in Vietnamese; write it into the column text.
anniversary-nobody = A birth or a death needs its namesake first in shown_on, such as namesake/le-chan.
anniversary-no-source = This anniversary has no source; name one.
feed-title = Street names of Hải Phòng: new stories
feed-author = Department of Culture, Sports and Tourism of Hải Phòng
## scans and old addresses

legacy-empty = Write the old address as it stands on the plate, such as /qr/123.
legacy-start = “{ $given }” is no address: begin with / (such as /qr/123) or with https://.
legacy-coding = “{ $given }” cannot be decoded; copy the address again from a plate.
legacy-too-long = The address has { $length } characters; at most { $most } are kept.
legacy-ours = “{ $given }” is an address of this program and keeps its own meaning; an old plate cannot have it.
legacy-both = Write either a code or a place, not both.
legacy-neither = Write where the address leads: a code, or place_kind and place.
legacy-no-sign = There is no sign with the code { $code }; correct it, or import that sign first.
import-no-scans = Scans are counted at the signs and cannot be imported; they only go out, with “tenpho export scans”.
import-no-reports = Reports only go out: visitors send them from the page of a sign. Use tenpho export reports.
office-scans = Scans
scans-note = A page asked for again within ten minutes counts once. Who scanned is not kept: no address, no device.
scans-from = From
scans-until = Until
scans-day = Day
scans-by-day = By day
scans-people = People
scans-robots = Robots and previews
scans-crew = Crew
scans-signs = Signs scanned most
scans-sign = Sign
scans-places = Places scanned most
scans-place = Place
scans-langs = Languages
scans-lang = Language
scans-vias = What the plate bears
scans-via = Address
scans-via-code = A code
scans-via-legacy = An old address
scans-none = Nobody has scanned in these days.
scans-download = Download these days as CSV
scans-unmarked = Whoever is signed in here is counted as crew. Mark this browser if it goes to the signs signed out, so that its scans are never counted as people’s.
scans-mark = Count this browser as crew
scans-marked = This browser is marked: its scans are counted as crew, signed in or not.
scans-unmark = Take the mark away
## reports of visitors

report-title = Report this sign
report-lead = Tell us what is wrong. No account is needed, and nothing that tells who you are is kept.
report-kind = What is wrong?
fault-damaged = The sign is bent, broken or faded
fault-missing = The sign is gone
fault-covered = The code is covered or pasted over
fault-covered-note = A sticker on top may be fraud: do not scan it.
fault-unreadable = The code does not scan
fault-wrong-text = The text on the page is wrong
fault-wrong-place = The sign hangs in the wrong place
fault-different = The sign looks different from the page
fault-other = Something else
report-words = A few words (optional)
report-words-hint = Up to { $most } characters. Please leave out names and phone numbers: nobody can answer you in person.
report-photo = A photo (optional)
report-photo-hint = JPEG, PNG or WebP, up to { $most } MB. Where, when and with what it was taken is removed from the file.
report-trap = Leave this field empty
report-number-comes = Once it is sent you get a number; with it anybody can see what became of the report.
report-send = Send the report
report-photo-again = Please choose the photo again.
report-foreign = This report was sent from another site and was not taken. Please send it from this page.
report-busy = Many photos are coming in at this moment. Please try again in a minute, or send the report without the photo.
report-photo-large = The photo is larger than { $most } MB. Choose a smaller one, or send the report without it.
report-cut-off = The report did not arrive whole. Please send it again.
report-photos-full = No more photos can be kept today. Please send the report without the photo.
report-day-full = Too many reports have come in today. Please send yours tomorrow.
report-broken = Something went wrong on our side and has been logged; the report is not kept. Please try again later.
report-trapped = The field that is to stay empty has something in it. Please send the form again; it is empty now.
report-no-kind = Please choose what is wrong.
report-words-long = You wrote { $length } characters, and { $most } are kept. Please shorten it.
report-say-what = Please say in a few words what is wrong, or add a photo.
report-too-many = { $minutes ->
    [one] Very many reports are coming in. Please try again in a minute.
   *[other] Very many reports are coming in. Please try again in { $minutes } minutes.
}
report-photo-heic = This is an iPhone’s HEIC, which we cannot open. Take a screenshot of the photo and send that.
report-photo-sort = This file is { $sort }, not a JPEG, PNG or WebP picture. Choose another, or send the report without it.
report-photo-pixels = The photo has too many pixels. Choose a smaller one, or send the report without it.
report-photo-unreadable = This file cannot be opened as a photo. Choose another, or send the report without it.
case-number = Report number
case-find = Look up a report
case-show = Look up
case-unknown = There is no report with the number “{ $given }”. Compare it with the number that you noted.
case-title = Report { $case }
case-thanks = Thank you. Your report is in.
case-joined = Thank you. Somebody had reported this already, and your report was added to theirs under one number.
case-keep = Note this number: with it you can see here what becomes of the report. Nobody knows who sent it, so nobody can write to you.
case-received = Received, not yet looked at
case-taken = Being looked at
case-mended = Put right
case-no-fault = Checked, nothing is wrong
case-says = The city says
case-what = What was reported
case-since = First reported
case-changed = Last update
case-to-sign = Back to the sign’s page
case-sign = Sign
history-act-report-step = { $who } took { $what } a step further.
history-report = visitors’ report { $case }
report-no-such-case = There is no report with the number { $case }.
case-refused = “{ $given }” is no report number; compare it sign by sign.
case-step-refused = The report is no longer at this step; somebody else may just have dealt with it. Reload the page.
office-reports = Reports
reports-none = There are no such reports.
reports-found = { $count ->
    [one] One report
   *[other] { $count } reports
}
reports-open = { $count ->
    [one] One report is waiting
   *[other] { $count } reports are waiting
}
reports-explained = Visitors in front of a sign send these. Nothing that tells who they are is kept. Their photos are shown in the office only.
reports-show = Show
reports-file = Table for the crew (CSV)
reports-state = State
reports-kind = Fault
reports-ward = Ward
reports-order = Order
reports-all = all
reports-only-open = open
reports-only-closed = closed
reports-newest = last reported first
reports-oldest = longest waiting first
reports-often = most often reported first
report-count = Times reported
report-age = Since
report-last = Last
report-photos = Photos
report-words-of-visitors = What visitors wrote
report-no-words = Nobody wrote anything.
report-words-more = Only the first { $most } texts are kept; later reports are counted.
report-photo-alt = Photo { $number } sent by a visitor
report-place = Place
report-steps = What to do
report-step-take = Take it up
report-step-mend = It is put right
report-step-dismiss = There is no fault
report-step-reopen = Open it again
report-sentence-vi = Public sentence in Vietnamese (optional)
report-sentence-en = Public sentence in English (optional)
report-sentence-hint = Whoever has the number reads it, without your name. Leave it empty, and only the state is shown.
report-mark-damaged = Mark this sign as damaged
report-is-damaged = The sign is marked as damaged.
report-to-sign = The sign’s record
report-history = What was done
report-public-page = The report’s public page
## walks, and what is kept for the way without a network

walk = Walk
walks = Walks
walks-lead = Walks from one place with a story to the next. Each can be saved on your phone and opened without a network.
walks-none = There is no walk yet.
walks-all = All walks
walk-summary = { $stops } stops · about { $metres } m · about { $minutes } min
walk-leg = about { $metres } m · { $minutes } min
walk-figures = Distances are straight lines, rounded to 50 m. Minutes are for 4.5 km/h, with streets taken to be 1.3 times as long as the straight line.
walk-next = next stop:
walk-ends = the walk ends here
walk-save = Save for offline
walk-save-hint = 5 MB at most; after that it opens without a network.
walk-saving = Saving: { $done } of { $of } pages
walk-saved = Saved on this device ({ $size }). This walk opens without a network.
walk-full = The 5 MB are used up: { $done } of { $of } pages are saved. Remove another walk, then save this one again.
walk-failed = The network failed on the way, so it is not saved. Please try again.
walk-remove = Remove from this device
offline-title = No network
offline-lead = This page is not saved on your device. These pages are, and open without a network:
offline-none = No page has been saved yet.
walk-stop-unreadable = “{ $given }” is not a stop; write street/… or landmark/… with the slug of the place, or the code of a sign; with words at the stop: at=… | vi=… | en=….
walk-stop-twice = The stop { $given } is there twice; keep one of them.
walk-stops-number = The walk has { $count } stops; it must have from { $fewest } to { $most }.
walk-stop-unknown = The register has no place or sign “{ $given }”; correct it, or import it first.
office-walks = Walks
walk-new = New walk
walk-name = Name
walk-lead = Lead
walk-stops = Stops
walk-way = The way
walk-open = Shown to visitors
walk-closed = Not shown to visitors
walk-state-help = A walk is public as soon as it is saved as shown; it needs at least two stops that are in use and whose position is known.
walk-more-languages = Other languages
walk-add = One more stop
walk-add-help = Choose from the places whose position is known, or type a name, or the code of a sign.
walk-add-button = Add at the end
walk-up = Up
walk-down = Down
walk-drop = Remove
walk-no-stops = There is no stop yet.
walk-starts = The walk starts here.
walk-stop-skipped = Visitors are led past it: it is no longer in use, or its position is not known.
walk-stop-words = Words at a stop
walk-stop-gone = A stop is no longer in the register; remove it and save again.
walk-stops-full = A walk has { $most } stops at most.
walk-overtaken = Somebody else has just changed this walk; nothing was saved. The frame shows theirs, the fields are yours: saving again puts yours in place of theirs.
walk-preview-in = Language of the preview
## dates, years and the names of languages

month-name = { $month ->
    [1] January
    [2] February
    [3] March
    [4] April
    [5] May
    [6] June
    [7] July
    [8] August
    [9] September
    [10] October
    [11] November
   *[12] December
}
date-day = { $day } { $month } { $year }
date-month = { $month } { $year }
date-year = { $year }
year-range = { $from }–{ $until }
range = { $from } – { $until }
name-from-day = from { $from }
name-until-day = until { $until }
vietnamese-name = Vietnamese name
language-vi = Vietnamese
language-en = English
language-fr = French
language-zh = Chinese
language-ja = Japanese
language-ko = Korean

## search and listening
suggestions = { $count ->
    [0] No suggestions
    [one] { $count } suggestion
   *[other] { $count } suggestions
}
nearest-guesses = No place has a name like that. These come nearest to what you typed:
by-letter = By letter
listen = Listen
listen-pause = Pause
listen-stop = Stop
recording = Recording
recording-credit = Read by { $speaker }. { $licence }
recordings-of = Recordings: { $place }
entry-recordings = Recordings
recordings-none = There is no recording yet. Visitors hear their device’s own voice, where it has one.
recordings-retired = No longer in use
recordings-add = Add a recording
recordings-note = A recording must read the published text. One is in use for each language; a new one takes the place of the one before. Visitors hear it as soon as the text in that language is published.
recordings-send = Add
recording-named = Recording { $id }: { $language }
recording-language = Language spoken
recording-file = Sound file
recording-file-hint = MP3, Opus (Ogg) or AAC (M4A), { $most } MiB at most. The file’s name and the tags of an MP3 are dropped.
recording-speaker = Speaker
recording-added = Added { $when }.
recording-public = Visitors can hear it on this place’s page.
recording-waits = Visitors cannot hear it yet: the text in this language is not published.
recording-retire = Take out of use
recording-retired = Not in use since { $when }.
recording-none-sent = No sound file was chosen. Choose one and send the form again.
recording-too-large = The file is larger than { $most } MiB; nothing was kept. Save it again at a lower bit rate: 64 kbit/s is enough for speech.
recording-other-sort = This file is neither MP3 nor Opus or Vorbis in Ogg nor AAC in M4A; nothing was kept. Save it again in one of those formats.
recording-no-speaker = The speaker is not named. Name whoever reads and send the form again.
recording-no-licence = The licence is not named. Choose or write one and send the form again.
store-no-recording = This place has no recording { $id }.
history-act-add-recording = { $who } added a recording of { $what }.
history-act-retire-recording = { $who } took a recording of { $what } out of use.
history-field-recording = Recording number
history-field-replaced = In the place of recording number
## The head of the office's papers

office-head = Head of the papers
office-head-help = Stands at the top left of the minutes of handover and of acceptance, in the form that Decree 30/2020/NĐ-CP sets. A field left empty is a dotted line in the minutes, to be filled in by hand.
office-head-above = The body right above
office-head-above-like = For example: Ủy ban nhân dân thành phố Hải Phòng
office-head-office = The body that issues the paper
office-head-office-like = For example: Sở Văn hóa, Thể thao và Du lịch
office-head-save = Save the head
office-head-done = Saved. Minutes written from now on bear this head.
history-act-office-head = { $who } changed the head of the office's papers.
history-office-head = Head of the papers
## the sign page: how a name is said, where a sign stands, what is near

said = Said:
then-and-now = Then and now
looks-different = This sign looks different
correct-text = Correct this text or add to it
stands-at-corner = At the corner of { $crossing }.
side-even = On the side of the even numbers.
side-odd = On the side of the odd numbers.
side-left = On the left, seen from the beginning of the street.
side-right = On the right, seen from the beginning of the street.
metres-to = { $distance } to { $crossing }
last-checked = Last checked on { $date }.
kilometres = { $kilometres } km
about-kilometres = about { $kilometres } km
way = { $distance } { $direction }
direction-north = north
direction-north-east = north-east
direction-east = east
direction-south-east = south-east
direction-south = south
direction-south-west = south-west
direction-west = west
direction-north-west = north-west

## office: the survey of a sign

sign-side = Side of the street
sign-side-help = even, odd, left, right (seen from the beginning of the street), or in words; empty where not known.
sign-corner = Corner
sign-corner-help = What the street meets there, such as street/le-loi, or in words; empty where it is no corner.
sign-end-a = Beginning of the street
sign-end-b = End of the street
sign-end-help = What the street meets at that end, such as street/le-loi, or in words.
sign-end-a-m = To the beginning (m)
sign-end-b-m = To the end (m)
sign-end-m-help = Along the street, in whole metres; visitors see it once that end has its name.
sign-checked = Last checked on
sign-checked-help = The day on which somebody stood before the sign, such as 2026-11-22 or 22/11/2026.
sign-photo = Picture of the sign
sign-photo-help = The number of a picture of this place that has its author, licence, source and description. Naming it here makes it public.
