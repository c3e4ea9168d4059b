/** A picture of the demo, drawn by `scripts/pictures/draw.ts`: no photograph, and nobody's face. */
export type DemoPicture = {
  /** Of the file `features/demo/pictures/NAME.jpg`. */
  name: string;
  caption: string;
  credit: string;
  alt: string;
};

const DRAWN = "Ảnh minh họa vẽ bằng máy";

const drawn = (name: string, caption: string, alt: string): DemoPicture => ({ name, caption, credit: DRAWN, alt });

/** What the demo can show; places and people are as invented as its articles. */
export const PICTURES = [
  drawn(
    "binh-minh-ho-sen",
    "Hồ Sen lúc mặt trời vừa lên khỏi hàng cây bờ đông",
    "Lá và hoa sen ở gần, xa hơn là thuyền nhỏ có hai người đội nón, mặt trời thấp trong màn sương trên mặt hồ",
  ),
  drawn(
    "duong-dao-bo-ho",
    "Đoạn đường dạo bờ bắc hồ Sen lùi vào trong để giữ hàng sưa",
    "Lối lát gạch uốn theo mép hồ dưới tán cây, vài người đi bộ, một người ngồi trên ghế gỗ",
  ),
  drawn(
    "cho-ben-nua",
    "Chợ Bến Nứa buổi sáng, lối đi giữa hai dãy sạp đã lát lại",
    "Hai dãy sạp trái cây dưới mái bạt nhiều màu, người bán đội nón ngồi sau sạp, người mua đi ở giữa",
  ),
  drawn(
    "hoi-truong-phuong",
    "Hội trường tầng hai trụ sở phường trong một buổi họp toàn phường",
    "Nhìn từ cuối phòng: các hàng ghế đỏ gần kín người ngồi quay lưng, trên sân khấu phông đỏ có bàn chủ trì và bục phát biểu",
  ),
  drawn(
    "dua-thuyen",
    "Các thuyền nan bám sát nhau ở vòng cuối, trước đình Hạ",
    "Bảy thuyền dài, mỗi thuyền bốn tay chèo và một người gõ nhịp cùng màu áo; bờ xa có cây đa, mái đình và đông người xem",
  ),
  drawn(
    "pho-dem-mua",
    "Phố Bến Nứa một tối mưa đầu đông",
    "Phố hẹp ban đêm, mặt đường ướt soi bóng biển hiệu và đèn đường, người che ô đi bộ, xe máy bật đèn đi tới",
  ),
  drawn(
    "ngo-32",
    "Ngõ 32 phố Bến Nứa, nơi mười chín nhà gửi chìa khóa cho một người",
    "Ngõ nhỏ giữa hai dãy nhà ống, dây điện chằng qua đầu, chậu cây và xe dựa tường, một người ngồi ghế thấp trước cửa",
  ),
  drawn(
    "san-truong",
    "Sân trường tiểu học Sen Hồ sáng thứ Hai, trước giờ vào lớp",
    "Học sinh áo trắng xếp hàng trước cột cờ, phượng nở đỏ bên dãy nhà hai tầng màu vàng, vài em chạy vào sân",
  ),
  drawn(
    "dong-lua",
    "Lúa non trên cánh đồng phía nam phường, dưới chân dãy núi đá",
    "Ruộng lúa xanh non hai bên một bờ đất, người đội nón gánh mạ đi trên bờ, phía sau là những ngọn núi đá vôi mờ dần",
  ),
  drawn(
    "cau-go",
    "Cầu mới qua cửa hồ lên đèn ngay sau khi mặt trời lặn",
    "Cầu vòm nhiều nhịp có hàng đèn vàng soi xuống nước, một thuyền nhỏ treo đèn ở phía trước, trời tím hồng",
  ),
  drawn(
    "dinh-ha",
    "Đình Hạ trong nắng cuối chiều",
    "Mái đình ngói cũ rộng và thấp, bốn góc cong vút, trước đình là sân gạch, ao sen và một người đang quét sân",
  ),
  drawn(
    "vuon-rau",
    "Vườn rau chung của tổ dân phố 9 giờ tưới sáng",
    "Các luống rau xanh và tím chạy dài về phía dãy nhà, người đội nón tưới nước, hai người khác ngồi nhổ cỏ",
  ),
  drawn(
    "tram-y-te",
    "Trạm Y tế phường Sen Hồ kê ghế ra sân trong ngày tiêm chủng",
    "Nhìn từ sau các hàng ghế nhựa xanh đỏ kê thưa: người dân ngồi chờ, phía trước là nhà trạm hai tầng và lều bạt có bàn tiêm",
  ),
  drawn(
    "trong-cay",
    "Ra quân trồng cây bóng mát dọc bờ hồ phía đông",
    "Từng tốp hai, ba người áo xanh ngồi vun gốc cho những cây non có cọc chống trên bãi cỏ ngược nắng sớm",
  ),
  drawn(
    "phao-hoa",
    "Pháo hoa trên hồ Sen đêm giao thừa, nhìn từ bờ nam",
    "Nhiều chùm pháo hoa vàng, đỏ, xanh nở trên mặt hồ và soi xuống nước, bóng người đứng xem sát lan can",
  ),
  drawn(
    "tu-sach",
    "Tủ sách của Hội Phụ nữ phường sáng Chủ nhật",
    "Phòng đọc có nắng xiên qua cửa sổ, trẻ em ngồi quanh bàn gỗ đầy sách mở, kệ sách cao dọc hai bức tường",
  ),
  drawn(
    "phan-loai-rac",
    "Ba thùng phân loại đầu một “Ngõ không rác”",
    "Ba thùng rác xanh lá, vàng và xanh dương đặt trước bức tường vàng có bóng lá, cạnh một sọt gỗ đựng chai",
  ),
] as const satisfies readonly DemoPicture[];
