import type { TopicContent } from "#features/kinds/topic.ts";
import { lead } from "./build.ts";

/** A topic of the demo, with the headlines of what stands in it. */
export type DemoTopic = {
  words: Partial<TopicContent>;
  pinned: string | null;
  articles: readonly string[];
};

/** Two stories that go on. Everything in them is invented. */
export const TOPICS: readonly DemoTopic[] = [
  {
    words: {
      title: "Ngõ sâu và lối thoát thứ hai",
      slug: "ngo-sau-va-loi-thoat-thu-hai",
      standfirst:
        "Bốn mươi ngõ của phường hẹp hơn một chiếc xe chữa cháy. Người trong ngõ tự sắm vòi, giữ chìa khóa cho nhau và tập mở lối thoát thứ hai.",
      lead: lead("ngo-32"),
    },
    pinned: null,
    articles: [
      "Xe chữa cháy không vào được ngõ 32, nên ngõ 32 tự sắm vòi",
      "Diễn tập chữa cháy lúc rạng sáng: bốn phút để mở được lối thoát thứ hai",
      "Người giữ chìa khóa của cả ngõ",
      "Kế hoạch số 7/KH-UBND tổ chức Tết trong phường: đủ nhà, đủ điện, đủ lối thoát",
    ],
  },
  {
    words: {
      title: "Đi trọn một vòng hồ Sen",
      slug: "di-tron-mot-vong-ho-sen",
      standfirst:
        "Từ hàng cây bờ đông đến cây cầu lên đèn và đoạn đường dạo cuối cùng: phường làm con đường quanh hồ trong ba năm, và bàn xem ai được dùng mặt nước.",
      lead: lead("duong-dao-bo-ho"),
    },
    pinned: "Lấy ý kiến về dự thảo quy ước dùng mặt nước hồ Sen: thuyền, lưới, hoa và người bơi",
    articles: [
      "Ba trăm hai mươi cây bờ đông, mỗi cây một người nhận tưới",
      "Đếm lại cây bờ đông: 301 trên 320 cây còn sống",
      "Cầu cửa hồ lên đèn: sáng vừa đủ để đi, tối vừa đủ để cá ngủ",
      "Lấy ý kiến về dự thảo quy ước dùng mặt nước hồ Sen: thuyền, lưới, hoa và người bơi",
      "Mười hai thuyền nan tranh giải đua thuyền hồ Sen",
      "Giải chạy “Chậm cũng được” quanh hồ: giải nhất dành cho người về đích giữa bảng",
      "Thông đoạn đường dạo cuối cùng, người dân đi bộ được trọn vòng hồ Sen",
    ],
  },
];
