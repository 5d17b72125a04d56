### What a visitor reads. The office and the commands speak Vietnamese and English; their words are in vi.ftl and en.ftl.

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
