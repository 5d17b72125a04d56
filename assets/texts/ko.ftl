### What a visitor reads. The office and the commands speak Vietnamese and English; their words are in vi.ftl and en.ftl.

## Maps
map = 지도
map-of = 지도: { $name }
map-picture = 약도: { $name } 및 번호를 매긴 주변 장소 { $count }곳. 아래 목록에 각 장소의 방향과 거리가 있습니다.
map-picture-alone = 약도: { $name }의 위치.
map-north = 북
map-north-up = 위쪽이 북쪽입니다.
map-rings = 원과 원 사이는 { $distance }입니다.
map-scale = 축척 막대의 길이는 { $distance }입니다.
map-kilometres = { $kilometres }km
map-about-kilometres = 약 { $kilometres }km
map-way = { $direction }으로 { $distance }
map-to-n = 북쪽
map-to-ne = 북동쪽
map-to-e = 동쪽
map-to-se = 남동쪽
map-to-s = 남쪽
map-to-sw = 남서쪽
map-to-w = 서쪽
map-to-nw = 북서쪽
map-coordinates = 좌표(WGS 84)
map-open = 휴대전화의 지도 앱으로 열기
map-open-apple = Apple 지도에서 열기(iPhone, iPad)
map-back = 이곳에 얽힌 이야기
map-signs = 위치를 측량한 표지판 { $count }개
map-other-streets = 가는 선으로 그린 다른 거리 { $count }곳
map-lines-from = 거리 선의 출처: { $source }.
city-map = 도시 지도
city-map-lead = 위치가 확인된 명소와 유적 { $count }곳. 약도의 번호는 목록의 번호와 같습니다.
city-map-picture = 도심 약도. 번호를 매긴 { $count }곳을 아래 목록에 적었습니다.
city-map-far = 도시 전체 약도. 도심에서 먼 { $count }곳을 아래 목록에 적었습니다.
city-map-frame = 점선 틀은 위에서 확대한 부분입니다.
city-map-elsewhere = 그 밖의 곳
city-map-streets = 표지판의 위치를 측량한 거리

## on the day

remembered-birth = { $year }년 오늘 { $name }이(가) 태어났습니다.
remembered-death = { $year }년 오늘 { $name }이(가) 세상을 떠났습니다.
feed-title = 하이퐁의 거리 이름: 새 이야기
feed-author = 하이퐁시 문화체육관광국
