import { by, type DemoArticle } from "../article.ts";
import { bullets, lead, p, quote, table } from "../build.ts";

/** Market, craft and fields. */
export const bagsOfNylon: DemoArticle = {
  section: "Kinh tế - xã hội",
  tags: ["Chợ Bến Nứa", "Tiểu thương"],
  from: { hoursAgo: 431.2, views: 692 },
  headline: "Chợ Bến Nứa thử một tháng không phát túi: khách quên làn thì mượn, tiền cọc mười nghìn",
  standfirst:
    "Bốn mươi ba sạp dãy A và B cùng treo một tấm biển. Hết tháng, túi ni-lông giảm hơn nửa, còn số làn mượn không trả là bảy.",
  byline: by("Trần Hạ Vy"),
  lead: lead("cho-ben-nua", "Dãy A chợ Bến Nứa trong tháng thử không phát túi"),
  body: [
    p(
      "Làn mây của làng tổ 10 xếp thành chồng ở cổng chợ, mỗi chiếc mang một số. Ai quên mang làn thì để lại mười nghìn đồng, mua xong trả làn, lấy lại tiền. Người trông là bà Giáp Thị Hòa, trước bán trà đá ở đúng chỗ này.",
    ),
    p(
      "Tuần đầu, bà Hòa kể, khách cáu nhiều. Có người bỏ cả mớ cá trên sạp mà đi. Tuần thứ ba, một nửa số khách tự mang làn. Bán cá và bán thịt khó nhất, vì nước; ban quản lý mua hộp cho hai mươi sạp ướt, rửa ở vòi chung.",
    ),
    table(
      "Túi ni-lông các sạp mua vào (kg)",
      ["Dãy", "Tháng trước", "Tháng thử"],
      ["A", "64", "25"],
      ["B", "71", "33"],
      ["C, không tham gia", "80", "79"],
    ),
    quote("Hóa ra cái túi là của tôi mua, không phải của khách. Bớt được ba chục cân là bớt tiền của tôi."),
    p("Dãy C xin vào từ tháng sau. Bảy chiếc làn mất đã được trừ vào tiền cọc, còn dư để đan chiếc mới."),
  ],
};

export const rattanVillage: DemoArticle = {
  section: "Kinh tế - xã hội",
  kind: "interview",
  tags: ["Làng mây", "Nghề truyền thống"],
  from: { on: "06-11 08:20", yearsBack: 1, views: 1212 },
  kicker: "Phỏng vấn",
  headline: "“Tôi từ chối đơn hàng năm nghìn cái làn”",
  standfirst:
    "Anh Nông Đức Thái, 41 tuổi, chủ xưởng mười hai thợ ở làng mây tổ 10, nói về cái giá của việc nhận quá sức và vì sao xưởng anh nghỉ chiều thứ Bảy.",
  byline: by("Ngô Tuấn Lâm"),
  body: [
    p("*Năm nghìn cái làn là bao nhiêu tiền?*"),
    p("Đủ sửa lại cả xưởng. Nhưng họ muốn trong bốn mươi ngày. Mười hai người làm ngày làm đêm được hai nghìn."),
    p("*Thuê thêm người không được sao?*"),
    p(
      "Làng này có một trăm bốn mươi hộ, ai biết đan thì đang đan rồi. Thuê người chưa biết thì vành méo. Một cái làn vành méo, người ta trả lại cả xe.",
    ),
    p("*Trước đây anh đã nhận lần nào như thế chưa?*"),
    p(
      "Một lần. Ba nghìn chụp đèn. Chúng tôi giao đúng hạn. Hai thợ giỏi nhất sau đó nghỉ luôn, một người đau tay, một người bảo không muốn thấy mây nữa. Tôi mất năm năm mới dạy được hai người thay.",
    ),
    p("*Bây giờ xưởng sống bằng gì?*"),
    p(
      "Đơn nhỏ, từ năm mươi đến ba trăm cái, khách quen. Với lại sửa đồ. Ghế của làng tôi ngồi ba mươi năm, mặt ghế thì mười năm phải đan lại. Tiền sửa bây giờ bằng một phần ba tiền làm mới.",
    ),
    p("*Nghe nói xưởng nghỉ chiều thứ Bảy?*"),
    p(
      "Nghỉ từ năm ngoái. Tôi tính thử: chiều thứ Bảy làm ra ít nhất, hỏng nhiều nhất. Nghỉ thì thợ dạy con đan. Có ba đứa bé tự mang làn ra chợ bán rồi.",
    ),
    p("*Anh mong gì ở phường?*"),
    p(
      "Đừng làm cổng chào. Làm cho cái kho khô. Mây gặp nồm là mốc, một tuần nồm mất bằng một tháng công. Kho chung mà có máy hút ẩm thì cả làng góp tiền điện.",
    ),
  ],
};

