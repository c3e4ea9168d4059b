import { by, type DemoArticle } from "../article.ts";
import { bullets, figure, h2, lead, numbered, p, quote, reworded, table } from "../build.ts";

/** Feasts, sport and what is old. */
export const fireworks: DemoArticle = {
  section: "Văn hóa - thể thao",
  tags: ["Tết", "Bờ hồ"],
  from: { on: "02-11 06:30", views: 2288 },
  headline: "Mười lăm phút pháo hoa, hai giờ dọn: đêm giao thừa nhìn từ phía những người ở lại sau cùng",
  standfirst:
    "Chừng chín nghìn người đứng kín bờ nam. Khi bông pháo cuối tắt, bốn mươi hai người mặc áo phản quang bắt đầu ca làm việc của mình.",
  byline: by("Trần Hạ Vy"),
  lead: lead("phao-hoa"),
  body: [
    p(
      "0 giờ 15, bông cuối cùng nở vàng rồi rơi thành mưa xuống giữa hồ. Người ta hò một tiếng dài, chụp nốt tấm hình và quay lưng. Chị Sằm Thị Nga, tổ vệ sinh, xắn ống tay: “Bây giờ đến lượt mình”.",
    ),
    p(
      "Năm ngoái dọn bờ nam mất bốn tiếng rưỡi. Năm nay rút còn hai giờ, vì ba việc nhỏ. Thùng rác được kê cách nhau hai mươi bước, đúng quãng mà một đứa trẻ chịu cầm vỏ kẹo đi bộ. Người bán nước ký cam kết mang vỏ chai về. Và loa, thay cho nhạc, đọc số rác năm ngoái: ba tấn bảy.",
    ),
    quote("Đọc con số ấy lên, tôi thấy mấy cậu đang vứt cũng cúi xuống nhặt."),
    h2("Lối đi không bị tắc"),
    p(
      "Bờ nam chỉ có hai lối ra. Dân phòng chăng dây chia đôi mỗi lối: một nửa cho người đi bộ, một nửa để trống cho xe cấp cứu. Trong đêm, lối trống được dùng đúng một lần, cho một cụ ông tụt huyết áp. Từ lúc gọi đến lúc lên xe là bốn phút.",
    ),
    bullets(
      "-",
      "Rác thu được: 2,1 tấn, giảm 1,6 tấn.",
      "Trẻ lạc: ba em, đều gặp lại bố mẹ ở chòi cây đa trong vòng hai mươi phút.",
      "Điện thoại rơi xuống hồ: hai chiếc, vớt được một.",
    ),
    p(
      "2 giờ 20 sáng, bờ nam sạch. Chị Nga và cả tổ ngồi xuống bậc đá ăn bánh chưng nhà ai gửi lại. Hồ lúc ấy yên đến mức nghe được tiếng cá quẫy.",
    ),
  ],
};

const runResult = p(
  "Không ai biết mình thắng cho đến khi cộng xong. Thời gian trung bình của cả đoàn là 24 phút 11 giây; chị Đàm Ngọc Uyên về sau 24 phút 9 giây, vừa chạy vừa đẩy xe nôi.",
);

const runDetails = [
  p(
    "Cách tính này do Hội Người cao tuổi nghĩ ra sau giải năm ngoái, khi mười người về đầu đều là sinh viên trường thể thao ở phường bên. Lần này có 130 người trên sáu mươi tuổi đăng ký, gấp năm lần trước.",
  ),
  table(
    "Người tham gia theo tuổi",
    ["Tuổi", "Số người", "Thời gian trung bình"],
    ["Dưới 15", "88", "21 phút"],
    ["15 đến 59", "194", "19 phút"],
    ["Từ 60", "130", "34 phút"],
  ),
  p("Ở cây số cuối có một trạm nước do các em lớp 5 đứng. Luật của trạm: ai uống xong phải nói một câu cảm ơn."),
];

export const runRound: DemoArticle = {
  section: "Văn hóa - thể thao",
  tags: ["Bờ hồ", "Thể thao"],
  from: { hoursAgo: 232.9, views: 517 },
  headline: "Giải chạy “Chậm cũng được” quanh hồ: giải nhất dành cho người về đích giữa bảng",
  standfirst:
    "Bốn trăm mười hai người chạy hoặc đi bộ 2,6 cây số. Ban tổ chức trao giải cho người có thời gian gần mức trung bình nhất: một cô giáo mầm non.",
  byline: by("Lê Minh Trà"),
  lead: lead("duong-dao-bo-ho", "Đoạn cuối đường chạy, dưới hàng sưa bờ bắc"),
  body: [runResult, ...runDetails],
  corrected: {
    note: "Bản đăng lần đầu ghi thời gian trung bình của cả đoàn là “21 phút 24 giây”, nay sửa là “24 phút 11 giây”.",
    was: [reworded(runResult, (words) => words.replace("24 phút 11 giây", "21 phút 24 giây")), ...runDetails],
  },
};

