import { by, type DemoArticle } from "../article.ts";
import { h2, lead, numbered, p } from "../build.ts";

/** Waits for an approver, so that the desk of the demo has something to decide. */
export const inReview: DemoArticle = {
  section: "Thông báo",
  kind: "notice",
  tags: ["Chợ Bến Nứa"],
  headline: "Chợ Bến Nứa nghỉ hai buổi sáng để kiểm tra hệ thống điện",
  standfirst:
    "Ban quản lý chợ kiểm tra toàn bộ đường dây và tủ điện trong hai buổi sáng đầu tuần tới. Các buổi chiều chợ họp bình thường.",
  byline: by("Trần Hạ Vy"),
  lead: lead("cho-ben-nua", "Chợ Bến Nứa một buổi sáng; hai buổi đầu tuần tới chợ nghỉ để kiểm tra điện"),
  body: [
    p(
      "Đợt kiểm tra do tổ điện của phường làm cùng ban quản lý chợ, sau khi ba ki-ốt dãy C báo aptomat nhảy nhiều lần.",
    ),
    h2("Bà con tiểu thương cần làm"),
    numbered(
      "1.",
      "Rút phích cắm tủ đông, tủ mát trước 5 giờ sáng và dán giấy báo số ki-ốt.",
      "Để trống lối đi giữa dãy B và dãy C cho xe thang.",
      "Báo tổ điện chỗ ổ cắm nóng hoặc có mùi khét.",
    ),
    p("Xe rác và xe chở hàng tươi vào chợ theo lối phố Bến Nứa trong hai buổi này."),
  ],
};

/** Is still being written: it has a gap, for the reporter to find. */
export const inDraft: DemoArticle = {
  section: "Văn hóa - thể thao",
  kicker: "Chuẩn bị Tết",
  headline: "Câu lạc bộ cờ phường Sen Hồ tìm người giữ bàn cờ người",
  standfirst: "",
  byline: by("Vũ Đăng Khoa", "Cộng tác viên"),
  lead: lead("dinh-ha", "Sân đình Hạ, nơi sẽ kẻ bàn cờ"),
  body: [
    p("Ba mươi hai quân cờ đã đủ người, còn thiếu hai người cầm cờ lệnh và một người giữ trống."),
    p(
      "Bàn cờ kẻ bằng vôi trên sân đình Hạ, mỗi ô vuông một mét hai. Quân tướng năm nay là hai bà tổ trưởng dân phố, vì theo ông Ngân Văn Duyệt, chủ nhiệm câu lạc bộ, đó là những người quen đứng yên một chỗ nghe người khác bàn.",
    ),
  ],
};
