### What a visitor reads. The office and the commands speak Vietnamese and English; their words are in vi.ftl and en.ftl.

## Maps
map = Plan
map-of = Plan : { $name }
map-picture = Croquis : { $name } et, autour, { $count ->
    [one] un lieu numéroté
   *[other] { $count } lieux numérotés
}. La liste ci-dessous donne la direction et la distance de chacun.
map-picture-alone = Croquis de situation : { $name }.
map-north = N
map-north-up = Le nord est en haut.
map-rings = Les cercles sont espacés de { $distance }.
map-scale = L’échelle représente { $distance }.
map-coordinates = Coordonnées (WGS 84)
map-open = Ouvrir dans l’application de cartes du téléphone
map-open-apple = Ouvrir dans Plans d’Apple (iPhone, iPad)
map-back = L’histoire de ce lieu
map-signs = { $count ->
    [one] Une plaque localisée sur place
   *[other] { $count } plaques localisées sur place
}
map-other-streets = { $count ->
    [one] Une autre rue, en trait fin
   *[other] { $count } autres rues, en trait fin
}
map-lines-from = Tracé des rues : { $source }.
city-map = Plan de la ville
city-map-lead = { $count } lieux dont la position est connue. Les numéros du croquis sont ceux de la liste.
city-map-picture = Croquis du centre-ville avec { $count } lieux numérotés, énumérés ci-dessous.
city-map-far = Croquis de toute la ville avec { $count } lieux éloignés du centre, énumérés ci-dessous.
city-map-frame = Le cadre en pointillé est la partie agrandie ci-dessus.
city-map-elsewhere = Ailleurs
city-map-streets = Rues dont une plaque a été localisée sur place

## on the day

remembered-birth = Un jour comme aujourd’hui, en { $year }, naissait { $name }.
remembered-death = Un jour comme aujourd’hui, en { $year }, mourait { $name }.
feed-title = Noms de rues de Hải Phòng : nouveaux récits
feed-author = Service de la culture, des sports et du tourisme de Hải Phòng
## reports of visitors

report-title = Signaler un problème sur cette plaque
report-lead = Dites-nous ce qui ne va pas. Aucun compte n’est nécessaire, et rien de ce qui permettrait de vous identifier n’est conservé.
report-kind = Qu’est-ce qui ne va pas ?
fault-damaged = La plaque est tordue, cassée ou décolorée
fault-missing = La plaque a disparu
fault-covered = Le code est masqué ou recouvert d’un autocollant
fault-covered-note = Un autocollant posé par-dessus peut être une fraude : ne le scannez pas.
fault-unreadable = Impossible de scanner le code
fault-wrong-text = Le texte de la page contient une erreur
fault-wrong-place = La plaque n’est pas au bon endroit
fault-different = La plaque ne correspond pas à la page
fault-other = Autre chose
report-words = Quelques mots (facultatif)
report-words-hint = { $most } caractères au plus. N’indiquez ni nom ni numéro de téléphone : aucune réponse individuelle n’est possible.
report-photo = Une photo (facultatif)
report-photo-hint = JPEG, PNG ou WebP, { $most } Mo au plus. Le lieu, la date et l’appareil inscrits dans le fichier sont effacés.
report-trap = Laissez ce champ vide
report-number-comes = Après l’envoi, vous recevez un numéro : toute personne qui l’a peut voir où en est le signalement.
report-send = Envoyer le signalement
report-photo-again = Veuillez choisir à nouveau la photo.
report-foreign = Ce signalement provenait d’un autre site et n’a pas été accepté. Veuillez l’envoyer depuis cette page.
report-busy = De nombreuses photos arrivent en ce moment. Réessayez dans une minute, ou envoyez le signalement sans la photo.
report-photo-large = La photo dépasse { $most } Mo. Choisissez-en une plus petite, ou envoyez le signalement sans photo.
report-cut-off = Le signalement n’est pas arrivé en entier. Veuillez le renvoyer.
report-photos-full = Plus aucune photo ne peut être conservée aujourd’hui. Veuillez envoyer le signalement sans la photo.
report-day-full = Trop de signalements sont arrivés aujourd’hui. Veuillez envoyer le vôtre demain.
report-broken = Un problème est survenu de notre côté et a été consigné ; le signalement n’a pas été enregistré. Veuillez réessayer plus tard.
report-trapped = Le champ qui doit rester vide a été rempli. Il est vide à présent : veuillez renvoyer le formulaire.
report-no-kind = Veuillez choisir ce qui ne va pas.
report-words-long = Vous avez écrit { $length } caractères ; le maximum est de { $most }. Veuillez raccourcir votre texte.
report-say-what = Dites en quelques mots ce qui ne va pas, ou ajoutez une photo.
report-too-many = { $minutes ->
    [one] De très nombreux signalements arrivent. Veuillez réessayer dans une minute.
   *[other] De très nombreux signalements arrivent. Veuillez réessayer dans { $minutes } minutes.
}
report-photo-heic = C’est une photo HEIC d’iPhone, que nous ne pouvons pas ouvrir. Faites-en une capture d’écran et envoyez la capture.
report-photo-sort = Ce fichier est de type { $sort } ; il faut une image JPEG, PNG ou WebP. Choisissez un autre fichier, ou envoyez le signalement sans photo.
report-photo-pixels = La photo a trop de pixels. Choisissez-en une plus petite, ou envoyez le signalement sans photo.
report-photo-unreadable = Ce fichier ne s’ouvre pas comme une photo. Choisissez-en un autre, ou envoyez le signalement sans photo.
case-number = Numéro du signalement
case-find = Suivre un signalement
case-show = Chercher
case-unknown = Aucun signalement ne porte le numéro « { $given } ». Comparez-le avec le numéro que vous avez noté.
case-title = Signalement { $case }
case-thanks = Merci. Votre signalement est enregistré.
case-joined = Merci. Ce problème avait déjà été signalé ; votre signalement y a été joint, sous le même numéro.
case-keep = Notez ce numéro : il vous permet de suivre ici votre signalement. Celui-ci est anonyme : personne ne peut donc vous écrire.
case-received = Reçu, pas encore examiné
case-taken = En cours d’examen
case-mended = Problème réglé
case-no-fault = Vérifié, aucun défaut constaté
case-says = Réponse de la ville
case-what = Objet du signalement
case-since = Premier signalement
case-changed = Dernière mise à jour
case-to-sign = Retour à la page de la plaque
## walks, and what is kept for the way without a network

