### What a visitor reads. The office and the commands speak Vietnamese and English; their words are in vi.ftl and en.ftl.

## Maps
map = 지도
map-of = 지도: { $name }
map-picture = 약도: { $name }, 그리고 번호를 매긴 주변 장소 { $count }곳. 아래 목록에 각 장소의 방향과 거리가 있습니다.
map-picture-alone = 약도: { $name }의 위치.
map-north = 북
map-north-up = 위쪽이 북쪽입니다.
map-rings = 원 사이의 간격은 { $distance }입니다.
map-scale = 축척 막대의 길이는 { $distance }입니다.
map-coordinates = 좌표(WGS 84)
map-open = 휴대전화의 지도 앱으로 열기
map-open-apple = Apple 지도에서 열기(iPhone, iPad)
map-back = 이곳에 얽힌 이야기
map-signs = 위치를 측량한 표지판 { $count }개
map-other-streets = 가는 선으로 그린 다른 거리 { $count }곳
map-lines-from = 도로 선 출처: { $source }.
city-map = 도시 지도
city-map-lead = 위치가 확인된 명소와 유적 { $count }곳. 약도의 번호는 목록의 번호와 같습니다.
city-map-picture = 도심 약도. 번호를 매긴 { $count }곳을 아래 목록에 적었습니다.
city-map-far = 도시 전체 약도. 도심에서 먼 { $count }곳을 아래 목록에 적었습니다.
city-map-frame = 점선 테두리는 위에 확대해 그린 부분입니다.
city-map-elsewhere = 그 밖의 곳
city-map-streets = 측량한 표지판이 있는 거리

## on the day

remembered-birth = 오늘은 { $name }의 탄생일입니다({ $year }년).
remembered-death = 오늘은 { $name }의 기일입니다({ $year }년).
feed-title = 하이퐁의 거리 이름: 새 이야기
feed-author = 하이퐁시 문화체육관광국
## reports of visitors

