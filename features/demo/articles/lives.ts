import { by, type DemoArticle } from "../article.ts";
import { figure, gallery, h2, lead, numbered, p, quote } from "../build.ts";

/** People, and the streets they live in. */
export const ferryman: DemoArticle = {
  section: "Gương người tốt việc tốt",
  tags: ["Bờ hồ", "Người cao tuổi"],
  from: { on: "07-08 06:40", yearsBack: 1, views: 1309 },
  headline: "Ông lái đò chở học sinh không lấy tiền, và sau khi có cầu thì chở cá giống",
  standfirst:
    "Ba mươi mốt năm, ông Phùng Văn Tảo đưa trẻ bờ nam sang trường. Cầu xây xong, ông buồn đúng một tuần rồi tìm được việc mới cho chiếc thuyền.",
  byline: by("Vũ Đăng Khoa", "Cộng tác viên"),
  lead: lead("binh-minh-ho-sen", "Những buổi sớm như thế này, thuyền của ông Tảo là chiếc đầu tiên trên hồ"),
  body: [
    p(
      "Thuyền gỗ dài năm mét, mạn vá bảy chỗ. Chỗ vá thứ tư là tấm biển gỗ của ngôi trường cũ, nhìn kỹ còn đọc được chữ “học”. Ông Tảo bảo gỗ tốt thì không nên vứt.",
    ),
    p(
      "Bờ nam ngày trước muốn sang trường phải đi vòng năm cây số. Năm 31 tuổi, ông thấy hai đứa trẻ lội tắt qua bãi, cặp đội trên đầu. Hôm sau ông chống thuyền sang, và cứ thế ngày hai lượt. Ông không lấy tiền; bố mẹ các em thỉnh thoảng để lên thuyền mớ rau, cân gạo.",
    ),
    quote("Tôi chở được cả một ông bác sĩ và hai cô giáo. Lúc chở thì chúng nó toàn ngủ gật."),
    h2("Tuần buồn"),
    p(
      "Ngày cầu thông, cả bờ nam ra dự. Ông Tảo cũng ra, đứng ở cuối. Về nhà, ông úp thuyền lên. Bà vợ kể suốt một tuần ông không nói câu nào trọn vẹn.",
    ),
    p(
      "Rồi nhóm thả cá giống tìm đến. Họ cần người biết chỗ nào nước sâu, chỗ nào có rong, thả giờ nào thì chim không thấy. Những thứ ấy không có trong sách. Ông lật thuyền, trát lại chỗ vá thứ bảy.",
    ),
    p(
      "Từ đó đến nay ông chở bốn mươi vạn con cá bột. Lứa đầu đã lớn. Buổi tối, ông hay ra đứng trên cầu nhìn xuống: cầu của người ta, cá của ông.",
    ),
  ],
};

export const nightStreet: DemoArticle = {
  section: "Tin phường",
  secondSections: ["Văn hóa - thể thao"],
  kind: "photo_story",
  tags: ["Phố Bến Nứa", "Chợ Bến Nứa"],
  from: { hoursAgo: 812.4, views: 933 },
  kicker: "Phóng sự ảnh",
  headline: "Phố Bến Nứa hai mươi bốn giờ: chợ họp trước bình minh, phố tắt đèn sau nửa đêm",
  standfirst:
    "Dài bảy trăm mét, rộng chưa đầy sáu mét, phố có hai loại cư dân: những người dậy lúc ba giờ sáng và những người đi ngủ vào giờ ấy. Họ gặp nhau ở hàng cháo số 51.",
  byline: by("Lê Minh Trà", "Ảnh và bài"),
  lead: lead("pho-dem-mua", "23 giờ 10, một đêm mưa: hàng cuối cùng còn sáng đèn"),
  body: [
    p("Chúng tôi đứng ở phố này một ngày một đêm, không dời đi quá hai trăm bước."),
    p(
      "Xe cá về lúc ba giờ, xe rau lúc ba rưỡi. Năm giờ, chợ đã bán xong một nửa. Người mua sớm là các quán ăn, mua không mặc cả; người mua muộn là các bà nội trợ, mặc cả không mua.",
    ),
    p("Mười giờ, các ngõ mở cửa. Mùi hành phi đi từ đầu ngõ đến cuối ngõ trong khoảng bốn phút."),
    p(
      "Hai giờ chiều, phố ngủ. Tiếng động duy nhất là chiếc quạt con cóc ở hiệu sửa đồng hồ, và thỉnh thoảng tiếng nắp thùng rác đóng lại.",
    ),
    p(
      "Tối, phố đổi chủ. Người dậy sớm đã ngủ. Hàng cháo số 51 dọn nồi đầu lúc tám giờ tối, nồi cuối lúc ba giờ sáng, đúng khi chiếc xe cá đầu tiên rẽ vào.",
    ),
    gallery(
      "Một ngày ở phố Bến Nứa, theo giờ",
      figure("cho-ben-nua", "6 giờ 30. Đợt khách thứ hai của chợ, phần lớn đi bộ"),
      figure("ngo-32", "10 giờ. Nắng vào đến giữa ngõ 32, bà Liễu ngồi nhặt rau trước cửa"),
      figure("phan-loai-rac", "14 giờ. Bức tường đầu ngõ, lúc vắng nhất trong ngày"),
      figure("cau-go", "18 giờ 30. Cuối phố nhìn ra cửa hồ"),
    ),
  ],
};

