import { by, type DemoArticle } from "../article.ts";
import { bullets, figure, h2, lead, p, quote, table } from "../build.ts";

/** What the ward says of itself. */
export const wardAtAGlance: DemoArticle = {
  section: "Giới thiệu chung",
  kind: "document",
  tags: ["Sen Hồ"],
  from: { on: "03-04 08:30", yearsBack: 1, views: 2410 },
  headline: "Phường Sen Hồ: một vòng hồ, mười hai tổ dân phố, bốn nghìn hai trăm hộ",
  standfirst:
    "Phường trải quanh hồ Sen, phía bắc là phố chợ, phía nam còn cánh đồng lúa dưới chân núi đá. Trang này ghi những số liệu mà người dân và các trường học trong phường hay hỏi nhất.",
  byline: by("Văn phòng phường"),
  lead: lead("binh-minh-ho-sen"),
  body: [
    p(
      "Hồ Sen rộng 48 héc-ta, sâu nhất bốn mét ở chỗ bến cũ. Nước hồ nhận từ suối Đá qua cống Thượng và chảy ra sông bằng cửa hồ ở phía đông. Mực nước lên xuống trong năm chừng tám mươi phân; những năm mưa sớm, ao sen trước đình Hạ ngập trước các nơi khác ba đến bốn ngày.",
    ),
    p(
      "Phường có 4.210 hộ với hơn mười lăm nghìn người. Tổ dân phố 1 đến 6 nằm ở bờ bắc, nơi có phố Bến Nứa, chợ và trụ sở phường; tổ 7 đến 10 ở bờ đông và bờ tây; tổ 11 và 12 ở bờ nam, phần lớn vẫn làm ruộng.",
    ),
    table(
      "Diện tích đất theo mục đích sử dụng",
      ["Loại đất", "Diện tích (ha)", "Tỷ lệ"],
      ["Đất ở", "96", "28%"],
      ["Mặt nước", "61", "18%"],
      ["Đất lúa", "118", "34%"],
      ["Đường, chợ, trường, trạm", "44", "13%"],
      ["Đất khác", "24", "7%"],
    ),
    h2("Người dân sống bằng gì"),
    p(
      "Chừng một phần ba số hộ buôn bán nhỏ hoặc cho thuê nhà ở phố Bến Nứa. Làng mây tổ 10 có 140 hộ còn giữ nghề, làm nhiều nhất là ghế, làn và chụp đèn. Hai tổ phía nam cấy hai vụ lúa, xen một vụ rau đông.",
    ),
    bullets(
      "-",
      "Một trường mầm non ba điểm trường, một trường tiểu học, một trường trung học cơ sở.",
      "Trạm Y tế ở số 9 đường Hồ Sen, trực đủ bảy ngày.",
      "Mười hai nhà văn hóa tổ dân phố, năm nơi có tủ sách mở cửa cuối tuần.",
    ),
    p(
      "Số liệu trên trang này được sửa mỗi năm một lần, vào tháng Ba, sau khi các tổ dân phố nộp sổ. Người nghiên cứu cần số chi tiết hơn có thể đến văn phòng phường vào sáng thứ Năm.",
    ),
  ],
};

export const lakeLegend: DemoArticle = {
  section: "Lịch sử - văn hóa - di tích",
  secondSections: ["Văn hóa - thể thao"],
  kind: "news",
  tags: ["Đình Hạ", "Di tích"],
  from: { on: "09-12 14:20", yearsBack: 2, views: 1630 },
  kicker: "Chuyện cũ quanh hồ",
  headline: "Vì sao đình Hạ quay lưng ra phố và ngoảnh mặt xuống nước",
  standfirst:
    "Cụ từ giữ đình bảy mươi chín tuổi kể lại theo lời bố cụ: ngày xưa người ta đến đình bằng thuyền, còn con đường trước trụ sở phường bây giờ là một bãi lau.",
  byline: by("Lê Minh Trà"),
  lead: lead("dinh-ha"),
  body: [
    p(
      "Khách lần đầu tới đình Hạ thường đi nhầm. Từ phố Bến Nứa rẽ vào, họ gặp một bức tường gạch không cửa, phải men theo hông đình chừng bốn mươi bước mới thấy sân và ao sen. Mặt đình ngoảnh xuống nước.",
    ),
    p(
      "Cụ Lã Văn Thuần, người giữ đình từ mười bảy năm nay, bảo chẳng có gì bí hiểm. Cách đây hơn trăm năm, bốn làng quanh hồ chưa có đường nối nhau. Ngày việc làng, ai ở đâu chèo thuyền từ đó lại, buộc thuyền vào hàng cọc đá rồi lên sân. Cọc đá còn sáu chiếc, một chiếc nằm ngay dưới bậc thềm.",
    ),
    quote(
      "Bố tôi kể, nghe tiếng trống đình thì phân biệt được làng nào tới trước. Làng Thượng gõ mái chèo vào mạn thuyền, làng Nứa thì hát.",
    ),
    h2("Hai lần dời mà không dời"),
    p(
      "Sổ chép của làng ghi hai lần bàn chuyện xoay đình ra phía đường. Lần đầu, các cụ bỏ thăm, phiếu chống nhiều hơn đúng một lá. Lần sau, mọi người đồng ý xoay, nhưng khi dỡ thử gian bên thì thấy bốn cột cái được đóng trên một bè gỗ lim chìm dưới bùn; xoay đình là phải vớt cả bè. Việc bỏ đó.",
    ),
    p(
      "Đợt khảo sát năm ngoái đo lại: bè dài mười chín mét, còn chắc. Chính cái bè giữ cho đình không lún, trong khi nhà kho dựng sau này trên nền đất đắp đã nghiêng gần một gang.",
    ),
    figure("dua-thuyen", "Ngày hội, người ta vẫn đến đình bằng thuyền như cũ"),
    p(
      "Bây giờ mỗi năm một lần, vào ngày đua thuyền, mặt tiền của đình lại đúng là mặt tiền. Những ngày còn lại, theo lời cụ Thuần, đình nhìn hồ, hồ nhìn đình, thế cũng là có bạn.",
    ),
  ],
};

