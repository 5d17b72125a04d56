### The interface's words. One file a language; a test proves that every key is here and used.

## register

story-no-lead = Bài công bố phải có câu mở đầu (lead).
story-no-source = Bài này không có nguồn mà cũng không mang nhãn chờ thẩm định; hãy ghi nguồn, hoặc đặt review là awaiting.
code-check = Ký tự kiểm tra của mã biển không khớp; hãy so lại mã với bản in trên biển.
code-length = Mã biển có đúng 6 ký tự, ở đây có { $length }; hãy xem lại mã.
code-symbol = Mã biển không bao giờ có ký tự “{ $symbol }”; hãy xem lại mã.
text-empty = Ô này không được để trống; hãy điền vào.
text-invisible = Có ký tự vô hình { $character }; hãy xóa nó hoặc gõ lại dòng này.
text-slug = “{ $given }” không dùng làm địa chỉ được; chỉ dùng chữ a–z không dấu, chữ số và dấu gạch nối đơn, ví dụ nguyen-duc-canh.
text-too-long = Dài { $length } ký tự, tối đa { $most }; hãy rút ngắn.
login-refused = «{ $given }» không dùng làm tên đăng nhập được; hãy dùng 2 đến 40 chữ cái không dấu, chữ số, dấu chấm hoặc gạch nối, bắt đầu bằng chữ cái.
photo-no-author = Ảnh chưa ghi tác giả; hãy ghi tác giả rồi làm lại.
photo-no-licence = Ảnh chưa ghi giấy phép; hãy ghi giấy phép rồi làm lại.
photo-no-source = Ảnh chưa ghi nguồn; hãy ghi nguồn rồi làm lại.
photo-no-alt = Ảnh chưa có lời mô tả bằng { $language } cho người không nhìn được; hãy viết lời mô tả rồi làm lại.
step-wrong-stage = Bài không còn ở giai đoạn này, có lẽ người khác vừa xử lý; hãy tải lại trang.
step-own-text = Không ai tự công bố bài của chính mình. Hãy nhờ một người duyệt khác.
step-not-allowed = Vai trò của bạn không được làm bước này.
token-unknown = “{ $given }” không có trong danh sách; hãy dùng một trong các từ: { $allowed }.

## qr
base-url-not-an-address = «{ $given }» không phải là địa chỉ. Hãy viết như https://qr.haiphong.gov.vn.
base-url-scheme = Địa chỉ gốc phải bắt đầu bằng https:// hoặc http://, không phải { $scheme }://.
base-url-path = Địa chỉ gốc có đường dẫn «{ $path }». Hãy bỏ mọi thứ sau tên miền: mã biển đứng ngay sau dấu gạch chéo.
base-url-query = Địa chỉ gốc có phần sau dấu hỏi. Hãy bỏ dấu hỏi và mọi thứ sau đó.
base-url-fragment = Địa chỉ gốc có phần sau dấu thăng. Hãy bỏ dấu thăng và mọi thứ sau đó.
base-url-user = Địa chỉ gốc có tên người dùng hoặc mật khẩu. Hãy bỏ phần trước dấu @.
base-url-no-host = Địa chỉ gốc thiếu tên miền. Hãy viết như https://qr.haiphong.gov.vn.
base-url-ipv6 = Địa chỉ gốc là địa chỉ IPv6, mã QR chữ in hoa không chứa được. Hãy dùng tên miền hoặc địa chỉ IPv4.
base-url-character = Tên miền có ký tự «{ $character }» mà mã QR chữ in hoa không chứa được. Chỉ dùng chữ cái, chữ số, dấu chấm và dấu gạch nối.
base-url-host-name = «{ $host }» không phải là tên miền hợp lệ. Mỗi phần giữa các dấu chấm có từ 1 đến 63 ký tự, không bắt đầu hay kết thúc bằng gạch nối.
base-url-unlike = Địa chỉ này sẽ được hiểu là { $whole }. Nếu đúng ý, hãy viết y như vậy.
link-too-long = Liên kết dài { $length } ký tự, không mã QR nào chứa hết. Hãy dùng tên miền ngắn hơn.

