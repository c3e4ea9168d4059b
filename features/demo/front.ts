import { type FrontContent, newBand, usualBands } from "#features/kinds/front.ts";

/** How the demo's front page is arranged, and what stands there by hand. */
export type DemoFront = {
  words: Partial<FrontContent>;
  pins: readonly { headline: string; band: string; slot: number }[];
};

const services = {
  ...newBand("tiles", "services"),
  title: "Người dân cần",
  tiles: [
    { words: "Hỏi phường, phường trả lời", address: "/hoi-dap" },
    { words: "Văn bản của phường", address: "/van-ban" },
    { words: "Lịch làm việc trong tuần", address: "/lich-cong-tac" },
    { words: "Các dòng sự kiện", address: "/chu-de" },
  ],
};

/** As a front without a hand, with services behind its notices, and one survey that stays in sight while it lasts. */
export const FRONT: DemoFront = {
  words: {
    title: "Trang chủ",
    bands: usualBands(null).flatMap((band) => (band.template === "notices" ? [band, services] : [band])),
  },
  pins: [
    {
      headline: "Lấy ý kiến về dự thảo quy ước dùng mặt nước hồ Sen: thuyền, lưới, hoa và người bơi",
      band: "lead",
      slot: 1,
    },
  ],
};