export const templeRepair: DemoArticle = {
  section: "Lịch sử - văn hóa - di tích",
  secondSections: ["Văn hóa - thể thao"],
  tags: ["Đình Hạ", "Di tích", "Công trình"],
  from: { hoursAgo: 1130.4, views: 705 },
  headline: "Thay bốn mươi viên ngói, giữ một vạn hai nghìn viên: cách sửa mái đình Hạ",
  standfirst:
    "Đơn vị thi công đề nghị lợp mới toàn bộ cho đồng màu. Cộng đồng bốn làng cũ chọn cách chậm hơn: gõ từng viên, viên nào kêu đục mới thay.",
  byline: by("Lê Minh Trà"),
  lead: lead("dinh-ha", "Mái đình Hạ sau khi sửa; những viên ngói mới nằm lẫn ở phía sau"),
  body: [
    p(
      "Ngói đình Hạ là ngói mũi, mỗi viên nặng chừng hai lạng, nung ở lò đã tắt từ lâu. Lợp mới thì đẹp đều, mười ngày là xong. Nhưng ở buổi họp tại sân đình, một cụ bà hỏi một câu khiến cả sân im: “Ngói cũ có lỗi gì?”",
    ),
    p(
      "Thế là gõ. Hai thợ ngồi trên mái, một người gõ bằng cán dao, một người nghe. Tiếng trong là ngói lành, tiếng đục là ngói nứt. Mười bảy ngày, một vạn hai nghìn viên, thay bốn mươi viên.",
    ),
    h2("Bốn mươi viên lấy ở đâu"),
    p(
      "Không lò nào còn nung loại này. Bốn mươi viên gom từ mười một nhà trong phường, nhà thì có vài viên kê chậu cây, nhà thì lợp chuồng gà. Có viên còn in dấu ngón tay cái của người thợ xưa.",
    ),
    numbered(
      "(1)",
      "Chi phí sửa mái: 86 triệu ₫, trong đó hai phần ba là tiền công gõ và xếp lại.",
      "Người dân góp ngói, góp cơm trưa và góp chỗ để xe cho thợ.",
      "Phần tiền không dùng đến chuyển sang chống mối cho gian bên.",
    ),
    p("Đứng dưới sân nhìn lên không phân biệt được viên cũ, viên mới. Phải sang xuân, khi rêu lên, mới biết."),
  ],
};

export const drumTeam: DemoArticle = {
  section: "Văn hóa - thể thao",
  tags: ["Lễ hội", "Người cao tuổi"],
  from: { on: "01-22 19:10", yearsBack: 1, views: 486 },
  headline: "Đội trống nữ tuổi bảy mươi",
  standfirst:
    "Mười một bà, chín chiếc trống, hai chiếc thùng phuy. Đội tập ở sân khu tập thể Hồ Hạ, và hàng xóm đã thôi đóng cửa sổ.",
  byline: by("Vũ Đăng Khoa", "Cộng tác viên"),
  body: [
    p(
      "Bà Thân Thị Huê, 72 tuổi, gõ nhịp cái. Bà từng là công nhân dệt, tai phải nghe kém vì tiếng máy, và bà bảo chính nhờ thế mà giữ nhịp chắc: “Người ta đánh lạc kệ người ta”.",
    ),
    p(
      "Ngày đầu, hàng xóm góp ý. Tổ dân phố thương lượng: tập từ 16 đến 17 giờ, và mỗi tháng một buổi mời trẻ con khu tập thể vào gõ. Bây giờ lũ trẻ thuộc bài còn nhanh hơn các bà.",
    ),
    p(
      "Đội sẽ mở màn hội xuân năm nay. Hai chiếc thùng phuy vẫn được giữ trong đội hình, vì theo bà Huê, không chiếc trống nào có tiếng trầm như thế.",
    ),
  ],
};

export const lotusSeason: DemoArticle = {
  section: "Văn hóa - thể thao",
  secondSections: ["Đô thị - môi trường"],
  kind: "photo_story",
  tags: ["Bờ hồ", "Hoa sen"],
  from: { on: "06-21 05:50", views: 1870 },
  kicker: "Phóng sự ảnh",
  headline: "Một ngày của hồ Sen, từ lúc hoa mở đến lúc cầu lên đèn",
  standfirst:
    "Sen nở từ bốn giờ rưỡi sáng và khép trước trưa. Giữa hai thời khắc ấy và cho đến tối, mặt hồ lần lượt thuộc về người hái sen, người đi bộ, đội đua thuyền và những người chẳng làm gì cả.",
  byline: by("Lê Minh Trà", "Ảnh và bài"),
  lead: lead("binh-minh-ho-sen", "4 giờ 50. Người hái sen đi từng đôi: một người chống thuyền, một người cắt hoa"),
  body: [
    p(
      "Hoa hái lúc còn sương thì giữ hương được đến chiều. Nhà bà Chử Thị Mơ có hai thuyền, mỗi sáng cắt chừng sáu trăm bông, chỉ cắt ở phía đông; phía tây để lại cho người ngắm, theo giao kèo của mười một nhà làm sen.",
    ),
    figure("duong-dao-bo-ho", "6 giờ 20. Nắng đến lối dạo bờ bắc, người đi bộ đã vãn"),
    p(
      "Sáu giờ là lúc đông nhất trên đường dạo. Bảy giờ, người già về nấu cháo, người trẻ đi làm, hàng ghế trống. Chín giờ, một cụ ông mang cờ ra đánh một mình, đi cả hai bên.",
    ),
    figure("dua-thuyen", "15 giờ 30. Hai đội thuyền tập cho ngày hội, vòng cua trước đình Hạ"),
    p(
      "Đầu giờ chiều mặt nước thuộc về các đội thuyền. Họ hò để giữ nhịp, nhưng hôm nào trường tiểu học kiểm tra thì chuyển sang gõ mạn.",
    ),
    figure("dinh-ha", "17 giờ. Người giữ đình quét sân lần thứ hai trong ngày"),
    p("Cụ Thuần quét sân hai lần, sáng và chiều. Cụ bảo lần buổi chiều là quét cho mình."),
    figure("cau-go", "18 giờ 40. Cầu cửa hồ lên đèn"),
    p("Đèn bật, thuyền cuối cùng chui qua vòm cầu giữa. Ngày mai, bốn giờ rưỡi, hoa lại mở."),
  ],
};
