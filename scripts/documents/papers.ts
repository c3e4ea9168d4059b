import type { Paper } from "./sheet.ts";

const COMMITTEE = "Ủy ban nhân dân phường Sen Hồ";
const COUNCIL = "Hội đồng nhân dân phường Sen Hồ";
const PLACE = "Phường Sen Hồ, ngày ghi ở đầu trang tin";

/** The papers of the demo: of a ward that is as invented as everything in them. */
export const PAPERS: readonly Paper[] = [
  {
    name: "ke-hoach-tet",
    title: "Kế hoạch tổ chức Tết trong phường",
    office: COMMITTEE,
    number: "7/KH-UBND",
    about: "Đủ nhà, đủ điện, đủ lối thoát",
    parts: [
      { heading: "I. Yêu cầu" },
      {
        words:
          "Gọn, vui, tiết kiệm. Không nhà nào bị bỏ sót và không nhà nào nhận quà hai lần. Mỗi việc trong bảng có một người chịu trách nhiệm và một ngày kiểm tra; việc không có người thì không ghi vào kế hoạch.",
      },
      {
        points: [
          "Danh sách hộ được thăm dán tại mười hai nhà văn hóa bảy ngày trước khi đi.",
          "Lối thoát bờ nam để trống suốt đêm giao thừa, kể cả lúc đông nhất.",
          "Trực điện, trực bơm có mặt trong mười lăm phút sau khi được gọi.",
        ],
      },
      { heading: "II. Việc và người" },
      {
        table: {
          caption: "Mười bốn đầu việc",
          head: ["Việc", "Người phụ trách", "Kiểm tra"],
          widths: [5, 3, 3],
          rows: [
            ["Danh sách 61 hộ được thăm", "Bà Đặng Thùy Dương", "Trước Tết 20 ngày"],
            ["Đối chiếu quà của các đoàn thể", "Văn phòng phường", "Trước Tết 15 ngày"],
            ["Thay bóng đèn ngõ hỏng", "Tổ đô thị", "Trước Tết 12 ngày"],
            ["Kiểm tra điện chợ Bến Nứa", "Ban quản lý chợ", "Trước Tết 10 ngày"],
            ["Chỗ bán hoa ở bãi lò gạch cũ", "Tổ dân phố 11", "Trước Tết 10 ngày"],
            ["Tổng vệ sinh ngõ và bờ hồ", "Mười hai tổ dân phố", "Trước Tết 7 ngày"],
            ["Lối thoát bờ nam, dây phân làn", "Ông Mai Đình Sách", "Trước Tết 5 ngày"],
            ["Trực y tế, túi sơ cứu ở bốn điểm", "Trạm Y tế", "Trước Tết 3 ngày"],
            ["Nước sạch ở điểm công cộng", "Tổ cấp nước", "Trước Tết 2 ngày"],
            ["Trực bơm, trực điện", "Tổ đô thị", "Hằng đêm"],
            ["Điểm gửi xe, không thu quá giá niêm yết", "Tổ dân phố 11", "Đêm giao thừa"],
            ["Loa báo lối thoát", "Đài truyền thanh", "Đêm giao thừa"],
            ["Dọn bờ nam", "Tổ vệ sinh và đoàn viên", "2 giờ 30 sáng mồng một"],
            ["Báo cáo một trang", "Văn phòng phường", "Mồng mười"],
          ],
        },
      },
      { heading: "III. Kinh phí" },
      {
        words:
          "Từ ngân sách phường 180 triệu đồng; không vận động đóng góp của hộ dân. Khoản nào thừa thì chuyển sang sửa đèn ngõ, có danh sách ngõ kèm theo báo cáo.",
      },
      {
        points: [
          "Thăm hộ: 91,5 triệu đồng.",
          "Điện, bơm, dây phân làn: 46 triệu đồng.",
          "Vệ sinh và trực đêm: 42,5 triệu đồng.",
        ],
      },
      { heading: "IV. Khi có việc bất thường" },
      {
        words:
          "Mưa to: dừng phần ở bờ nam, mở hai nhà văn hóa gần nhất. Mất điện: trực điện báo loa trong năm phút, tổ dân phố dẫn người ra theo dây phân làn. Có người bị nạn: gọi Trạm Y tế, sau đó mới gọi văn phòng.",
      },
      { signed: { place: PLACE, by: "Ủy ban nhân dân phường", name: "Đặng Thùy Dương" } },
    ],
  },
  {
    name: "thong-bao-ngung-cap-nuoc",
    title: "Thông báo tạm ngừng cấp nước",
    office: "Văn phòng phường Sen Hồ",
    number: "64/TB-VP",
    about: "Thay van chính ở đầu phố Bến Nứa, đêm thứ Bảy",
    parts: [
      { heading: "1. Thời gian và nơi ngừng" },
      {
        words:
          "Từ 22 giờ thứ Bảy đến 4 giờ sáng Chủ nhật, nước ngừng ở các tổ dân phố 3, 4, 5 và 6. Nếu mưa to, việc thay van lùi sang đêm thứ Bảy tuần sau; loa phường báo lúc 17 giờ.",
      },
      {
        table: {
          caption: "Từng đoạn phố",
          head: ["Tổ", "Đoạn", "Ngừng lúc", "Có lại lúc"],
          widths: [1, 5, 2, 2],
          rows: [
            ["3", "Phố Bến Nứa, số 1 đến số 41", "22:00", "3:30"],
            ["4", "Phố Bến Nứa, số 43 đến số 75; ngõ 12", "22:00", "3:30"],
            ["5", "Ngõ Giếng và ngõ 32", "22:30", "4:00"],
            ["6", "Ngõ 40 và dãy nhà sau chợ", "22:30", "4:00"],
          ],
        },
      },
      { heading: "2. Nhà dân cần làm gì" },
      {
        points: [
          "Trữ nước dùng trong đêm; khóa vòi trước khi ngủ.",
          "Khi có nước trở lại, mở vòi xả chừng hai phút trước khi nấu ăn.",
          "Nhà có máy lọc: tắt máy, sau khi nước trong mới bật.",
          "Nhà có người ốm cần nước trong đêm: báo tổ trưởng trước 18 giờ, tổ trực mang đến hai can.",
        ],
      },
      { newPage: true },
      { heading: "3. Nước ở điểm công cộng" },
      {
        words:
          "Trong sáu giờ ngừng, ba bồn nước đặt ở nhà văn hóa tổ 3, cổng chợ Bến Nứa và đầu ngõ 32. Mỗi bồn một nghìn lít, có người trực đến 23 giờ 30.",
      },
      { heading: "4. Báo sự cố" },
      {
        words:
          "Quá 4 giờ 30 chưa có nước, hoặc nước đục sau khi đã xả: gọi tổ trực theo số ghi trên bảng tin của tổ dân phố, hoặc nói với người trực ở ba bồn nước. Việc báo được ghi vào sổ, sáng thứ Hai trả lời từng nhà.",
      },
      { signed: { place: PLACE, by: "Văn phòng phường", name: "Phạm Hữu Toàn" } },
    ],
  },
  {
    name: "to-khai-tam-tru",
    title: "Tờ khai thông tin tạm trú (mẫu)",
    office: "Bộ phận một cửa phường Sen Hồ",
    number: "Mẫu 06/MC",
    about: "Dùng cho người thuê nhà và cho chủ nhà; chỉ cần một bên khai",
    parts: [
      { heading: "A. Người khai" },
      { blanks: ["Họ và tên:", "Ngày, tháng, năm sinh:", "Số giấy tờ tùy thân:", "Số điện thoại:", "Nơi thường trú:"] },
      { heading: "B. Nơi tạm trú" },
      {
        blanks: [
          "Số nhà, ngõ, phố:",
          "Tổ dân phố:",
          "Từ ngày:",
          "Đến ngày (nếu biết):",
          "Họ và tên chủ nhà:",
          "Số điện thoại chủ nhà:",
        ],
      },
      { heading: "C. Người cùng ở" },
      {
        table: {
          caption: "Ghi cả trẻ em",
          head: ["Họ và tên", "Năm sinh", "Quan hệ"],
          widths: [5, 2, 3],
          rows: [
            [" ", " ", " "],
            [" ", " ", " "],
            [" ", " ", " "],
            [" ", " ", " "],
          ],
        },
      },
      { newPage: true },
      { heading: "D. Giấy tờ mang theo" },
      {
        points: [
          "Giấy tờ tùy thân của người khai.",
          "Thỏa thuận thuê nhà hoặc giấy cho ở nhờ, bản nào cũng được.",
          "Không cần ảnh, không cần công chứng, không thu tiền.",
        ],
      },
      { heading: "Đ. Cách nộp" },
      {
        words:
          "Nộp tại quầy số 3 của Bộ phận một cửa trong giờ hành chính, hoặc gửi qua mạng. Người nhận đóng dấu vào phần dưới, xé theo đường kẻ và trả lại người khai ngay.",
      },
      { heading: "E. Phần của người nhận" },
      { blanks: ["Nhận lúc (giờ, ngày):", "Người nhận:", "Số trong sổ:"] },
      {
        words: "Mẫu này là ví dụ trong trang mẫu, không phải mẫu đơn theo quy định và không phải hướng dẫn pháp luật.",
      },
    ],
  },
  {
    name: "bao-cao-nam",
    title: "Báo cáo một năm của phường",
    office: COMMITTEE,
    number: "9/BC-UBND",
    about: "Làm được chín, chậm ba, bỏ một",
    parts: [
      { heading: "1. Những việc đã hứa mà không làm được" },
      {
        points: [
          "Sân chơi bờ đông: chậm bảy tháng vì phải thay đất có xỉ than. Phần đất đã thay xong, phần còn lại trước ngày 15 tháng 6.",
          "Đèn đường Đồng Nam: chậm một năm, chờ dời cột điện.",
          "Số hóa sổ hộ tịch cũ: mới xong 64%.",
          "Phố đi bộ cuối tuần: bỏ, sau khi 71% số hộ được hỏi không đồng ý.",
        ],
      },
      { heading: "2. Một số chỉ số" },
      {
        table: {
          caption: "So với năm trước",
          head: ["Chỉ số", "Năm trước", "Năm nay"],
          widths: [5, 2, 2],
          rows: [
            ["Hồ sơ một cửa trả đúng hẹn", "91,2%", "97,8%"],
            ["Hồ sơ nộp qua mạng", "38%", "57%"],
            ["Ngày ngập trên phố Bến Nứa", "14", "6"],
            ["Hộ nghèo theo rà soát", "52", "37"],
            ["Rác chôn lấp (tấn mỗi tháng)", "310", "262"],
            ["Ca khâu vết thương do tai nạn xe", "31", "12"],
            ["Đơn thư trả lời trong mười ngày", "84%", "93%"],
          ],
        },
      },
      { newPage: true },
      { heading: "3. Thu và chi" },
      {
        words:
          "Thu ngân sách đạt 104% dự toán, chi đạt 97%. Phần chưa chi 1,1 tỷ đồng là tiền của sân chơi bờ đông, chuyển sang năm sau.",
      },
      {
        table: {
          caption: "Chi theo việc (triệu đồng)",
          head: ["Việc", "Dự toán", "Đã chi", "Tỷ lệ"],
          widths: [5, 2, 2, 2],
          rows: [
            ["Thoát nước và vỉa hè", "7.400", "7.310", "99%"],
            ["Trường học, trạm y tế", "5.900", "5.870", "99%"],
            ["Công viên, sân chơi", "2.300", "1.200", "52%"],
            ["Vệ sinh, cây xanh", "3.150", "3.120", "99%"],
            ["An sinh", "4.050", "4.020", "99%"],
            ["Bộ máy", "13.900", "13.870", "100%"],
          ],
        },
      },
      { newPage: true },
      { heading: "4. Dân hỏi gì nhiều nhất" },
      {
        points: [
          "Bao giờ hết ngập ngõ Giếng: hai ngõ sâu phải xong trước ngày 30 tháng 5.",
          "Vì sao phố đi bộ không làm: kết quả hỏi ý kiến dán ở nhà văn hóa số 58.",
          "Ai trông sân chơi: mỗi sân một tổ dân phố, tên ghi ở cổng.",
        ],
      },
      { heading: "5. Năm tới" },
      { words: "Ba việc lớn: cống hộp cuối phố, điểm trường Bờ Tây, kho sấy mây. Không hứa việc thứ tư." },
      { signed: { place: PLACE, by: "Ủy ban nhân dân phường", name: "Mai Đình Sách" } },
    ],
  },
  {
    name: "lich-cong-tac-tuan",
    title: "Lịch công tác tuần",
    office: "Văn phòng phường Sen Hồ",
    number: "48/LCT-VP",
    about: "Lịch tiếp dân không đổi; các việc khác có thể đổi khi có việc đột xuất",
    parts: [
      {
        table: {
          caption: "Lãnh đạo phường",
          head: ["Ngày", "Buổi sáng", "Buổi chiều"],
          widths: [2, 5, 5],
          rows: [
            ["Thứ Hai", "8:00 Giao ban, phòng 201", "14:00 Kiểm tra cống cuối phố Bến Nứa (ông Sách)"],
            ["Thứ Ba", "8:00 Tiếp dân (bà Dương)", "15:00 Làm việc với trường mầm non"],
            ["Thứ Tư", "7:30 Thăm đồng, tổ 11 và 12 (ông Toàn)", "14:00 Khám tại nhà, tổ lưu động của trạm"],
            ["Thứ Năm", "8:30 Họp về vỉa hè phố Bến Nứa, số 75", "14:00 Tiếp dân (ông Sách)"],
            ["Thứ Sáu", "8:00 Chấm bàn mẫu, trường tiểu học", "16:00 Đọc báo cáo tháng của các tổ"],
            ["Thứ Bảy", "6:00 Dọn bờ đông cùng tổ dân phố 8", "Nghỉ"],
          ],
        },
      },
      { words: "Tổ dân phố muốn mời lãnh đạo dự họp xin báo trước thứ Năm của tuần trước đó." },
      { newPage: true },
      {
        table: {
          caption: "Phòng họp và xe",
          head: ["Ngày", "Phòng 201", "Nhà văn hóa 58", "Xe"],
          widths: [2, 4, 4, 3],
          rows: [
            ["Thứ Hai", "8:00–9:30 Giao ban", "Trống", "14:00 Phố Bến Nứa"],
            ["Thứ Ba", "Trống", "19:00 Họp tổ 7", "15:00 Trường mầm non"],
            ["Thứ Tư", "9:00 Tổ giúp việc", "Trống", "7:30 Đồng Nam"],
            ["Thứ Năm", "8:30 Vỉa hè, số 75", "19:30 Tập văn nghệ", "Trống"],
            ["Thứ Sáu", "16:00 Báo cáo các tổ", "Trống", "8:00 Trường tiểu học"],
            ["Thứ Bảy", "Trống", "Dọn dẹp", "6:00 Bờ đông"],
          ],
        },
      },
      {
        words:
          "Ai cần phòng hoặc xe ngoài lịch ghi vào sổ ở quầy trực. Lịch tiếp dân dán ở cổng trụ sở và mười hai nhà văn hóa.",
      },
    ],
  },
  {
    name: "bien-ban-ky-hop",
    title: "Biên bản kỳ họp giữa nhiệm kỳ",
    office: COUNCIL,
    number: "5/BB-HĐND",
    about: "Tóm tắt phần công khai",
    parts: [
      { heading: "1. Thành phần" },
      {
        words:
          "Có mặt 24 trên 26 đại biểu; vắng 2 có lý do. Dự nghe: mười hai tổ trưởng tổ dân phố, đại diện Mặt trận và ba người dân đăng ký trước. Chủ tọa đọc chương trình, không ai có ý kiến khác.",
      },
      { heading: "2. Thảo luận" },
      {
        points: [
          "Đại biểu tổ 3: dàn vốn ra mười bốn công trình thì công trình nào cũng dở dang; đề nghị dứt điểm hai ngõ ngập sâu nhất trước mùa mưa.",
          "Đại biểu tổ 7: đèn đường Đồng Nam đã hứa hai năm, xin giữ trong danh mục.",
          "Đại biểu tổ 10: kho sấy mây dùng chung phải có quy chế trước khi xây.",
          "Ủy ban nhân dân trả lời: rút còn chín công trình; năm công trình còn lại xét ở kỳ họp cuối năm theo thứ tự ngập sâu.",
        ],
      },
      { newPage: true },
      { heading: "3. Biểu quyết" },
      {
        table: {
          caption: "Ba nghị quyết",
          head: ["Nội dung", "Tán thành", "Không", "Không biểu quyết"],
          widths: [6, 2, 2, 3],
          rows: [
            ["Danh mục đầu tư công năm tới, tổng mức 18,4 tỷ đồng", "22", "1", "1"],
            ["Mức hỗ trợ tổ trưởng tổ dân phố", "24", "0", "0"],
            ["Chương trình giám sát, gồm hai chuyên đề", "23", "0", "1"],
          ],
        },
      },
      { heading: "4. Việc giao lại" },
      {
        points: [
          "Ủy ban nhân dân: mỗi quý báo cáo tiến độ từng công trình bằng một trang giấy, có hình chụp.",
          "Văn phòng: niêm yết toàn văn ba nghị quyết tại trụ sở và mười hai nhà văn hóa.",
          "Ban quản lý kho sấy: trình quy chế trước kỳ họp cuối năm.",
        ],
      },
      { words: "Kỳ họp kết thúc lúc 16 giờ 40. Biên bản được đọc lại và thông qua tại chỗ." },
      { signed: { place: PLACE, by: "Thư ký kỳ họp", name: "Ngô Tuấn Lâm" } },
    ],
  },
];
