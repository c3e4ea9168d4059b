import { by, type DemoArticle } from "../article.ts";
import { h2, handout, lead, numbered, p } from "../build.ts";

export const councilSession: DemoArticle = {
  section: "HĐND - UBND",
  kind: "conference_report",
  tags: ["Hội đồng nhân dân", "Ngân sách"],
  from: { hoursAgo: 96.5, views: 276 },
  headline: "Hội đồng nhân dân phường dành ưu tiên vốn cho trường mầm non và thoát nước ngõ sâu",
  standfirst:
    "Kỳ họp giữa nhiệm kỳ thông qua ba nghị quyết, trong đó danh mục đầu tư năm tới rút từ mười bốn xuống còn chín công trình để làm cho xong.",
  byline: by("Ngô Tuấn Lâm"),
  body: [
    p(
      "Thảo luận tại tổ, nhiều đại biểu cho rằng dàn vốn ra mười bốn công trình thì công trình nào cũng dở dang. Đại biểu tổ 3 đề nghị dứt điểm hai ngõ ngập sâu nhất trước mùa mưa, các ngõ khác lùi sang năm sau.",
    ),
    p("Hội đồng đã biểu quyết thông qua:"),
    numbered(
      "a)",
      "Nghị quyết về danh mục đầu tư công năm tới, tổng mức 18,4 tỷ ₫.",
      "Nghị quyết về mức hỗ trợ tổ trưởng tổ dân phố.",
      "Nghị quyết về chương trình giám sát, gồm hai chuyên đề.",
    ),
    p("Toàn văn các nghị quyết được niêm yết tại trụ sở phường và mười hai nhà văn hóa."),
    handout("bien-ban-ky-hop"),
  ],
};

export const marketInterview: DemoArticle = {
  section: "Kinh tế - xã hội",
  kind: "interview",
  tags: ["Chợ Bến Nứa", "Tiểu thương"],
  from: { hoursAgo: 123.2, views: 517 },
  kicker: "Phỏng vấn",
  headline: "“Chợ muốn giữ khách thì cân phải đúng, lối phải khô”",
  standfirst:
    "Chị Bạch Thu Hường, trưởng ban quản lý chợ Bến Nứa, nói về một năm chợ không thu thêm phí mà vẫn thay được mái và lát lại nền.",
  byline: by("Ngô Tuấn Lâm"),
  lead: lead("cho-ben-nua"),
  body: [
    p("*Tiền thay mái lấy từ đâu, thưa chị?*"),
    p(
      "Từ chính tiền điện. Trước đây cả chợ dùng chung một công tơ, thất thoát gần một phần ba. Lắp công tơ riêng cho từng sạp, tám tháng là đủ tiền mua tôn.",
    ),
    p("*Tiểu thương có phản đối không?*"),
    p(
      "Có chứ. Tháng đầu ai cũng thấy hóa đơn của mình cao hơn. Chúng tôi dán hóa đơn chung của chợ lên cột, tháng nào cũng dán. Đến tháng thứ ba thì không còn ai thắc mắc.",
    ),
    p("*Còn chuyện cân?*"),
    p("Có một chiếc cân chuẩn đặt ở cổng, ai mua cũng cân lại được. Từ ngày có nó, hầu như không phải dùng đến."),
  ],
};

export const fireDrill: DemoArticle = {
  section: "An ninh - quốc phòng",
  tags: ["Phòng cháy, chữa cháy"],
  from: { hoursAgo: 165.8, views: 204 },
  headline: "Diễn tập chữa cháy lúc rạng sáng: bốn phút để mở được lối thoát thứ hai",
  standfirst:
    "Cuộc diễn tập không báo trước ở khu tập thể Hồ Hạ cho thấy lối thoát phía sau bị chặn bởi xe máy và chậu cây. Sau diễn tập, 46 hộ ký cam kết để trống hành lang.",
  byline: by("Vũ Đăng Khoa", "Cộng tác viên"),
  body: [
    p(
      "4 giờ 50, còi báo cháy vang lên. Bốn phút sau, người đầu tiên mới ra được bằng cầu thang sau. Theo tổ liên gia, nếu hành lang trống thì chỉ mất chưa đầy một phút.",
    ),
    p(
      "Ban chỉ huy phòng cháy của phường sẽ quay lại vào một ngày bất kỳ trong tháng tới, cũng không báo trước. Danh sách khu nhà được bốc thăm.",
    ),
  ],
};

export const askOffice: DemoArticle = {
  section: "Hỏi đáp với người dân",
  kind: "qa",
  tags: ["Cư trú"],
  from: { hoursAgo: 241.0, views: 389 },
  headline: "Thuê nhà ngắn hạn thì khai báo tạm trú ở đâu, ai phải khai?",
  standfirst: "Câu hỏi của một bạn đọc mới chuyển đến tổ dân phố 6, do Bộ phận một cửa trả lời.",
  byline: by("Bộ phận một cửa"),
  body: [
    h2("Hỏi"),
    p("Tôi thuê phòng ba tháng để đi làm ở phường. Tôi tự khai báo hay chủ nhà khai báo? Có phải đến trụ sở không?"),
    h2("Trả lời"),
    p(
      "Chủ nhà và người thuê đều khai báo được, chỉ cần một bên làm. Có thể khai trên mạng, hoặc đến Bộ phận một cửa trong giờ hành chính, mang theo giấy tờ tùy thân và thỏa thuận thuê nhà.",
    ),
    p("Nội dung trả lời này là ví dụ trong trang mẫu, không phải hướng dẫn pháp luật."),
    handout("to-khai-tam-tru"),
  ],
};
