/** A picture of the demo, drawn by `scripts/pictures/draw.ts`: no photograph, and nobody's face. */
export type DemoPicture = {
  /** Of the file `features/demo/pictures/NAME.jpg`. */
  name: string;
  /** Of its bytes, in hex: how texts name it. */
  sha256: string;
  /** In pixels. */
  width: number;
  height: number;
  caption: string;
  credit: string;
  alt: string;
};

const DRAWN = "Minh họa vẽ bằng máy";

/** In pixels. */
const WIDE = { width: 2400, height: 1600 };
const WIDEST = { width: 2400, height: 1350 };
const UPRIGHT = { width: 1600, height: 2400 };

/** What the demo can show; places and people are as invented as its articles. */
export const PICTURES = [
  {
    name: "binh-minh-ho-sen",
    ...WIDE,
    credit: DRAWN,
    sha256: "034c0707c1b0d50174f252563117e48850bebfe9252dbb55091b95ad237205ca",
    caption: "Hồ Sen lúc mặt trời vừa lên khỏi hàng cây bờ đông",
    alt: "Lá và hoa sen ở gần, xa hơn là thuyền nhỏ có hai người đội nón, mặt trời thấp trong màn sương trên mặt hồ",
  },
  {
    name: "duong-dao-bo-ho",
    ...WIDE,
    credit: DRAWN,
    sha256: "d8a150e306df1a7b4b3ad3f3182bfca294b20b8c7883b17c02d309896e2c5ab3",
    caption: "Đoạn đường dạo bờ bắc hồ Sen lùi vào trong để giữ hàng sưa",
    alt: "Lối lát gạch uốn theo mép hồ dưới tán cây, vài người đi bộ, một người ngồi trên ghế gỗ",
  },
  {
    name: "cho-ben-nua",
    ...WIDE,
    credit: DRAWN,
    sha256: "23312a188e0e28988830776c77e95024590df1a4124362bfc39e72cede4d67e9",
    caption: "Chợ Bến Nứa buổi sáng, lối đi giữa hai dãy sạp đã lát lại",
    alt: "Hai dãy sạp trái cây dưới mái bạt nhiều màu, người bán đội nón ngồi sau sạp, người mua đi ở giữa",
  },
  {
    name: "hoi-truong-phuong",
    ...WIDE,
    credit: DRAWN,
    sha256: "b8c6375d803b6fd90dd7a95f8fe291b9307e7ce257dbaf17c6696a704bc9e2fd",
    caption: "Hội trường tầng hai trụ sở phường trong một buổi họp toàn phường",
    alt: "Nhìn từ cuối phòng: các hàng ghế đỏ gần kín người ngồi quay lưng, trên sân khấu phông đỏ có bàn chủ trì và bục phát biểu",
  },
  {
    name: "dua-thuyen",
    ...WIDE,
    credit: DRAWN,
    sha256: "c6bfb0438266f9cfeb442d913c361f4ed1204f4ee67ef427d35f37189be14a02",
    caption: "Các thuyền nan bám sát nhau ở vòng cuối, trước đình Hạ",
    alt: "Bảy thuyền dài, mỗi thuyền bốn tay chèo và một người gõ nhịp cùng màu áo; bờ xa có cây đa, mái đình và đông người xem",
  },
  {
    name: "pho-dem-mua",
    ...UPRIGHT,
    credit: DRAWN,
    sha256: "7ce16891108fab93f0c0f622e6d1500c03d439967bfdd41645d015616f955d17",
    caption: "Phố Bến Nứa một tối mưa đầu đông",
    alt: "Phố hẹp ban đêm, mặt đường ướt soi bóng biển hiệu và đèn đường, người che ô đi bộ, xe máy bật đèn đi tới",
  },
  {
    name: "ngo-32",
    ...UPRIGHT,
    credit: DRAWN,
    sha256: "32e5fc9b6bf81f2e5daa866bf6047e1b1544d21110362cb127d6a41e6cba1406",
    caption: "Ngõ 32 phố Bến Nứa, nơi mười chín nhà gửi chìa khóa cho một người",
    alt: "Ngõ nhỏ giữa hai dãy nhà ống, dây điện chằng qua đầu, chậu cây và xe dựa tường, một người ngồi ghế thấp trước cửa",
  },
  {
    name: "san-truong",
    ...WIDE,
    credit: DRAWN,
    sha256: "b28873e4e93506c6ccfd6013e3af37b6e7410bce6182680d05d43ce770b3ab32",
    caption: "Sân trường tiểu học Sen Hồ sáng thứ Hai, trước giờ vào lớp",
    alt: "Học sinh áo trắng xếp hàng trước cột cờ, phượng nở đỏ bên dãy nhà hai tầng màu vàng, vài em chạy vào sân",
  },
  {
    name: "dong-lua",
    ...WIDE,
    credit: DRAWN,
    sha256: "1167f9b1d9343585cffbe530f6042bcc748ecbe4ee6fd7a06b4c2c7718e299a6",
    caption: "Lúa non trên cánh đồng phía nam phường, dưới chân dãy núi đá",
    alt: "Ruộng lúa xanh non hai bên một bờ đất, người đội nón gánh mạ đi trên bờ, phía sau là những ngọn núi đá vôi mờ dần",
  },
  {
    name: "cau-go",
    ...WIDEST,
    credit: DRAWN,
    sha256: "e32f7289606cf188cafc31c9ee5924dd0f3ec4e0f490f3b2b4017fb6d9638a45",
    caption: "Cầu mới qua cửa hồ lên đèn ngay sau khi mặt trời lặn",
    alt: "Cầu vòm nhiều nhịp có hàng đèn vàng soi xuống nước, một thuyền nhỏ treo đèn ở phía trước, trời tím hồng",
  },
  {
    name: "dinh-ha",
    ...WIDE,
    credit: DRAWN,
    sha256: "26a4523c59dfb3f1549e94830f3dfe7d3964fa48cc8ef3eacace6c7490949561",
    caption: "Đình Hạ trong nắng cuối chiều",
    alt: "Mái đình ngói cũ rộng và thấp, bốn góc cong vút, trước đình là sân gạch, ao sen và một người đang quét sân",
  },
  {
    name: "vuon-rau",
    ...WIDE,
    credit: DRAWN,
    sha256: "692d7ce34626a0767698e661f1ef0e3072d0da9fd07696694f20829ca5a04414",
    caption: "Vườn rau chung của tổ dân phố 9 giờ tưới sáng",
    alt: "Các luống rau xanh và tím chạy dài về phía dãy nhà, người đội nón tưới nước, hai người khác ngồi nhổ cỏ",
  },
  {
    name: "tram-y-te",
    ...WIDE,
    credit: DRAWN,
    sha256: "ccda48bd57c8ce1af66b61f677d1a958ebbf347680ea23929811f707b6e78b30",
    caption: "Trạm Y tế phường Sen Hồ kê ghế ra sân trong ngày tiêm chủng",
    alt: "Nhìn từ sau các hàng ghế nhựa xanh đỏ kê thưa: người dân ngồi chờ, phía trước là nhà trạm hai tầng và lều bạt có bàn tiêm",
  },
  {
    name: "trong-cay",
    ...WIDE,
    credit: DRAWN,
    sha256: "f9c84ee2b3f3a5c1b62907b06298ba054d52aaa7c511645f5bfc6fe45720a882",
    caption: "Ra quân trồng cây bóng mát dọc bờ hồ phía đông",
    alt: "Từng tốp hai, ba người áo xanh ngồi vun gốc cho những cây non có cọc chống trên bãi cỏ ngược nắng sớm",
  },
  {
    name: "phao-hoa",
    ...WIDE,
    credit: DRAWN,
    sha256: "6ad33fd8b7f7df50944a91633056b517df9e929435f638b30f96ca98fe5e7781",
    caption: "Pháo hoa trên hồ Sen đêm giao thừa, nhìn từ bờ nam",
    alt: "Nhiều chùm pháo hoa vàng, đỏ, xanh nở trên mặt hồ và soi xuống nước, bóng người đứng xem sát lan can",
  },
  {
    name: "tu-sach",
    ...WIDE,
    credit: DRAWN,
    sha256: "863e7da42eeaa79483b2ba346e2fb8aeaf27fe776ca58cf89e697f726608f155",
    caption: "Tủ sách của Hội Phụ nữ phường sáng Chủ nhật",
    alt: "Phòng đọc có nắng xiên qua cửa sổ, trẻ em ngồi quanh bàn gỗ đầy sách mở, kệ sách cao dọc hai bức tường",
  },
  {
    name: "phan-loai-rac",
    ...WIDE,
    credit: DRAWN,
    sha256: "7e832061148b81026659e49e1179546ad48d5251af34b915040eb5ff2fa50d20",
    caption: "Ba thùng phân loại đầu một “Ngõ không rác”",
    alt: "Ba thùng rác xanh lá, vàng và xanh dương đặt trước bức tường vàng có bóng lá, cạnh một sọt gỗ đựng chai",
  },
] as const satisfies readonly DemoPicture[];

export type PictureName = (typeof PICTURES)[number]["name"];

/** The picture of a name. */
export const pictureCalled = (name: PictureName): DemoPicture => {
  const found = PICTURES.find((one) => one.name === name);
  if (!found) throw new Error(`The demo has no picture "${name}".`);
  return found;
};
