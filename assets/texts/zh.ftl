### What a visitor reads. The office and the commands speak Vietnamese and English; their words are in vi.ftl and en.ftl.

## What the register answers to a code typed wrong

code-check = 代码的校验字符不符，请与路牌上的代码核对。
code-length = 路牌代码应为6个字符，这里有{ $length }个，请核对。
code-symbol = 路牌代码中不会出现“{ $symbol }”，请核对。

## Every page

product = Tên Phố
city = 海防
skip = 跳到正文
languages = 语言
only-address = 本网站唯一的官方网址：
promise = 本网站绝不索要密码、电话号码或钱款，也不留存访客的任何痕迹。
licence = 文字：CC BY 4.0。
search-label = 查找街道或人物，或输入路牌上的代码
search-button = 搜索
search-title = 搜索
found = “{ $query }”共有{ $count }条结果
found-nothing = 没有找到与“{ $query }”相关的内容
all-places = 所有街道与地点
nearby = 附近
read-on = 继续阅读
office = 编辑部
page-broken = 此页面暂时无法显示，故障已记录。请稍后再试。

## The front page

home-title = 每个街名背后的故事
home-lead = 海防的每一块路牌都有一段故事。扫描路牌上的代码，或在这里搜索，便可知道街道以谁、以何事命名，这个名字又为何值得铭记。
home-counts = 目前收录{ $streets }条街道、{ $landmarks }处名胜古迹和{ $signs }块带有代码的路牌。
home-streets = 不妨从这些街道读起
home-landmarks = 名胜古迹

## Kinds

kind-street = 街道
kind-landmark = 名胜古迹
kind-road = 路
kind-pho = 街（phố）
kind-avenue = 大道
kind-alley = 巷
kind-sub-alley = 小巷
kind-bridge = 桥
kind-garden = 花园
kind-square = 广场
kind-person = 人物
kind-event = 事件
kind-place = 地名
kind-word = 词语

## A place

named-after = 得名于
life = 生卒年
time = 时间
other-names = 别名
name-kind = 名称类型
name-since = 现名
name-by-decision = （{ $decision }）
former-names = 旧名
former-district = 原属区县
length = 长度
metres = { $metres }米
about-metres = 约{ $metres }米
decision = 决议
built = 建造年代
or = 或
rank = 文物级别
rank-city = 市级文物
rank-national = 国家级文物
rank-special = 特别国家级文物
position = 坐标
attested = 名称依据
attested-confirmed = 两个以上来源
attested-single = 目前仅有一个来源
attested-doubtful = 存疑
same-namesake = 同名地点
bears-the-name = 以此命名的地点
no-longer-used = 此名称自{ $date }起不再使用。

## Dates

month-name = { $month }
date-day = { $year }年{ $month }月{ $day }日
date-month = { $year }年{ $month }月
date-year = { $year }年
year-range = { $from }–{ $until }年
range = { $from }–{ $until }
about-year = 约{ $year }
before-our-era = 公元前{ $year }年
born = 生于{ $year }
died = 卒于{ $year }
until = 至{ $year }
name-from = 自{ $from }起
name-from-day = 自{ $from }起
name-until = 至{ $until }止
name-until-day = 至{ $until }止
name-from-until = { $from }至{ $until }

## What there is to read

untold-namesake = 目前尚未查明这条街道因何人或何事得名。一旦找到可靠的资料，便会补上它的故事。
untold-landmark = 这处地点尚无介绍文字。
only-in = 本文目前只有{ $language }版本。
language-vi = 越南语
language-en = 英语
language-fr = 法语
language-zh = 中文
language-ja = 日语
language-ko = 韩语
withdrawn-note = 本文正在复核，暂不显示，请稍后再来。
awaiting-review = 内容属一般常识，有待审核。
sources = 资料来源
source-decision = 决定
source-issued = { $issuer }发布
source-number = 第{ $number }号
source-of-day = { $date }
source-of-year = { $date }
source-page = 第{ $page }页
photo-credit = 摄影：{ $author }。{ $licence }。来源：{ $source }
licence-public-domain = 公有领域
licence-by-permission = 经作者许可使用

## The sign, and addresses that lead nowhere

sign-number = { $number }号路牌 · { $code }
this-sign = 这是您面前的路牌吗？
stands-in = 位于{ $ward }。
compare = 请将街名、代码和下面的网址与路牌核对。如有不同，路牌上可能被人贴了别的代码。
where-title = { $code }通向哪里？
where-lead = 这个代码属于本市的一块路牌，通向以下页面：
where-address = 代码中的网址：
lost-title = 未找到页面
lost-page = 这个网址没有对应的页面。请按街名查找，或输入路牌上的代码。
lost-code-elsewhere = 这个代码确实存在，其页面在这里：
lost-code-unknown = 代码{ $code }格式正确，但尚未分配给任何路牌。
nearest-codes = 您要输入的是不是以下代码？
nearest-places = 您要找的是不是以下地点？

## the sign page: how a name is said, where a sign stands, what is near

said = 读音：
then-and-now = 今昔名称
looks-different = 眼前的路牌不一样
stands-at-corner = 位于与{ $crossing }的交叉口。
side-even = 在双号一侧。
side-odd = 在单号一侧。
side-left = 从街道起点看，在左侧。
side-right = 从街道起点看，在右侧。
metres-to = 距{ $crossing } { $distance }
last-checked = 最近检查：{ $date }。
kilometres = { $kilometres }公里
about-kilometres = 约{ $kilometres }公里
way = { $direction }{ $distance }
direction-north = 北面
direction-north-east = 东北面
direction-east = 东面
direction-south-east = 东南面
direction-south = 南面
direction-south-west = 西南面
direction-west = 西面
direction-north-west = 西北面
