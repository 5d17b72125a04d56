### What a visitor reads. The office and the commands speak Vietnamese and English; their words are in vi.ftl and en.ftl.

## on the day

remembered-birth = Ce jour-là, en { $year }, naissait { $name }.
remembered-death = Ce jour-là, en { $year }, mourait { $name }.
feed-title = Noms de rues de Hải Phòng : nouveaux récits
feed-author = Service de la culture, des sports et du tourisme de Hải Phòng
## reports of visitors

report-different = Ce n’est pas ce que vous voyez ? Dites-le-nous
report-title = Signaler ce panneau
report-lead = Dites-nous ce qui ne va pas. Aucun compte n’est nécessaire, et rien de ce qui permettrait de vous identifier n’est conservé.
report-kind = Qu’est-ce qui ne va pas ?
fault-damaged = Le panneau est tordu, cassé ou décoloré
fault-missing = Le panneau a disparu
fault-covered = Le code est masqué ou recouvert d’un autocollant
fault-covered-note = Un autocollant posé par-dessus peut être une fraude : ne le scannez pas.
fault-unreadable = Le code ne se scanne pas
fault-wrong-text = Le texte de la page est erroné
fault-wrong-place = Le panneau n’est pas au bon endroit
fault-different = Le panneau ne ressemble pas à la page
fault-other = Autre chose
report-words = Quelques mots (facultatif)
report-words-hint = { $most } caractères au plus. N’indiquez ni nom ni numéro de téléphone : personne ne pourra vous répondre personnellement.
report-photo = Une photo (facultatif)
report-photo-hint = JPEG, PNG ou WebP, { $most } Mo au plus. Le lieu, la date et l’appareil inscrits dans le fichier sont effacés.
report-trap = Laissez ce champ vide
report-number-comes = Après l’envoi, vous recevez un numéro qui permet à quiconque de voir où en est le signalement.
report-send = Envoyer le signalement
report-photo-again = Veuillez choisir à nouveau la photo.
report-foreign = Ce signalement provenait d’un autre site et n’a pas été accepté. Veuillez l’envoyer depuis cette page.
report-busy = De nombreuses photos arrivent en ce moment. Réessayez dans une minute, ou envoyez le signalement sans la photo.
report-photo-large = La photo dépasse { $most } Mo. Choisissez-en une plus petite, ou envoyez le signalement sans photo.
report-cut-off = Le signalement n’est pas arrivé en entier. Veuillez le renvoyer.
report-photos-full = Plus aucune photo ne peut être conservée aujourd’hui. Veuillez envoyer le signalement sans la photo.
report-day-full = Trop de signalements sont arrivés aujourd’hui. Veuillez envoyer le vôtre demain.
report-broken = Un problème est survenu de notre côté et a été consigné ; le signalement n’est pas enregistré. Veuillez réessayer plus tard.
report-trapped = Le champ qui doit rester vide a été rempli. Il est vide à présent : veuillez renvoyer le formulaire.
report-no-kind = Veuillez choisir ce qui ne va pas.
report-words-long = Vous avez écrit { $length } caractères ; le maximum est de { $most }. Veuillez raccourcir.
report-say-what = Dites en quelques mots ce qui ne va pas, ou ajoutez une photo.
report-too-many = { $minutes ->
    [one] De très nombreux signalements arrivent. Veuillez réessayer dans une minute.
   *[other] De très nombreux signalements arrivent. Veuillez réessayer dans { $minutes } minutes.
}
report-photo-heic = C’est une photo HEIC d’iPhone, que nous ne pouvons pas ouvrir. Faites-en une capture d’écran et envoyez celle-ci.
report-photo-sort = Ce fichier est de type { $sort }, et non une image JPEG, PNG ou WebP. Choisissez-en un autre, ou envoyez le signalement sans photo.
report-photo-pixels = La photo a trop de pixels. Choisissez-en une plus petite, ou envoyez le signalement sans photo.
report-photo-unreadable = Ce fichier ne peut pas être ouvert comme photo. Choisissez-en un autre, ou envoyez le signalement sans photo.
case-number = Numéro du signalement
case-find = Suivre un signalement
case-show = Chercher
case-unknown = Aucun signalement ne porte le numéro « { $given } ». Comparez-le avec le numéro que vous avez noté.
case-title = Signalement { $case }
case-thanks = Merci. Votre signalement est enregistré.
case-joined = Merci. Quelqu’un l’avait déjà signalé ; votre signalement a été ajouté au sien sous le même numéro.
case-keep = Notez ce numéro : il vous permet de voir ici la suite donnée. Personne ne sait qui a envoyé le signalement ; personne ne peut donc vous écrire.
case-received = Reçu, pas encore examiné
case-taken = En cours d’examen
case-mended = Corrigé
case-no-fault = Vérifié, rien à corriger
case-says = Réponse de la ville
case-what = Objet du signalement
case-since = Signalé le
case-changed = Dernière mise à jour
case-to-sign = Retour à la page du panneau
## walks, and what is kept for the way without a network

walk = Promenade
walks = Promenades
walks-lead = Des promenades d’un lieu à l’autre, chacun avec son histoire. Chacune peut être enregistrée sur le téléphone et s’ouvrir sans réseau.
walks-none = Il n’y a pas encore de promenade.
walks-all = Toutes les promenades
walk-summary = { $stops } étapes · environ { $metres } m · environ { $minutes } min
walk-leg = environ { $metres } m · { $minutes } min
walk-figures = Distances à vol d’oiseau, arrondies à 50 m. Durées calculées à 4,5 km/h, en comptant des rues 1,3 fois plus longues que la ligne droite.
walk-next = étape suivante :
walk-ends = la promenade se termine ici
walk-save = Enregistrer hors ligne
walk-save-hint = 5 Mo au plus ; la promenade s’ouvre ensuite sans réseau.
walk-saving = Enregistrement : { $done } pages sur { $of }
walk-saved = Enregistrée sur cet appareil ({ $size }). La promenade s’ouvre sans réseau.
walk-full = Les 5 Mo sont pris : { $done } pages sur { $of } sont enregistrées. Supprimez une autre promenade, puis recommencez.
walk-failed = Le réseau a fait défaut, rien n’est enregistré. Veuillez réessayer.
walk-remove = Supprimer de cet appareil
offline-title = Pas de réseau
offline-lead = Cette page n’est pas enregistrée sur votre appareil. Celles-ci le sont et s’ouvrent sans réseau :
offline-none = Aucune page n’est encore enregistrée.
