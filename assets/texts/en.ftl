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

## office: texts

## office: review and publishing

## office: desk, entries and search

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
save = Save
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
conflict-theirs = Somebody else has just put:
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
