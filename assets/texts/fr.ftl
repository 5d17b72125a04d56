### What a visitor reads. The office and the commands speak Vietnamese and English; their words are in vi.ftl and en.ftl.

## on the day

remembered-birth = Ce jour-là, en { $year }, naissait { $name }.
remembered-death = Ce jour-là, en { $year }, mourait { $name }.
feed-title = Noms de rues de Hải Phòng : nouveaux récits
feed-author = Service de la culture, des sports et du tourisme de Hải Phòng
