### What a visitor reads. The office and the commands speak Vietnamese and English; their words are in vi.ftl and en.ftl.

## Maps
map = 地图
map-of = 地图：{ $name }
map-picture = 示意图：{ $name }及附近{ $count }处标有编号的地点。各处的方向与距离见下方列表。
map-picture-alone = 示意图：{ $name }的位置。
map-north = 北
map-north-up = 上方为北。
map-rings = 相邻两圈间隔{ $distance }。
map-scale = 比例尺线段代表{ $distance }。
map-coordinates = 坐标（WGS 84）
map-open = 用手机地图应用打开
map-open-apple = 用苹果地图打开（iPhone、iPad）
map-back = 此地的故事
map-signs = { $count }块已实地测定位置的路牌
map-other-streets = 另有{ $count }条街道，以细线表示
map-lines-from = 街道线条来源：{ $source }。
city-map = 全市地图
city-map-lead = { $count }处已知确切位置的名胜古迹。图上编号与列表编号一致。
city-map-picture = 市中心示意图，标有{ $count }处编号地点，详见下方列表。
city-map-far = 全市示意图，标有{ $count }处远离市中心的地点，详见下方列表。
city-map-frame = 虚线框内即上图放大的部分。
city-map-elsewhere = 其他地方
city-map-streets = 路牌已测定位置的街道

## on the day

remembered-birth = { $year }年的今天，{ $name }出生。
remembered-death = { $year }年的今天，{ $name }逝世。
feed-title = 海防街名：新故事
feed-author = 海防市文化体育与旅游厅
## reports of visitors

report-title = 反馈此路牌的问题
report-lead = 请告诉我们哪里有问题。无需账号，也不会保存任何能识别您身份的信息。
report-kind = 有什么问题？
fault-damaged = 路牌弯曲、破损或褪色
fault-missing = 路牌不见了
fault-covered = 二维码被遮挡或被贴纸覆盖
fault-covered-note = 贴在上面的二维码可能涉及诈骗，请勿扫描。
fault-unreadable = 二维码扫不出来
fault-wrong-text = 页面文字有误
fault-wrong-place = 路牌挂错了位置
fault-different = 路牌与页面所示不同
fault-other = 其他
report-words = 简单说明（选填）
report-words-hint = 最多{ $most }个字符。请勿填写姓名或电话号码：我们无法单独回复您。
report-photo = 照片（选填）
report-photo-hint = 支持JPEG、PNG或WebP，不超过{ $most } MB。文件中的拍摄地点、时间和设备信息会被删除。
report-trap = 请将此栏留空
report-number-comes = 提交后您会得到一个编号。任何人凭此编号都能查看处理进展。
report-send = 提交反馈
report-photo-again = 请重新选择照片。
report-foreign = 此反馈来自其他网站，未被接收。请在本页提交。
report-busy = 此刻上传的照片较多。请一分钟后重试，或不附照片提交。
report-photo-large = 照片超过{ $most } MB。请选择较小的照片，或不附照片提交。
report-cut-off = 反馈未能完整送达，请重新提交。
report-photos-full = 今天已无法再保存照片，请不附照片提交。
report-day-full = 今天收到的反馈过多，请明天再提交。
report-broken = 系统出现故障，已记录在案；您的反馈未能保存，请稍后再试。
report-trapped = 应留空的一栏被填写了。现已清空，请重新提交。
report-no-kind = 请选择问题类型。
report-words-long = 您写了{ $length }个字符，最多{ $most }个，请缩短。
report-say-what = 请简单说明问题，或附上一张照片。
report-too-many = 目前收到的反馈非常多，请{ $minutes }分钟后重试。
report-photo-heic = 这是iPhone的HEIC照片，我们无法打开。请对照片截屏后提交截图。
report-photo-sort = 该文件是{ $sort }，不是JPEG、PNG或WebP图片。请另选一个，或不附照片提交。
report-photo-pixels = 照片像素过多。请选择较小的照片，或不附照片提交。
report-photo-unreadable = 该文件无法作为照片打开。请另选一个，或不附照片提交。
case-number = 反馈编号
case-find = 查询反馈
case-show = 查询
case-unknown = 没有编号为“{ $given }”的反馈。请与您记下的编号核对。
case-title = 反馈编号：{ $case }
case-thanks = 谢谢您，反馈已收到。
case-joined = 谢谢您。此前已有人反馈同一问题，您的反馈已并入同一编号。
case-keep = 请记下此编号，凭它可在此查看处理进展。我们不知道反馈由谁提交，因此无法单独回复您。
case-received = 已收到，尚未查看
case-taken = 核查中
case-mended = 已解决
case-no-fault = 已核查，未发现问题
case-says = 主管部门答复
case-what = 反馈的问题
case-since = 首次反馈
case-changed = 最近更新
case-to-sign = 返回路牌页面
## walks, and what is kept for the way without a network

