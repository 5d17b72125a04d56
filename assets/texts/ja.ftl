### What a visitor reads. The office and the commands speak Vietnamese and English; their words are in vi.ftl and en.ftl.

## Maps
map = 地図
map-of = 地図：{ $name }
map-picture = 略図：{ $name }と、番号を付けた周辺の{ $count }か所。それぞれの方角と距離は下の一覧にあります。
map-picture-alone = 略図：{ $name }の位置
map-north = 北
map-north-up = 上が北です。
map-rings = 円の間隔は{ $distance }です。
map-scale = 目盛りの長さは{ $distance }です。
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
## reports of visitors

report-title = この標識について報告
report-lead = お気づきの点をお知らせください。登録は不要で、あなたを特定できるものは一切保存しません。
report-kind = どのような問題ですか？
fault-damaged = 標識の曲がり・破損・色あせ
fault-missing = 標識がなくなっている
fault-covered = コードが隠れている、上に何か貼られている
fault-covered-note = 上に貼られたシールは詐欺のおそれがあります。読み取らないでください。
fault-unreadable = コードが読み取れない
fault-wrong-text = ページの文章に誤りがある
fault-wrong-place = 標識が間違った場所にある
fault-different = 標識がページの内容と異なる
fault-other = その他
report-words = ひとこと（任意）
report-words-hint = { $most }文字まで。お名前や電話番号は書かないでください。個別にお返事することはできません。
report-photo = 写真（任意）
report-photo-hint = JPEG・PNG・WebP形式、{ $most } MBまで。ファイル内の撮影場所・日時・機種の情報は削除されます。
report-trap = この欄は空のままにしてください
report-number-comes = 送信すると番号が表示されます。番号が分かれば、どなたでも対応状況を確認できます。
report-send = 報告を送信
report-photo-again = 写真をもう一度選んでください。
report-foreign = この報告は別のサイトから送られたため、受け付けていません。このページから送信してください。
report-busy = ただいま写真の送信が混み合っています。1分後にもう一度お試しになるか、写真なしで送信してください。
report-photo-large = 写真が{ $most } MBを超えています。小さい写真を選ぶか、写真なしで送信してください。
report-cut-off = 報告が途中で途切れました。もう一度送信してください。
report-photos-full = 本日はこれ以上写真を保存できません。写真なしで送信してください。
report-day-full = 本日の報告が上限に達しました。明日あらためて送信してください。
report-broken = こちらで問題が発生し、記録されました。報告は保存されていません。後ほどもう一度お試しください。
report-trapped = 空のままにする欄に入力がありました。空に戻しましたので、もう一度送信してください。
report-no-kind = 問題の種類を選んでください。
report-words-long = { $length }文字あります。{ $most }文字以内にしてください。
report-say-what = 何が問題かをひとこと書くか、写真を添えてください。
report-too-many = 報告の送信がたいへん混み合っています。{ $minutes }分後にもう一度お試しください。
report-photo-heic = iPhoneのHEIC形式の写真は開けません。スクリーンショットを撮り、その画像を送信してください。
report-photo-sort = このファイルの種類は{ $sort }で、JPEG・PNG・WebPの画像ではありません。別のものを選ぶか、写真なしで送信してください。
report-photo-pixels = 写真の画素数が多すぎます。小さい写真を選ぶか、写真なしで送信してください。
report-photo-unreadable = このファイルは写真として開けません。別のものを選ぶか、写真なしで送信してください。
case-number = 報告番号
case-find = 報告の照会
case-show = 照会
case-unknown = 番号「{ $given }」の報告はありません。控えた番号をもう一度お確かめください。
case-title = 報告 { $case }
case-thanks = ありがとうございます。報告を受け付けました。
case-joined = ありがとうございます。同じ内容の報告がすでに届いていたため、一つの番号にまとめました。
case-keep = この番号をお控えください。ここで対応状況を確認できます。どなたが送信したかは分からないため、個別にご連絡することはできません。
case-received = 受付済み・未確認
case-taken = 確認中
case-mended = 対応済み
case-no-fault = 確認済み・問題なし
case-says = 市からの回答
case-what = 報告の内容
case-since = 最初の報告
case-changed = 最終更新
case-to-sign = 標識のページに戻る
## walks, and what is kept for the way without a network

walk = 散歩コース
walks = 散歩コース
walks-lead = 物語のある場所を巡って歩くコースです。端末に保存すれば、オフラインでも開けます。
walks-none = 散歩コースはまだありません。
walks-all = すべての散歩コース
walk-summary = { $stops }か所 · 約{ $metres } m · 約{ $minutes }分
walk-leg = 約{ $metres } m · { $minutes }分
walk-figures = 距離は直線距離を50 m単位に丸めたものです。時間は、道のりを直線の1.3倍、歩く速さを時速4.5 kmとして計算しています。
walk-next = 次の場所：
walk-ends = このコースはここで終わりです
walk-save = オフライン用に保存
walk-save-hint = 最大5 MB。保存後はオフラインでも開けます。
walk-saving = 保存中：{ $of }ページ中{ $done }ページ
walk-saved = この端末に保存しました（{ $size }）。このコースはオフラインでも開けます。
walk-full = 5 MBの上限に達したため、{ $of }ページ中{ $done }ページまで保存しました。ほかのコースを削除してから、もう一度保存してください。
walk-failed = 通信が途切れたため保存できませんでした。もう一度お試しください。
walk-remove = この端末から削除
offline-title = オフラインです
offline-lead = このページは端末に保存されていません。次のページは保存済みで、オフラインでも開けます：
offline-none = 保存されたページはまだありません。
## What the register answers to a code typed wrong

