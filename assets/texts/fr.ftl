### What a visitor reads. The office and the commands speak Vietnamese and English; their words are in vi.ftl and en.ftl.

## What the register answers to a code typed wrong

code-check = Le caractère de contrôle de ce code ne correspond pas ; comparez-le avec le code de la plaque.
code-length = Le code d’une plaque compte exactement 6 caractères, celui-ci en a { $length } ; vérifiez-le.
code-symbol = Aucun code de plaque ne contient « { $symbol } » ; vérifiez-le.

## Every page

product = Tên Phố
city = Haïphong
skip = Aller au texte
languages = Langue
only-address = La seule adresse officielle de ce site :
promise = Il ne demande jamais ni mot de passe, ni numéro de téléphone, ni argent, et ne garde aucune trace de ses visiteurs.
licence = Textes : CC BY 4.0.
search-label = Cherchez une rue, une personne, ou tapez le code d’une plaque
search-button = Chercher
search-title = Recherche
found = { $count ->
    [one] { $count } résultat pour « { $query } »
   *[other] { $count } résultats pour « { $query } »
}
found-nothing = Aucun résultat pour « { $query } »
all-places = Toutes les rues et tous les lieux
nearby = À proximité
read-on = À lire aussi
office = Rédaction
page-broken = Cette page ne peut pas s’afficher pour le moment ; l’erreur a été consignée. Veuillez réessayer plus tard.

## The front page

home-title = L’histoire derrière chaque nom de rue
home-lead = À Haïphong, chaque plaque de rue porte une histoire. Scannez le code d’une plaque, ou cherchez ici, pour savoir à qui ou à quoi la rue doit son nom et pourquoi l’on s’en souvient.
home-counts = Le registre réunit { $streets } rues, { $landmarks } sites et { $signs } plaques munies d’un code.
home-streets = Quelques rues pour commencer
home-landmarks = Sites et monuments

## Kinds

kind-street = rue
kind-landmark = site
kind-road = rue (đường)
kind-pho = rue (phố)
kind-avenue = avenue
kind-alley = ruelle
kind-sub-alley = venelle
kind-bridge = pont
kind-garden = jardin public
kind-square = place
kind-person = personne
kind-event = événement
kind-place = lieu
kind-word = mot

## A place

named-after = Porte le nom de
life = Dates
time = Époque
other-names = Autres noms
name-kind = Type de nom
name-since = Nom actuel
name-by-decision = ({ $decision })
former-names = Anciens noms
former-district = Ancien district
length = Longueur
metres = { $metres } m
about-metres = à { $metres } m environ
decision = Résolution
built = Construction
or = {" "}ou{" "}
rank = Classement
rank-city = site classé par la ville
rank-national = site classé national
rank-special = site national d’importance exceptionnelle
position = Coordonnées
attested = Attestation du nom
attested-confirmed = deux sources ou plus
attested-single = une seule source à ce jour
attested-doubtful = incertaine
same-namesake = Portent aussi ce nom
bears-the-name = Lieux qui portent ce nom
no-longer-used = Ce nom n’est plus en usage depuis le { $date }.

## Dates

month-name = { $month ->
    [1] janvier
    [2] février
    [3] mars
    [4] avril
    [5] mai
    [6] juin
    [7] juillet
    [8] août
    [9] septembre
    [10] octobre
    [11] novembre
   *[12] décembre
}
date-day = { $day ->
    [1] 1er
   *[other] { $day }
} { $month } { $year }
date-month = { $month } { $year }
date-year = { $year }
year-range = { $from }–{ $until }
range = { $from } – { $until }
about-year = vers { $year }
before-our-era = { $year } av. J.-C.
born = naissance : { $year }
died = mort : { $year }
until = jusqu’en { $year }
name-from = depuis { $from }
name-from-day = depuis le { $from }
name-until = jusqu’en { $until }
name-until-day = jusqu’au { $until }
name-from-until = { $from } – { $until }

## What there is to read

untold-namesake = On ne sait pas encore avec certitude à qui ou à quoi cette rue doit son nom. Son histoire viendra dès qu’une source sera trouvée.
untold-landmark = Il n’existe pas encore de texte sur ce lieu.
only-in = Ce texte n’existe encore qu’en { $language }.
language-vi = vietnamien
language-en = anglais
language-fr = français
language-zh = chinois
language-ja = japonais
language-ko = coréen
withdrawn-note = Ce texte est en cours de révision et n’est pas affiché pour le moment. Merci de revenir plus tard.
awaiting-review = Connaissances générales, en attente de vérification.
sources = Sources
source-decision = Décision
source-issued = de { $issuer }
source-number = n° { $number }
source-of-day = du { $date }
source-of-year = ({ $date })
source-page = p. { $page }
photo-credit = Photo : { $author }. { $licence }. Source : { $source }
licence-public-domain = Domaine public
licence-by-permission = Avec l’autorisation de l’auteur

## The sign, and addresses that lead nowhere

sign-number = Plaque { $number } · { $code }
this-sign = Est-ce la plaque devant vous ?
stands-in = Emplacement : { $ward }.
compare = Comparez avec la plaque le nom de la rue, le code et l’adresse ci-dessous. À la moindre différence, un autre code a pu être collé par-dessus.
where-title = Où mène le code { $code } ?
where-lead = Ce code appartient à l’une des plaques de rue de la ville et mène à cette page :
where-address = L’adresse contenue dans le code :
lost-title = Page introuvable
lost-page = Cette adresse ne mène nulle part. Cherchez une rue par son nom, ou tapez le code de la plaque.
lost-code-elsewhere = Ce code existe. Sa page est ici :
lost-code-unknown = Le code { $code } est bien formé, mais n’a été attribué à aucune plaque.
nearest-codes = Vouliez-vous taper l’un de ces codes ?
nearest-places = Cherchiez-vous l’un de ces lieux ?

## the sign page: how a name is said, where a sign stands, what is near

said = Prononciation :
then-and-now = Hier et aujourd’hui
looks-different = Ce panneau est différent
stands-at-corner = À l’angle de { $crossing }.
side-even = Du côté des numéros pairs.
side-odd = Du côté des numéros impairs.
side-left = À gauche, vu du début de la rue.
side-right = À droite, vu du début de la rue.
metres-to = { $distance } jusqu’à { $crossing }
last-checked = Dernier contrôle : { $date }.
kilometres = { $kilometres } km
about-kilometres = à { $kilometres } km environ
way = { $distance } { $direction }
direction-north = au nord
direction-north-east = au nord-est
direction-east = à l’est
direction-south-east = au sud-est
direction-south = au sud
direction-south-west = au sud-ouest
direction-west = à l’ouest
direction-north-west = au nord-ouest
