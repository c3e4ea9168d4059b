const ZONE = "Asia/Ho_Chi_Minh";
const TIME = new Intl.DateTimeFormat("vi-VN", { timeZone: ZONE, hour: "2-digit", minute: "2-digit", hourCycle: "h23" });
const DAY = new Intl.DateTimeFormat("vi-VN", { timeZone: ZONE, day: "2-digit", month: "2-digit", year: "numeric" });

/** "10:27", and the day ("22/11/2026") when it is not today: `today` chooses between the two sentences. */
export function clockTime(instant: string, now = new Date()): { time: string; day: string; today: "yes" | "no" } {
  const at = new Date(instant);
  return { time: TIME.format(at), day: DAY.format(at), today: DAY.format(at) === DAY.format(now) ? "yes" : "no" };
}
