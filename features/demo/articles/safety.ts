import { by, type DemoArticle } from "../article.ts";
import { bullets, h2, lead, numbered, p, quote } from "../build.ts";

/** Order, fire, law. */
export const alleyFire: DemoArticle = {
  section: "An ninh - quốc phòng",
  tags: ["Phòng cháy, chữa cháy", "Tổ dân phố 5"],
  from: { hoursAgo: 366.2, views: 611 },
  headline: "Xe chữa cháy không vào được ngõ 32, nên ngõ 32 tự sắm vòi",
  standfirst:
    "Ngõ rộng chưa đầy hai mét. Mười chín nhà góp tiền mua hai cuộn vòi, ba đầu nối và một buổi tập mỗi quý vào chiều Chủ nhật.",
  byline: by("Ngô Tuấn Lâm"),
  lead: lead("ngo-32", "Lối vào ngõ 32: chỗ hẹp nhất 1,7 mét, sau khi dọn chậu cây"),
  body: [
    p(
      "Sau một buổi diễn tập ở chợ hồi đầu năm, bà Hồ Thị Liễu mang thước dây ra đo ngõ nhà mình. Chỗ hẹp nhất, giữa hai chậu lộc vừng, còn một mét hai. Bà gọi loa tay, và trong một buổi tối, bốn mươi chậu cây dời vào sân.",
    ),
    p(
      "Một mét bảy vẫn không đủ cho xe. Đội chữa cháy khuyên: đặt họng nước ở đầu ngõ, vòi tự kéo vào. Hai cuộn vòi, mỗi cuộn ba mươi mét, treo trong hộp tôn sơn đỏ cạnh nhà số 14, nơi từng có ấm nước cháy.",
    ),
    quote("Chúng tôi không làm lính cứu hỏa. Chúng tôi chỉ giữ cho lửa đứng yên mười phút."),
    p(
      "Buổi tập đầu, nước ra sau sáu phút vì không ai mở được nắp họng. Buổi thứ hai, hai phút rưỡi. Chìa mở nắp bây giờ buộc bằng sợi dây đỏ ngay trong hộp, đúng kiểu chùm chìa khóa của bà Liễu.",
    ),
  ],
};

export const nightTraffic: DemoArticle = {
  section: "An ninh - quốc phòng",
  tags: ["Giao thông", "Phố Bến Nứa"],
  from: { on: "11-28 20:30", yearsBack: 1, views: 733 },
  headline: "Phố Bến Nứa đi chậm: ba gờ đá, một vòng cua lấn và sáu tháng không ai phải khâu",
  standfirst:
    "Sáu tháng trước khi đặt gờ giảm tốc, trạm y tế khâu cho chín người ngã xe ở cùng một khúc cua. Sáu tháng sau, không ca nào.",
  byline: by("Trần Hạ Vy"),
  lead: lead("pho-dem-mua", "Khúc cua trước số 64, nơi mặt đường hay ướt và xe hay vội"),
  body: [
    p(
      "Khúc cua trước số 64 không có gì đặc biệt, trừ việc ai cũng tăng ga ở đó. Tổ dân phố 5 ghi lại bằng một chiếc đồng hồ bấm giây và hai vạch phấn: cứ mười xe thì bảy xe chạy quá bốn mươi cây số một giờ.",
    ),
    p(
      "Cách chữa rẻ tiền đến mức khó tin. Ba gờ đá thấp, đặt lệch nhau; vỉa hè phía trong cua lấn ra sáu mươi phân, trồng một bụi ngâu. Lòng đường hẹp lại, người lái tự chậm.",
    ),
    p("Đo lại sau sáu tháng: mười xe còn một xe quá tốc độ. Bụi ngâu bị tông hai lần, đã ra hoa."),
  ],
};

export const lawUnderTree: DemoArticle = {
  section: "Tuyên truyền pháp luật",
  tags: ["Tư vấn pháp luật", "Hòa giải"],
  from: { hoursAgo: 478.0, views: 342 },
  headline: "Buổi tư vấn dưới gốc đa: mười một chuyện tường rào, bốn chuyện giọt nước mái, một chuyện con gà",
  standfirst:
    "Hai hòa giải viên và một luật sư tình nguyện ngồi trọn buổi sáng. Mười hai trong mười sáu việc kết thúc bằng một cái bắt tay, bốn việc được viết giúp đơn.",
  byline: by("Vũ Đăng Khoa", "Cộng tác viên"),
  body: [
    p(
      "Bàn kê dưới gốc đa bờ bắc, không có phông, không có micro. Người cần hỏi ngồi ghế đẩu, người chờ ngồi ghế đá. Luật sư Tống Giang, đang nghỉ hưu ở tổ 2, có một quy tắc: nghe xong thì hỏi người kia nghĩ gì trước khi nói luật.",
    ),
    p(
      "Chuyện con gà nghe buồn cười nhưng kéo dài hai năm. Gà nhà này sang vườn nhà kia, vườn rào lại thì gà bay. Bên này đòi đền rau, bên kia đòi đền gà. Ông Giang hỏi hai bên mỗi năm mất bao nhiêu tiền. Cộng lại chưa bằng tiền một bao cám. Họ về rào chung.",
    ),
    h2("Những câu được hỏi nhiều"),
    bullets(
      "-",
      "Xây tường mới trên nền tường cũ có phải báo hàng xóm không.",
      "Mái hiên nhỏ nước sang sân nhà bên thì ai phải làm máng.",
      "Giấy vay tiền viết tay, không người làm chứng, có giá trị đến đâu.",
      "Con ở xa ủy quyền cho em trông nhà thì viết thế nào.",
    ),
    p(
      "Buổi sau vào sáng thứ Bảy đầu tháng tới, cùng chỗ. Nội dung tư vấn chỉ dành cho việc cụ thể của từng người; trang mẫu này không đưa ra lời khuyên pháp luật.",
    ),
  ],
};

export const militaryCheck: DemoArticle = {
  section: "An ninh - quốc phòng",
  kind: "notice",
  tags: ["Dân quân"],
  from: { on: "11-04 07:30", yearsBack: 2, views: 298 },
  headline: "Dân quân phường tập kéo thuyền cứu hộ trong hai buổi sáng, đường Bờ Tây hạn chế xe tải",
  standfirst: "Từ 6 đến 10 giờ thứ Bảy và Chủ nhật, đoạn đường Bờ Tây từ số 20 đến trạm bơm chỉ dành cho xe nhỏ.",
  byline: by("Ban chỉ huy quân sự phường"),
  body: [
    p("Bốn mươi dân quân và mười hai người chèo thuyền của các đội đua cùng tập đưa người già ra khỏi nhà ngập."),
    numbered(
      "a)",
      "Xe tải giao hàng đi vòng theo phố Cống Thượng.",
      "Tiếng còi dài trong buổi tập là hiệu lệnh tập, không phải báo động.",
      "Nhà nào muốn người già của mình được tập cùng thì ghi tên ở nhà văn hóa tổ 9.",
    ),
    p("Nếu trời mưa to, buổi tập vẫn tiến hành: mưa là lúc cần tập nhất."),
  ],
};
