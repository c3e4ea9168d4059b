import { by, type DemoArticle } from "../article.ts";
import { bullets, h2, handout, lead, numbered, p, table } from "../build.ts";

export const vaccination: DemoArticle = {
  section: "Giáo dục - y tế",
  secondSections: ["Thông báo"],
  kind: "notice",
  tags: ["Tiêm chủng", "Trạm y tế"],
  headline: "Lịch tiêm chủng mở rộng tháng 12 tại Trạm Y tế phường Sen Hồ",
  standfirst:
    "Trạm Y tế tiêm vào hai buổi sáng trong tháng, chia theo tổ dân phố để không phải chờ lâu. Gia đình mang theo sổ tiêm và đến đúng khung giờ.",
  byline: by("Trạm Y tế phường Sen Hồ"),
  lead: lead("tram-y-te"),
  body: [
    table(
      "Lịch tiêm theo tổ dân phố",
      ["Ngày", "Giờ", "Tổ dân phố", "Phòng"],
      ["09/12", "07:30–09:00", "1, 2, 3", "101"],
      ["09/12", "09:00–10:30", "4, 5", "101"],
      ["16/12", "07:30–09:00", "6, 7", "102"],
      ["16/12", "09:00–10:30", "8, 9 và trẻ tạm trú", "102"],
    ),
    p("Trước khi đến, gia đình lưu ý:"),
    bullets(
      "-",
      "Trẻ đang sốt hoặc vừa uống thuốc kháng sinh thì gọi cho trạm để đổi ngày.",
      "Cho trẻ ăn trước khi tiêm khoảng một giờ.",
      "Sau khi tiêm, ngồi lại ba mươi phút để theo dõi.",
    ),
    p("Mọi mũi tiêm trong chương trình đều *miễn phí*."),
  ],
};

export const waterCut: DemoArticle = {
  section: "Thông báo",
  kind: "notice",
  tags: ["Cấp nước"],
  from: { hoursAgo: 44.0, views: 893 },
  headline: "Tạm ngừng cấp nước đêm thứ Bảy tại bốn tổ dân phố để thay van",
  standfirst:
    "Từ 22 giờ thứ Bảy đến 4 giờ sáng Chủ nhật, nước sẽ ngừng ở tổ dân phố 3, 4, 5 và 6. Người dân nên trữ nước dùng trong đêm.",
  byline: { hidden: true, names: [{ name: "Văn phòng phường", post: "", personId: null }] },
  body: [
    p("Lý do: thay van chính ở đầu phố Bến Nứa. Nếu mưa to, việc thay van lùi sang đêm thứ Bảy tuần sau."),
    p("Khi có nước trở lại, nên mở vòi xả chừng hai phút trước khi dùng để nấu ăn."),
    handout("thong-bao-ngung-cap-nuoc"),
  ],
};

export const bookingOnline: DemoArticle = {
  section: "Cải cách hành chính",
  secondSections: ["Dịch vụ công"],
  kind: "document",
  tags: ["Dịch vụ công", "Bộ phận một cửa"],
  from: { hoursAgo: 290.2, views: 431 },
  headline: "Hướng dẫn đặt lịch hẹn tại Bộ phận một cửa: năm bước, không phải lấy số",
  standfirst:
    "Từ đầu tháng, người dân có thể chọn giờ đến nộp hồ sơ. Người không dùng mạng vẫn lấy số như trước, hai hàng được gọi xen kẽ.",
  byline: by("Bộ phận một cửa"),
  body: [
    h2("Cách đặt lịch"),
    numbered(
      "1.",
      "Chọn loại thủ tục và xem trước giấy tờ cần mang theo.",
      "Chọn ngày, giờ còn trống trong mười ngày làm việc tới.",
      "Ghi họ tên và số điện thoại để nhận tin nhắn nhắc hẹn.",
      "Đến trước giờ hẹn năm phút, báo tên ở quầy số 1.",
      "Nhận giấy hẹn trả kết quả, hoặc đăng ký trả tại nhà.",
    ),
    h2("Khi không đến được"),
    p("Hủy lịch trước hai giờ để nhường chỗ cho người khác. Lỡ hẹn không bị phạt, chỉ cần đặt lại."),
  ],
};
