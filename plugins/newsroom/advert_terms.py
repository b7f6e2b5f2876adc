"""What is advertised by stealth on pages of the state (từ ngữ quảng cáo), and what only looks so.

A line is a term with its marks; after a colon stand innocent phrases that read alike when marks
are left out or the words go on. An innocent phrase that differs from its term by marks alone lets
the term through where it is written without marks, as in addresses.
"""

from __future__ import annotations

from typing import Final

PHRASES: Final = {
    "cờ bạc": """
nhà cái: nhà cải cách, nhà cải tiến, nhà cải thiện, nhà cải tạo, nhà cải tổ, nhà cai nghiện, \
nhà cai trị, nhà cai quản, nhà cai thuốc, nhà cài đặt, nhà cãi nhau, nhà cái gì, nhà cái bàn, \
nhà cái ghế, nhà cái tủ
nhà cái uy tín
kèo nhà cái
tỷ lệ kèo nhà cái
tỉ lệ kèo nhà cái
link vào nhà cái
cá cược: cả cuộc, cả cuộc thi, cả cuộc họp, cả cuộc đời, cả cuộc vận động
cá cược thể thao
cá cược bóng đá
cá cược trực tuyến
cá độ: ca đó, cá đo, ca đo, cả đô
cá độ bóng đá
cá độ trực tuyến
cá độ online
cờ bạc online
cờ bạc trực tuyến
game cờ bạc
đánh bạc online
đánh bạc trực tuyến
sòng bạc online
sòng bạc trực tuyến
sòng bài online
sòng bài trực tuyến
sòng bài uy tín
poker online
rồng hổ online
tài xỉu
tài xỉu online
xóc đĩa
xóc dĩa
xóc đĩa online
bầu cua online
bầu cua đổi thưởng
lô đề: lo để, lo đê, lọ để, lo đẻ, lỗ để, lộ đề, lộ để, lò để, lỡ để, lô để, lo đề, lô đề nghị, \
lô đề xuất, lô đề án, lô đề tài, lô đề thi, lô đề cương, lô đề mục, lô đề kiểm tra
lô đề online
lô đề uy tín
đánh lô đề: đánh lô đề nghị
chơi lô đề
web lô đề
ghi số đề: ghi sổ để, ghi số để, ghi số đề nghị, ghi số đề án, ghi số đề tài, ghi số đề xuất, \
ghi số đề mục, ghi số đề thi
chơi số đề
đánh đề online
soi cầu lô
soi cầu lô đề
soi cầu xổ số
soi cầu miền bắc
soi cầu miền nam
soi cầu bạch thủ
soi cầu xsmb
bạch thủ lô
song thủ lô
dự đoán xổ số
xổ số online
kết quả xổ số miền bắc
kết quả xổ số miền nam
kết quả xổ số hôm nay
bắn cá online
bắn cá đổi thưởng
bắn cá ăn tiền
game bắn cá: game bán cà, game bán cả
game bài
game bài đổi thưởng
game đổi thưởng
bài đổi thưởng
đổi thưởng uy tín
đánh bài online
đánh bài ăn tiền
đánh bài đổi thưởng
tiến lên đổi thưởng
nổ hũ: nó hư, nợ hư, no hữu, nó hụ, nộ hư
nổ hũ online
nổ hũ đổi thưởng
game nổ hũ
quay hũ đổi thưởng
slot đổi thưởng
slot game
slot online
quay slot
đá gà trực tiếp
đá gà trực tuyến
đá gà online
đá gà cựa sắt
đá gà thomo
soi kèo: sợi keo, sợi kéo
soi kèo bóng đá
kèo bóng đá: kéo bóng đá
kèo châu á
kèo tài xỉu
kèo chấp
cổng game đổi thưởng
cổng game uy tín
nạp rút siêu tốc
nạp rút nhanh
code tân thủ
khuyến mãi nạp đầu
xôi lạc tv
cà khịa tv
online betting
sports betting
judi online
judi bola
slot gacor
toto slot
bandar togel
""",
    "vay nóng": """
vay nóng: vay nông nghiệp, vay nông thôn, vay nông dân, vay nông sản, vay nông hộ, vay nông lâm, \
vay nông trại
vay tiền nóng
vay tiền online
vay tiền nhanh: vay tiền nhanh chóng, vay tiền nhanh gọn
vay tiền siêu tốc
vay siêu tốc
vay nhanh online
vay tín chấp online
vay bằng cmnd
vay bằng cccd
vay tiền qua app
app vay tiền
vay tiền nợ xấu
bốc bát họ: bọc bát họ
giải ngân trong 5 phút
giải ngân trong 15 phút
giải ngân trong 30 phút
rút tiền thẻ tín dụng
đáo hạn thẻ tín dụng
""",
    "khiêu dâm": """
phim sex
phim xxx
phim jav
phim người lớn
phim cấp 3: phim cấp 30
truyện sex
clip sex
clip nóng
chat sex
sex việt
sex toy
gái gọi: gai gối
gái gọi cao cấp
massage kích dục
thuốc kích dục
đồ chơi tình dục
búp bê tình dục
sugar baby
""",
    "thuốc, giấy tờ giả và liên kết thuê": """
thuốc cường dương
tăng kích thước dương vật
thuốc giảm cân cấp tốc
mua bằng đại học
làm giấy tờ giả
bằng lái xe không cần thi
mua backlink
bán backlink
mua bán backlink
backlink giá rẻ
dịch vụ backlink
mua textlink
dịch vụ seo
dịch vụ thám tử
tăng like giá rẻ
mua follow
hack facebook
hack like
bùa yêu: bùa yếu
""",
}

#: Single words and names of brands, looked for as whole words.
NAMES: Final = {
    "cờ bạc": """
casino baccarat blackjack roulette jackpot sportsbook togel sbobet dafabet kubet thabet okvip
sunwin rikvip hitclub gemwin zowin manclub choangclub b52club iwinclub shbet debet mibet oxbet
letou nhatvip xoilac xoilactv cakhiatv socolive luongsontv kqxs xsmb xsmn gacor
fb88 w88 vn88 fun88 jun88 hi88 new88 lucky88 red88 mu88 may88 net88 good88 sky88 hello88 qh88
bong88 bong99 bet88 bet365 bet69 188bet 12bet 8xbet f8bet i9bet v9bet 789bet 8kbet 77bet 1xbet
789club 789win 33win 23win 58win k9win win79 twin68 iwin68 go88 go99 ae888 ae3888 cmd368 sv388
88clb 88vin ok365 yo88 one88 cwin05
""",
    "khiêu dâm": """
pornhub xvideos xnxx hentai sextoy phimsex porn
""",
    "thuốc, giấy tờ giả và liên kết thuê": """
viagra cialis levitra
""",
}

_COMMON: Final = """
số bài sổ không tín cổng đánh làm trong đầu vụ quả tử tình kết giá cái người cựa cua ghi cấp
tiếp cờ qua truyện tài thủ miền độ thể tuyến giải thẻ giấy trực đại hạn bán rút bắn dụng bằng
đĩa cao dĩa lô họ hổ lái giả nay cầu yêu lên dự giảm ngân đồ lệ đỏ
"""
#: So frequent in the language of offices that one more of them says nothing of a text.
COMMON: Final = frozenset(_COMMON.split())