report-title = 이 표지판의 문제 신고
report-lead = 무엇이 잘못되었는지 알려 주세요. 계정은 필요 없으며, 누구인지 알 수 있는 정보는 저장하지 않습니다.
report-kind = 무엇이 잘못되었습니까?
fault-damaged = 표지판이 휘거나 부서지거나 빛이 바램
fault-missing = 표지판이 없어짐
fault-covered = 코드가 가려지거나 스티커로 덮임
fault-covered-note = 덧붙인 스티커는 사기일 수 있으니 스캔하지 마세요.
fault-unreadable = 코드가 스캔되지 않음
fault-wrong-text = 페이지의 글이 틀림
fault-wrong-place = 표지판이 엉뚱한 곳에 있음
fault-different = 표지판이 페이지와 다름
fault-other = 기타
report-words = 간단한 설명(선택)
report-words-hint = 최대 { $most }자. 이름이나 전화번호는 적지 마세요. 개별 답변은 드릴 수 없습니다.
report-photo = 사진(선택)
report-photo-hint = JPEG, PNG 또는 WebP, 최대 { $most }MB. 파일에 담긴 촬영 장소, 시각, 기기 정보는 삭제됩니다.
report-trap = 이 칸은 비워 두세요
report-number-comes = 신고를 보내면 번호가 나옵니다. 번호를 아는 사람은 누구나 처리 상황을 볼 수 있습니다.
report-send = 신고 보내기
report-photo-again = 사진을 다시 선택해 주세요.
report-foreign = 다른 사이트에서 보낸 신고라 접수되지 않았습니다. 이 페이지에서 보내 주세요.
report-busy = 지금 사진이 많이 들어오고 있습니다. 1분 뒤에 다시 시도하거나 사진 없이 보내 주세요.
report-photo-large = 사진이 { $most }MB보다 큽니다. 더 작은 사진을 고르거나 사진 없이 보내 주세요.
report-cut-off = 신고가 온전히 도착하지 않았습니다. 다시 보내 주세요.
report-photos-full = 오늘은 사진을 더 저장할 수 없습니다. 사진 없이 보내 주세요.
report-day-full = 오늘은 신고가 너무 많이 들어왔습니다. 내일 다시 보내 주세요.
report-broken = 시스템에 문제가 생겨 오류를 기록했습니다. 신고는 저장되지 않았으니 나중에 다시 시도해 주세요.
report-trapped = 비워 둬야 할 칸이 채워져 있었습니다. 지금은 비웠으니 다시 보내 주세요.
report-no-kind = 무엇이 잘못되었는지 골라 주세요.
report-words-long = { $length }자를 쓰셨습니다. { $most }자 이내로 줄여 주세요.
report-say-what = 무엇이 잘못되었는지 간단히 적거나 사진을 첨부해 주세요.
report-too-many = 신고가 매우 많이 들어오고 있습니다. { $minutes }분 뒤에 다시 시도해 주세요.
report-photo-heic = 아이폰의 HEIC 사진은 열 수 없습니다. 사진을 화면 캡처해서 보내 주세요.
report-photo-sort = 이 파일은 { $sort } 형식이며 JPEG, PNG, WebP 사진이 아닙니다. 다른 파일을 고르거나 사진 없이 보내 주세요.
report-photo-pixels = 사진의 화소가 너무 많습니다. 더 작은 사진을 고르거나 사진 없이 보내 주세요.
report-photo-unreadable = 이 파일은 사진으로 열 수 없습니다. 다른 파일을 고르거나 사진 없이 보내 주세요.
case-number = 신고 번호
case-find = 신고 조회
case-show = 조회
case-unknown = 번호가 ‘{ $given }’인 신고가 없습니다. 적어 둔 번호와 비교해 보세요.
case-title = 신고 { $case }
case-thanks = 고맙습니다. 신고가 접수되었습니다.
case-joined = 고맙습니다. 같은 신고가 이미 있어 하나의 번호로 합쳤습니다.
case-keep = 이 번호를 적어 두세요. 이 번호로 여기에서 처리 상황을 볼 수 있습니다. 누가 보냈는지 알 수 없으므로 따로 연락드릴 수 없습니다.
case-received = 접수됨, 아직 확인 전
case-taken = 확인 중
case-mended = 조치 완료
case-no-fault = 확인 결과 이상 없음
case-says = 담당 기관의 답변
case-what = 신고 내용
case-since = 첫 신고
case-changed = 최근 갱신
case-to-sign = 표지판 페이지로 돌아가기
## walks, and what is kept for the way without a network

walk = 산책 코스
walks = 산책 코스
walks-lead = 이야기가 있는 곳들을 이어 걷는 코스입니다. 휴대전화에 저장해 두면 인터넷 연결이 없어도 열립니다.
walks-none = 아직 산책 코스가 없습니다.
walks-all = 모든 산책 코스
walk-summary = { $stops }곳 · 약 { $metres }m · 약 { $minutes }분
walk-leg = 약 { $metres }m · { $minutes }분
walk-figures = 거리는 직선거리를 50m 단위로 반올림한 값입니다. 시간은 시속 4.5km로 걷고 실제 거리가 직선거리의 1.3배라고 보고 계산했습니다.
walk-next = 다음 지점:
walk-ends = 코스는 여기서 끝납니다
walk-save = 오프라인용으로 저장
walk-save-hint = 최대 5MB이며, 저장한 뒤에는 인터넷 연결이 없어도 열립니다.
walk-saving = 저장 중: { $of }페이지 중 { $done }페이지
walk-saved = 이 기기에 저장했습니다({ $size }). 인터넷 연결이 없어도 이 산책 코스가 열립니다.
walk-full = 5MB를 다 썼습니다. { $of }페이지 중 { $done }페이지를 저장했습니다. 다른 산책 코스를 지운 뒤 다시 저장해 주세요.
walk-failed = 연결이 끊겨 저장하지 못했습니다. 다시 시도해 주세요.
walk-remove = 이 기기에서 삭제
offline-title = 인터넷 연결 없음
offline-lead = 이 페이지는 기기에 저장되어 있지 않습니다. 다음 페이지는 저장되어 있어 인터넷 연결이 없어도 열립니다:
offline-none = 저장된 페이지가 아직 없습니다.
## What the register answers to a code typed wrong

