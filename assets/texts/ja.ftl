### What a visitor reads. The office and the commands speak Vietnamese and English; their words are in vi.ftl and en.ftl.

## on the day

remembered-birth = { $year }年のこの日、{ $name }が生まれました。
remembered-death = { $year }年のこの日、{ $name }が亡くなりました。
