/** Why a picture cannot be used, each with what whoever brought it can do. */
export const FAILURES = {
  unreadable:
    "Tệp ảnh hỏng hoặc thiếu một phần, không mở được: hãy lấy lại từ máy ảnh hay điện thoại rồi đưa lên lần nữa.",
  too_many_pixels: "Ảnh quá lớn (hơn 120 triệu điểm ảnh): hãy thu nhỏ rồi đưa lên lần nữa.",
  too_much_memory:
    "Ảnh cần quá nhiều bộ nhớ để mở: hãy thu nhỏ, hoặc lưu lại dưới dạng JPEG thường, rồi đưa lên lần nữa.",
  too_slow: "Ảnh xử lý quá lâu nên đã dừng: hãy lưu lại dưới dạng JPEG rồi đưa lên lần nữa.",
  infected:
    "Tệp có mã độc nên đã bị xóa khỏi máy chủ: hãy quét vi-rút máy của bạn, rồi lấy tệp từ nguồn khác. Nếu tin là nhầm, hãy báo người quản trị hệ thống.",
} as const;

export type Failure = keyof typeof FAILURES;

/** Of a file that failed so no bytes are kept. */
export const INFECTED: Failure = "infected";
