import { by, type DemoArticle } from "../article.ts";
import { bullets, h2, lead, numbered, p, quote } from "../build.ts";

/** What the ward's offices and its twelve groups do. */
export const voterMeeting: DemoArticle = {
  section: "Chính trị",
  secondSections: ["HĐND - UBND"],
  kind: "conference_report",
  tags: ["Hội đồng nhân dân", "Tiếp xúc cử tri"],
  from: { hoursAgo: 340.5, views: 488 },
  headline:
    "Cử tri sáu tổ bờ bắc hỏi mười chín việc, bốn việc được trả lời xong ngay tại hội trường, mười lăm việc có người nhận và ngày hẹn",
  standfirst:
    "Buổi tiếp xúc cử tri trước kỳ họp cuối năm kéo dài gần ba giờ. Lần đầu tiên, mỗi câu hỏi được chiếu lên màn hình cùng tên bộ phận phải trả lời, để người hỏi thấy việc của mình đang ở tay ai.",
  byline: by("Ngô Tuấn Lâm"),
  lead: lead("hoi-truong-phuong", "Gần hai trăm cử tri bờ bắc dự buổi tiếp xúc ở hội trường tầng hai"),
  body: [
    p(
      "Bảy giờ tối, ghế ở hội trường tầng hai đã kín đến hàng áp chót. Theo danh sách ký tên ở cửa, có 186 cử tri của sáu tổ dân phố bờ bắc, đông hơn lần trước gần năm mươi người. Phần báo cáo của tổ đại biểu được rút xuống mười hai phút; phần hỏi chiếm trọn thời gian còn lại.",
    ),
    h2("Nhiều nhất vẫn là nước và rác"),
    p(
      "Tám trong mười chín câu hỏi nói về thoát nước và vệ sinh. Ông Tạ Quang Hiệp, tổ dân phố 4, mang theo ba tấm hình chụp cùng một miệng cống trong ba trận mưa, đề nghị trả lời vì sao cống mới nạo tháng trước đã đầy cát. Đại diện tổ đô thị nhận rằng cát từ công trình đầu ngõ chảy xuống, chủ công trình đã bị lập biên bản và phải nạo lại trong tuần.",
    ),
    p(
      "Bà Khổng Thị Sen, bán rau ở dãy B, hỏi xe gom rác sao không đến đúng giờ chợ tan. Trả lời: xe đang phải chạy hai vòng vì một xe hỏng hộp số. Từ thứ Hai tới, vòng đầu đổi giờ, đi qua chợ lúc 10 giờ 30.",
    ),
    quote("Tôi không cần nghe xin lỗi. Tôi cần biết mấy giờ xe đến để còn buộc túi."),
    h2("Trường học và vỉa hè"),
    p(
      "Ba phụ huynh hỏi về vạch sang đường trước cổng trường tiểu học. Việc kẻ vạch thuộc đơn vị quản lý đường, phường không tự làm được; trong lúc chờ, dân phòng sẽ đứng ở đó từ 6 giờ 40 đến 7 giờ 10 các ngày học.",
    ),
    p(
      "Về vỉa hè phố Bến Nứa, ý kiến chia làm hai. Người đi bộ đòi dọn sạch, người bán hàng xin được bày sát tường đến chín giờ sáng. Tổ đại biểu không kết luận tại chỗ mà hẹn một buổi riêng, có đủ hai bên, ở nhà văn hóa số 75.",
    ),
    h2("Bốn việc xong ngay"),
    numbered(
      "1.",
      "Đèn ngõ 12 hỏng bóng: tổ điện ra thay lúc 20 giờ 15, trước khi buổi họp tan.",
      "Sổ tạm trú của hai gia đình ghi sai tên ngõ: sửa và đóng dấu lại tại bàn tư pháp đặt ở cuối hội trường.",
      "Giờ mở cửa sân bóng mini: thống nhất đến 21 giờ, sau đó tắt đèn.",
      "Biển cấm đỗ xe bị cây che: tỉa cành sáng hôm sau, có hình gửi cho người hỏi.",
    ),
    p(
      "Mười lăm việc còn lại được ghi tên người nhận và ngày hẹn. Danh sách dán ở bảng tin trụ sở từ hôm nay; việc nào xong thì gạch, việc nào quá hẹn thì ghi lý do bên cạnh.",
    ),
    p(
      "Kết thúc buổi họp, ông Tạ Quang Hiệp gấp ba tấm hình bỏ vào túi áo. Ông nói lần sau sẽ mang tấm thứ tư, mong là chụp một miệng cống khô./.",
    ),
  ],
};

