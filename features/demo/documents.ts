import { PDF } from "#features/files/media.ts";

/** A paper of the demo, set by `scripts/documents/draw.ts`: each of its pages says that it is one. */
export type DemoDocument = {
  /** Of the file `features/demo/documents/NAME.pdf`. */
  name: string;
  /** Of its bytes, in hex: how texts name it. */
  sha256: string;
  pages: number;
  /** As articles call it, and what they say of it. */
  title: string;
  summary: string;
};

export const DOCUMENT_TYPE = PDF;

/** What the demo hands out; offices, people and figures are as invented as its articles. */
export const DOCUMENTS = [
  {
    name: "ke-hoach-tet",
    sha256: "54228432ce4dc90da70fcc542ae68fa55dabbe591f9df07da89f8d2c67259e8c",
    pages: 2,
    title: "Kế hoạch tổ chức Tết trong phường (văn bản mẫu)",
    summary:
      "Mười bốn đầu việc với người phụ trách và ngày kiểm tra, kinh phí 180 triệu ₫ và cách làm khi mưa to hoặc mất điện.",
  },
  {
    name: "thong-bao-ngung-cap-nuoc",
    sha256: "af93930e15199d16ebd7a52988dcf9d5d8dd08a5d7f059bf9bf0785f0d636334",
    pages: 2,
    title: "Thông báo tạm ngừng cấp nước (văn bản mẫu)",
    summary: "Giờ ngừng và giờ có lại nước của từng đoạn phố, ba điểm lấy nước trong đêm và cách báo sự cố.",
  },
  {
    name: "to-khai-tam-tru",
    sha256: "2a2e98919b6573344081707229fb5e8cfd8e8f246c5d39e50f03c26e70a8c050",
    pages: 2,
    title: "Tờ khai thông tin tạm trú (biểu mẫu minh họa)",
    summary: "Biểu mẫu để điền tay: người khai, nơi tạm trú, người cùng ở; trang sau ghi giấy tờ cần mang theo.",
  },
  {
    name: "bao-cao-nam",
    sha256: "48545babf110b2a8103392ef2016c2167b5ddfbf3ce4e905a591adef1c335ef3",
    pages: 3,
    title: "Báo cáo một năm của phường (văn bản mẫu)",
    summary: "Những việc đã hứa mà chưa làm, bảy chỉ số so với năm trước, thu chi theo việc và ba việc của năm tới.",
  },
  {
    name: "lich-cong-tac-tuan",
    sha256: "3fe2a309bba823bfcff3f772897b25c2f2c98b1159376ae795bda53e817a3032",
    pages: 2,
    title: "Lịch công tác tuần (văn bản mẫu)",
    summary: "Lịch từng buổi của lãnh đạo phường, lịch tiếp dân, phòng họp và xe trong tuần.",
  },
  {
    name: "bien-ban-ky-hop",
    sha256: "5c0de91e384478e28636ce37b27453bd32755d1a7c117151d4b7c5ccd1f8c9d5",
    pages: 2,
    title: "Biên bản kỳ họp giữa nhiệm kỳ (văn bản mẫu)",
    summary: "Thành phần, ý kiến của bốn đại biểu, kết quả biểu quyết ba nghị quyết và việc giao lại.",
  },
] as const satisfies readonly DemoDocument[];

export type DocumentName = (typeof DOCUMENTS)[number]["name"];

/** @throws for a name that has none: a mistake of the demo's writer */
export function documentCalled(name: DocumentName): DemoDocument {
  const found = DOCUMENTS.find((one) => one.name === name);
  if (!found) throw new Error(`The demo has no document "${name}".`);
  return found;
}
