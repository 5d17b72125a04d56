### The interface's words. One file a language; a test proves that every key is here and used.

## register

code-check = Ký tự kiểm tra của mã biển không khớp; hãy so lại mã với bản in trên biển.
code-length = Mã biển có đúng 6 ký tự, ở đây có { $length }; hãy xem lại mã.
code-symbol = Mã biển không bao giờ có ký tự “{ $symbol }”; hãy xem lại mã.
text-empty = Ô này không được để trống; hãy điền vào.
text-invisible = Có ký tự vô hình { $character }; hãy xóa nó hoặc gõ lại dòng này.
text-slug = “{ $given }” không dùng làm địa chỉ được; chỉ dùng chữ a–z không dấu, chữ số và dấu gạch nối đơn, ví dụ nguyen-duc-canh.
text-too-long = Dài { $length } ký tự, tối đa { $most }; hãy rút ngắn.
token-unknown = “{ $given }” không có trong danh sách; hãy dùng một trong các từ: { $allowed }.

## qr

base-url-no-address = «{ $given }» không phải là một địa chỉ. Hãy viết như https://qr.haiphong.gov.vn.
base-url-scheme = Địa chỉ gốc phải bắt đầu bằng https:// hoặc http://, không phải { $scheme }:.
base-url-path = Địa chỉ gốc không được có đường dẫn sau tên miền: mã biển đứng ngay ở đó.
base-url-query = Địa chỉ gốc không được có dấu hỏi và tham số.
base-url-fragment = Địa chỉ gốc không được có dấu thăng.
base-url-user = Địa chỉ gốc không được có tên người dùng hay mật khẩu.
base-url-host = Tên miền có ký tự «{ $character }» mà mã QR kiểu chữ và số không chứa được. Hãy dùng tên miền chỉ gồm chữ cái, chữ số, dấu chấm và gạch nối.
link-none = «{ $given }» không phải là địa chỉ của một biển.
link-too-long = Địa chỉ dài { $length } ký tự, không mã QR nào chứa hết. Hãy dùng tên miền ngắn hơn.

## print

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
store-broken = Cơ sở dữ liệu gặp lỗi: { $reason }.

## web and visit

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

## cli

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
doctor-no-source = Bài { $place } không có nguồn mà cũng không mang nhãn chờ thẩm định.
doctor-no-lead = Bài { $place } không có câu mở đầu.
doctor-no-base-url = Chưa đặt địa chỉ gốc (--base-url), nên chưa in được biển nào.
doctor-other-base-url = Đợt in { $batch } mang địa chỉ { $printed }, nhưng nay đặt là { $set }. Biển đã in sẽ mãi dẫn tới địa chỉ cũ.
