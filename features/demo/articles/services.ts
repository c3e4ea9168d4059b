import { by, type DemoArticle } from "../article.ts";
import { bullets, h2, handout, numbered, p, quote, table } from "../build.ts";

/** Procedures, the week's work, and what is done by phone. */
export const weekCalendar: DemoArticle = {
  section: "Lịch làm việc",
  kind: "notice",
  from: { hoursAgo: 101.6, views: 264 },
  headline: "Lịch công tác tuần của lãnh đạo phường",
  standfirst: "Lịch có thể đổi khi có việc đột xuất; lịch tiếp dân thì không đổi.",
  byline: by("Văn phòng phường"),
  body: [
    table(
      "Lịch trong tuần",
      ["Ngày", "Buổi sáng", "Buổi chiều"],
      ["Thứ Hai", "8:00 Giao ban, phòng 201", "14:00 Kiểm tra cống cuối phố Bến Nứa (ông Sách)"],
      ["Thứ Ba", "8:00 Tiếp dân (bà Dương)", "15:00 Làm việc với trường mầm non"],
      ["Thứ Tư", "7:30 Thăm đồng, tổ 11 và 12 (ông Toàn)", "14:00 Khám tại nhà, tổ lưu động của trạm"],
      ["Thứ Năm", "8:30 Họp về vỉa hè phố Bến Nứa, số 75", "14:00 Tiếp dân (ông Sách)"],
      ["Thứ Sáu", "8:00 Chấm bàn mẫu, trường tiểu học", "16:00 Đọc báo cáo tháng của các tổ"],
      ["Thứ Bảy", "6:00 Dọn bờ đông cùng tổ dân phố 8", "Nghỉ"],
    ),
    p("Tổ dân phố muốn mời lãnh đạo dự họp xin báo trước thứ Năm của tuần trước đó."),
    handout("lich-cong-tac-tuan"),
  ],
};

export const birthCertificate: DemoArticle = {
  section: "Thủ tục hành chính",
  kind: "document",
  tags: ["Hộ tịch", "Bộ phận một cửa"],
  from: { on: "08-12 09:15", yearsBack: 1, views: 1643 },
  headline: "Đăng ký khai sinh ở phường Sen Hồ: cần gì, đến đâu, bao lâu thì xong",
  standfirst: "Một tờ khai, hai giấy tờ mang theo, xong trong buổi. Ai không ra được trụ sở thì phường đến nhà.",
  byline: by("Bộ phận một cửa"),
  body: [
    h2("Mang theo"),
    bullets(
      "-",
      "Giấy chứng sinh do nơi sinh cấp.",
      "Giấy tờ tùy thân của người đi đăng ký.",
      "Giấy kết hôn, nếu bố mẹ có và chưa nộp ở phường lần nào.",
    ),
    h2("Các bước"),
    numbered(
      "1.",
      "Lấy số hoặc đặt giờ trước; đến quầy 1.",
      "Đọc lại tên bé trên màn hình, từng chữ, cả dấu. Chín trong mười lần phải sửa sau này là vì bỏ qua bước này.",
      "Ký tờ khai, chờ chừng hai mươi phút.",
      "Nhận giấy khai sinh. Bản sao lấy thêm bao nhiêu cũng được, không thu tiền ba bản đầu.",
    ),
    h2("Làm tại nhà"),
    p(
      "Chiều thứ Tư, một cán bộ mang máy in nhỏ đến nhà người mới sinh ở tổ 10, 11, 12 và nhà người khuyết tật. Hẹn qua tổ trưởng.",
    ),
    p("Đây là hướng dẫn của một phường không có thật, để giới thiệu cách trình bày."),
  ],
};

export const onlineQuestion: DemoArticle = {
  section: "Dịch vụ công",
  kind: "qa",
  tags: ["Dịch vụ công", "Người cao tuổi"],
  from: { hoursAgo: 556.0, views: 377 },
  headline: "Mẹ tôi không có điện thoại thông minh, tôi nộp hồ sơ trên mạng thay mẹ được không?",
  standfirst: "Câu hỏi gửi qua hòm thư ở nhà văn hóa số 58, Bộ phận một cửa trả lời.",
  byline: by("Bộ phận một cửa"),
  body: [
    h2("Hỏi"),
    p(
      "Mẹ tôi 74 tuổi, cần xin xác nhận để hưởng trợ cấp. Mẹ dùng điện thoại phím bấm. Tôi ở xa, có thể làm thay từ chỗ tôi không, hay mẹ phải ra trụ sở?",
    ),
    h2("Trả lời"),
    p("Có ba cách, cách nào cũng xong trong ba ngày làm việc:"),
    numbered(
      "1.",
      "Người con nộp thay trên mạng, ghi rõ là nộp thay và đính kèm giấy ủy quyền viết tay có chữ ký của mẹ, chụp rõ bốn góc.",
      "Mẹ đến nhà văn hóa tổ 7 tối thứ Ba hoặc thứ Năm, đoàn viên giúp nộp ngay tại chỗ, mẹ giữ mã hồ sơ viết trên giấy.",
      "Mẹ gọi tổ trưởng, phường đến nhà vào chiều thứ Tư.",
    ),
    p("Kết quả báo bằng một cuộc gọi đến số máy của mẹ, không nhắn tin. Nội dung này là ví dụ trong trang mẫu."),
  ],
};

export const paperlessMeeting: DemoArticle = {
  section: "Chuyển đổi số",
  tags: ["Chuyển đổi số"],
  from: { hoursAgo: 322.7, views: 295 },
  headline: "Họp không giấy, và một cuốn sổ giấy để phòng khi mất mạng",
  standfirst:
    "Bảy máy tính bảng thay cho bốn ram giấy mỗi tháng. Buổi họp đầu tiên mất mạng mười tám phút, từ đó cuốn sổ bìa đỏ luôn nằm giữa bàn.",
  byline: by("Ngô Tuấn Lâm"),
  body: [
    p(
      "Ông Kiều Hữu Toàn, Chủ tịch phường, không giấu chuyện hôm ấy. Mười bảy người nhìn bảy màn hình trắng, không ai nhớ con số nào. Chị văn thư mở sổ tay đọc lại từ trí nhớ, và cuộc họp tiếp tục.",
    ),
    p(
      "Bài học được viết thành hai dòng, dán ở cửa phòng 201. Một: tài liệu tải về máy trước giờ họp ba mươi phút. Hai: kết luận viết vào sổ, đọc to, ai nhận việc thì ký.",
    ),
    quote("Máy nhớ hộ mình con số. Còn lời hứa thì phải tự tay viết."),
    p("Sau bốn tháng, phường mua ít đi mười sáu ram giấy. Cuốn sổ bìa đỏ đã hết hai phần ba."),
  ],
};