code-check = コードの検査文字が一致しません。標識に印刷されたコードと見比べてください。
code-length = 標識のコードは6文字ですが、入力されたのは{ $length }文字です。コードをご確認ください。
code-symbol = 標識のコードに「{ $symbol }」が使われることはありません。コードをご確認ください。

## Every page

product = Tên Phố
city = ハイフォン
skip = 本文へ
languages = 言語
only-address = このサイトの唯一の公式アドレス：
promise = このサイトがパスワードや電話番号、お金を求めることは決してありません。閲覧の記録も残しません。
licence = 文章：CC BY 4.0。
search-label = 通りや人物の名前、または標識のコードを入力
search-button = 検索
search-title = 検索
found = 「{ $query }」の検索結果：{ $count }件
found-nothing = 「{ $query }」に当てはまるものは見つかりませんでした
all-places = すべての通りと場所
nearby = 近くの場所
read-on = 続けて読む
page-broken = このページは現在表示できません。不具合は記録されました。しばらくしてからもう一度お試しください。

## The front page

home-title = 通りの名前が語る物語
home-lead = ハイフォンの通りの標識には、それぞれ物語があります。標識のコードを読み取るか、ここで検索すると、通りの名前が誰や何に由来し、なぜ今も記憶されているのかをお読みいただけます。
home-counts = 現在、通り{ $streets }本、名所旧跡{ $landmarks }か所、コード付きの標識{ $signs }枚を収録しています。
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
vietnamese-name = ベトナム語名
name-since = 現在の名前
name-by-decision = （{ $decision }）
former-names = 旧名
former-district = 旧行政区
length = 長さ
metres = { $metres } m
about-metres = 約{ $metres } m
decision = 決議
built = 建設
or = または
rank = 史跡指定
rank-city = 市指定史跡
rank-national = 国指定史跡
rank-special = 国指定特別史跡
attested = 名前の裏付け
attested-confirmed = 二つ以上の資料あり
attested-single = 今のところ一つの資料のみ
attested-doubtful = 不確か
same-namesake = 同じ名にちなむ場所
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
withdrawn-note = この文章は内容を見直しているため、一時的に表示していません。後日またご覧ください。
awaiting-review = 一般的な知識に基づく文章です（専門家の確認待ち）。
sources = 出典
source-decision = 決定
source-issued = { $issuer }発行
source-number = 第{ $number }号
source-of-day = { $date }
source-of-year = { $date }
source-page = { $page }ページ
photo-credit = 写真：{ $author }。{ $licence }。出典：{ $source }
licence-public-domain = パブリックドメイン
licence-by-permission = 著作者の許諾による

## The sign, and addresses that lead nowhere

sign-number = { $number }番の標識 · { $code }
this-sign = 目の前の標識はこれですか？
stands-in = 所在地：{ $ward }
compare = 通りの名前、コード、下のアドレスを標識と見比べてください。違いがあれば、別のコードが上から貼られているかもしれません。
where-title = コード{ $code }のリンク先
where-lead = このコードは市の通りの標識のもので、次のページにつながります：
where-address = コードに含まれるアドレス：
lost-title = ページが見つかりません
lost-page = このアドレスにページはありません。通りの名前で検索するか、標識のコードを入力してください。
lost-code-elsewhere = このコードは実在します。ページはこちらです：
lost-code-unknown = コード{ $code }の形式は正しいものの、どの標識にも割り当てられていません。
nearest-codes = お探しのコードはこちらですか？
nearest-places = お探しの場所はこちらですか？

## search and listening
suggestions = { $count ->
    [0] 候補はありません
   *[other] 候補 { $count } 件
}
nearest-guesses = その名前の場所は見つかりません。入力に近いものはこちらです。
by-letter = 頭文字別
listen = 聞く
listen-pause = 一時停止
listen-stop = 停止
recording = 録音
recording-credit = 朗読：{ $speaker }。{ $licence }
## the sign page: how a name is said, where a sign stands, what is near

said = 発音：
then-and-now = 名前の移り変わり
looks-different = 目の前の標識と違う
correct-text = この文章の訂正・補足
stands-at-corner = { $crossing }との角。
side-even = 偶数番地の側。
side-odd = 奇数番地の側。
side-left = 通りの起点から見て左側。
side-right = 通りの起点から見て右側。
metres-to = { $crossing }まで{ $distance }
last-checked = 最終点検：{ $date }。
kilometres = { $kilometres } km
about-kilometres = 約{ $kilometres } km
way = { $direction }へ{ $distance }
direction-north = 北
direction-north-east = 北東
direction-east = 東
direction-south-east = 南東
direction-south = 南
direction-south-west = 南西
direction-west = 西
direction-north-west = 北西
