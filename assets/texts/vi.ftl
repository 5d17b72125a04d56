### The interface's words. One file a language; a test proves that every key is here and used.

## register

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
link-too-long = Liên kết dài { $length } ký tự, không mã QR nào chứa hết. Hãy dùng tên miền ngắn hơn.

## print
plate-scan = Quét mã để tìm hiểu
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

## store

## web and visit

## cli
