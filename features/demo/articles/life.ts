import { by, type DemoArticle } from "../article.ts";
import { awaited, figure, h2, lead, p, quote } from "../build.ts";

const lakesideOpened = [
  p(
    "Từ năm giờ sáng, nhiều người đã có mặt ở đầu cầu gỗ chờ tháo hàng rào. Ông Đoàn Văn Khải, tổ dân phố 2, nói ông đi bộ quanh hồ mười hai năm nay và lần nào cũng phải quay lại ở đúng chỗ này.",
  ),
  quote("Vòng hồ có 2,6 cây số mà trước giờ tôi chỉ biết hai cây. Sáng nay mới thấy mặt bên kia của cây đa."),
  h2("Giữ cây cũ, lùi lối đi"),
  p(
    "Thiết kế ban đầu đi thẳng qua bảy gốc sưa. Sau buổi lấy ý kiến hồi tháng Ba, lối đi được lùi vào trong một mét rưỡi để giữ cả bảy cây. Phần kè dùng đá xếp khô để nước mưa thấm xuống hồ chứ không dồn ra cống.",
  ),
];

const lakesideLeft = [
  h2("Còn việc gì"),
  p(
    "Trong tháng tới, đơn vị thi công lắp thêm bốn vòi nước uống và bảng chỉ đường có chữ nổi. Người dân thấy chỗ lún, chỗ đọng nước có thể báo qua số điện thoại của phường ở cuối trang.",
  ),
];

export const lakePath: DemoArticle = {
  section: "Đô thị - môi trường",
  secondSections: ["Tin phường"],
  tags: ["Bờ hồ", "Công trình"],
  kicker: "Chỉnh trang bờ hồ",
  headline: "Thông đoạn đường dạo cuối cùng, người dân đi bộ được trọn vòng hồ Sen",
  standfirst:
    "Sau bảy tháng thi công, 420 mét đường dạo phía bắc mở cửa sáng nay, nối liền vòng đi bộ dài 2,6 km quanh hồ. Đoạn mới có lối dốc cho xe lăn, ghế nghỉ và đèn thấp không làm chói nhà dân.",
  byline: by("Trần Hạ Vy"),
  lead: lead("duong-dao-bo-ho"),
  body: [...lakesideOpened, ...lakesideLeft],
  updated: { note: "Thêm những việc đơn vị thi công còn làm trong tháng tới.", was: lakesideOpened },
};

export const goodNeighbour: DemoArticle = {
  section: "Gương người tốt việc tốt",
  tags: ["Tổ dân phố 5"],
  from: { hoursAgo: 76.7, views: 655 },
  headline: "Người giữ chìa khóa của cả ngõ",
  standfirst: "Mười chín gia đình ở ngõ 32 phố Bến Nứa gửi chìa khóa dự phòng cho một người: bà giáo hưu Hồ Thị Liễu.",
  byline: by("Vũ Đăng Khoa", "Cộng tác viên"),
  lead: lead("ngo-32"),
  body: [
    p(
      "Chùm chìa khóa treo sau cánh cửa bếp, mỗi chiếc buộc một sợi chỉ màu khác nhau. Bà Liễu không ghi tên ai lên đó. Nhà đầu ngõ chỉ đỏ, nhà có cây khế chỉ xanh, nhà hai chị em sinh đôi chỉ vàng.",
    ),
    p(
      "Năm ngoái, một ấm nước quên trên bếp ở nhà số 14 đã bốc khói khi chủ nhà đi chợ. Bà mở cửa, tắt bếp, đặt ấm ra sân rồi để lại mảnh giấy: “Ấm cháy rồi, mua cái khác nhé”.",
    ),
    p(
      "Hỏi bà có ngại trách nhiệm không, bà cười: ở ngõ này ai cũng từng gửi bà một thứ gì đó, lúc thì đứa nhỏ, lúc thì con mèo, lúc thì một câu chuyện.",
    ),
  ],
};

export const boatRace: DemoArticle = {
  section: "Văn hóa - thể thao",
  kind: "photo_story",
  tags: ["Bờ hồ", "Lễ hội"],
  from: { hoursAgo: 209.3, views: 1265 },
  headline: "Mười hai thuyền nan tranh giải đua thuyền hồ Sen",
  standfirst:
    "Trời đứng gió, nước hồ phẳng như gương. Đội tổ dân phố 8 về nhất sau ba vòng đua, hơn đội thứ hai đúng một sải chèo.",
  byline: by("Lê Minh Trà", "Ảnh và bài"),
  lead: lead("dua-thuyen"),
  body: [
    figure("binh-minh-ho-sen", "Năm giờ rưỡi sáng, một thuyền thử nước trước khi vào cuộc"),
    p("Thuyền dài bốn mét, đan bằng tre, trát sơn ta; mỗi đội bốn tay chèo và một người gõ nhịp."),
    figure("dinh-ha", "Sân đình Hạ lúc cuối chiều, khi người xem đã về; cờ thưởng được trao ở đây"),
    p(
      "Người gõ nhịp nhỏ tuổi nhất năm nay mới mười một. Em Chu Gia Hân nói bí quyết là không nhìn thuyền bên cạnh, chỉ nhìn tay bác ngồi đầu.",
    ),
    awaited("Đội tổ dân phố 8 nhận cờ nhất"),
  ],
};
