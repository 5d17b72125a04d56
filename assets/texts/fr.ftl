### What a visitor reads. The office and the commands speak Vietnamese and English; their words are in vi.ftl and en.ftl.

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
