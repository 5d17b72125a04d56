### The interface's words. One file a language; a test proves that every key is here and used.

## register

## qr

## print

## exchange

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
namesake-unknown = Chưa xác minh được con đường này mang tên ai hay mang tên theo điều gì. Bài giới thiệu sẽ có khi tìm được tư liệu.
landmark-unknown = Chưa có bài giới thiệu về địa điểm này.
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
