### What a visitor reads. The office and the commands speak Vietnamese and English; their words are in vi.ftl and en.ftl.

## Maps
map = 地図
map-of = 地図：{ $name }
map-picture = 略図：{ $name }と、番号を付けた周辺の{ $count }か所。それぞれの方角と距離は下の一覧にあります。
map-picture-alone = 略図：{ $name }の位置。
map-north = 北
map-north-up = 上が北です。
map-rings = 円の間隔は{ $distance }です。
map-scale = 目盛りの長さは{ $distance }です。
map-kilometres = { $kilometres } km
map-about-kilometres = 約{ $kilometres } km
map-way = { $direction }へ{ $distance }
map-to-n = 北
map-to-ne = 北東
map-to-e = 東
map-to-se = 南東
map-to-s = 南
map-to-sw = 南西
map-to-w = 西
map-to-nw = 北西
map-coordinates = 座標（WGS 84）
map-open = スマートフォンの地図アプリで開く
map-open-apple = Appleマップで開く（iPhone、iPad）
map-back = この場所の物語
map-signs = 位置を測定済みの標識{ $count }枚
map-other-streets = ほかの通り{ $count }本（細い線）
map-lines-from = 通りの線の出典：{ $source }
city-map = 市内地図
city-map-lead = 位置の分かっている名所旧跡{ $count }か所。略図の番号は一覧の番号と同じです。
city-map-picture = 中心部の略図。番号を付けた{ $count }か所を下の一覧に示します。
city-map-far = 市全体の略図。中心部から離れた{ $count }か所を下の一覧に示します。
city-map-frame = 破線の枠は、上で拡大した部分です。
city-map-elsewhere = そのほか
city-map-streets = 標識の位置を測定済みの通り

## on the day

remembered-birth = { $year }年のこの日、{ $name }が生まれました。
remembered-death = { $year }年のこの日、{ $name }が亡くなりました。
feed-title = ハイフォンの通りの名前：新しい物語
feed-author = ハイフォン市文化スポーツ観光局
