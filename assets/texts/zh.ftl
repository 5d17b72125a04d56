### What a visitor reads. The office and the commands speak Vietnamese and English; their words are in vi.ftl and en.ftl.

## on the day

remembered-birth = { $year }年的今天，{ $name }出生。
remembered-death = { $year }年的今天，{ $name }逝世。
feed-title = 海防街名：新故事
feed-author = 海防市文化体育旅游厅
## reports of visitors

report-different = 与眼前的路牌不符？请告诉我们
report-title = 报告此路牌的问题
report-lead = 请告诉我们哪里有问题。无需账号，也不会保存任何能识别您身份的信息。
report-kind = 有什么问题？
fault-damaged = 路牌弯曲、破损或褪色
fault-missing = 路牌不见了
fault-covered = 二维码被遮挡或被贴纸覆盖
fault-covered-note = 贴在上面的码可能是诈骗，请勿扫描。
fault-unreadable = 二维码扫不出来
fault-wrong-text = 页面文字有误
fault-wrong-place = 路牌挂错了位置
fault-different = 路牌与页面所示不同
fault-other = 其他
report-words = 简单说明（选填）
report-words-hint = 最多 { $most } 个字符。请勿填写姓名或电话号码：我们无法单独回复您。
report-photo = 照片（选填）
report-photo-hint = 支持 JPEG、PNG 或 WebP，不超过 { $most } MB。文件中的拍摄地点、时间和设备信息会被删除。
report-trap = 请将此栏留空
report-number-comes = 提交后您会得到一个编号，凭此编号即可查看处理进展。
report-send = 提交报告
report-photo-again = 请重新选择照片。
report-foreign = 此报告来自其他网站，未被接收。请在本页提交。
report-busy = 此刻上传的照片较多。请一分钟后重试，或不附照片提交。
report-photo-large = 照片超过 { $most } MB。请选择较小的照片，或不附照片提交。
report-cut-off = 报告未能完整送达，请重新提交。
report-photos-full = 今天已无法再保存照片，请不附照片提交。
report-day-full = 今天收到的报告过多，请明天再提交。
report-broken = 我们这边出了问题，已记录在案；报告未能保存，请稍后再试。
report-trapped = 应留空的一栏被填写了。现已清空，请重新提交。
report-no-kind = 请选择问题类型。
report-words-long = 您写了 { $length } 个字符，最多 { $most } 个，请缩短。
report-say-what = 请简单说明问题，或附上一张照片。
report-too-many = 目前收到的报告非常多，请 { $minutes } 分钟后重试。
report-photo-heic = 这是 iPhone 的 HEIC 照片，我们无法打开。请对照片截屏后提交截图。
report-photo-sort = 该文件是 { $sort }，不是 JPEG、PNG 或 WebP 图片。请另选一个，或不附照片提交。
report-photo-pixels = 照片像素过多。请选择较小的照片，或不附照片提交。
report-photo-unreadable = 该文件无法作为照片打开。请另选一个，或不附照片提交。
case-number = 报告编号
case-find = 查询报告
case-show = 查询
case-unknown = 没有编号为“{ $given }”的报告。请与您记下的编号核对。
case-title = 报告 { $case }
case-thanks = 谢谢您，报告已收到。
case-joined = 谢谢您。此前已有人报告同一问题，您的报告已并入同一编号。
case-keep = 请记下此编号，凭它可在此查看处理进展。没有人知道报告是谁发的，因此无法与您联系。
case-received = 已收到，尚未查看
case-taken = 处理中
case-mended = 已修复
case-no-fault = 已核查，未发现问题
case-says = 市方答复
case-what = 报告的问题
case-since = 首次报告
case-changed = 最近更新
case-to-sign = 返回路牌页面
## walks, and what is kept for the way without a network

walk = 漫步路线
walks = 漫步路线
walks-lead = 从一处有故事的地方走到下一处。每条路线都可以保存到手机，没有网络也能打开。
walks-none = 目前还没有路线。
walks-all = 全部路线
walk-summary = { $stops } 站 · 约 { $metres } 米 · 约 { $minutes } 分钟
walk-leg = 约 { $metres } 米 · { $minutes } 分钟
walk-figures = 距离为直线距离，取整到 50 米。时间按每小时 4.5 公里计算，街道路程按直线的 1.3 倍估算。
walk-next = 下一站：
walk-ends = 路线到此结束
walk-save = 保存供离线使用
walk-save-hint = 最多 5 MB；保存后没有网络也能打开。
walk-saving = 正在保存：{ $done } / { $of } 页
walk-saved = 已保存到本机（{ $size }）。没有网络也能打开这条路线。
walk-full = 5 MB 已用完：已保存 { $done } / { $of } 页。请先删除另一条路线，再保存这一条。
walk-failed = 网络中断，未能保存。请重试。
walk-remove = 从本机删除
offline-title = 没有网络
offline-lead = 此页面没有保存到您的设备。以下页面已保存，没有网络也能打开：
offline-none = 还没有保存任何页面。