export const southernFields: DemoArticle = {
  section: "Kinh tế - xã hội",
  tags: ["Nông nghiệp", "Tổ dân phố 11", "Tổ dân phố 12"],
  from: { on: "03-19 15:05", views: 655 },
  headline: "Cánh đồng nam hạ giống lúa thơm trên bốn mươi héc-ta, lần đầu gặt thuê chung một máy",
  standfirst:
    "Sáu mươi tám hộ tổ 11 và tổ 12 ký với nhau chứ chưa ký với ai: cùng một giống, cùng một tuần cấy, để máy gặt chỉ phải về một lần.",
  byline: by("Lê Minh Trà"),
  lead: lead("dong-lua"),
  body: [
    p(
      "Trước nay mỗi nhà cấy một giống, chín lệch nhau ba tuần. Máy gặt về làm vài sào lại đi, tiền công tính theo lần về nên đắt. Ông Bế Văn Lực, tổ trưởng tổ 11, cộng lại năm ngoái cả đồng trả cho máy đi đường nhiều hơn trả cho máy gặt.",
    ),
    p(
      "Bản thỏa thuận viết tay dài một trang, treo ở nhà văn hóa số 4 đường Đồng Nam. Có ba điều: giống lúa đã bốc thăm chọn, tuần cấy, và ai cấy muộn thì tự lo máy. Bốn hộ không ký vì đã lỡ ngâm giống khác.",
    ),
    bullets(
      "-",
      "Diện tích cấy chung: 40,6 ha trên 118 ha đất lúa của phường.",
      "Tiền máy gặt dự tính giảm từ 210.000 ₫ xuống 150.000 ₫ một sào.",
      "Rơm để lại ruộng, không đốt: ba hộ nuôi bò nhận mua.",
    ),
    p(
      "Cán bộ khuyến nông nhắc một điều mọi người ít nghĩ đến: cấy chung thì sâu bệnh cũng đến chung. Mỗi tuần hai người đi thăm đồng, thấy gì thì báo bằng loa của nhà văn hóa.",
    ),
  ],
};

export const commonGarden: DemoArticle = {
  section: "Kinh tế - xã hội",
  secondSections: ["Tin phường"],
  tags: ["Tổ dân phố 9", "Vườn rau"],
  from: { hoursAgo: 690.3, views: 438 },
  headline: "Mảnh đất đổ phế thải thành hai mươi sáu luống rau",
  standfirst:
    "Vườn chung tổ dân phố 9 không chia lô. Ai tưới thì được hái, hái bao nhiêu ghi vào sổ, cuối mùa không thấy ai hái quá phần mình.",
  byline: by("Vũ Đăng Khoa", "Cộng tác viên"),
  lead: lead("vuon-rau"),
  body: [
    p(
      "Dọn mảnh đất sau dãy nhà đường Bờ Tây mất mười một chuyến xe gạch vụn. Đất lộ ra trắng như vôi. Năm đầu tổ chỉ trồng khoai lang và cây đậu, không phải để ăn mà để cho đất có màu.",
    ),
    p(
      "Sang năm thứ hai thì có rau. Ông Âu Dương Thắng, trước làm thợ nề, xây một bể nước mưa sáu khối ở góc vườn, nên mùa khô không phải xin nước máy.",
    ),
    p(
      "Sổ hái rau treo ở chòi. Đọc sổ mới biết vườn này chủ yếu nuôi mấy bữa cơm của người già sống một mình: trong bốn mươi hai tên thường xuyên, hai mươi ba người trên bảy mươi tuổi. Các nhà trẻ chỉ sang tưới vào cuối tuần và hái ít lá thơm.",
    ),
    p("Vườn còn thiếu một hàng rào phía ao. Tổ đang xin nan tre thừa của làng mây."),
  ],
};
