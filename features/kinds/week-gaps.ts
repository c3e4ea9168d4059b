import { type Gap, type GapFacts, gapList } from "#features/text/gaps.ts";
import { weekdayNameOf } from "#lib/dates.ts";
import { type Entry, isHour, type WeekContent } from "./week.ts";

/** Everything that is missing in the calendar of a week, or does not fit together: of each kind one sentence, which names its entries. */
export function weekGaps(content: WeekContent, facts: GapFacts = {}): Gap[] {
  return [...ofTheWeek(content, facts), ...ofEntries(content)];
}

function ofTheWeek({ monday }: WeekContent, { takenWeeks, openWeeks }: GapFacts): Gap[] {
  return gapList(
    monday === null && { field: "monday", sentence: "Chưa chọn tuần.", blocks: "submit" },
    monday !== null &&
      takenWeeks?.has(monday) === true && {
        field: "monday",
        sentence: "Tuần này đã có lịch khác bạn đọc biết; cần cập nhật lịch đó, hoặc chọn tuần khác.",
        blocks: "submit",
      },
    monday !== null &&
      openWeeks?.has(monday) === true && {
        field: "monday",
        sentence: "Tuần này đang có một lịch khác được soạn; chỉ một lịch đăng được.",
        blocks: "advice",
      },
  );
}

type Wrong = { is: (entry: Entry) => boolean; words: string; blocks: Gap["blocks"] };

const isNoHour = (said: string) => said !== "" && !isHour(said);

const WRONG: readonly Wrong[] = [
  { is: ({ when, from }) => when === "at" && from === "", words: "Chưa ghi giờ", blocks: "submit" },
  { is: ({ from, to }) => [from, to].some(isNoHour), words: "Chưa hiểu giờ", blocks: "submit" },
  {
    is: ({ from, to }) => isHour(to) && !isNoHour(from) && to <= from,
    words: "Giờ kết thúc không sau giờ bắt đầu",
    blocks: "submit",
  },
  { is: ({ what }) => what === "", words: "Chưa ghi nội dung công việc", blocks: "submit" },
  { is: ({ leaders }) => leaders === "", words: "Chưa ghi lãnh đạo", blocks: "submit" },
  { is: ({ place, state }) => place === "" && state !== "cancelled", words: "Chưa ghi địa điểm", blocks: "advice" },
];

/** What is wrong with one entry, or missing in it, as its gaps say it. */
export const wrongIn = (entry: Entry): string[] => WRONG.filter(({ is }) => is(entry)).map(({ words }) => words);

function ofEntries({ entries }: WeekContent): Gap[] {
  if (entries.length === 0) return [{ field: "entries", sentence: "Chưa có mục công tác nào.", blocks: "submit" }];
  return WRONG.flatMap(({ is, words, blocks }) => {
    const where = entries.filter(is).map((entry) => placeOf(entry, entries));
    return where.length === 0 ? [] : [{ field: "entries", sentence: `${words}: ${where.join("; ")}.`, blocks }];
  });
}

/** "Thứ Hai, mục 2", as the editor counts them. */
function placeOf({ id, day }: Entry, entries: readonly Entry[]): string {
  const place = entries.filter((one) => one.day === day).findIndex((one) => one.id === id);
  return `${weekdayNameOf(day)}, mục ${place + 1}`;
}
