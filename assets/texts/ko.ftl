### What a visitor reads. The office and the commands speak Vietnamese and English; their words are in vi.ftl and en.ftl.

## walks, and what is kept for the way without a network

walk = 산책길
walks = 산책길
walks-lead = 이야기가 있는 곳에서 다음 곳으로 걷는 길입니다. 휴대전화에 저장해 두면 네트워크가 없어도 열립니다.
walks-none = 아직 산책길이 없습니다.
walks-all = 모든 산책길
walk-summary = { $stops }곳 · 약 { $metres }m · 약 { $minutes }분
walk-leg = 약 { $metres }m · { $minutes }분
walk-figures = 거리는 직선거리를 50m 단위로 반올림한 값입니다. 시간은 시속 4.5km, 실제 길이 직선의 1.3배라고 보고 계산했습니다.
walk-next = 다음 지점:
walk-ends = 산책길은 여기서 끝납니다
walk-save = 오프라인용으로 저장
walk-save-hint = 최대 5MB이며, 저장한 뒤에는 네트워크가 없어도 열립니다.
walk-saving = 저장 중: { $of }쪽 중 { $done }쪽
walk-saved = 이 기기에 저장했습니다({ $size }). 네트워크가 없어도 이 산책길이 열립니다.
walk-full = 5MB를 다 썼습니다: { $of }쪽 중 { $done }쪽을 저장했습니다. 다른 산책길을 지운 뒤 다시 저장해 주세요.
walk-failed = 네트워크가 끊겨 저장하지 못했습니다. 다시 시도해 주세요.
walk-remove = 이 기기에서 삭제
offline-title = 네트워크 없음
offline-lead = 이 페이지는 기기에 저장되어 있지 않습니다. 다음 페이지는 저장되어 있어 네트워크가 없어도 열립니다:
offline-none = 저장된 페이지가 아직 없습니다.
