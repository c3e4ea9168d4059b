import { describe, expect, test } from "vitest";
import { figureOf, readyFile } from "#features/files/testing.ts";
import { carryOut } from "#features/moves/commands.ts";
import { aText, drafted, published, typeIn } from "#features/moves/testing.ts";
import { anotherOffice, oneOffice } from "#features/moves/testing-office.ts";
import type { Role } from "#features/roles/roles.ts";
import type { Video } from "#features/text/body.ts";
import { withBeside } from "./along.ts";
import { binFile, restoreFile } from "./bin.ts";
import { askToErase, eraseFile, hideFile, showFileAgain, withdrawErasure } from "./going.ts";
import { erasedFile, fileDetails } from "./queries.ts";

const { office, rows } = oneOffice();
const elsewhere = anotherOffice();

type Anyone = { siteId: number; personId: number };
const as = (role: Role, person: Anyone = office[role === "administrator" ? "admin" : role]) => ({
  ...person,
  grants: [{ role, sectionId: null }],
});
const second = () => as("approver", office.approver2);
const REASON = "Gia đình yêu cầu";

/** A video of a reporter's, with its poster and its subtitles. */
async function aFilm(by: Anyone = office.reporter) {
  const film = await readyFile(by, undefined, { mediaType: "video/webm", name: "đua.webm" });
  const poster = await readyFile(by, undefined, { name: "bìa.jpg" });
  const words = await readyFile(by, undefined, { mediaType: "text/vtt", name: "lời.vtt" });
  const attrs = { title: "Đua thuyền", credit: "Đài phường Sen", transcript: "", speechless: false };
  const video: Video = {
    type: "video",
    attrs: {
      ...{ id: "film", file: film.sha256, poster: { file: poster.sha256 }, subtitles: { file: words.sha256 } },
      ...attrs,
    },
  };
  return { film: film.sha256, poster: poster.sha256, words: words.sha256, video };
}
const showing = (...blocks: (Video | ReturnType<typeof figureOf>)[]) => ({
  body: { type: "doc" as const, content: [...aText(0).body.content, ...blocks] },
});
const EMPTY = showing();

/** What each press of a video would do with what belongs to it, as `which: press=does`. */
async function does(staff: ReturnType<typeof as>, film: string) {
  const { beside } = await fileDetails(staff, film);
  return Object.fromEntries(beside.map((one) => [one.which, one.does]));
}
const hide = (staff: ReturnType<typeof as>, sha256: string, along: string[]) =>
  withBeside(staff, "hide", { sha256, along }, (one) => hideFile(staff, { sha256: one, reason: REASON }));
const ask = (staff: ReturnType<typeof as>, sha256: string, along: string[]) =>
  withBeside(staff, "ask", { sha256, along }, (one) => askToErase(staff, { sha256: one, reason: REASON }));
const bin = (staff: ReturnType<typeof as>, sha256: string, along: string[]) =>
  withBeside(staff, "bin", { sha256, along }, (one) => binFile(staff, { sha256: one }));
const standing = async (...hashes: string[]) =>
  (
    await rows(
      "select sha256, hidden, binned_at is not null as binned, erased from files where sha256 = any($1) order by array_position($1, sha256)",
      [hashes],
    )
  ).map(({ hidden, binned, erased }) =>
    [hidden && "hidden", binned && "binned", erased && "erased"].filter(Boolean).join(),
  );
const deedsOf = async (sha256: string) =>
  (await rows("select kind from file_events where sha256 = $1 order by id", [sha256])).map(({ kind }) => kind);

