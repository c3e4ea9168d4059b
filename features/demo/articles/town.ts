import { by, type DemoArticle } from "../article.ts";
import { bullets, figure, h2, lead, numbered, p, quote, table } from "../build.ts";

/** Streets, water, trees and waste. */
export const bridgeLights: DemoArticle = {
  section: "Đô thị - môi trường",
  tags: ["Bờ hồ", "Công trình", "Chiếu sáng"],
  from: { hoursAgo: 214.6, views: 1104 },
  headline: "Cầu cửa hồ lên đèn: sáng vừa đủ để đi, tối vừa đủ để cá ngủ",
  standfirst:
    "Sau ba đêm chỉnh thử, hai mươi hai cột đèn trên cầu được hạ độ sáng còn một nửa sau 22 giờ. Tiền điện mỗi tháng bằng một phần tư so với đèn cũ.",
  byline: by("Trần Hạ Vy"),
  lead: lead("cau-go"),
  body: [
    p(
      "Đêm đầu tiên bật đèn, người đi dạo khen đẹp, còn mấy nhà ở đầu cầu thì treo chăn lên cửa sổ. Đêm thứ hai, ông lái đò Phùng Văn Tảo báo lưới ở chân cầu không có con cá nào. Đêm thứ ba, kỹ sư của đơn vị lắp đặt ngồi lại trên cầu đến một giờ sáng với một chiếc máy đo và một chiếc ghế nhựa.",
    ),
    p(
      "Kết quả là bảng hẹn giờ bây giờ: sáng hết mức từ lúc mặt trời lặn đến 22 giờ, một nửa đến 5 giờ sáng. Mỗi cột đèn có thêm một vành chụp để ánh sáng rọi xuống mặt cầu mà không hắt ra nước.",
    ),
    quote("Lần đầu tôi thấy người ta sửa đèn vì một con cá."),
    h2("Con số"),
    bullets(
      "-",
      "22 cột đèn, công suất mỗi cột 18 W; đèn cũ 70 W.",
      "Tiền điện tháng đầu: 612.000 ₫, tháng cùng kỳ năm trước: 2,5 triệu ₫.",
      "Hai hộ đầu cầu được lắp tấm chắn; không hộ nào phải treo chăn nữa.",
    ),
    p(
      "Theo tổ đô thị, cách hẹn giờ này sẽ làm tiếp ở đoạn đường dạo phía bắc. Ba cột đèn thử đã dựng ở gần cây đa, người dân có thể gọi số ghi trên cột để chê.",
    ),
  ],
};

export const noWasteAlley: DemoArticle = {
  section: "Đô thị - môi trường",
  secondSections: ["Tin phường"],
  tags: ["Ngõ không rác", "Phân loại rác"],
  from: { hoursAgo: 505.1, views: 846 },
  headline: "“Ngõ không rác” thứ mười lăm và bài học từ ba ngõ bỏ cuộc",
  standfirst:
    "Mười bốn ngõ đã làm, mười một ngõ còn giữ. Trước khi mở ngõ thứ mười lăm, Hội Phụ nữ mời ba ngõ đã thôi đến kể vì sao họ thôi.",
  byline: by("Lê Minh Trà"),
  lead: lead("phan-loai-rac"),
  body: [
    p(
      "Ngõ Giếng bỏ sau bốn tháng. Bà Ông Thị Lụa, khi ấy giữ chìa khóa thùng, nói thẳng: xe đến gom đổ chung cả ba thùng vào một khoang, người ta đứng nhìn, hôm sau chẳng ai buồn chia nữa.",
    ),
    p(
      "Ngõ 40 bỏ vì mùi. Thùng xanh đựng rác bếp để ở chỗ nắng, trưa hè không ai chịu nổi. Ngõ sau chợ thì không bỏ hẳn, chỉ là người trực ốm, không có người thay, rồi thôi lúc nào không biết.",
    ),
    h2("Ngõ thứ mười lăm làm khác ở đâu"),
    numbered(
      "1.",
      "Ba thùng đặt dưới bóng tường, có vòi nước cách năm bước chân.",
      "Xe gom hai lượt: sáng lấy thùng xanh lá, chiều thứ Tư và thứ Bảy lấy thùng vàng và xanh dương. Trên xe có hai khoang.",
      "Ba người trực thay nhau, lịch dán ở đầu ngõ; ai vắng thì gạch tên mình và viết tên người thay.",
      "Chai lọ bán được bao nhiêu ghi lên bảng; tháng đầu được 340.000 ₫, mua sơn kẻ lại số nhà.",
    ),
    p(
      "Ba ngõ bỏ cuộc xin làm lại, với điều kiện xe phải có hai khoang. Đơn vị vệ sinh đã ngăn xong chiếc xe thứ hai vào tuần trước.",
    ),
  ],
};

