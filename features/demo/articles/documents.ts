import { by, type DemoArticle } from "../article.ts";
import { bullets, h2, handout, lead, numbered, p, table } from "../build.ts";

/** Papers of the council and the committee, with numbers that are as invented as the ward. */
export const resolution: DemoArticle = {
  section: "Nghị quyết",
  kind: "document",
  tags: ["Hội đồng nhân dân", "Ngân sách"],
  from: { hoursAgo: 95.1, views: 187 },
  headline: "Nghị quyết số 18/NQ-HĐND về danh mục đầu tư công năm tới của phường Sen Hồ",
  standfirst: "Chín công trình, tổng mức 18,4 tỷ ₫; hai công trình thoát nước ngõ sâu phải xong trước mùa mưa.",
  byline: by("Hội đồng nhân dân phường Sen Hồ"),
  body: [
    p("Hội đồng nhân dân phường Sen Hồ, tại kỳ họp giữa nhiệm kỳ, quyết nghị:"),
    p("*Điều 1.* Thông qua danh mục đầu tư công năm tới gồm chín công trình, theo bảng sau."),
    table(
      "Danh mục và mức vốn (triệu ₫)",
      ["Công trình", "Mức vốn", "Xong trước"],
      ["Mở rộng trường mầm non, điểm trường Bờ Tây", "6.200", "15/8"],
      ["Thoát nước ngõ Giếng", "1.450", "30/5"],
      ["Thoát nước ngõ 40", "1.380", "30/5"],
      ["Cống hộp cuối phố Bến Nứa", "3.900", "30/6"],
      ["Sửa mái nhà văn hóa số 58", "420", "30/4"],
      ["Kho sấy mây chung của làng mây", "1.650", "30/9"],
      ["Vòi nước uống quanh hồ", "360", "31/3"],
      ["Đèn đường Đồng Nam", "1.840", "31/10"],
      ["Sân chơi bờ đông, phần còn lại", "1.200", "15/6"],
    ),
    p("*Điều 2.* Năm công trình không vào danh mục được xét lại ở kỳ họp cuối năm, theo thứ tự ngập sâu."),
    p("*Điều 3.* Mỗi quý, Ủy ban nhân dân phường báo cáo tiến độ từng công trình bằng một trang giấy, có hình chụp."),
    p("Nghị quyết được niêm yết tại trụ sở và mười hai nhà văn hóa./."),
  ],
};

export const decision: DemoArticle = {
  section: "Quyết định",
  kind: "document",
  tags: ["Chợ Bến Nứa"],
  from: { on: "07-15 15:40", yearsBack: 1, views: 322 },
  headline: "Quyết định số 112/QĐ-UBND ban hành nội quy chợ Bến Nứa",
  standfirst: "Nội quy mười hai điều, thay cho bản cũ ba mươi bảy điều. Tiểu thương tham gia viết sáu điều.",
  byline: by("Ủy ban nhân dân phường Sen Hồ"),
  body: [
    p("Nội quy chợ Bến Nứa được ban hành kèm theo quyết định này, trong đó có các điều chính:"),
    numbered(
      "1.",
      "Chợ mở từ 4 giờ 30, tan lúc 11 giờ; chiều họp từ 15 giờ đến 18 giờ 30.",
      "Lối đi giữa hai dãy sạp để trống một mét tám; hàng bày quá vạch thì thu vào, lần thứ ba phải lau lối đi một ngày.",
      "Cân chuẩn ở cổng là căn cứ cuối cùng khi có tranh chấp.",
      "Hóa đơn điện, nước chung dán trên cột số 4 trước ngày mồng năm.",
      "Ai nghỉ bán quá ba mươi ngày báo ban quản lý để người khác thuê tạm.",
    ),
    p(
      "Quyết định có hiệu lực sau mười lăm ngày. Ban quản lý chợ và các bộ phận có liên quan thi hành quyết định này./.",
    ),
  ],
};

