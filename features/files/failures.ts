/** Why a file cannot be used, each with what whoever brought it can do. */
export const FAILURES = {
  unreadable:
    "Tệp ảnh hỏng hoặc thiếu một phần, không mở được: hãy lấy lại từ máy ảnh hay điện thoại rồi đưa lên lần nữa.",
  too_many_pixels: "Ảnh quá lớn (hơn 120 triệu điểm ảnh): hãy thu nhỏ rồi đưa lên lần nữa.",
  too_much_memory:
    "Ảnh cần quá nhiều bộ nhớ để mở: hãy thu nhỏ, hoặc lưu lại dưới dạng JPEG thường, rồi đưa lên lần nữa.",
  too_slow: "Ảnh xử lý quá lâu nên đã dừng: hãy lưu lại dưới dạng JPEG rồi đưa lên lần nữa.",
  infected:
    "Tệp có mã độc nên đã bị xóa khỏi máy chủ: hãy quét vi-rút máy của bạn, rồi lấy tệp từ nguồn khác. Nếu tin là nhầm, hãy báo người quản trị hệ thống.",
  too_long_to_scan:
    "Phần mềm quét mã độc của tòa soạn không nhận tệp lớn như vậy nên tệp chưa dùng được: hãy giảm dung lượng rồi đưa lên lần nữa; hoặc nhờ người quản trị hệ thống nâng giới hạn quét (StreamMaxLength của clamd), rồi bấm “Xử lý lại” ở trang của tệp trong kho.",
  broken_document: "Tệp hỏng hoặc thiếu một phần, không mở được: hãy mở tệp gốc, lưu lại rồi đưa lên lần nữa.",
  encrypted: "Tệp được đặt mật khẩu hoặc mã hóa: hãy lưu một bản không khóa rồi đưa lên lần nữa.",
  macros:
    "Tệp có macro (chương trình chạy trong tệp), có thể gây hại cho bạn đọc: hãy lưu một bản không có macro rồi đưa lên lần nữa. Nếu macro là phần cần có (biểu mẫu tính sẵn), biên tập viên có thể cho phép ở trang của tệp trong kho.",
  scripts:
    "PDF có lệnh tự chạy (JavaScript hoặc lệnh mở chương trình), có thể gây hại cho bạn đọc: hãy in lại thành PDF thường rồi đưa lên lần nữa.",
  too_many_pages: "PDF có quá nhiều trang (hơn 3.000): hãy tách thành nhiều tệp rồi đưa lên lần nữa.",
  unpacks_too_large: "Tệp khi mở ra lớn bất thường (hơn 500 MB): hãy lưu lại hoặc tách nhỏ rồi đưa lên lần nữa.",
  two_in_one: "Tệp có lẫn một tệp khác loại ở trong nên không dùng được: hãy mở tệp, lưu lại rồi đưa lên lần nữa.",
  too_heavy: "Tệp cần quá nhiều bộ nhớ hoặc thời gian để mở: hãy giảm dung lượng hoặc tách nhỏ rồi đưa lên lần nữa.",
  broken_media:
    "Video hoặc âm thanh hỏng hoặc thiếu một phần, không phát được: hãy lấy lại từ máy quay, điện thoại hay phần mềm dựng rồi đưa lên lần nữa.",
  unplayable:
    "Trình duyệt của bạn đọc không phát được cách nén của tệp này (ví dụ HEVC/H.265, AV1, AC-3, ALAC): hãy xuất lại thành MP4 (H.264 8 bit, AAC), WebM (VP9, Opus) hoặc MP3 rồi đưa lên lần nữa.",
  no_picture: "Tệp này chỉ có tiếng, không có hình: hãy lưu lại dưới dạng M4A hoặc MP3 rồi đưa lên làm âm thanh.",
  no_sound: "Tệp này không có tiếng: hãy chọn tệp khác, hoặc ghi lại rồi đưa lên lần nữa.",
  broken_subtitles:
    "Phụ đề không đọc được hoặc có dòng sai giờ: hãy xuất lại thành WebVTT (.vtt) hoặc SubRip (.srt), bảng mã UTF-8, rồi đưa lên lần nữa.",
  secret:
    "Tệp có dấu độ mật (MẬT, TỐI MẬT hoặc TUYỆT MẬT) nên không được đưa lên, và không có bản nào được giữ lại: hãy báo người phụ trách bảo vệ bí mật nhà nước của cơ quan.",
} as const;

export type Failure = keyof typeof FAILURES;

/** Of a file in which clamd has found something. */
export const INFECTED: Failure = "infected";

/** Of one that clamd does not take, however long one waits. */
export const TOO_LONG_TO_SCAN: Failure = "too_long_to_scan";

/** Of these nothing is kept: the bytes go as soon as it is known. */
export const NOT_KEPT: readonly Failure[] = [INFECTED, "secret"];
