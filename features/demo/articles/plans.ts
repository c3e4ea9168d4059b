import { by, type DemoArticle } from "../article.ts";
import { bullets, h2, lead, numbered, p, table } from "../build.ts";

/** What the ward plans, asks about and buys. */
export const draftOpinion: DemoArticle = {
  section: "Lấy ý kiến dự thảo",
  kind: "document",
  tags: ["Bờ hồ", "Lấy ý kiến"],
  from: { hoursAgo: 284.0, views: 402 },
  headline: "Lấy ý kiến về dự thảo quy ước dùng mặt nước hồ Sen: thuyền, lưới, hoa và người bơi",
  standfirst:
    "Dự thảo năm trang chia hồ thành bốn vùng theo giờ trong ngày. Ý kiến nhận đến hết ngày thứ ba mươi kể từ hôm đăng, bằng giấy, bằng thư hoặc nói tại nhà văn hóa.",
  byline: by("Văn phòng phường"),
  lead: lead("binh-minh-ho-sen", "Sáng sớm mặt nước này của thuyền hái sen; ban ngày còn có thuyền đua và thuyền lưới"),
  body: [
    p("Bốn nhóm người cùng dùng mặt hồ, và tháng nào cũng có lúc vướng nhau. Dự thảo đề xuất:"),
    table(
      "Bốn vùng nước",
      ["Vùng", "Sáng, trước 8 giờ", "Ban ngày", "Tối"],
      ["Đông", "Hái sen", "Tham quan", "Nghỉ"],
      ["Tây", "Bơi", "Bơi, có người trực", "Cấm"],
      ["Nam", "Lưới, cần câu", "Lưới, cần câu", "Nghỉ"],
      ["Giữa", "Tự do", "Tập thuyền đua", "Nghỉ"],
    ),
    h2("Những điểm cần ý kiến nhất"),
    numbered(
      "1.",
      "Có nên cấm máy nổ trên hồ quanh năm, trừ thuyền cứu hộ?",
      "Người câu giải trí có phải trả phí cho quỹ thả cá giống?",
      "Ai được quyền nhắc, ai được quyền phạt?",
    ),
    p("Mọi ý kiến được ghi thành bảng, công bố cùng lý do tiếp thu hay không, trước khi trình Hội đồng nhân dân."),
  ],
};

export const landPlan: DemoArticle = {
  section: "Quy hoạch - kế hoạch",
  kind: "document",
  tags: ["Quy hoạch", "Nông nghiệp"],
  from: { on: "05-26 10:20", yearsBack: 2, views: 1215 },
  headline: "Giữ 118 héc-ta lúa phía nam đến hết kỳ quy hoạch, dời bãi xe dự kiến sang đất lò gạch cũ",
  standfirst:
    "Bản đồ trưng bày bốn mươi lăm ngày ở nhà văn hóa số 4 đường Đồng Nam. Trong 214 ý kiến, 196 ý kiến muốn giữ ruộng.",
  byline: by("Văn phòng phường"),
  lead: lead("dong-lua", "Cánh đồng nam, nơi bãi xe từng được vẽ vào"),
  body: [
    p(
      "Phương án đầu tiên lấy sáu héc-ta ruộng sát đường Đồng Nam làm bãi xe cho ngày hội. Mỗi năm bãi dùng chín ngày. Một người góp ý đã làm phép chia ngay trên lề bản đồ: sáu héc-ta lúa nuôi được chừng tám mươi người một năm.",
    ),
    bullets(
      "-",
      "Bãi xe dời sang đất lò gạch cũ, 2,2 ha, cách hồ bảy trăm mét; có xe điện chạy vòng.",
      "Đường Đồng Nam không mở rộng, chỉ thêm bốn chỗ tránh xe.",
      "Dãy nhà sát núi giữ nguyên hai tầng.",
    ),
    p("Bản đồ mới thay cho bản cũ từ ngày đăng. Ai đã đặt cọc đất theo bản cũ xin đến quầy số 3 để được giải thích."),
  ],
};

export const tender: DemoArticle = {
  section: "Đấu thầu - mua sắm",
  kind: "notice",
  tags: ["Trường tiểu học Sen Hồ"],
  from: { hoursAgo: 410.5, views: 143 },
  headline: "Mời chào giá 240 bộ bàn ghế học sinh, yêu cầu sửa được bằng tua-vít thường",
  standfirst: "Hồ sơ nhận trong mười ngày làm việc. Bàn mẫu phải để lại trường một tuần cho học sinh ngồi thử.",
  byline: by("Trường tiểu học Sen Hồ"),
  body: [
    bullets(
      "-",
      "Ba cỡ theo chiều cao học sinh, mỗi cỡ 80 bộ.",
      "Gỗ cao su hoặc tương đương, mép bo tròn, ốc vít loại thông dụng.",
      "Bảo hành 36 tháng; nhà cung cấp nêu giá của từng bộ phận thay thế.",
      "Giao trước ngày 10/8, không giao vào giờ học.",
    ),
    p("Giá không phải tiêu chí duy nhất: ý kiến của học sinh ngồi thử chiếm 20 điểm trên 100."),
  ],
};
