import type { PaperContent } from "#features/kinds/paper.ts";
import { handout, numbered, p } from "./build.ts";

/** A paper of the demo, and by their references those that it replaces: what is replaced stands before it. */
export type DemoPaper = Omit<Partial<PaperContent>, "replaces"> & { reference: string; replaces?: readonly string[] };

const COMMITTEE = "Ủy ban nhân dân phường Sen Hồ";
const COUNCIL = "Hội đồng nhân dân phường Sen Hồ";
const CHAIR = { name: "Trần Đức Lâm", post: "Chủ tịch Ủy ban nhân dân phường" };
const DEPUTY = { name: "Đặng Thùy Dương", post: "Phó Chủ tịch Ủy ban nhân dân phường" };
const SPEAKER = { name: "Ngô Bích Hạnh", post: "Chủ tịch Hội đồng nhân dân phường" };

const doc = (...content: PaperContent["body"]["content"]): PaperContent["body"] => ({ type: "doc", content });

/** A day so far from today, as yyyy-mm-dd. */
const dayAt = (now: Date, days: number) => new Date(now.getTime() + days * 86_400_000).toISOString().slice(0, 10);

/** What the ward of our invention has issued, the oldest first; one is replaced, one has ended by its own words, one does not hold yet. */
export const papersOf = (now: Date): readonly DemoPaper[] => [
  {
    ...{ form: "decision", reference: "18/2024/QĐ-UBND", issuer: COMMITTEE, signer: CHAIR },
    ...{ issuedOn: "2024-03-15", effectiveOn: "2024-04-01", slug: "quy-che-nha-van-hoa" },
    abstract: "Ban hành Quy chế sử dụng nhà văn hóa các tổ dân phố",
    body: doc(
      p("Nhà văn hóa mở cửa từ 17 giờ đến 21 giờ các ngày trong tuần; tổ trưởng tổ dân phố giữ chìa khóa."),
      p("Việc cưới, việc tang của gia đình trong tổ được dùng nhà văn hóa và không phải nộp tiền."),
    ),
  },
  {
    ...{ form: "plan", reference: "07/KH-UBND", issuer: COMMITTEE, signer: DEPUTY },
    ...{ issuedOn: "2025-12-20", effectiveOn: "2025-12-20", expiresOn: "2026-03-01", slug: "ke-hoach-tet" },
    abstract: "Tổ chức các hoạt động đón Tết trong phường",
    body: doc(
      p("Kế hoạch giao mười bốn đầu việc cho các bộ phận và mười hai tổ dân phố, mỗi việc có người phụ trách."),
      handout("ke-hoach-tet"),
    ),
  },
  {
    ...{ form: "resolution", reference: "03/2026/NQ-HĐND", issuer: COUNCIL, signer: SPEAKER },
    ...{ issuedOn: "2026-07-10", effectiveOn: "2026-08-01", slug: "quy-bao-tri-ho-sen" },
    abstract: "Quỹ bảo trì Hồ Sen và mức đóng góp tự nguyện của các hộ kinh doanh quanh hồ",
    body: doc(
      p("Hội đồng nhân dân phường quyết nghị:"),
      numbered(
        "1.",
        "Lập Quỹ bảo trì Hồ Sen do Ủy ban nhân dân phường quản lý, công khai thu chi mỗi quý.",
        "Mức đóng góp do các hộ tự chọn, không quá 200.000 ₫ một tháng.",
        "Quỹ dùng để vớt bèo, thay đèn và trồng lại sen.",
      ),
    ),
  },
  {
    ...{ form: "decision", reference: "41/2026/QĐ-UBND", issuer: COMMITTEE, signer: CHAIR },
    ...{ issuedOn: "2026-09-05", effectiveOn: "2026-10-01", slug: "quy-che-nha-van-hoa-moi" },
    abstract: "Ban hành Quy chế quản lý, sử dụng nhà văn hóa và sân chơi các tổ dân phố",
    replaces: ["18/2024/QĐ-UBND"],
    body: doc(
      p("Nhà văn hóa và sân chơi mở cửa từ 6 giờ đến 22 giờ; lịch đăng ký dùng chung của mười hai tổ được niêm yết."),
      p("Người khuyết tật, trường học và câu lạc bộ người cao tuổi được ưu tiên giờ ban ngày."),
    ),
  },
  {
    ...{ form: "announcement", reference: "112/TB-UBND", issuer: COMMITTEE, signer: DEPUTY },
    ...{ issuedOn: dayAt(now, -18), slug: "tam-ngung-cap-nuoc" },
    abstract: "Tạm ngừng cấp nước để súc rửa đường ống khu vực phía đông Hồ Sen",
    body: doc(
      p("Giờ ngừng và giờ có lại nước của từng đoạn phố có trong tệp kèm theo."),
      handout("thong-bao-ngung-cap-nuoc"),
    ),
  },
  {
    ...{ form: "report", reference: "58/BC-UBND", issuer: COMMITTEE, signer: CHAIR },
    ...{ issuedOn: dayAt(now, -11), slug: "bao-cao-nam" },
    abstract: "Kết quả thực hiện nhiệm vụ trong năm và phương hướng năm tới",
    body: doc(p("Báo cáo nêu cả những việc đã hứa mà chưa làm được."), handout("bao-cao-nam")),
  },
  {
    ...{ form: "dispatch", reference: "930/UBND-VP", issuer: COMMITTEE, signer: DEPUTY },
    ...{ issuedOn: dayAt(now, -6), slug: "truc-ngay-nghi" },
    abstract: "Bố trí trực và tiếp nhận hồ sơ trong những ngày nghỉ cuối tuần",
    body: doc(
      p(
        "Bộ phận tiếp nhận và trả kết quả bố trí hai người trực mỗi buổi; hồ sơ nhận trong ngày nghỉ được hẹn như ngày thường.",
      ),
    ),
  },
  {
    ...{ form: "decision", reference: "57/2026/QĐ-UBND", issuer: COMMITTEE, signer: CHAIR },
    ...{ issuedOn: dayAt(now, -3), effectiveOn: dayAt(now, 27), slug: "gio-xe-tai" },
    abstract: "Quy định giờ xe tải ra vào các tuyến phố quanh trường học",
    body: doc(
      p("Xe tải trên 3,5 tấn không đi vào các phố quanh ba trường học từ 6 giờ 30 đến 8 giờ và từ 16 giờ đến 18 giờ."),
      p("Xe cứu hỏa, xe cứu thương và xe thu gom rác không thuộc quy định này."),
    ),
  },
];
