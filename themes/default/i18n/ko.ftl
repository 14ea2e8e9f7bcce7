# 한국어: the texts of the default theme.

## Getting around

skip-to-content = 본문으로 건너뛰기
language = 언어
choose-language = 언어 선택
site-navigation = 사이트 탐색
pages = 페이지 목록
breadcrumbs = 현재 위치
on-this-page = 이 페이지의 내용
home = 시작 페이지
all-pages = 모든 페이지
toc-filter = 제목으로 필터링
previous = 이전
next = 다음
page-n-of-m = { $count }페이지 중 { $number }페이지
search = 검색
search-no-results = ‘{ $query }’에 대한 결과가 없습니다
close = 닫기

## Search

search-prompt = 하나 이상의 단어를 입력하세요.
search-keys = 화살표 키로 결과를 이동하고, Enter 키로 열고, Esc 키로 돌아갑니다.
search-busy = 검색 중…
search-results = ‘{ $query }’에 대한 결과 { $number }개
search-all-results = 모든 결과
search-more = 결과 더 보기
search-section = 섹션
search-original = 원문 언어로도 검색: { $language }
search-titles-only = 여기서는 제목만 검색됩니다.
search-from-disk = 사이트가 웹 서버에 있으면 전체 텍스트를 검색할 수 있습니다.
search-failed = 검색을 불러올 수 없습니다. 페이지를 새로 고쳐 다시 시도하세요.
search-no-script = 검색에는 JavaScript가 필요합니다. JavaScript 없이도 시작 페이지에서 모든 페이지로 이동할 수 있습니다.

## What a reader must know of a page

machine-translated = 이 페이지는 기계 번역되었으며 오류가 있을 수 있습니다.
fallback-notice = 이 페이지는 아직 사용자의 언어로 번역되지 않았습니다. 표시된 언어: { $language }
stale-notice = 이 페이지가 번역된 후 원문이 변경되었습니다. 일부 내용이 최신이 아닐 수 있습니다.
stale-sections = 변경된 섹션:
stale-sections-maybe = 변경되었을 수 있는 섹션:
read-original = 원문 읽기
page-not-found = 페이지를 찾을 수 없음
page-not-found-text = 주소를 잘못 입력했거나 페이지가 이동되었을 수 있습니다.
page-moved = 이 페이지는 이동되었습니다

## Reading modes

reading-mode = 읽기 모드
mode-translation = 번역
mode-hover = 문장별
mode-interleaved = 단락별
mode-side-by-side = 나란히 보기
mode-original = 원문
mode-hover-help = 문장을 가리키거나 탭하거나 Tab 키로 이동하면 원문이 표시됩니다. Esc 키를 누르면 닫힙니다.
second-language = 두 번째 언어
second-unavailable = 이 페이지에는 다음 언어로 표시할 문장이 없습니다: { $language }
mode-interleaved-help = 각 단락 아래에 원문이 표시됩니다.
mode-side-by-side-help = 번역과 원문이 나란히 표시됩니다.
mode-original-help = 페이지 전체를 작성된 언어로 표시합니다.
keyboard-shortcuts = 키보드 단축키
keys-on = 키보드 단축키 사용
key-next = 다음 문장
key-previous = 이전 문장
key-into = 문장의 원문으로 이동
key-mode = 다음 읽기 모드
key-search = 검색
key-help = 이 도움말 표시
segment-was = 번역 후 원문에서 변경된 내용:
original = 원문
pair-uncertain = 이 문장에 해당하는 원문이 아닐 수 있습니다.
segment-changed = 원문에서 이 문장이 변경되었습니다.
segment-deleted = 이 문장은 원문에 더 이상 없습니다.

## Where a translation comes from

provenance-translation = 번역
translation-human = 사람이 번역
translation-machine = 기계 번역
provenance-hand-off = 번역 날짜
provenance-source = 원문 버전
provenance-freshness = 상태
translation-fresh = 최신
translation-stale = 오래됨
last-updated = 마지막 업데이트

## Language switcher and links into other languages

switcher-human = 사람이 번역
switcher-machine = 기계 번역
switcher-stale = 오래된 번역
switcher-missing = 번역되지 않음
switcher-fallback = 번역되지 않음, 다른 언어로 표시: { $language }
switcher-index = 번역되지 않음, 시작 페이지로 이동
switcher-find = 언어 찾기
switcher-found = 찾은 언어: { $count }
link-in-language = 언어: { $language }

## Inside the article

alert-note = 참고
alert-tip = 팁
alert-important = 중요
alert-caution = 주의
alert-warning = 경고
copy = 복사
copied = 복사됨
edit-page = 이 페이지 편집
edit-sentence = 이 문장 편집
heading-link = 이 섹션으로 연결되는 링크
image-zoom = 이미지 확대
footnotes = 각주
footnote-back = 본문으로 돌아가기
task-done = 완료
task-open = 할 일
table = 표
video = 동영상
load-frame = { $host }의 콘텐츠 표시
version = 버전
versions = 버전
show-all = 모두 표시
variant = 선택 항목

card-architecture = 아키텍처
card-concept = 개념
card-deploy = 배포
card-download = 다운로드
card-get-started = 시작하기
card-how-to-guide = 방법 가이드
card-learn = 학습
card-overview = 개요
card-quickstart = 빠른 시작
card-reference = 참조
card-sample = 샘플
card-training = 교육
card-tutorial = 자습서
card-video = 동영상
card-whats-new = 새로운 기능

## Appearance

theme = 테마
theme-auto = 자동
theme-light = 밝게
theme-dark = 어둡게
theme-contrast = 고대비
