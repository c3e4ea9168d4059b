import { by, type DemoArticle } from "../article.ts";
import { bullets, h2, lead, numbered, p, quote, table } from "../build.ts";

/** School and health. */
export const schoolYear: DemoArticle = {
  section: "Giáo dục - y tế",
  tags: ["Trường tiểu học Sen Hồ", "Trẻ em"],
  from: { on: "09-05 09:30", views: 1420 },
  headline: "Khai giảng ở trường tiểu học Sen Hồ: bài diễn văn dài bốn phút và một trăm chín mươi chậu rau mầm",
  standfirst:
    "Mỗi em lớp 1 mang đến trường một hạt đậu đã nảy mầm từ tuần trước. Thầy hiệu trưởng nói ngắn để các em kịp tưới trước khi nắng lên.",
  byline: by("Trần Hạ Vy"),
  lead: lead("san-truong"),
  body: [
    p(
      "Bảy giờ mười lăm, cờ kéo lên. Bảy giờ hai mươi, thầy hiệu trưởng Hà Trọng Nghĩa nói lời khai giảng. Bảy giờ hai mươi bốn, thầy gấp tờ giấy. Phần còn lại của buổi lễ diễn ra ở vườn sau dãy nhà vàng.",
    ),
    p(
      "Năm nay trường có 912 em, riêng lớp 1 có 190 em chia năm lớp. Hạt đậu được gửi về nhà từ buổi họp phụ huynh, kèm một tờ hướng dẫn có ba hình vẽ. Có em trồng được hai lá, có em mang đến cái chậu không kèm lời giải thích rất dài.",
    ),
    quote("Cháu tưới nhiều quá. Cháu sẽ tưới lại từ đầu."),
    h2("Có gì mới"),
    bullets(
      "-",
      "Sáu phòng học thay quạt trần, cửa sổ phía tây có rèm tre của làng mây.",
      "Giờ vào lớp của khối 1 và khối 2 lùi mười lăm phút để giãn lượng xe ở cổng.",
      "Thư viện trường và tủ sách sáng Chủ nhật dùng chung một danh mục: mượn nơi này, trả nơi kia.",
    ),
    p(
      "Tám giờ rưỡi, sân trường chỉ còn lá phượng. Một trăm tám mươi bảy chậu xếp dọc hành lang, ba chậu đang được trồng lại.",
    ),
  ],
};

export const schoolEntry: DemoArticle = {
  section: "Giáo dục - y tế",
  secondSections: ["Thông báo"],
  kind: "notice",
  tags: ["Trường tiểu học Sen Hồ", "Tuyển sinh"],
  from: { on: "06-28 10:00", views: 1765 },
  headline: "Nhận hồ sơ vào lớp 1: ba đợt theo tổ dân phố, không cần đến xếp hàng từ đêm",
  standfirst:
    "Trường đủ chỗ cho tất cả trẻ cư trú trong phường. Đến trước hay sau trong cùng một đợt không thay đổi gì.",
  byline: by("Trường tiểu học Sen Hồ"),
  body: [
    table(
      "Lịch nhận hồ sơ",
      ["Đợt", "Tổ dân phố", "Thời gian", "Nơi nhận"],
      ["1", "1, 2, 3, 4", "01–03/7", "Phòng 1A"],
      ["2", "5, 6, 7, 8", "04–06/7", "Phòng 1B"],
      ["3", "9, 10, 11, 12 và trẻ tạm trú", "08–10/7", "Phòng 1A và 1B"],
    ),
    p("Hồ sơ gồm bản sao giấy khai sinh và phiếu thông tin theo mẫu, phát tại chỗ. Trường tự tra nơi cư trú."),
    p(
      "Gia đình có hai trẻ vào lớp 1 cùng năm nộp một lần. Trẻ cần hỗ trợ đi lại hoặc nghe nhìn, xin ghi rõ để trường xếp lớp ở tầng một.",
    ),
  ],
};

