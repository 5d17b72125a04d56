### What a visitor reads. The office and the commands speak Vietnamese and English; their words are in vi.ftl and en.ftl.

## on the day

remembered-birth = { $year }年のこの日、{ $name }が生まれました。
remembered-death = { $year }年のこの日、{ $name }が亡くなりました。
feed-title = ハイフォンの通りの名前：新しい物語
feed-author = ハイフォン市文化スポーツ観光局