walk = Promenade
walks = Promenades
walks-lead = Des promenades à pied qui vont d’une histoire à l’autre. Chacune peut s’enregistrer sur votre téléphone et s’ouvrir sans réseau.
walks-none = Il n’y a pas encore de promenade.
walks-all = Toutes les promenades
walk-summary = { $stops } étapes · environ { $metres } m · environ { $minutes } min
walk-leg = environ { $metres } m · { $minutes } min
walk-figures = Distances à vol d’oiseau, arrondies à 50 m. Durées calculées à 4,5 km/h, en comptant des rues 1,3 fois plus longues que la ligne droite.
walk-next = étape suivante :
walk-ends = la promenade se termine ici
walk-save = Enregistrer hors ligne
walk-save-hint = 5 Mo au plus ; la promenade s’ouvre ensuite sans réseau.
walk-saving = Enregistrement : { $done } pages sur { $of }
walk-saved = Enregistrée sur cet appareil ({ $size }). La promenade s’ouvre sans réseau.
walk-full = Les 5 Mo sont utilisés : { $done } pages sur { $of } sont enregistrées. Supprimez une autre promenade, puis recommencez.
walk-failed = La connexion a été coupée, rien n’est enregistré. Veuillez réessayer.
walk-remove = Supprimer de cet appareil
offline-title = Pas de réseau
offline-lead = Cette page n’est pas enregistrée sur votre appareil. Celles-ci le sont et s’ouvrent sans réseau :
offline-none = Aucune page n’est encore enregistrée.
## What the register answers to a code typed wrong

code-check = Le caractère de contrôle de ce code ne correspond pas ; comparez votre saisie avec le code de la plaque.
code-length = Le code d’une plaque compte exactement 6 caractères, celui-ci en a { $length } ; vérifiez votre saisie.
code-symbol = Aucun code de plaque ne contient « { $symbol } » ; vérifiez votre saisie.

## Every page

product = Tên Phố
city = Hải Phòng
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
page-broken = Cette page ne peut pas s’afficher pour le moment ; l’erreur a été consignée. Veuillez réessayer plus tard.

## The front page

home-title = L’histoire derrière chaque nom de rue
home-lead = À Hải Phòng, chaque plaque de rue porte une histoire. Scannez le code d’une plaque, ou cherchez ici, pour savoir à qui ou à quoi la rue doit son nom et pourquoi l’on se souvient de ce nom.
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
vietnamese-name = Nom vietnamien
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
rank-city = monument classé par la ville
rank-national = monument national
rank-special = monument national spécial
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
range = { $from } – { $until }
about-year = vers { $year }
before-our-era = { $year } av. J.-C.
born = naissance : { $year }
died = mort : { $year }
until = jusqu’en { $year }
name-from = depuis { $from }
name-from-day = depuis le { $from }
name-until = jusqu’en { $until }
name-until-day = jusqu’au { $until }
name-from-until = { $from } – { $until }

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
compare = Comparez avec la plaque le nom de la rue, le code et l’adresse ci-dessous. En cas de différence, un autre code a peut-être été collé par-dessus.
where-title = Où mène le code { $code } ?
where-lead = Ce code appartient à l’une des plaques de rue de la ville et mène à cette page :
where-address = L’adresse contenue dans le code :
lost-title = Page introuvable
lost-page = Cette adresse ne mène nulle part. Cherchez une rue par son nom, ou tapez le code de la plaque.
lost-code-elsewhere = Ce code existe. Sa page est ici :
lost-code-unknown = Le code { $code } est correctement écrit, mais n’a été attribué à aucune plaque.
nearest-codes = Vouliez-vous taper l’un de ces codes ?
nearest-places = Cherchiez-vous l’un de ces lieux ?

## search and listening
suggestions = { $count ->
    [0] Aucune suggestion
    [one] { $count } suggestion
   *[other] { $count } suggestions
}
nearest-guesses = Aucun lieu ne porte ce nom. Voici ce qui s’en approche le plus :
by-letter = Par lettre
listen = Écouter
listen-pause = Pause
listen-stop = Arrêter
recording = Enregistrement
recording-credit = Lu par { $speaker }. { $licence }
## the sign page: how a name is said, where a sign stands, what is near

said = Prononciation :
then-and-now = Hier et aujourd’hui
looks-different = Cette plaque est différente
correct-text = Corriger ou compléter ce texte
stands-at-corner = À l’angle de { $crossing }.
side-even = Du côté des numéros pairs.
side-odd = Du côté des numéros impairs.
side-left = À gauche, en partant du début de la rue.
side-right = À droite, en partant du début de la rue.
metres-to = { $distance } jusqu’à { $crossing }
last-checked = Dernier contrôle : { $date }.
kilometres = { $kilometres } km
about-kilometres = à { $kilometres } km environ
way = { $distance } { $direction }
direction-north = au nord
direction-north-east = au nord-est
direction-east = à l’est
direction-south-east = au sud-est
direction-south = au sud
direction-south-west = au sud-ouest
direction-west = à l’ouest
direction-north-west = au nord-ouest