export const cadreDay: DemoArticle = {
  section: "Tin hoạt động",
  tags: ["Bộ phận một cửa", "Dịch vụ công"],
  from: { hoursAgo: 118.4, views: 233 },
  headline: "Một ngày mỗi tháng, cả phòng xuống ngồi quầy",
  standfirst:
    "Từ trưởng phòng đến nhân viên mới, ai ở tầng hai và tầng ba cũng phải trực quầy một cửa một ngày mỗi tháng. Sau nửa năm, số mẫu giấy phải điền giảm từ bảy xuống bốn.",
  byline: by("Trần Hạ Vy"),
  body: [
    p(
      "Ý tưởng đến từ một lời phàn nàn. Một người đi làm giấy chứng thực phải viết địa chỉ nhà mình năm lần trên ba tờ giấy. Khi việc này được kể ở buổi giao ban, không ai trong phòng họp biết tờ khai có đến ba tờ.",
    ),
    p(
      "Từ tháng Năm, lịch trực quầy có đủ tên mọi người. Chị Cù Mai Lan, kế toán, nói ngày đầu tiên chị chỉ làm được chín hồ sơ vì không tìm thấy con dấu ngày. Bây giờ con dấu có chỗ riêng, và ngày trực của chị xong trung bình ba mươi mốt hồ sơ.",
    ),
    p(
      "Đổi lại, những người trực quầy mang về một danh sách việc vướng. Nửa năm qua danh sách có bốn mươi hai dòng; hai mươi tám dòng đã gạch. Ba tờ khai được gộp làm một, và ô “nơi ở hiện nay” chỉ còn phải viết một lần.",
    ),
  ],
};

export const womenBookshelf: DemoArticle = {
  section: "Tin phường",
  secondSections: ["Đảng - đoàn thể"],
  tags: ["Hội Phụ nữ", "Tủ sách", "Trẻ em"],
  from: { hoursAgo: 262.8, views: 571 },
  headline: "Tủ sách sáng Chủ nhật tròn ba năm: 2.300 cuốn, mất mười một, được trả lại hai mươi",
  standfirst:
    "Không thẻ, không tiền cọc, chỉ một cuốn sổ kẻ tay. Người giữ sách nói số sách tự tìm về nhiều hơn số sách đi lạc.",
  byline: by("Vũ Đăng Khoa", "Cộng tác viên"),
  lead: lead("tu-sach"),
  body: [
    p(
      "Tám giờ sáng Chủ nhật, dép trẻ con xếp thành hai hàng trước phòng đọc ở số 58 phố Bến Nứa. Bên trong, mấy em lớn ngồi bàn cạnh cửa sổ, các em nhỏ nằm luôn xuống nền gạch. Chị Vi Thị Nhàn, hội viên Hội Phụ nữ phường, chỉ can thiệp khi có ai đọc to quá.",
    ),
    p(
      "Ba năm trước, tủ sách bắt đầu bằng bốn thùng các-tông của một nhà chuyển đi. Năm đầu chị Nhàn bắt ghi tên bố mẹ, số nhà, số điện thoại. Đến mùa hè, có em bé đứng ngoài cửa không dám vào vì không nhớ số nhà. Từ hôm ấy, sổ chỉ còn hai cột: tên người mượn, tên cuốn sách.",
    ),
    quote("Sách mà về muộn thì là sách được đọc kỹ."),
    p(
      "Đến đợt kiểm kê tháng trước, thiếu mười một cuốn. Nhưng trên giá có thêm hai mươi cuốn lạ, không ai ghi tên người cho, kẹp trong một cuốn là tờ giấy: “Cháu đọc xong của cháu rồi, cho các em”.",
    ),
    p(
      "Năm tới, tủ sách mở thêm một buổi tối thứ Sáu cho người lớn. Việc đang thiếu là người trực; ai rảnh hai giờ mỗi tháng xin gặp chị Nhàn vào sáng Chủ nhật.",
    ),
  ],
};

