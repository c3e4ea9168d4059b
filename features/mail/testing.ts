import { follow } from "#features/history/follow.ts";
import { mailFollower } from "./follower.ts";
import { sendMail } from "./send.ts";

type Hand = (sql: string, values?: unknown[]) => Promise<Record<string, unknown>[]>;

/** What a worker does for mail, at the test's pace: nothing waits but for its hour. */
export function aPost(rows: Hand) {
  return {
    /** The follower hears all that it has not heard. */
    async hear(): Promise<void> {
      while ((await follow(mailFollower)) > 0);
    },
    /** Jobs whose hour has come are done, each once. @throws what the first that fails says */
    async send(): Promise<void> {
      for (;;) {
        const [job] = await rows(`delete from jobs.job where id = (select id from jobs.job
          where name = 'send_mail' and start_after <= now() order by created_on limit 1) returning data`);
        if (!job) return;
        await sendMail(job.data as { mailId: number });
      }
    },
    /** So many minutes go by for all messages and their jobs. */
    async passes(minutes: number): Promise<void> {
      const older = (...columns: string[]) =>
        columns.map((column) => `${column} = ${column} - make_interval(mins => ${minutes})`).join(", ");
      await rows(`update mails set ${older("queued_at", "due_at", "left_at")}`);
      await rows(`update jobs.job set ${older("start_after", "created_on")}`);
    },
    /** Messages in the order of their making, each as "whom: why, state". */
    async mails(): Promise<string[]> {
      const found = await rows(`select p.name, array_to_string(m.kinds, '+') as why, m.state
        from mails m join people p on p.id = m.person_id order by p.name, m.id`);
      return found.map(({ name, why, state }) => `${name}: ${why}, ${state}`);
    },
    jobs: async (): Promise<number> =>
      Number((await rows("select count(*)::int as n from jobs.job where name = 'send_mail'"))[0]?.n),
  };
}
