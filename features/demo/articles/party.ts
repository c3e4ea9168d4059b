import { by, type DemoArticle } from "../article.ts";
import { lead, numbered, p } from "../build.ts";

/** A report of a conference, the most common kind: long paragraphs, points in both official styles, "./." at the end. */
export const partyMeeting: DemoArticle = {
  section: "Đảng - đoàn thể",
  tags: ["Giao ban", "Mặt trận Tổ quốc", "Đoàn thể"],
  kind: "conference_report",
  from: { hoursAgo: 25.5, views: 312 },
  headline: "Khối Đảng, đoàn thể phường Sen Hồ giao ban công tác quý III, bàn việc cuối năm",
  standfirst:
    "Chiều thứ Sáu, tại hội trường tầng hai trụ sở phường, Thường trực Đảng ủy chủ trì hội nghị giao ban với Ủy ban Mặt trận Tổ quốc và các đoàn thể, đánh giá kết quả chín tháng và thống nhất sáu việc phải xong trước Tết.",
  byline: by("Trần Hạ Vy"),
  lead: lead("hoi-truong-phuong", "Quang cảnh hội nghị giao ban khối Đảng, đoàn thể phường Sen Hồ"),
  body: [
    p(
      "Báo cáo tại hội nghị cho biết chín tháng qua các đoàn thể đã vận động được hơn 1.900 lượt hội viên tham gia dọn vệ sinh, trồng 640 cây bóng mát dọc bờ hồ và giúp 37 hộ sửa lại mái nhà trước mùa mưa bão. Bảy trong chín chi hội đạt chỉ tiêu phát triển hội viên mới, hai chi hội còn lại gặp khó vì nhiều người trẻ đi làm ca.",
    ),
    p("Các đại biểu nêu những kết quả nổi bật:"),
    numbered(
      "(1)",
      "Mô hình *Ngõ không rác* được nhân ra 14 ngõ, có 11 ngõ duy trì liên tục trong sáu tháng.",
      "Hội Phụ nữ duy trì tủ sách lưu động cho trẻ em vào sáng Chủ nhật, mỗi buổi có trên bốn mươi cháu đến đọc.",
      "Đoàn Thanh niên trực hỗ trợ người dân nộp hồ sơ trực tuyến tại nhà văn hóa vào tối thứ Ba và thứ Năm.",
      "Hội Người cao tuổi thành lập thêm hai câu lạc bộ dưỡng sinh ở tổ dân phố 4 và tổ dân phố 9.",
    ),
    p(
      "Bên cạnh đó, hội nghị thẳng thắn chỉ ra việc chậm gửi báo cáo tháng của ba chi hội, và tình trạng một số việc đã bàn nhưng không rõ ai làm, bao giờ xong. Thường trực Đảng ủy yêu cầu từ nay mỗi kết luận phải ghi tên người nhận và ngày hoàn thành.",
    ),
    p("Kết luận hội nghị, đồng chí chủ trì đề nghị tập trung sáu nhiệm vụ:"),
    numbered(
      "(1).",
      "Rà soát hộ nghèo, hộ cận nghèo theo đúng quy trình, công khai kết quả tại nhà văn hóa từng tổ dân phố.",
      "Chuẩn bị Ngày hội Đại đoàn kết toàn dân tộc gọn, vui và tiết kiệm.",
      "Hoàn thành sửa chữa sân chơi trẻ em ở bờ hồ phía đông trước ngày 15/12.",
      "Vận động các hộ kinh doanh ở phố Bến Nứa giữ vỉa hè thông thoáng.",
      "Thăm, tặng quà gia đình chính sách trước Tết, không để sót và không để trùng.",
      "Gửi báo cáo tháng trước ngày 25, mỗi báo cáo không quá hai trang.",
    ),
    p("Hội nghị thống nhất tuần đầu tháng sau sẽ kiểm tra việc thực hiện tại ba tổ dân phố./."),
  ],
};

export const youthVolunteers: DemoArticle = {
  section: "Đảng - đoàn thể",
  secondSections: ["Chuyển đổi số"],
  tags: ["Đoàn Thanh niên", "Dịch vụ công"],
  origin: "reprint",
  from: { hoursAgo: 139.1, views: 148 },
  headline: "Tối thứ Ba, tối thứ Năm: đoàn viên ngồi lại giúp bà con nộp hồ sơ trên mạng",
  standfirst:
    "Hai buổi tối mỗi tuần, nhà văn hóa tổ dân phố 7 sáng đèn đến chín giờ. Sáu đoàn viên thay nhau hướng dẫn người dân đăng ký khai sinh, xác nhận cư trú ngay trên điện thoại.",
  source: { name: "Bản tin Đoàn phường Sen Hồ", url: "" },
  body: [
    p(
      "Bà Lưu Thị Mận, 68 tuổi, mang theo chiếc điện thoại của con gái và một tờ giấy ghi sẵn câu hỏi. Sau hai mươi phút, bà nộp xong hồ sơ xin xác nhận cư trú và tự mình chụp lại mã hồ sơ để theo dõi.",
    ),
    p(
      "Theo anh Phan Quốc Bảo, phụ trách nhóm, câu hỏi gặp nhiều nhất không phải về thủ tục mà về mật khẩu. Nhóm vì vậy in sẵn một tờ hướng dẫn khổ nhỏ, chữ to, dán ở cửa nhà văn hóa.",
    ),
    p("Tính đến hết tháng trước, nhóm đã giúp 214 lượt người dân, trong đó hơn một nửa trên sáu mươi tuổi."),
  ],
};
