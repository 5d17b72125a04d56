### What a visitor reads. The office and the commands speak Vietnamese and English; their words are in vi.ftl and en.ftl.

## on the day

remembered-birth = { $year }년 오늘 { $name }이(가) 태어났습니다.
remembered-death = { $year }년 오늘 { $name }이(가) 세상을 떠났습니다.
feed-title = 하이퐁의 거리 이름: 새 이야기
feed-author = 하이퐁시 문화체육관광국
