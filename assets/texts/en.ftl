### The interface's words. One file a language; a test proves that every key is here and used.

## register

## qr

## print

## exchange

## store

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
store-broken = The database failed: { $reason }.

## web and visit

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
namesake-unknown = It is not yet known for certain whom or what this street is named after. Its story will follow when a source is found.
landmark-unknown = There is no text about this place yet.
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

## cli
