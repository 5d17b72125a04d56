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

## web and visit

## cli
