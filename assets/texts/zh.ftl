### What a visitor reads. The office and the commands speak Vietnamese and English; their words are in vi.ftl and en.ftl.

## on the day

remembered-birth = { $year }年的今天，{ $name }出生。
remembered-death = { $year }年的今天，{ $name }逝世。