export const groupElection: DemoArticle = {
  section: "Bầu cử",
  kind: "news",
  tags: ["Tổ dân phố"],
  from: { on: "05-18 16:45", yearsBack: 1, views: 1540 },
  headline: "Bầu tổ trưởng tổ dân phố: chín nơi có hai người ra ứng cử trở lên",
  standfirst:
    "Sáng Chủ nhật, 3.690 đại diện hộ đi bỏ phiếu ở mười hai nhà văn hóa. Kết quả kiểm phiếu được đọc to và viết lên bảng trước khi mọi người ra về.",
  byline: by("Ngô Tuấn Lâm"),
  body: [
    p(
      "Phiếu màu vàng nhạt, mỗi hộ một phiếu. Tại nhà văn hóa tổ 10, hòm phiếu là chiếc làn mây có khóa do chính làng đan, để thay chiếc thùng tôn đã rỉ. Người già và người ốm được mang hòm phiếu phụ đến tận nhà, đi cùng là hai người của hai phía ứng cử.",
    ),
    p(
      "Chín tổ có từ hai người ra ứng cử, nhiều nhất là tổ 6 với bốn người. Hai tổ bầu lại vì chênh nhau chưa đến năm phiếu và có ba phiếu ghi hai tên. Lần bầu lại ở tổ 3 cách biệt một phiếu; người thua bắt tay người thắng rồi nhận luôn việc tổ phó.",
    ),
    bullets(
      "-",
      "Tổ trưởng trẻ nhất: chị Quách Thùy An, 29 tuổi, tổ dân phố 8.",
      "Tổ trưởng làm lâu nhất: ông Bế Văn Lực, tổ dân phố 11, nhiệm kỳ thứ tư.",
      "Tỷ lệ hộ đi bầu: 87,6%, cao nhất ở tổ 12 với 98%.",
    ),
    p("Mười hai tổ trưởng nhận sổ sách vào tuần sau. Người cũ ở lại một tháng để bàn giao."),
  ],
};

export const directiveStorm: DemoArticle = {
  section: "Chỉ đạo điều hành",
  kind: "notice",
  tags: ["Phòng chống thiên tai"],
  from: { on: "08-24 17:30", views: 1986 },
  headline: "Chủ tịch phường giao việc trước mùa mưa: ai gác cống, ai giữ chìa khóa, ai gọi điện",
  standfirst:
    "Văn bản dài một trang rưỡi, không có câu “tăng cường”, “đẩy mạnh”. Mỗi dòng là một việc, một người, một giờ.",
  byline: by("Văn phòng phường"),
  body: [
    p("Ủy ban nhân dân phường yêu cầu các bộ phận và tổ dân phố thực hiện từ nay đến hết tháng Mười:"),
    numbered(
      "1.",
      "Tổ đô thị mở cống Thượng khi mực nước hồ vượt vạch 2,1 mét; ông Mai Đình Sách quyết định, không chờ họp.",
      "Tổ trưởng tổ 7 giữ chìa khóa trạm bơm, tổ phó giữ chiếc thứ hai; hai người không cùng đi vắng.",
      "Trường tiểu học mở phòng tầng hai cho dân phố thấp khi có loa báo, kể cả ban đêm.",
      "Trạm Y tế để sẵn túi thuốc cho bốn mươi người có bệnh nền, danh sách cập nhật thứ Hai hằng tuần.",
      "Văn phòng gọi cho từng nhà có người sống một mình trước khi nước lên, không nhắn tin thay.",
    ),
    h2("Khi mất điện"),
    p(
      "Loa tay có ở mười hai nhà văn hóa, pin thay ngày mồng một. Nếu cả loa và điện thoại đều không dùng được, ba hồi trống ở đình Hạ là hiệu lệnh rời tầng một.",
    ),
  ],
};
