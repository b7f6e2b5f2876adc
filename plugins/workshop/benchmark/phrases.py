"""The phrases that titles and a quarter of the corpus's sentences are put together from."""

from __future__ import annotations

WHO = (
    "Tổ công nghệ số cộng đồng",
    "Bộ phận tiếp nhận hồ sơ",
    "Đoàn kiểm tra công vụ",
    "Cán bộ phường",
    "Lãnh đạo xã",
    "Nhóm hỗ trợ người cao tuổi",
    "Hội đồng đánh giá",
    "Trung tâm điều hành",
)
DID = (
    "rà soát",
    "công khai",
    "rút ngắn",
    "hướng dẫn",
    "thử nghiệm",
    "đánh giá lại",
    "ghi nhận",
    "giải đáp",
    "sắp xếp",
    "theo dõi",
)
WHAT = (
    "quy trình cấp giấy phép xây dựng",
    "thời gian trả kết quả đất đai",
    "việc nộp hồ sơ trực tuyến",
    "bảng niêm yết thủ tục hộ tịch",
    "ý kiến góp ý của doanh nghiệp nhỏ",
    "kỷ luật giờ làm việc",
    "cách chấm điểm mức độ hài lòng",
    "lịch tiếp công dân hằng tuần",
    "dữ liệu dân cư dùng chung",
    "khoản chi thường xuyên của đơn vị",
)
WHERE = (
    "ở các phường trung tâm",
    "tại ba xã miền núi",
    "ở vùng ven biển",
    "trên toàn địa bàn",
    "tại khu công nghiệp",
    "ở những thôn xa",
    "tại bến cảng",
)
WHEN = (
    "trong quý đầu năm",
    "từ đầu tháng này",
    "sau đợt tổng kết",
    "trước mùa mưa bão",
    "trong hai tuần qua",
    "ngay sau khi có góp ý",
)
THEN = (
    "Người dân chỉ phải đi lại một lần thay vì ba lần như trước",
    "Số hồ sơ quá hạn giảm rõ rệt, phần còn lại đều có lời xin lỗi bằng văn bản",
    "Mỗi bước đều ghi tên người làm và thời hạn phải xong",
    "Cách làm này sẽ được nhân rộng nếu kết quả giữ được đến cuối năm",
    "Khó nhất vẫn là đường truyền yếu và thiết bị đã cũ",
    "Biên bản được đăng lên bảng tin để ai cũng đọc được",
)
#: What the glossary explains on every page that says it; each has one meaning only.
SHORT = (
    "Theo UBND cấp xã, hồ sơ TTHC được nhận cả ở bộ phận một cửa",
    "Kế hoạch CCHC năm nay giao việc cho từng cơ quan",
    "Hạ tầng CNTT ở cấp xã đã được bổ sung",
    "UBND tỉnh yêu cầu công khai mọi TTHC còn chậm",
)
HEADINGS = (
    "Việc đã làm",
    "Kết quả bước đầu",
    "Ý kiến của người dân",
    "Điều còn vướng",
    "Cơ quan nào làm việc gì",
    "Thời hạn của từng việc",
    "Cách làm ở cơ sở",
    "Việc sắp tới",
    "Những gì chưa biết",
)