describe("a video takes along what belongs to it", () => {
  test("out of readers' sight, and back by whoever may; each is a deed of its own", async () => {
    const { film, poster, words, video } = await aFilm();
    await published(office, showing(video));
    expect(await does(as("editor"), film)).toEqual({
      poster: { hide: "goes", ask: "goes", bin: "used" },
      subtitles: { hide: "goes", ask: "goes", bin: "used" },
    });
    expect(await hide(as("editor"), film, [poster, words])).toEqual({ stays: [] });
    expect(await standing(film, poster, words)).toEqual(["hidden", "hidden", "hidden"]);
    expect(await deedsOf(poster)).toEqual(["hidden"]);
    expect(await does(as("approver"), film)).toMatchObject({ poster: { show: "goes" }, subtitles: { show: "goes" } });
    expect((await does(as("editor"), film)).poster).not.toHaveProperty("show");
    const back = as("approver");
    await withBeside(back, "show", { sha256: film, along: [poster] }, (one) => showFileAgain(back, { sha256: one }));
    expect(await standing(film, poster)).toEqual(["", ""]);
    expect(await standing(words)).toEqual(["hidden"]);
  });

  test("but for what was hidden for another reason, which does not come back with it", async () => {
    const { film, poster, video } = await aFilm();
    await drafted(office, showing(video));
    await hideFile(as("editor"), { sha256: poster, reason: "Hết hạn" });
    await hideFile(as("editor"), { sha256: film, reason: REASON });
    expect((await does(as("approver"), film)).poster).not.toHaveProperty("show");
    const back = as("approver");
    const done = await withBeside(back, "show", { sha256: film, along: [poster] }, (one) =>
      showFileAgain(back, { sha256: one }),
    );
    expect(done.stays).toEqual([expect.stringContaining("Ảnh bìa “bìa.jpg” ở lại")]);
    expect(await standing(poster)).toEqual(["hidden"]);
  });

  test("into the bin, when no text names them any more, and out of it", async () => {
    const { film, poster, words, video } = await aFilm();
    const id = await drafted(office, showing(video));
    await typeIn(office.reporter, id, EMPTY);
    const mine = as("reporter");
    expect(await does(mine, film)).toEqual({ poster: { bin: "goes" }, subtitles: { bin: "goes" } });
    expect(await bin(mine, film, [poster, words])).toEqual({ stays: [] });
    expect(await standing(film, poster, words)).toEqual(["binned", "binned", "binned"]);
    await withBeside(mine, "restore", { sha256: film, along: [poster, words] }, (one) =>
      restoreFile(mine, { sha256: one }),
    );
    expect(await standing(film, poster, words)).toEqual(["", "", ""]);
  });

  test("the newest poster among many, that readers have", async () => {
    const { film, video } = await aFilm();
    const posters = await Promise.all(Array.from({ length: 13 }, () => readyFile(office.reporter)));
    const id = await drafted(office, showing(video));
    for (const { sha256 } of posters) {
      await typeIn(office.reporter, id, showing({ ...video, attrs: { ...video.attrs, poster: { file: sha256 } } }));
    }
    const newest = posters.toSorted((one, other) => other.id - one.id)[0]?.sha256 ?? "";
    const { beside } = await fileDetails(as("editor"), film);
    expect(beside.map(({ sha256 }) => sha256)).toContain(newest);
    expect((await hide(as("editor"), film, [newest])).stays).toEqual([]);
    expect(await standing(newest)).toEqual(["hidden"]);
  });

  test("away for good, by two people, who are both told of all that goes", async () => {
    const { film, poster, words, video } = await aFilm();
    await published(office, showing(video));
    await ask(as("editor"), film, [poster, words]);
    await withBeside(as("editor"), "withdraw", { sha256: film, along: [words] }, (one) =>
      withdrawErasure(as("editor"), { sha256: one }),
    );
    expect(await does(second(), film)).toMatchObject({ poster: {}, subtitles: { ask: "goes" } });
    await ask(as("editor"), film, []);
    const does2 = await does(second(), film);
    expect(does2).toMatchObject({ poster: { erase: "goes" } });
    expect(does2.subtitles).not.toHaveProperty("erase");
    const erase = (staff: ReturnType<typeof as>, along: string[]) =>
      withBeside(staff, "erase", { sha256: film, along }, (one) => eraseFile(staff, { sha256: one }));
    // Who has asked is no second person, for none of them.
    await expect(erase(as("editor"), [poster])).rejects.toMatchObject({ code: "not_allowed" });
    expect(await standing(poster)).toEqual(["hidden"]);
    const { stays } = await erase(second(), [poster, words]);
    expect(stays).toEqual([expect.stringContaining("Phụ đề “lời.vtt” ở lại")]);
    expect(await standing(film, poster)).toEqual(["hidden,erased", "hidden,erased"]);
    expect(await deedsOf(poster)).toEqual(["hidden", "erase_asked", "erased"]);
    expect(await erasedFile(second(), poster)).not.toBeNull();
  });
});

