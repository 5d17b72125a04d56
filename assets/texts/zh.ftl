### What a visitor reads. The office and the commands speak Vietnamese and English; their words are in vi.ftl and en.ftl.

## Maps
map = 地图
map-of = 地图：{ $name }
map-picture = 示意图：{ $name }及附近 { $count } 处带编号的地点。下方列表说明每处的方向与距离。
map-picture-alone = 示意图：{ $name }的位置。
map-north = 北
map-north-up = 上方为北。
map-rings = 圆圈间隔 { $distance }。
map-scale = 比例尺长 { $distance }。
map-kilometres = { $kilometres } 公里
map-about-kilometres = 约 { $kilometres } 公里
map-way = { $direction }，{ $distance }
map-to-n = 北面
map-to-ne = 东北面
map-to-e = 东面
map-to-se = 东南面
map-to-s = 南面
map-to-sw = 西南面
map-to-w = 西面
map-to-nw = 西北面
map-coordinates = 坐标（WGS 84）
map-open = 用手机的地图应用打开
map-open-apple = 用 Apple 地图打开（iPhone、iPad）
map-back = 此地的故事
map-signs = { $count } 块已实地测定位置的路牌
map-other-streets = 另有 { $count } 条街道，以细线表示
map-lines-from = 街道线条来源：{ $source }。
city-map = 全市地图
city-map-lead = { $count } 处位置确知的名胜古迹。图上编号与列表编号一致。
city-map-picture = 市中心示意图，标有 { $count } 处带编号的地点，详见下方列表。
city-map-far = 全市示意图，标有 { $count } 处远离市中心的地点，详见下方列表。
city-map-frame = 虚线框内即上图放大的部分。
city-map-elsewhere = 其他地方
city-map-streets = 路牌已测定位置的街道

## on the day

remembered-birth = { $year }年的今天，{ $name }出生。
remembered-death = { $year }年的今天，{ $name }逝世。
feed-title = 海防街名：新故事
feed-author = 海防市文化体育旅游厅