export const boundaryMap: DemoArticle = {
  section: "Bản đồ hành chính",
  kind: "document",
  from: { on: "03-06 09:00", yearsBack: 1, views: 940 },
  headline: "Ranh giới mười hai tổ dân phố và cách tìm tổ của mình theo tên ngõ",
  standfirst:
    "Bảng dưới đây ghi tổ dân phố theo đường, ngõ, cùng tên và nơi gặp tổ trưởng. Ba ngõ nằm vắt qua hai tổ được ghi riêng.",
  byline: by("Văn phòng phường"),
  body: [
    p("Người mới đến ở chỉ cần biết tên đường và số nhà là tra được tổ dân phố."),
    table(
      "Đường, ngõ theo tổ dân phố",
      ["Tổ", "Đường, ngõ", "Nhà văn hóa"],
      ["1", "Đường Hồ Sen, số 1 đến 61", "Ngõ 12 đường Hồ Sen"],
      ["2", "Đường Hồ Sen, số 63 trở đi; ngõ Cầu Gỗ", "Ngõ Cầu Gỗ"],
      ["3, 4", "Phố Bến Nứa, số lẻ", "Số 75 phố Bến Nứa"],
      ["5, 6", "Phố Bến Nứa, số chẵn; ngõ 32, ngõ 40", "Số 58 phố Bến Nứa"],
      ["7, 8", "Phố Cống Thượng; khu tập thể Hồ Hạ", "Sân khu tập thể Hồ Hạ"],
      ["9", "Đường Bờ Tây", "Số 20 đường Bờ Tây"],
      ["10", "Làng mây", "Đầu làng mây"],
      ["11, 12", "Đường Đồng Nam và các ngõ trong cánh đồng", "Số 4 đường Đồng Nam"],
    ),
    h2("Những nhà nằm giữa hai tổ"),
    p(
      "Ngõ 40, ngõ Giếng và dãy nhà sau chợ có cửa mở ra hai phía. Các nhà này thuộc tổ của phía có đồng hồ nước. Nhà nào thấy ghi chưa đúng thì báo tổ trưởng, không phải làm đơn.",
    ),
  ],
};

export const whoDoesWhat: DemoArticle = {
  section: "Cơ cấu tổ chức",
  kind: "document",
  from: { on: "04-15 10:10", yearsBack: 1, views: 1180 },
  headline: "Ai làm việc gì ở trụ sở phường: sơ đồ bốn bộ phận và việc thuộc về từng bộ phận",
  standfirst: "Người dân không cần nhớ tên phòng. Chỉ cần biết mình có việc gì, bảng dưới đây chỉ ra quầy và tầng.",
  byline: by("Văn phòng phường"),
  body: [
    p(
      "Trụ sở có ba tầng. Tầng một dành hết cho việc tiếp dân và Bộ phận một cửa; tầng hai là hội trường và phòng họp; tầng ba là nơi làm việc của lãnh đạo và các đoàn thể.",
    ),
    table(
      "Việc và nơi làm việc",
      ["Việc cần làm", "Bộ phận", "Nơi gặp"],
      ["Khai sinh, kết hôn, chứng thực", "Tư pháp - hộ tịch", "Quầy 1 và 2, tầng một"],
      ["Xác nhận đất đai, sửa nhà", "Địa chính - xây dựng", "Quầy 3, tầng một"],
      ["Trợ giúp xã hội, người có công", "Văn hóa - xã hội", "Quầy 4, tầng một"],
      ["Góp ý, phản ánh, khiếu nại", "Văn phòng", "Phòng tiếp dân, tầng một"],
      ["Mượn hội trường, sân chơi", "Văn phòng", "Phòng 204, tầng hai"],
    ),
    p("Ngày thứ Sáu cuối mỗi tháng, lãnh đạo phường ngồi ở phòng tiếp dân cả buổi sáng, ai đến trước gặp trước."),
  ],
};

export const contacts: DemoArticle = {
  section: "Danh bạ lãnh đạo",
  kind: "document",
  from: { on: "04-15 10:40", yearsBack: 1, views: 1320 },
  headline: "Lãnh đạo phường: việc phụ trách, ngày tiếp dân và cách hẹn gặp",
  standfirst: "Tên và việc phụ trách ở đây đều do chúng tôi đặt ra cho trang mẫu.",
  byline: by("Văn phòng phường"),
  body: [
    table(
      "Phân công",
      ["Họ tên", "Chức vụ", "Phụ trách", "Ngày tiếp dân"],
      ["Ông Kiều Hữu Toàn", "Chủ tịch UBND phường", "Chung; ngân sách; quy hoạch", "Thứ Sáu cuối tháng"],
      ["Bà Đặng Thùy Dương", "Phó Chủ tịch", "Văn hóa, giáo dục, y tế, thông tin", "Thứ Ba tuần thứ hai"],
      ["Ông Mai Đình Sách", "Phó Chủ tịch", "Đô thị, môi trường, trật tự", "Thứ Năm tuần thứ ba"],
    ),
    p(
      "Hẹn gặp bằng cách gọi số điện thoại ở chân trang hoặc ghi tên vào sổ ở quầy số 1. Việc gấp về an toàn điện, nước, cháy nổ thì gọi thẳng, không cần hẹn.",
    ),
  ],
};