export const frontWork: DemoArticle = {
  section: "Đảng - đoàn thể",
  kind: "conference_report",
  tags: ["Mặt trận Tổ quốc", "Đoàn thể"],
  from: { on: "12-12 17:20", yearsBack: 2, views: 571 },
  headline: "Mặt trận Tổ quốc phường tổng kết năm: bớt một nửa số cuộc họp, việc không bớt việc nào",
  standfirst:
    "Sáng nay, hội nghị tổng kết công tác Mặt trận và các đoàn thể phường Sen Hồ thống nhất giữ cách làm đã thử trong năm: mỗi tháng một buổi họp chung, còn lại gặp nhau ở nơi có việc.",
  byline: by("Ngô Tuấn Lâm"),
  lead: lead("hoi-truong-phuong", "Đại biểu mười hai tổ dân phố dự hội nghị tổng kết"),
  body: [
    p(
      "Dự hội nghị có đại diện Thường trực Đảng ủy, Ủy ban nhân dân phường, các đoàn thể và mười hai ban công tác Mặt trận. Báo cáo trình bày trong mười lăm phút, phần còn lại dành cho thảo luận.",
    ),
    p(
      "Theo báo cáo, trong năm các đoàn thể đã tổ chức 61 cuộc họp, so với 128 cuộc của năm trước. Số hội viên tham gia các buổi làm chung tăng từ 2.140 lên 3.305 lượt. Quỹ vì người nghèo thu 412 triệu ₫, chi 398 triệu ₫ cho 44 hộ, mỗi khoản có chữ ký người nhận và được đọc tại tổ dân phố.",
    ),
    p("Hội nghị đánh giá những kết quả chính:"),
    numbered(
      "(1)",
      "Hòa giải thành 47 trên 53 vụ việc ở cơ sở; sáu vụ chuyển lên đều đã có kết quả.",
      "Sửa 19 căn nhà dột, trong đó 11 căn do thợ của chính tổ dân phố làm, phường chỉ lo vật liệu.",
      "Ngày hội Đại đoàn kết gộp từ mười hai điểm còn bốn điểm; số người dự tăng một phần ba.",
      "Giám sát ba công trình, đề nghị làm lại 40 mét vỉa hè và được chấp nhận.",
      "Lập danh sách 212 người già sống một mình, mỗi người có hai hàng xóm nhận gọi cửa buổi sáng.",
    ),
    p(
      "Thảo luận sôi nổi nhất là chuyện họp. Trưởng ban công tác Mặt trận tổ 6 cho rằng bớt họp thì bớt gặp, lâu dần xa nhau. Đại biểu tổ 10 kể làng mây chuyển buổi họp sang sân phơi, vừa chẻ mây vừa bàn, không ai xin về sớm.",
    ),
    p(
      "Về hạn chế, hội nghị chỉ rõ: danh sách người cần giúp ở tổ 7 và tổ 8 còn trùng nhau; việc công khai quỹ ở ba tổ chậm hai tháng; người trẻ tham gia nhiều nhưng ít giữ việc lâu. Một số góp ý của người dân được chuyển đi mà không ai quay lại báo kết quả.",
    ),
    p("Kết luận hội nghị, năm nhiệm vụ của năm sau được thông qua:"),
    numbered(
      "(1).",
      "Giữ mỗi tháng một buổi họp chung, không quá chín mươi phút.",
      "Mỗi góp ý chuyển đi phải có ngày hẹn trả lời và tên người theo dõi.",
      "Gộp danh sách người cần giúp của các đoàn thể thành một, rà lại mỗi quý.",
      "Dán thu chi quỹ trước ngày mồng mười, kể cả tháng không chi.",
      "Mỗi tổ dân phố có ít nhất một người dưới 35 tuổi giữ một việc cụ thể.",
    ),
    p(
      "Nhân dịp này, hội nghị biểu dương 23 cá nhân. Phần thưởng là một chiếc làn mây và một buổi tối không phải họp, theo lời người chủ trì, được cả hội trường vỗ tay lâu nhất./.",
    ),
  ],
};