export const drainage: DemoArticle = {
  section: "Đô thị - môi trường",
  tags: ["Thoát nước", "Phố Bến Nứa"],
  from: { on: "10-09 11:15", yearsBack: 1, views: 1377 },
  headline: "Phố Bến Nứa ngập hai giờ thay vì cả đêm: hai trăm mét cống mới đã làm được gì, chưa làm được gì",
  standfirst:
    "Trận mưa 112 mm đêm thứ Ba là phép thử đầu tiên của đoạn cống hộp đầu phố. Nước rút nhanh, nhưng dồn về đúng chỗ chưa làm.",
  byline: by("Ngô Tuấn Lâm"),
  lead: lead("pho-dem-mua"),
  body: [
    p(
      "Mưa bắt đầu lúc 19 giờ 20. Đến 20 giờ, nước trước nhà số 40 cao mười tám phân, đúng như mọi năm. Điều khác là đến 22 giờ, mặt đường chỗ ấy đã lộ ra, trong khi năm ngoái cùng một lượng mưa thì sáng hôm sau người ta còn phải xắn quần.",
    ),
    p(
      "Hai trăm mét cống hộp đầu phố rộng gấp ba ống cũ. Tổ đô thị đo ở miệng cống số 5: nước chảy hết công suất trong bảy mươi phút đầu, sau đó còn dư một phần ba.",
    ),
    h2("Chỗ chưa làm"),
    p(
      "Nước rút khỏi đầu phố chạy về cuối phố, nơi ống cũ vẫn còn. Sáu nhà từ số 88 đến 98, trước nay chưa ngập, lần đầu tiên phải kê tủ lạnh. Bà Doãn Thị Thúy ở số 92 nói bà không giận, nhưng muốn được báo trước.",
    ),
    table(
      "Mực nước đo được trên phố, đêm thứ Ba",
      ["Vị trí", "Cao nhất", "Hết ngập lúc"],
      ["Số 40", "18 cm", "22:00"],
      ["Số 64", "11 cm", "21:30"],
      ["Số 92", "14 cm", "01:10"],
    ),
    p(
      "Đoạn cuối phố dài 160 mét chờ vốn năm sau. Từ nay đến lúc đó, một máy bơm dầu đặt sẵn ở sân số 88, tổ dân phố 6 giữ chìa khóa, và khi có tin mưa to, văn phòng phường gọi điện cho từng nhà trong sáu nhà.",
    ),
  ],
};

export const treePlanting: DemoArticle = {
  section: "Đô thị - môi trường",
  tags: ["Cây xanh", "Bờ hồ", "Đoàn Thanh niên"],
  from: { on: "02-24 09:50", views: 903 },
  headline: "Ba trăm hai mươi cây bờ đông, mỗi cây một người nhận tưới",
  standfirst:
    "Năm ngoái trồng bốn trăm cây, hè qua còn hai trăm sáu. Năm nay trồng ít hơn, và không cây nào được xuống đất nếu chưa có tên người tưới.",
  byline: by("Vũ Đăng Khoa", "Cộng tác viên"),
  lead: lead("trong-cay"),
  body: [
    p(
      "Sáng thứ Bảy, sương còn trên bãi cỏ bờ đông, các tốp hai ba người đã ngồi vun gốc. Trên cọc chống của mỗi cây buộc một mảnh tre, ghi bằng sơn: số cây, tên người, số nhà.",
    ),
    p(
      "Anh Phan Quốc Bảo, phụ trách nhóm đoàn viên, thừa nhận đợt trồng năm ngoái là một bài học đắt. Bốn trăm cây xuống đất trong một buổi, có loa, có cờ, rồi không ai tưới. Qua mùa nắng, một trăm bốn mươi cây khô.",
    ),
    figure("duong-dao-bo-ho", "Hàng sưa bờ bắc, trồng hai mươi năm trước theo cùng một cách: mỗi nhà một cây"),
    p(
      "Lần này, danh sách người nhận tưới được lập trước một tháng. Thiếu người cho cây nào thì cây ấy ở lại vườn ươm. Em Lò Minh Châu, lớp 4, nhận cây số 117, gần nhà bà ngoại; mẹ em nhận cây 118 để có bạn.",
    ),
    p("Nhóm hẹn đếm lại vào ngày đầu tháng Chín. Con số sẽ được đăng ở trang này, dù đẹp hay xấu."),
  ],
};

export const treeCount: DemoArticle = {
  section: "Đô thị - môi trường",
  tags: ["Cây xanh", "Bờ hồ"],
  from: { on: "09-03 07:40", views: 764 },
  headline: "Đếm lại cây bờ đông: 301 trên 320 cây còn sống",
  standfirst: "Mười chín cây chết, trong đó mười một cây ở cùng một vạt đất. Nguyên nhân nằm dưới mặt cỏ hai gang tay.",
  byline: by("Vũ Đăng Khoa", "Cộng tác viên"),
  body: [
    p(
      "Bốn người chia nhau đi từ hai đầu, gặp nhau ở giữa thì đối chiếu sổ. Tổng cộng 301 cây có lá mới. Tám cây chết rải rác, phần lớn do xe máy tựa vào; mười một cây còn lại đứng cạnh nhau ở vạt đất gần bến cũ.",
    ),
    p(
      "Đào thử một hố, nhóm gặp lớp xỉ than của lò gạch ngày trước. Nước tưới xuống là trôi hết. Vạt đất này sẽ được thay đất trước khi trồng dặm, còn bốn cây bị xe tựa thì được rào bằng nan tre.",
    ),
    p("Cây số 117 và 118 vẫn sống, cao thêm một gang."),
  ],
};
