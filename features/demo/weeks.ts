import { calledWeek, type Entry, newEntry, type WeekContent } from "#features/kinds/week.ts";
import { daysAfter, isoDayOf, mondayOf } from "#lib/dates.ts";

/** A week's calendar of the demo, and what was changed in it after it was published. */
type DemoWeek = Pick<WeekContent, "monday" | "title" | "slug" | "note" | "entries"> & {
  changed?: Pick<WeekContent, "entries">;
};

type Said = Omit<Partial<Entry>, "id" | "day">;

const CHAIR = "Chủ tịch Trần Đức Lâm";
const DEPUTY = "Phó Chủ tịch Đặng Thùy Dương";
const SPEAKER = "Chủ tịch HĐND Ngô Bích Hạnh";

const entry = (id: string, day: Entry["day"], said: Said): Entry => ({ ...newEntry(day, id), ...said });

/** What recurs every week in the ward of our invention. */
const always: readonly Entry[] = [
  entry("chao-co", 1, {
    ...{ from: "07:15", to: "07:45", leaders: "Toàn thể lãnh đạo phường", what: "Chào cờ đầu tuần" },
    ...{ place: "Sân trụ sở phường", others: "Cán bộ, công chức, người lao động" },
  }),
  entry("giao-ban", 1, {
    ...{ from: "08:00", to: "10:00", leaders: `${CHAIR}; ${DEPUTY}`, what: "Giao ban tuần" },
    ...{
      place: "Phòng họp tầng 2",
      others: "Trưởng các bộ phận, mười hai tổ trưởng tổ dân phố",
      prepares: "Văn phòng",
    },
  }),
  entry("tiep-dan", 4, {
    ...{ when: "morning", leaders: CHAIR, what: "Tiếp công dân định kỳ" },
    ...{ place: "Phòng tiếp công dân", prepares: "Bộ phận tiếp dân" },
  }),
];

const lastWeek: readonly Entry[] = [
  ...always,
  entry("le-hoi", 3, {
    ...{ from: "14:00", leaders: DEPUTY, what: "Kiểm tra việc vớt bèo và thay đèn quanh Hồ Sen" },
    ...{ place: "Bến thuyền phía đông", others: "Tổ quản lý hồ, hai hộ kinh doanh" },
  }),
  entry("giam-sat", 5, {
    ...{ from: "08:30", leaders: SPEAKER, what: "Giám sát việc dùng nhà văn hóa các tổ dân phố" },
    ...{ place: "Nhà văn hóa tổ 5, tổ 9", others: "Hai ban của HĐND" },
  }),
];

const thisWeek: readonly Entry[] = [
  ...always,
  entry("cap-nuoc", 2, {
    ...{ from: "09:00", leaders: DEPUTY, what: "Họp về lịch súc rửa đường ống phía đông Hồ Sen" },
    ...{ place: "Phòng họp tầng 1", others: "Xí nghiệp nước, tổ trưởng các tổ 3, 4, 7", prepares: "Bộ phận đô thị" },
  }),
  entry("xe-tai", 3, {
    ...{ when: "afternoon", leaders: CHAIR, what: "Đi kiểm tra giờ xe tải quanh ba trường học" },
    ...{ place: "Phố Bờ Hồ, phố Cửa Đình", others: "Công an phường, ba hiệu trưởng" },
  }),
  entry("ky-hop", 5, {
    ...{ when: "all_day", leaders: SPEAKER, what: "Chuẩn bị kỳ họp cuối năm của HĐND phường" },
    ...{ place: "Hội trường", prepares: "Văn phòng" },
  }),
  entry("doi-thoai", 6, {
    ...{ from: "08:00", to: "11:00", leaders: CHAIR, what: "Đối thoại với thanh niên về sân chơi mới" },
    ...{ place: "Nhà văn hóa tổ 2", others: "Đoàn Thanh niên, sáu chi đoàn" },
  }),
];

/** After the calendar of this week had gone out, a meeting was put off, another one was called off, and one was added. */
const thisWeekChanged: readonly Entry[] = [
  ...thisWeek.map((one) => {
    if (one.id === "cap-nuoc") return { ...one, state: "postponed" as const };
    return one.id === "doi-thoai" ? { ...one, state: "cancelled" as const } : one;
  }),
  entry("thu-vien", 4, {
    ...{ from: "15:00", leaders: DEPUTY, what: "Nhận tủ sách của thư viện thành phố", place: "Nhà văn hóa tổ 2" },
    state: "added",
  }),
];

/** The calendars of the last week and of this one, by the day on which the demo is made. */
export function weeksOf(now: Date): readonly DemoWeek[] {
  const monday = mondayOf(isoDayOf(now));
  const last = daysAfter(monday, -7);
  return [
    { monday: last, ...calledWeek(last), note: "", entries: [...lastWeek] },
    {
      ...{ monday, ...calledWeek(monday), entries: [...thisWeek], changed: { entries: [...thisWeekChanged] } },
      note: "Lịch này thay cho giấy mời họp nội bộ. Việc thay đổi được cập nhật tại đây.",
    },
  ];
}