walk = 漫步路线
walks = 漫步路线
walks-lead = 步行路线，串起一处处有故事的地方。每条路线都可以保存到手机，没有网络也能打开。
walks-none = 目前还没有路线。
walks-all = 全部路线
walk-summary = { $stops }站 · 约{ $metres }米 · 约{ $minutes }分钟
walk-leg = 约{ $metres }米 · { $minutes }分钟
walk-figures = 距离为直线距离，取整到50米。时间按每小时4.5公里计算，街道路程按直线的1.3倍估算。
walk-next = 下一站：
walk-ends = 路线到此结束
walk-save = 保存供离线查看
walk-save-hint = 最多5 MB；保存后没有网络也能打开。
walk-saving = 正在保存：{ $done } / { $of }页
walk-saved = 已保存到本机（{ $size }）。没有网络也能打开这条路线。
walk-full = 5 MB已用完：已保存{ $done } / { $of }页。请先删除另一条路线，再保存这一条。
walk-failed = 网络中断，未能保存。请重试。
walk-remove = 从本机删除
offline-title = 没有网络
offline-lead = 此页面没有保存到您的设备。以下页面已保存，没有网络也能打开：
offline-none = 还没有保存任何页面。
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
licence = 文字许可协议：CC BY 4.0。
search-label = 查找街道或人物，或输入路牌上的代码
search-button = 搜索
search-title = 搜索
found = “{ $query }”共有{ $count }条结果
found-nothing = 没有找到与“{ $query }”相关的内容
all-places = 所有街道与地点
nearby = 附近
read-on = 继续阅读
page-broken = 此页面暂时无法显示，故障已记录。请稍后再试。

## The front page

home-title = 每个街名背后的故事
home-lead = 海防的每一块路牌都有一段故事。扫描路牌上的二维码，或在这里搜索，便可知道街道因何人、何事得名，这个名字又为何值得铭记。
home-counts = 目前收录{ $streets }条街道、{ $landmarks }处名胜古迹和{ $signs }块带二维码的路牌。
home-streets = 不妨从这些街道读起
home-landmarks = 名胜古迹

## Kinds

kind-street = 街道
kind-landmark = 名胜古迹
kind-road = 路
kind-pho = 街（phố）
kind-avenue = 大道
kind-alley = 巷
kind-sub-alley = 支巷
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
vietnamese-name = 越南语名称
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
rank = 遗迹级别
rank-city = 市级遗迹
rank-national = 国家级遗迹
rank-special = 国家特别遗迹
attested = 名称依据
attested-confirmed = 至少两个来源
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
awaiting-review = 内容为一般性知识，有待审核。
sources = 资料来源
source-decision = 决定
source-issued = { $issuer }发布
source-number = 第{ $number }期
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
compare = 请将街名、代码和下面的网址与路牌核对。如有不同，路牌上的二维码可能已被贴纸覆盖。
where-title = { $code }指向哪里？
where-lead = 这个代码属于本市的一块路牌，指向以下页面：
where-address = 二维码中的网址：
lost-title = 未找到页面
lost-page = 这个网址没有对应的页面。请按街名查找，或输入路牌上的代码。
lost-code-elsewhere = 这个代码确实存在，其页面在这里：
lost-code-unknown = 代码{ $code }格式正确，但尚未分配给任何路牌。
nearest-codes = 您要输入的是不是以下代码？
nearest-places = 您要找的是不是以下地点？

## search and listening
suggestions = { $count ->
    [0] 没有建议
   *[other] { $count }条建议
}
nearest-guesses = 没有名称完全相符的地点。与您输入的内容最接近的有：
by-letter = 按首字母
listen = 收听
listen-pause = 暂停
listen-stop = 停止
recording = 录音
recording-credit = 朗读：{ $speaker }。{ $licence }
## the sign page: how a name is said, where a sign stands, what is near

said = 读音：
then-and-now = 今昔名称
looks-different = 眼前的路牌与此不同
correct-text = 纠正或补充这篇文字
stands-at-corner = 位于与{ $crossing }相交的路口。
side-even = 位于双号门牌一侧。
side-odd = 位于单号门牌一侧。
side-left = 从街道起点看，位于左侧。
side-right = 从街道起点看，位于右侧。
metres-to = 至{ $crossing }：{ $distance }
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
