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
map-kilometres = { $kilometres } km
map-about-kilometres = environ { $kilometres } km
map-way = { $distance } { $direction }
map-to-n = au nord
map-to-ne = au nord-est
map-to-e = à l’est
map-to-se = au sud-est
map-to-s = au sud
map-to-sw = au sud-ouest
map-to-w = à l’ouest
map-to-nw = au nord-ouest
map-coordinates = Coordonnées (WGS 84)
map-open = Ouvrir dans l’application de plans du téléphone
map-open-apple = Ouvrir dans Plans d’Apple (iPhone, iPad)
map-back = L’histoire de ce lieu
map-signs = { $count ->
    [one] Une plaque relevée sur place
   *[other] { $count } plaques relevées sur place
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
city-map-streets = Rues dont une plaque a été relevée

## on the day

remembered-birth = Ce jour-là, en { $year }, naissait { $name }.
remembered-death = Ce jour-là, en { $year }, mourait { $name }.
feed-title = Noms de rues de Hải Phòng : nouveaux récits
feed-author = Service de la culture, des sports et du tourisme de Hải Phòng