code-check = 코드의 검사 문자가 맞지 않습니다. 표지판에 인쇄된 코드와 비교해 보세요.
code-length = 표지판 코드는 6자인데 입력하신 코드는 { $length }자입니다. 코드를 확인해 보세요.
code-symbol = 표지판 코드에는 ‘{ $symbol }’ 문자가 쓰이지 않습니다. 코드를 확인해 보세요.

## Every page

product = Tên Phố
city = 하이퐁
skip = 본문 바로가기
languages = 언어
only-address = 이 사이트의 유일한 공식 주소:
promise = 비밀번호나 전화번호, 돈을 요구하지 않으며 방문자를 알 수 있는 기록을 남기지 않습니다.
licence = 글: CC BY 4.0.
search-label = 거리·인물 이름 또는 표지판 코드 입력
search-button = 검색
search-title = 검색
found = ‘{ $query }’ 검색 결과 { $count }건
found-nothing = ‘{ $query }’에 대한 검색 결과가 없습니다
all-places = 모든 거리와 장소
nearby = 가까운 곳
read-on = 이어서 읽기
page-broken = 지금은 이 페이지를 표시할 수 없습니다. 오류는 기록되었습니다. 잠시 후 다시 시도해 주세요.

## The front page

home-title = 거리 이름에 담긴 이야기
home-lead = 하이퐁의 거리 표지판에는 저마다 이야기가 있습니다. 표지판의 코드를 스캔하거나 여기에서 검색해, 거리 이름이 누구 또는 무엇에서 왔고 왜 그 이름을 기억하는지 알아보세요.
home-counts = 현재 거리 { $streets }곳, 명소 { $landmarks }곳, 코드가 있는 표지판 { $signs }개를 수록하고 있습니다.
home-streets = 거리 이야기 몇 편
home-landmarks = 명소와 유적

## Kinds

kind-street = 거리
kind-landmark = 명소
kind-road = 도로
kind-pho = 거리(phố)
kind-avenue = 대로
kind-alley = 골목
kind-sub-alley = 샛골목
kind-bridge = 다리
kind-garden = 공원
kind-square = 광장
kind-person = 인물
kind-event = 사건
kind-place = 지명
kind-word = 낱말

## A place

named-after = 이름의 유래
life = 생몰년
time = 시기
other-names = 다른 이름
name-kind = 이름의 종류
vietnamese-name = 베트남어 이름
name-since = 현재 이름
name-by-decision = ({ $decision })
former-names = 옛 이름
former-district = 옛 행정구역
length = 길이
metres = { $metres }m
about-metres = 약 { $metres }m
decision = 결의
built = 건립
or = {" "}또는{" "}
rank = 유적 등급
rank-city = 시급 유적
rank-national = 국가급 유적
rank-special = 국가급 특별 유적
attested = 이름의 근거
attested-confirmed = 자료 두 건 이상
attested-single = 아직 자료 한 건
attested-doubtful = 불확실
same-namesake = 같은 이름의 장소
bears-the-name = 이 이름을 쓰는 장소
no-longer-used = 이 이름은 { $date }부터 쓰이지 않습니다.

## Dates

month-name = { $month }
date-day = { $year }년 { $month }월 { $day }일
date-month = { $year }년 { $month }월
date-year = { $year }년
year-range = { $from }년~{ $until }년
range = { $from }~{ $until }
about-year = { $year }경
before-our-era = 기원전 { $year }년
born = { $year } 출생
died = { $year } 사망
until = { $year }까지
name-from = { $from }부터
name-from-day = { $from }부터
name-until = { $until }까지
name-until-day = { $until }까지
name-from-until = { $from }~{ $until }

