import type { PageContent } from "#features/kinds/page.ts";
import { bullets, h2, p } from "./build.ts";

/** Pages of the demo that stand for themselves. */
export const PAGES: readonly Partial<PageContent>[] = [
  {
    title: "Về phường Sen Hồ",
    slug: "ve-phuong-sen-ho",
    place: "menu",
    body: {
      type: "doc",
      content: [
        p(
          "Phường Sen Hồ nằm quanh một hồ nước rộng, có mười hai tổ dân phố và một làng nghề đan mây. Phường được dựng ra để giới thiệu phần mềm này; không có nơi nào như thế trên bản đồ.",
        ),
        h2("Cơ quan của phường"),
        bullets("-", "Hội đồng nhân dân phường", "Ủy ban nhân dân phường", "Bộ phận tiếp nhận và trả kết quả"),
      ],
    },
  },
  {
    title: "Liên hệ",
    slug: "lien-he",
    place: "footer",
    body: {
      type: "doc",
      content: [
        p("Bộ phận tiếp nhận làm việc từ thứ Hai đến thứ Sáu, buổi sáng từ 7 giờ 30, buổi chiều đến 17 giờ."),
        p("Góp ý cho trang thông tin xin gửi về địa chỉ thư ở chân trang."),
      ],
    },
  },
];
