### What a visitor reads. The office and the commands speak Vietnamese and English; their words are in vi.ftl and en.ftl.

## on the day

remembered-birth = { $year }年的今天，{ $name }出生。
remembered-death = { $year }年的今天，{ $name }逝世。
feed-title = 海防街名：新故事
feed-author = 海防市文化体育旅游厅