## print
plate-unknown = Không có mẫu biển phụ tên «{ $given }». Các mẫu hiện có: { $known }.
plate-unreadable = Không đọc được mẫu biển phụ { $name }: { $cause }
plate-rule = Mẫu biển phụ { $name } phạm quy tắc: { $rule }.
print-nothing = Không có biển nào để in. Hãy chọn ít nhất một biển.
print-glyph = Phông chữ thiếu ký tự «{ $character }» trong «{ $text }». Hãy sửa tên trong sổ đăng ký.
print-text = «{ $text }» quá dài, không vừa biển phụ ở cỡ chữ còn đọc được. Hãy chọn mẫu lớn hơn hoặc rút gọn tên.
print-symbol = Mã QR của { $link } không vừa mẫu biển phụ { $plate }. Hãy dùng tên miền ngắn hơn hoặc mẫu lớn hơn.
print-dpi = Độ phân giải { $dpi } dpi nằm ngoài khoảng { $least }–{ $most }. Hãy chọn một giá trị trong khoảng đó.
print-picture-large = Ảnh { $width }×{ $height } điểm quá lớn. Hãy chọn độ phân giải thấp hơn, hoặc dùng PDF.
print-font = Một phông chữ của chương trình bị hỏng. Hãy cài lại chương trình.
print-picture = Không dựng được ảnh từ bản vẽ.
print-proof = Tệp vừa tạo không đọc lại được đúng: { $count } chỗ sai. Không tệp nào được ghi ra.
print-warning-long-link = Liên kết dài { $length } ký tự, nhiều hơn 35: ô của mã QR nhỏ đi, chỉ đọc được từ khoảng { $metres } m. Tên miền ngắn hơn sẽ đọc được từ xa hơn.
print-warning-reach = Mỗi ô rộng { $module } mm, chỉ đọc được từ khoảng { $metres } m. Hãy treo biển thấp hơn hoặc chọn mẫu lớn hơn.
check-file-large = Tệp có { $bytes } byte, lớn hơn mức 512 MiB mà chương trình chịu đọc.
check-pages = Tệp có { $pages } trang, nhiều hơn mức 20.000 mà chương trình chịu đọc.
check-page-size = Trang { $page } có khổ vô lý. Kích thước mỗi cạnh phải từ 1 mm đến 5 m.
check-unreadable = Không đọc được tệp này theo định dạng { $format }. Tệp hỏng, hoặc phần mở rộng không đúng.
check-slow = Đọc tệp quá lâu nên đã dừng. Tệp hỏng hoặc quá phức tạp.
proof-missing = Trang { $page }: thiếu mã QR của { $link }.
proof-extra = Trang { $page }, cách mép trái { $x } mm và mép trên { $y } mm: có mã QR không thuộc trang này, ghi «{ $payload }».
proof-twice = Trang { $page }, cách mép trái { $x } mm và mép trên { $y } mm: mã QR của { $link } xuất hiện lần nữa.
proof-unread = Trang { $page }, cách mép trái { $x } mm và mép trên { $y } mm: có mã QR nhưng không đọc được.
proof-quiet-zone = Trang { $page }, cách mép trái { $x } mm và mép trên { $y } mm: vùng trống quanh mã QR không đủ bốn ô.

## exchange