export const healthCheck: DemoArticle = {
  section: "Giáo dục - y tế",
  tags: ["Trạm Y tế", "Người cao tuổi"],
  from: { hoursAgo: 602.7, views: 389 },
  headline: "Khám cho 640 người cao tuổi, phát hiện 71 người huyết áp cao mà không biết",
  standfirst:
    "Ghế được kê ra sân, cách nhau một sải tay. Người đến khám cầm theo tất cả thuốc đang uống ở nhà, kể cả thuốc xin của hàng xóm.",
  byline: by("Lê Minh Trà"),
  lead: lead("tram-y-te", "Người cao tuổi ngồi chờ khám ở sân Trạm Y tế phường"),
  body: [
    p(
      "Y sĩ Lục Thị Hạnh, trạm trưởng, gọi đó là “buổi chợ thuốc”. Trên bàn đầu tiên, mỗi người bày ra túi thuốc của mình. Có túi bảy loại, hai loại giống hệt nhau mang hai tên. Có túi chỉ có dầu gió.",
    ),
    p(
      "Năm buổi sáng, 640 người, bằng ba phần tư số người trên sáu mươi lăm tuổi của phường. Bảy mươi mốt người đo ra huyết áp cao mà trước đó không hay; mười bốn người phải giảm bớt thuốc vì uống trùng.",
    ),
    h2("Hai trăm người không đến"),
    p(
      "Trạm có danh sách. Phần lớn đi lại khó, số ít bảo mình khỏe. Tháng tới, hai tổ lưu động đi từng nhà vào chiều thứ Tư, bắt đầu từ tổ 11 và tổ 12, nơi xa trạm nhất.",
    ),
    p("Người nhà muốn hẹn giờ có thể gọi cho trạm. Không phải nhịn ăn trước khi đo huyết áp."),
  ],
};

export const lunchInterview: DemoArticle = {
  section: "Giáo dục - y tế",
  kind: "interview",
  tags: ["Trường mầm non", "Bữa ăn bán trú"],
  from: { on: "10-21 13:30", yearsBack: 2, views: 954 },
  kicker: "Phỏng vấn",
  headline: "“Phụ huynh cứ vào bếp, chúng tôi chỉ xin mọi người đội mũ”",
  standfirst:
    "Cô Phó Thị Kim, bếp trưởng trường mầm non, giải thích vì sao bếp ăn mở cửa cho phụ huynh mọi buổi sáng và điều gì đã thay đổi trong thực đơn từ đó.",
  byline: by("Trần Hạ Vy"),
  body: [
    p("*Ai cũng vào được bếp, cô không ngại sao?*"),
    p("Tuần đầu thì ngại. Đông như đi hội. Sang tháng thứ hai, mỗi sáng một, hai người, thành ra vui."),
    p("*Họ vào xem gì?*"),
    p(
      "Xem cân. Một trăm tám mươi suất, mỗi suất bao nhiêu thịt, bao nhiêu rau, tôi viết bảng. Họ tự bốc một suất lên cân lại. Lệch quá mười gam thì tôi ký sổ.",
    ),
    p("*Có lần nào lệch chưa?*"),
    p("Ba lần. Hai lần thừa, một lần thiếu. Lần thiếu là vì cá hao hơn tôi tính. Hôm sau bù."),
    p("*Thực đơn thay đổi ra sao?*"),
    p(
      "Bớt đồ chiên. Không phải vì ai kêu, mà vì có một bà mẹ đứng xem tôi chiên, mồ hôi như tắm, rồi hỏi: luộc không được à? Tôi nghĩ: ừ, luộc cũng được.",
    ),
    p("*Điều cô mong nhất?*"),
    p("Một cái quạt hút to hơn. Với lại mong các ông bố cũng vào. Đến giờ mới có bốn ông."),
  ],
};

export const dengue: DemoArticle = {
  section: "Phòng chống dịch",
  kind: "news",
  tags: ["Sốt xuất huyết", "Trạm Y tế"],
  from: { on: "07-30 17:00", views: 1098 },
  headline: "Bốn ca sốt xuất huyết ở ngõ 32: ba mươi mốt chum vại, hai lốp xe và mười lăm lọ hoa",
  standfirst:
    "Tổ diệt lăng quăng đi từng nhà trong hai buổi chiều. Nơi có nhiều lăng quăng nhất không phải rãnh nước mà là lọ hoa trên ban thờ.",
  byline: by("Vũ Đăng Khoa", "Cộng tác viên"),
  lead: lead("ngo-32", "Ngõ 32 phố Bến Nứa, nơi chậu cây và chum vại dựa dọc hai bên tường"),
  body: [
    p(
      "Bốn người bệnh ở bốn nhà liền nhau đều đã về nhà, không ai nặng. Trong vòng một trăm mét quanh đó, tổ diệt lăng quăng đếm được ba mươi mốt chum vại có nước, hai lốp xe cũ, một máng chim và mười chín lọ hoa. Mười lăm trên mười chín lọ hoa có lăng quăng.",
    ),
    numbered(
      "1.",
      "Lọ hoa thay nước ba ngày một lần, rửa cả thành lọ vì trứng bám ở đó.",
      "Chum vại đậy kín hoặc thả cá bảy màu; trạm phát cá vào sáng thứ Bảy.",
      "Ngủ màn cả ban ngày, nhất là trẻ nhỏ.",
      "Sốt cao quá hai ngày thì đến trạm, không tự uống thuốc hạ sốt liều cao.",
    ),
    p("Ngõ sẽ được kiểm tra lại sau một tuần. Kết quả từng nhà chỉ báo cho nhà đó, không dán ra đầu ngõ."),
  ],
};
