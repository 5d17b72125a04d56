### What a visitor reads. The office and the commands speak Vietnamese and English; their words are in vi.ftl and en.ftl.

## on the day

remembered-birth = Ce jour-là, en { $year }, naissait { $name }.
remembered-death = Ce jour-là, en { $year }, mourait { $name }.