cell-coordinate = “{ $given }” không phải là tọa độ; hãy ghi độ thập phân với dấu chấm, ví dụ 20.86197, vĩ độ từ -90 đến 90, kinh độ từ -180 đến 180.
cell-coordinate-half = Thiếu một nửa tọa độ; hãy điền cả lat và lon, hoặc để trống cả hai.
cell-day = “{ $given }” không phải là một ngày; hãy ghi năm-tháng-ngày, ví dụ 2025-07-01, hoặc để trống.
cell-empty = Hàng này đã có trong sổ nên ô này không thể để trống; hãy điền giá trị, hoặc bỏ cả cột để giữ nguyên.
cell-not-text = Ô này phải là chữ, số hoặc null; hãy bỏ danh sách, đối tượng và true, false.
cell-number = “{ $given }” không phải là số nguyên từ 0 trở lên; hãy chỉ ghi chữ số, hoặc để trống.
cell-ward-code = “{ $given }” không phải là mã đơn vị hành chính; hãy ghi đủ năm chữ số, hoặc để trống.
cell-year = “{ $given }” không phải là năm; hãy ghi một đến bốn chữ số, thêm ~ ở trước nếu là khoảng, thêm - nếu là trước Công nguyên, hoặc để trống.
code-none-left = Không cấp được mã biển mới; hãy thử lại, nếu vẫn lỗi thì báo cho người quản trị.
column-missing = Thiếu cột này; hãy thêm vào để biết mỗi hàng nói về mục nào.
column-twice = Cột này có hai lần; hãy bỏ đi một cột.
column-unknown = Không có cột nào tên như vậy; hãy đổi tên hoặc bỏ cột. Các cột được nhận: { $allowed }.
column-unnamed = Có một cột không có tên; hãy đặt tên hoặc bỏ cột. Các cột được nhận: { $allowed }.
file-broken-utf8 = Tệp UTF-8 này bị hỏng từ dòng này; hãy lưu lại từ bản gốc.
file-empty = Tệp trống; hãy chọn tệp có một hàng tiêu đề và các hàng dữ liệu.
file-encoding = Không đọc được bảng mã của tệp; hãy lưu lại dưới dạng UTF-8.
file-json = Từ dòng này tệp không đúng cú pháp JSON; hãy sửa thành một mảng gồm các đối tượng.
file-read-as-windows-1258 = Tệp không phải UTF-8 nên được đọc theo bảng mã Windows-1258; hãy xem lại các dấu tiếng Việt.
file-too-large = Tệp lớn hơn { $most } MiB; hãy chia thành nhiều tệp.
file-too-many-rows = Tệp có hơn { $most } hàng; hãy chia thành nhiều tệp.
file-unclosed-quote = Hàng bắt đầu ở dòng này có dấu ngoặc kép mở mà không đóng; hãy đóng lại.
licence-coordinates = Các tọa độ ghi nguồn OSM: © những người đóng góp cho OpenStreetMap, theo giấy phép ODbL 1.0 (https://www.openstreetmap.org/copyright).
namesake-unknown = Trong sổ không có đối tượng được đặt tên “{ $given }”; hãy sửa lại, hoặc nhập đối tượng đó trước.
place-unknown = Trong sổ không có “{ $given }” loại { $kind }; hãy sửa lại, hoặc nhập địa điểm đó trước.
row-cells = Hàng này có { $cells } ô mà tiêu đề có { $columns } cột; hãy kiểm tra dấu phân cách và dấu ngoặc kép.
row-too-many-cells = Dòng này có hơn { $most } ô; hãy kiểm tra dấu phân cách và cách lưu tệp.
row-twice = Mục này đã có ở dòng { $earlier } của tệp; hãy chỉ giữ một hàng.
slug-unmakeable = Không tạo được địa chỉ từ tên này; hãy tự điền slug, ví dụ nguyen-duc-canh.
starter-broken = Sổ dữ liệu kèm theo chương trình bị lỗi ở tệp { $file }; hãy cài lại chương trình.
ward-ambiguous = Nhiều đơn vị hành chính cùng mang mã { $given }; hãy ghi slug của phường, xã đó.
ward-unknown = Trong sổ không có phường, xã “{ $given }”; hãy ghi slug hoặc mã năm chữ số của nó, hoặc nhập đơn vị đó trước.

## store

store-disk = Ổ đĩa không đọc hoặc ghi được ({ $reason }). Hãy kiểm tra chỗ trống và tình trạng ổ đĩa.
store-bad-row = Bảng { $table } có giá trị sổ bộ không nhận: { $reason }.
store-not-a-database = { $path } không phải là cơ sở dữ liệu. Hãy chỉ đúng tệp bằng --db.
store-foreign = { $path } là cơ sở dữ liệu của chương trình khác, không phải của Tên Phố. Hãy chỉ đúng tệp bằng --db.
store-newer = { $path } do một phiên bản Tên Phố mới hơn ghi (lược đồ { $found }, chương trình này chỉ biết đến { $known }). Hãy dùng phiên bản mới.
store-locked = Một chương trình khác đang giữ cơ sở dữ liệu quá lâu. Hãy thử lại sau ít phút.
store-disk-full = Ổ đĩa đã đầy. Hãy giải phóng chỗ rồi làm lại; chưa có gì bị ghi dở.
store-read-only = Cơ sở dữ liệu chỉ cho đọc. Hãy kiểm tra quyền ghi của tệp và thư mục.
store-exists = { $path } đã có. Không tệp nào bị ghi đè; hãy chọn tên khác.
store-missing = Không có tệp { $path }.
store-damaged = { $path } bị hỏng: { $report }. Hãy khôi phục từ bản sao lưu.
store-no-place = Sổ bộ không có { $kind } «{ $slug }».
store-no-ward = Sổ bộ không có phường, xã «{ $slug }».
store-no-batch = Không có đợt in số { $id }.
store-files = Không ghi hoặc đọc được { $path }: { $reason }.
store-no-version = Không có phiên bản số { $id }.
store-no-photo = Nơi này không có ảnh số { $id } đang dùng.
store-same-photo = Nơi này đã có đúng ảnh này: ảnh số { $id }; chưa có tệp nào được lưu.
store-too-many-photos = Mỗi nơi giữ tối đa { $most } ảnh đang dùng; chưa có gì thay đổi. Hãy thôi dùng bớt ảnh cũ.
store-photo-shown = Bài { $language } đang dùng ảnh này. Hãy bỏ ảnh khỏi bài trước.
store-no-editor = Không có ai tên đăng nhập «{ $who }».
store-not-active = { $login } hiện không được vào phòng biên tập.
store-in-the-office = Bài { $place } ({ $lang }) đang được viết trong phòng biên tập; tệp này sẽ ghi đè hoặc công bố nó khi chưa ai duyệt. Hãy công bố hoặc bỏ bản đang viết trước, rồi nhập lại.
store-changed = Nội dung vừa được người khác thay đổi. Hãy tải lại trang để xem bản mới; chữ bạn đã gõ vẫn còn trong bản nháp.
store-in-review = Bài đang chờ duyệt nên tạm khóa. Hãy rút lại bài trước khi sửa; chữ bạn đã gõ vẫn còn trong bản nháp.
store-no-reason = Hãy ghi lý do.
store-time-is-past = Thời điểm hẹn đã qua; hãy chọn một thời điểm sắp tới.
store-too-many-drafts = Bạn có quá nhiều bản nháp chưa lưu của mục này; hãy mở danh sách bản nháp và bỏ bớt.
store-broken = Cơ sở dữ liệu gặp lỗi: { $reason }.

## web and visit

lost-code-elsewhere = Mã này có thật. Trang của nó ở đây:
product = Tên Phố
city = Hải Phòng
skip = Đến nội dung chính
languages = Ngôn ngữ
only-address = Địa chỉ chính thức duy nhất của trang này:
promise = Trang không bao giờ hỏi mật khẩu, số điện thoại hay tiền, và không lưu dấu vết của người xem.
licence = Bài viết: CC BY 4.0.
search-label = Tìm tên đường, nhân vật hoặc gõ mã trên biển
search-button = Tìm
search-title = Tìm kiếm
found = { $count } kết quả cho «{ $query }»
found-nothing = Không tìm thấy gì cho «{ $query }»
all-places = Tất cả đường phố và địa điểm
home-title = Chuyện của mỗi tên đường
home-lead = Mỗi tấm biển tên đường mang một câu chuyện. Quét mã trên biển, hoặc tìm ở đây, để biết con đường được đặt theo tên ai và vì sao cái tên ấy đáng nhớ.
home-counts = Sổ bộ hiện có { $streets } đường phố, { $landmarks } địa điểm và { $signs } biển có mã.
home-streets = Đọc thử vài con đường
home-landmarks = Di tích và thắng cảnh
kind-street = đường phố
kind-landmark = địa điểm
kind-road = đường
kind-pho = phố
kind-avenue = đại lộ
kind-alley = ngõ
kind-sub-alley = ngách
kind-bridge = cầu
kind-garden = vườn hoa
kind-square = quảng trường
kind-person = danh nhân
kind-event = sự kiện
kind-place = địa danh
kind-word = từ ngữ
named-after = Đặt theo tên
life = Năm sinh, mất
time = Thời gian
other-names = Tên khác
name-kind = Loại tên
former-names = Tên cũ
former-district = Quận, huyện cũ
length = Chiều dài
metres = { $metres } m
decision = Nghị quyết
built = Xây dựng
or = {" "}hoặc{" "}
rank = Xếp hạng
rank-city = di tích cấp thành phố
rank-national = di tích quốc gia
rank-special = di tích quốc gia đặc biệt
position = Tọa độ
attested = Tư liệu về tên
attested-confirmed = từ hai nguồn trở lên
attested-single = mới có một nguồn
attested-doubtful = còn nghi vấn
born = sinh năm { $year }
died = mất năm { $year }
until = đến { $year }
about-year = khoảng { $year }
before-our-era = { $year } TCN
untold-namesake = Chưa xác minh được con đường này mang tên ai hay mang tên theo điều gì. Bài giới thiệu sẽ có khi tìm được tư liệu.
untold-landmark = Chưa có bài giới thiệu về địa điểm này.
only-in = Bài này hiện chỉ có bằng { $language }.
awaiting-review = Kiến thức chung, chờ thẩm định.
sources = Nguồn
same-namesake = Cùng mang tên này
bears-the-name = Những nơi mang tên này
nearby = Gần đây
read-on = Đọc tiếp
about-metres = khoảng { $metres } m
sign-number = Biển số { $number } · { $code }
this-sign = Bạn đang đứng trước biển này?
stands-in = Thuộc địa bàn { $ward }.
compare = Hãy so tên đường, mã và địa chỉ dưới đây với tấm biển. Nếu có gì khác, mã trên biển có thể đã bị dán đè.
where-title = Mã { $code } dẫn tới đâu?
where-lead = Mã này thuộc về một biển tên đường của thành phố và dẫn tới trang sau:
where-address = Địa chỉ in trong mã:
lost-title = Chưa tìm thấy trang
lost-page = Địa chỉ này không dẫn tới trang nào. Hãy tìm theo tên đường hoặc gõ mã trên biển.
lost-code-unknown = Mã { $code } viết đúng, nhưng chưa được cấp cho biển nào.
nearest-codes = Có phải bạn định gõ mã này?
nearest-places = Có phải bạn tìm nơi này?
photo-credit = Ảnh: { $author }. { $licence }. Nguồn: { $source }
licence-public-domain = Phạm vi công cộng
licence-by-permission = Được phép của tác giả

## office: frame

office = Phòng biên tập
office-desk = Bàn làm việc
office-entries = Mục
office-languages = Ngôn ngữ
office-history = Lịch sử
office-people = Nhân sự
office-parts = Các phần của phòng biên tập
office-way-down = Đường dẫn
office-search = Tìm trong mọi giai đoạn
office-sign-out = Đăng xuất
office-refused = Chưa làm được
office-to-the-desk = Về bàn làm việc
office-not-there = Không có trang này.
office-not-allowed = Vai trò của bạn không mở được trang này.
office-foreign-form = Biểu mẫu đã cũ hoặc không được gửi từ trang của phòng biên tập; chưa có gì thay đổi. Hãy mở lại trang rồi gửi lại.
office-too-large = Nội dung gửi lên lớn hơn { $most } MiB; chưa có gì thay đổi.
office-no-form = Nội dung gửi lên không phải là một biểu mẫu đọc được; chưa có gì thay đổi.

## office: signing in and people

## office: texts

## office: review and publishing

## office: desk, entries and search

## office: records, signs and names

## office: photos

photos = Ảnh và giấy tờ
photos-of = Ảnh và giấy tờ: { $place }
photos-none = Nơi này chưa có ảnh hay giấy tờ nào.
photos-retired = Không dùng nữa
photos-add = Thêm ảnh hoặc giấy tờ
photos-later = Những mục dưới đây có thể điền sau. Ảnh chỉ được công bố khi đã đủ tác giả, giấy phép, nguồn và lời mô tả bằng ngôn ngữ của bài.
photos-send = Thêm vào
photo-files = Tệp ảnh
photo-files-hint = JPEG, PNG hoặc WebP, cả thảy không quá { $most } MiB một lần gửi. Ảnh được nén lại; tên tệp, vị trí GPS và mọi thông tin ẩn trong tệp đều bị bỏ.
photo-kind = Loại
photo-kind-photo = Ảnh, có thể cho khách xem cùng bài viết
photo-kind-paper = Bản chụp giấy tờ, chỉ phòng biên tập xem
photo-title = Ảnh số { $id }
paper-title = Giấy tờ số { $id }
paper-for-the-office = Chỉ phòng biên tập xem được.
photo-complete = Đủ điều kiện để công bố.
photo-lacks = Chưa thể công bố, còn thiếu:
photo-shown = Có trong bài { $language } đang soạn.
photo-shown-public = Khách đang thấy trong bài { $language }.
photo-author = Tác giả
photo-author-hint = Người chụp, hoặc nơi giữ bản quyền.
photo-licence = Giấy phép
photo-licence-unknown = Chưa rõ
photo-licence-other = Giấy phép khác, ghi ở ô dưới
photo-other-licence = Giấy phép khác
photo-two-licences = Bạn vừa chọn một giấy phép, vừa ghi một giấy phép khác. Hãy chọn «Giấy phép khác», hoặc xóa ô bên dưới.
photo-source = Nguồn
photo-source-hint = Ảnh lấy từ đâu: kho lưu trữ, cuốn sách, địa chỉ trang web, hoặc «ảnh của Sở».
photo-taken = Thời điểm chụp
photo-taken-hint = Biết đến đâu ghi đến đó: 13/05/1955, 1955, khoảng 1930. Không rõ thì để trống.
photo-alt-vi = Lời mô tả tiếng Việt
photo-alt-en = Lời mô tả tiếng Anh
photo-alt-hint = Một câu cho người không nhìn được ảnh: trong ảnh có gì.
photo-words = Thông tin về ảnh
photo-save = Lưu
photo-kept-now = Đang được lưu
photo-largest = Xem bản lớn nhất ({ $width } × { $height } điểm ảnh)
photo-added = Thêm lúc { $when }.
photo-retired = Không dùng nữa từ { $when }.
photo-retire = Thôi dùng ảnh này
photo-revive = Dùng lại ảnh này
picture-none = Chưa chọn tệp nào. Hãy chọn ít nhất một tệp ảnh.
picture-too-many = Mỗi lần chỉ nhận tối đa { $most } tệp; chưa có tệp nào được lưu. Hãy gửi làm nhiều lần.
picture-heic = Tệp { $file }/{ $of } là ảnh HEIC của iPhone, trình duyệt của nhiều khách không mở được; chưa có tệp nào được lưu. Trên iPhone, vào Cài đặt → Camera → Định dạng, chọn «Tương thích nhất» rồi chụp lại; với ảnh đã chụp, mở trong ứng dụng Ảnh, chọn Sao chép rồi dán vào ứng dụng Tệp để có bản JPEG.
picture-other-sort = Tệp { $file }/{ $of } là { $sort }, không phải ảnh JPEG, PNG hay WebP; chưa có tệp nào được lưu. Hãy xuất ra JPEG rồi gửi lại.
picture-unknown = Tệp { $file }/{ $of } không phải là ảnh; chưa có tệp nào được lưu. Hãy gửi ảnh JPEG, PNG hoặc WebP.
picture-moving = Tệp { $file }/{ $of } là ảnh động; chưa có tệp nào được lưu. Hãy gửi một ảnh tĩnh.
picture-too-large = Tệp { $file }/{ $of } có { $width } × { $height } điểm ảnh; chưa có tệp nào được lưu. Chỉ nhận ảnh đến { $most } triệu điểm ảnh, mỗi cạnh không quá { $longest }. Hãy thu nhỏ rồi gửi lại.
picture-too-heavy = Tệp { $file }/{ $of } cần quá nhiều bộ nhớ để mở; chưa có tệp nào được lưu. Hãy thu nhỏ, hoặc lưu thành JPEG thường (không «progressive») rồi gửi lại.
picture-damaged = Tệp { $file }/{ $of } bị hỏng hoặc bị cắt cụt, không đọc hết được; chưa có tệp nào được lưu. Hãy lấy lại tệp gốc rồi gửi lại.

## office: history

## cli

file-not-ordinary = { $path } không phải là tệp thường. Hãy nêu tên một tệp.
listen-no-address = «{ $given }» không phải là địa chỉ để lắng nghe. Hãy viết như 127.0.0.1:8080.
page-broken = Trang này đang gặp lỗi; lỗi đã được ghi lại. Xin thử lại sau.
because = vì: { $reason }
database-made = Đã tạo cơ sở dữ liệu { $path } với sổ bộ khởi đầu.
file-trouble = Không đọc hoặc ghi được { $path }: { $reason }.
file-is-folder = { $path } là một thư mục. Hãy nêu tên tệp.
port-in-use = Địa chỉ { $address } đang có chương trình khác dùng. Hãy chọn cổng khác bằng --listen.
cannot-listen = Không mở được địa chỉ { $address }: { $reason }.
server-stopped = Máy chủ dừng vì lỗi: { $reason }.
serving = Tên Phố đang chạy tại { $address }/
serving-sign = Xem thử một biển: { $address }
serving-print = Làm tờ in: tenpho print --all --base-url { $base } --out sheets.pdf
import-done = Đã nhập { $rows } dòng: { $added } mới, { $changed } thay đổi, { $unchanged } giữ nguyên.
import-tried = Thử nhập { $rows } dòng, chưa ghi gì: { $added } mới, { $changed } thay đổi, { $unchanged } giữ nguyên.
import-refused = Chưa nhập gì: có { $faults } chỗ cần sửa trong tệp.
at-line = Dòng { $line }:{" "}
at-line-and-column = Dòng { $line }, cột { $column }:{" "}
more-faults = … và { $more } chỗ nữa; xem đủ bằng --json.
backup-done = Đã sao lưu vào { $path }: { $streets } đường phố, { $signs } biển, { $stories } bài.
backup-sound = Bản sao lưu { $path } lành lặn: { $streets } đường phố, { $signs } biển, { $stories } bài.
restore-done = Đã khôi phục vào { $path }: { $streets } đường phố, { $signs } biển, { $stories } bài.
doctor-fault = LỖI:
doctor-note = Lưu ý:
doctor-in-order = Mọi thứ đều ổn.
doctor-not-in-order = Có lỗi cần sửa.
doctor-not-surveyed = { $count } biển chưa khảo sát vị trí (not surveyed).
doctor-no-ward = { $count } biển chưa biết thuộc phường, xã nào.
doctor-no-sign = { $count } đường phố chưa có biển nào.
doctor-no-namesake = { $count } đường phố chưa xác minh được mang tên ai hay điều gì.
doctor-single-source = { $count } đường phố mới chỉ có một nguồn.
doctor-no-story-vi = { $count } đường phố chưa có bài tiếng Việt.
doctor-no-story-en = { $count } đường phố chưa có bài tiếng Anh.
doctor-awaiting-review = { $count } bài chờ thẩm định.
doctor-no-source = Bài { $place } đã công bố mà không có nguồn, cũng không mang nhãn chờ thẩm định.
doctor-no-lead = Bài { $place } đã công bố mà không có câu mở đầu.
doctor-no-place = Biển { $code } trỏ tới «{ $place }», nơi không có trong sổ bộ.
doctor-no-base-url = Chưa đặt địa chỉ gốc (--base-url), nên chưa in được biển nào.
doctor-other-base-url = Đợt in { $batch } mang địa chỉ { $printed }, nhưng nay đặt là { $set }. Biển đã in sẽ mãi dẫn tới địa chỉ cũ.
scan-to-learn = Quét mã để tìm hiểu
progress-reading = Đọc lại
progress-writing = Làm và đọc lại
file-is-file = { $path } là một tệp. Hãy nêu tên thư mục.
print-not-https = Lưu ý: địa chỉ gốc không dùng https. Biển đã in sẽ mãi mang địa chỉ này.
print-no-base-url = Chưa đặt địa chỉ gốc. Hãy thêm --base-url https://… (hoặc đặt TENPHO_BASE_URL); địa chỉ này nằm trên kim loại mãi mãi.
print-nothing-selected = Lựa chọn này không có biển nào.
print-unknown = Sổ bộ không có: { $given }.
print-stopped = Đã dừng vì một tệp khác gặp lỗi.
print-title = Tên Phố · { $count } biển · { $host }
print-not-proven = chưa đọc lại
print-other-version = Lưu ý: đợt in này do phiên bản { $version } làm; phiên bản hiện tại có thể cho tệp khác từng byte.
print-done = { $signs } biển trên { $pages } trang, mọi mã đã được đọc lại: { $path } ({ $size }).
print-done-not-proven = { $signs } biển trên { $pages } trang, CHƯA đọc lại mã nào: { $path } ({ $size }).
print-batch = Đợt in số { $batch }.
check-no-artwork = { $path } không phải là tệp PDF, SVG hay PNG, hoặc không có tệp nào như vậy trong đó.
check-no-symbol = không có mã QR nào đọc được.
check-place = { $path }, trang { $page }:
check-not-read = mã QR tại { $x } × { $y } mm không đọc được.
check-foreign = mã QR tại { $x } × { $y } mm chứa «{ $payload }», không phải địa chỉ của một biển.
check-not-capitals = mã QR tại { $x } × { $y } mm chứa «{ $payload }», không viết hoa toàn bộ như biển phải có.
check-other-base = mã QR tại { $x } × { $y } mm dẫn tới «{ $payload }», khác địa chỉ gốc đã đặt hoặc đã in.
check-unknown-code = mã QR tại { $x } × { $y } mm chứa «{ $payload }», mã này không có trong sổ bộ.
check-quiet-zone = mã QR tại { $x } × { $y } mm («{ $payload }») thiếu vùng trống 4 ô xung quanh.
check-in-order = { $symbols } mã QR trên { $pages } trang đều đọc được và khớp với sổ bộ ({ $signs } biển).
check-not-in-order = { $faults } lỗi; { $symbols } mã QR trên { $pages } trang, { $signs } biển khớp với sổ bộ.
hang-up-to = treo cao đến { $metres } m
