import { beforeAll, describe, expect, test } from "vitest";
import { figureOf, readyCut, readyFile } from "#features/files/testing.ts";
import { drafted, submitted } from "#features/moves/testing.ts";
import { oneHouse } from "./house.ts";
import { verdict } from "./testing.ts";

const { house, sql } = oneHouse();

const CUT = "90-1000-0-5000-10000";
let files: number[];
beforeAll(async () => {
  files = [(await readyFile(house.office.reporter)).id, (await readyFile(house.office.reporter)).id];
});
const cut = (spelt = CUT, more: Record<string, string> = {}, fileId = files[0]) => {
  const columns = { file_id: String(fileId), cut: `'${spelt}'`, ...more };
  return `insert into file_cuts (${Object.keys(columns).join(", ")}) values (${Object.values(columns).join(", ")})`;
};
const READY = { state: "'ready'", width: "4", height: "3", made_with: "1", renditions: "'[{}]'" };

describe("a cut of a file", () => {
  test("is spelt in one way, once for its file", async () => {
    for (const spelt of ["", "45-0-0-1-1", "90-0-0-1", "90-01-0-1-1", "90-0-0-10001-1", "90-0-0-1-1-1", "../x"]) {
      expect([spelt, await verdict(sql, cut(spelt))]).toEqual([spelt, "a_cut_is_spelt_as_one"]);
    }
    expect(await verdict(sql, cut(), cut())).toBe("one_row_for_a_cut");
    expect(await verdict(sql, cut(), cut("180-0-0-10000-10000"), cut(CUT, {}, files[1]))).toBe("allowed");
  });
  test("is waiting, ready or failed; a failed one says why, and a ready one has what readers get", async () => {
    expect(await verdict(sql, cut(CUT, { state: "'lost'" }))).toBe("a_cut_is_in_one_of_three_states");
    expect(await verdict(sql, cut(CUT, { state: "'failed'" }))).toBe("a_failed_cut_says_why");
    expect(await verdict(sql, cut(CUT, { failure: "'x'" }))).toBe("a_failed_cut_says_why");
    expect(await verdict(sql, cut(CUT, { state: "'failed'", failure: "'x'" }))).toBe("allowed");
    expect(await verdict(sql, cut(CUT, READY))).toBe("allowed");
    for (const lacks of ["width", "height", "made_with", "renditions"] as const) {
      const { [lacks]: _, ...rest } = READY;
      expect([lacks, await verdict(sql, cut(CUT, rest))]).toEqual([lacks, "a_ready_cut_has_what_readers_get"]);
    }
  });
  test("is what it was: made anew readers keep it, and it is never another one", async () => {
    const change = (what: string) => `update file_cuts set ${what}`;
    const made = "state = 'ready', width = 4, height = 3, made_with = 1, renditions = '[{}]'";
    for (const what of [`file_id = ${files[1]}`, "cut = '0-0-0-5000-5000'"]) {
      expect([what, await verdict(sql, cut(), change(what))]).toEqual([what, "a_cut_is_what_it_was"]);
    }
    for (const what of ["width = 5", "height = null", "state = 'waiting'", "state = 'failed', failure = 'x'"]) {
      expect([what, await verdict(sql, cut(), change(made), change(what))]).toEqual([what, "a_cut_is_what_it_was"]);
    }
    expect(await verdict(sql, cut(), change(made), change("made_with = 2, renditions = '[{}, {}]'"))).toBe("allowed");
    const failed = change("state = 'failed', failure = 'x'");
    expect(await verdict(sql, cut(), failed, change(`${made}, failure = null`))).toBe("allowed");
  });
  test("goes once it was found that no text shows it, and only while that is so", async () => {
    const { office } = house;
    const forget = (hash: string) => `do $$ begin
        if forget_unused_cut((select c.id from file_cuts c join files f on f.id = c.file_id
          where f.sha256 = '${hash}' and f.site_id = ${office.siteId} and c.cut = '${CUT}')) is null
          then raise 'it stays' using errcode = 'TS001'; end if; end $$`;
    const found = "update file_cuts set unused_since = now()";
    const another = async () => {
      const { id, sha256 } = await readyFile(office.reporter);
      await readyCut(id, CUT);
      return { sha256, shown: { body: { type: "doc" as const, content: [figureOf(sha256, { cut: CUT })] } } };
    };
    const nobodys = await another();
    expect(await verdict(sql, forget(nobodys.sha256))).toBe("TS001");
    expect(await verdict(sql, found, forget(nobodys.sha256))).toBe("allowed");
    const written = await another();
    await drafted(office, written.shown);
    expect(await verdict(sql, found, forget(written.sha256))).toBe("TS001");
    const kept = await another();
    await submitted(office, kept.shown);
    expect(await verdict(sql, found, forget(kept.sha256))).toBe("TS001");
    const whole = await another();
    await drafted(office, { body: { type: "doc", content: [figureOf(whole.sha256)] } });
    expect(await verdict(sql, found, forget(whole.sha256))).toBe("allowed");
  });
});