export const tetPlan: DemoArticle = {
  section: "Kế hoạch",
  kind: "document",
  tags: ["Tết", "Lễ hội"],
  from: { on: "12-30 09:00", yearsBack: 1, views: 611 },
  headline: "Kế hoạch số 7/KH-UBND tổ chức Tết trong phường: đủ nhà, đủ điện, đủ lối thoát",
  standfirst:
    "Kế hoạch liệt kê mười bốn đầu việc với người phụ trách và ngày kiểm tra, từ thăm hộ khó khăn đến trực bơm.",
  byline: by("Ủy ban nhân dân phường Sen Hồ"),
  lead: lead("phao-hoa", "Bờ nam hồ Sen, nơi tập trung đông người nhất đêm giao thừa"),
  body: [
    h2("I. Yêu cầu"),
    p("Gọn, vui, tiết kiệm; không nhà nào bị bỏ sót và không nhà nào nhận quà hai lần."),
    h2("II. Việc và người"),
    table(
      "Các việc chính",
      ["Việc", "Người phụ trách", "Kiểm tra"],
      ["Danh sách 61 hộ được thăm", "Bà Đặng Thùy Dương", "Trước Tết 20 ngày"],
      ["Lối thoát bờ nam, dây phân làn", "Ông Mai Đình Sách", "Trước Tết 5 ngày"],
      ["Trực bơm, trực điện", "Tổ đô thị", "Hằng đêm"],
      ["Điểm gửi xe, không thu quá giá niêm yết", "Tổ dân phố 11", "Đêm giao thừa"],
      ["Dọn bờ nam", "Tổ vệ sinh và đoàn viên", "2 giờ 30 sáng mồng một"],
    ),
    h2("III. Kinh phí"),
    p("Từ ngân sách phường 180 triệu ₫; không vận động đóng góp của hộ dân. Thừa thì chuyển sang sửa đèn ngõ./."),
    handout("ke-hoach-tet"),
  ],
};

export const letterTemple: DemoArticle = {
  section: "Công văn",
  kind: "document",
  tags: ["Đình Hạ"],
  from: { on: "04-08 14:00", yearsBack: 2, views: 164 },
  headline: "Công văn số 203/UBND-VX trả lời kiến nghị về việc cho thuê sân đình làm nơi chụp hình cưới",
  standfirst: "Phường không thu tiền, không cấm, chỉ đề nghị giữ ba điều.",
  byline: by("Ủy ban nhân dân phường Sen Hồ"),
  body: [
    p(
      "Phúc đáp kiến nghị của nhóm nhiếp ảnh Bờ Đông, Ủy ban nhân dân phường thấy rằng sân đình Hạ là nơi công cộng, ai đến cũng được, với ba điều kiện sau:",
    ),
    numbered(
      "a)",
      "Không dựng khung, không đóng đinh, không trải vải lên bậc đá cổ.",
      "Không chụp trong giờ lễ và giờ tập trống của người cao tuổi.",
      "Chụp xong nhặt hết hoa giấy; hoa giấy rơi xuống ao sen thì tự xuống vớt.",
    ),
    p("Người giữ đình được quyền nhắc. Ai muốn tạ ơn thì góp ngói./."),
  ],
};

export const yearReport: DemoArticle = {
  section: "Báo cáo",
  kind: "document",
  tags: ["Ngân sách", "Cải cách hành chính"],
  from: { on: "01-09 16:30", views: 508 },
  headline: "Báo cáo một năm của phường trên hai trang: làm được chín, chậm ba, bỏ một",
  standfirst: "Lần đầu tiên báo cáo năm có mục “Những việc đã hứa mà không làm được”, đặt ngay ở trang đầu.",
  byline: by("Văn phòng phường"),
  body: [
    h2("Đã hứa mà chưa làm được"),
    bullets(
      "-",
      "Sân chơi bờ đông: chậm bảy tháng vì phải thay đất có xỉ than.",
      "Đèn đường Đồng Nam: chậm một năm, chờ dời cột điện.",
      "Số hóa sổ hộ tịch cũ: mới xong 64%.",
      "Phố đi bộ cuối tuần: bỏ, sau khi 71% số hộ được hỏi không đồng ý.",
    ),
    h2("Đã làm"),
    table(
      "Một số chỉ số",
      ["Chỉ số", "Năm trước", "Năm nay"],
      ["Hồ sơ một cửa trả đúng hẹn", "91,2%", "97,8%"],
      ["Ngày ngập trên phố Bến Nứa", "14", "6"],
      ["Hộ nghèo theo rà soát", "52", "37"],
      ["Rác chôn lấp (tấn mỗi tháng)", "310", "262"],
      ["Ca khâu vết thương do tai nạn xe", "31", "12"],
    ),
    p(
      "Thu ngân sách đạt 104% dự toán, chi đạt 97%. Phần chưa chi 1,1 tỷ ₫ là tiền của sân chơi bờ đông, chuyển sang năm sau.",
    ),
    h2("Năm tới"),
    p("Ba việc lớn: cống hộp cuối phố, điểm trường Bờ Tây, kho sấy mây. Không hứa việc thứ tư./."),
    handout("bao-cao-nam"),
  ],
};