## What there is to read

untold-namesake = 이 거리가 누구 또는 무엇의 이름을 땄는지 아직 확인되지 않았습니다. 자료를 찾는 대로 소개하겠습니다.
untold-landmark = 이 장소에 대한 소개 글이 아직 없습니다.
only-in = 이 글은 현재 { $language }로만 제공됩니다.
language-vi = 베트남어
language-en = 영어
language-fr = 프랑스어
language-zh = 중국어
language-ja = 일본어
language-ko = 한국어
withdrawn-note = 이 글은 다시 검토하고 있어 잠시 표시하지 않습니다. 나중에 다시 찾아 주세요.
awaiting-review = 일반적으로 알려진 내용이며 아직 검토를 거치지 않았습니다.
sources = 출처
source-decision = 결정
source-issued = { $issuer } 발행
source-number = 제{ $number }호
source-of-day = { $date }
source-of-year = { $date }
source-page = { $page }쪽
photo-credit = 사진: { $author }. { $licence }. 출처: { $source }
licence-public-domain = 퍼블릭 도메인
licence-by-permission = 저작자의 허락을 받아 사용

## The sign, and addresses that lead nowhere

sign-number = { $number }번 표지판 · { $code }
this-sign = 지금 앞에 있는 표지판이 맞습니까?
stands-in = 위치: { $ward }
compare = 거리 이름과 코드, 아래 주소를 표지판과 비교해 보세요. 다른 점이 있다면 다른 코드가 덧붙어 있을 수 있습니다.
where-title = { $code } 코드는 어디로 연결됩니까?
where-lead = 하이퐁시 거리 표지판의 코드이며 다음 페이지로 연결됩니다.
where-address = 코드에 담긴 주소:
lost-title = 페이지를 찾을 수 없습니다
lost-page = 이 주소에는 페이지가 없습니다. 거리 이름으로 검색하거나 표지판의 코드를 입력하세요.
lost-code-elsewhere = 실제로 있는 코드입니다. 아래 페이지로 연결됩니다.
lost-code-unknown = { $code } 코드는 형식은 맞지만 어느 표지판에도 부여되지 않았습니다.
nearest-codes = 이 코드를 입력하려고 하셨습니까?
nearest-places = 이곳을 찾으십니까?

## search and listening
suggestions = { $count ->
    [0] 추천 검색어 없음
   *[other] 추천 { $count }개
}
nearest-guesses = 이름이 같은 곳이 없습니다. 입력하신 내용과 가장 가까운 이름입니다.
by-letter = 첫 글자로 찾기
listen = 듣기
listen-pause = 일시 정지
listen-stop = 정지
recording = 녹음
recording-credit = 낭독: { $speaker }. { $licence }
## the sign page: how a name is said, where a sign stands, what is near

said = 발음:
then-and-now = 이름의 어제와 오늘
looks-different = 눈앞의 표지판과 다르면 신고하기
correct-text = 이 글의 수정·보완 제안
stands-at-corner = { $crossing } 교차로 모퉁이.
side-even = 짝수 번지 쪽.
side-odd = 홀수 번지 쪽.
side-left = 길 시작점에서 볼 때 왼쪽.
side-right = 길 시작점에서 볼 때 오른쪽.
metres-to = { $crossing }까지 { $distance }
last-checked = 최근 점검: { $date }.
kilometres = { $kilometres }km
about-kilometres = 약 { $kilometres }km
way = { $direction } { $distance }
direction-north = 북쪽
direction-north-east = 북동쪽
direction-east = 동쪽
direction-south-east = 남동쪽
direction-south = 남쪽
direction-south-west = 남서쪽
direction-west = 서쪽
direction-north-west = 북서쪽
