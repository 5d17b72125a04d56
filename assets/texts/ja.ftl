### What a visitor reads. The office and the commands speak Vietnamese and English; their words are in vi.ftl and en.ftl.

## What the register answers to a code typed wrong

code-check = コードの検査文字が合いません。標識に印刷されたコードをご確認ください。
code-length = 標識のコードは6文字ですが、入力されたのは{ $length }文字です。コードをご確認ください。
code-symbol = 標識のコードに「{ $symbol }」が使われることはありません。コードをご確認ください。

## Every page

product = Tên Phố
city = ハイフォン
skip = 本文へ
languages = 言語
only-address = このサイトの唯一の公式アドレス：
promise = パスワード、電話番号、お金を求めることは決してなく、閲覧の記録も残しません。
licence = 文章：CC BY 4.0。
search-label = 通りや人物を探す、または標識のコードを入力する
search-button = 検索
search-title = 検索
found = 「{ $query }」の検索結果：{ $count }件
found-nothing = 「{ $query }」に当てはまるものは見つかりませんでした
all-places = すべての通りと場所
nearby = 近くの場所
read-on = 続けて読む
office = 編集室
page-broken = このページは現在表示できません。不具合は記録されました。しばらくしてからもう一度お試しください。

## The front page

home-title = 通りの名前に秘められた物語
home-lead = ハイフォンの通りの標識には、それぞれ物語があります。標識のコードを読み取るか、ここで検索して、通りの名前が誰に、何に由来し、なぜ語り継がれているのかをお確かめください。
home-counts = 現在、{ $streets }の通り、{ $landmarks }の名所旧跡、コードのある{ $signs }枚の標識を収録しています。
home-streets = まずはこの通りから
home-landmarks = 名所旧跡

## Kinds

kind-street = 通り
kind-landmark = 名所旧跡
kind-road = 道路
kind-pho = 通り（phố）
kind-avenue = 大通り
kind-alley = 路地
kind-sub-alley = 小路
kind-bridge = 橋
kind-garden = 公園
kind-square = 広場
kind-person = 人物
kind-event = 出来事
kind-place = 地名
kind-word = 言葉

## A place

named-after = 名前の由来
life = 生没年
time = 時期
other-names = 別名
name-kind = 名前の種類
name-since = 現在の名前
name-by-decision = （{ $decision }）
former-names = 旧名
former-district = 旧行政区
length = 長さ
metres = { $metres } m
about-metres = 約{ $metres } m
decision = 決議
built = 建設
or = または
rank = 史跡の指定
rank-city = 市級史跡
rank-national = 国家級史跡
rank-special = 特別国家級史跡
position = 座標
attested = 名前の典拠
attested-confirmed = 二つ以上の資料
attested-single = 今のところ一つの資料のみ
attested-doubtful = 不確か
same-namesake = 同じ名前の場所
bears-the-name = この名前をもつ場所
no-longer-used = この名前は{ $date }以降、使われていません。

## Dates

month-name = { $month }
date-day = { $year }年{ $month }月{ $day }日
date-month = { $year }年{ $month }月
date-year = { $year }年
year-range = { $from }年～{ $until }年
range = { $from }～{ $until }
about-year = { $year }頃
before-our-era = 紀元前{ $year }年
born = { $year }生
died = { $year }没
until = { $year }まで
name-from = { $from }から
name-from-day = { $from }から
name-until = { $until }まで
name-until-day = { $until }まで
name-from-until = { $from }～{ $until }

## What there is to read

untold-namesake = この通りの名前が誰に、または何に由来するのかは、まだ確認されていません。資料が見つかり次第、ご紹介します。
untold-landmark = この場所の紹介文はまだありません。
only-in = この文章は現在、{ $language }のみです。
language-vi = ベトナム語
language-en = 英語
language-fr = フランス語
language-zh = 中国語
language-ja = 日本語
language-ko = 韓国語
withdrawn-note = この文章は見直し中のため、一時的に表示していません。後日またご覧ください。
awaiting-review = 一般的な知識に基づく内容で、確認を待っています。
sources = 出典
source-decision = 決定
source-issued = { $issuer }発行
source-number = 第{ $number }号
source-of-day = { $date }
source-of-year = { $date }
source-page = { $page }ページ
photo-credit = 写真：{ $author }。{ $licence }。出典：{ $source }
licence-public-domain = パブリックドメイン
licence-by-permission = 著作者の許可による

## The sign, and addresses that lead nowhere

sign-number = { $number }番の標識 · { $code }
this-sign = 目の前の標識はこれですか？
stands-in = 所在地：{ $ward }
compare = 通りの名前、コード、下のアドレスを標識と見比べてください。違いがあれば、別のコードが上から貼られているかもしれません。
where-title = { $code }はどこにつながる？
where-lead = このコードは市の通りの標識のもので、次のページにつながります：
where-address = コードに含まれるアドレス：
lost-title = ページが見つかりません
lost-page = このアドレスにページはありません。通りの名前で検索するか、標識のコードを入力してください。
lost-code-elsewhere = このコードは実在します。ページはこちらです：
lost-code-unknown = コード{ $code }の形式は正しいものの、どの標識にも割り当てられていません。
nearest-codes = お探しのコードはこちらですか？
nearest-places = お探しの場所はこちらですか？

## the sign page: how a name is said, where a sign stands, what is near

said = 発音：
then-and-now = 名前の移り変わり
looks-different = 目の前の標識と違う
stands-at-corner = { $crossing }との角。
side-even = 偶数番地の側。
side-odd = 奇数番地の側。
side-left = 通りの起点から見て左側。
side-right = 通りの起点から見て右側。
metres-to = { $crossing }まで{ $distance }
last-checked = 最終点検：{ $date }。
kilometres = { $kilometres } km
about-kilometres = 約{ $kilometres } km
way = { $direction }へ{ $distance }
direction-north = 北
direction-north-east = 北東
direction-east = 東
direction-south-east = 南東
direction-south = 南
direction-south-west = 南西
direction-west = 西
direction-north-west = 北西