describe("what belongs to a video stays, and says so,", () => {
  test("where readers have it, or somebody writes with it, otherwise", async () => {
    for (const use of [published, drafted]) {
      const { film, poster, words, video } = await aFilm();
      await published(office, showing(video));
      await use(office, showing(figureOf(poster)));
      expect(await does(as("editor"), film)).toMatchObject({ poster: { hide: "used" }, subtitles: { hide: "goes" } });
      const { stays } = await hide(as("editor"), film, [poster, words]);
      expect(stays).toEqual(["Ảnh bìa “bìa.jpg” ở lại: tệp còn được dùng ở chỗ khác. Cần thì mở trang của tệp đó."]);
      expect(await standing(film, poster, words)).toEqual(["hidden", "", "hidden"]);
    }
  });

  test("and for good also where a text has it that may be published again", async () => {
    const { film, poster, words, video } = await aFilm();
    await published(office, showing(video));
    const id = await published(office, showing(figureOf(poster)));
    await carryOut(office.approver, "withdraw", id, { reason: "error" });
    const [may] = [await does(as("editor"), film)];
    expect(may).toMatchObject({ poster: { hide: "goes", ask: "used" }, subtitles: { ask: "goes" } });
    const { stays } = await ask(as("editor"), film, [poster, words]);
    expect(stays).toEqual([expect.stringContaining("còn được dùng ở chỗ khác")]);
    expect(await standing(film, poster, words)).toEqual(["hidden", "", "hidden"]);
  });

  test("also where that is in the same text", async () => {
    const { film, poster, video } = await aFilm();
    await published(office, showing(video, figureOf(poster)));
    expect((await does(as("editor"), film)).poster).toMatchObject({ hide: "used" });
    expect((await hide(as("editor"), film, [poster])).stays).toHaveLength(1);
    expect(await standing(film, poster)).toEqual(["hidden", ""]);
  });

  test("where it is somebody else's, and in the bin none that a text names", async () => {
    const { film, poster, video } = await aFilm();
    const words = await readyFile(office.editor, undefined, { mediaType: "text/vtt" });
    const other = { ...video, attrs: { ...video.attrs, subtitles: { file: words.sha256 } } };
    const id = await drafted(office, showing(other));
    await typeIn(office.reporter, id, EMPTY);
    const held = await drafted(office, showing(figureOf(poster)));
    const { stays } = await bin(as("reporter"), film, [poster, words.sha256]);
    expect(stays).toEqual([
      expect.stringContaining("còn được dùng ở chỗ khác"),
      expect.stringContaining("do người khác đưa lên"),
    ]);
    expect(await standing(film, poster, words.sha256)).toEqual(["binned", "", ""]);
    await typeIn(office.reporter, held, EMPTY);
  });

  test("where it never belonged to it, whoever says so; and nothing goes where the video itself may not", async () => {
    const { film, poster, video } = await aFilm();
    await published(office, showing(video));
    const stranger = await readyFile(office.reporter);
    await expect(hide(as("reporter"), film, [poster])).rejects.toMatchObject({ code: "not_allowed" });
    expect(await standing(film, poster)).toEqual(["", ""]);
    const { stays } = await hide(as("editor"), film, [stranger.sha256]);
    expect(stays).toEqual([expect.stringContaining("không phải ảnh bìa hay phụ đề")]);
    expect(await standing(stranger.sha256)).toEqual([""]);
    // Twice, or by two at once: the second one is told that it is done.
    await expect(hide(as("editor"), film, [poster])).rejects.toMatchObject({ code: "wrong_state" });
    expect(await standing(poster)).toEqual([""]);
  });

  test("and another site's is nobody's here", async () => {
    const theirs = await aFilm(elsewhere.reporter);
    await drafted(office, showing(theirs.video));
    expect(
      await rows("select * from files_beside b join files f on f.id = b.file_id where f.sha256 = $1", [theirs.film]),
    ).toEqual([]);
  });
});
