import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { makeUploader, type Told } from "./uploader.ts";

const HASH = "ab".repeat(32);
const picture = (name: string) => new File(["x"], name, { type: "image/jpeg" });

/** What was sent, and what each upload can be made to say. */
function atTheServer({ refusal = null as string | null } = {}) {
  const sent: { name: string; told: Told; ended: "stopped" | "abandoned" | null }[] = [];
  const uploads = makeUploader({
    refusal: () => refusal,
    send(file, told) {
      const one: (typeof sent)[number] = { name: file.name, told, ended: null };
      sent.push(one);
      return {
        stop: () => (one.ended = "stopped"),
        abandon: () => (one.ended = "abandoned"),
      } as { stop: () => void; abandon: () => void };
    },
  });
  const placed: string[] = [];
  const hold = (figures: string[]) =>
    uploads.heldBy((id, file) => figures.includes(id) && placed.push(`${id} ${file.slice(0, 2)}`) > 0);
  const told = (at: number): Told => {
    const one = sent[at];
    if (one === undefined) throw new Error(`nothing was sent as number ${at}`);
    return one.told;
  };
  return { uploads, sent, placed, hold, told };
}

const alive = new Set<string>();
beforeEach(() => {
  vi.useFakeTimers();
  alive.clear();
  let made = 0;
  vi.spyOn(URL, "createObjectURL").mockImplementation(() => {
    made += 1;
    alive.add(`blob:${made}`);
    return `blob:${made}`;
  });
  vi.spyOn(URL, "revokeObjectURL").mockImplementation((address) => void alive.delete(address));
});
afterEach(() => {
  vi.useRealTimers();
  vi.restoreAllMocks();
});

test("a picture that came is put into its figure, and shown from here until it is let go", () => {
  const { uploads, told, placed, hold } = atTheServer();
  const arrived: string[] = [];
  uploads.onArrived((id, file) => arrived.push(id, file));
  hold(["a"]);
  uploads.bring("a", picture("a.jpg"));
  told(0).progressed(1);
  expect(uploads.of("a")).toMatchObject({ kind: "sending", sent: 1 });
  told(0).arrived(HASH);
  expect(placed).toEqual(["a ab"]);
  expect(arrived).toEqual(["a", HASH]);
  expect(uploads.pictureOf("a")).toBe("blob:1");
  uploads.forget("a");
  expect(uploads.of("a")).toBeUndefined();
  expect(alive).toEqual(new Set());
});

test("a picture whose figure is nowhere is forgotten", () => {
  const { uploads, told, hold } = atTheServer();
  hold([]);
  uploads.bring("a", picture("a.jpg"));
  told(0).arrived(HASH);
  expect(uploads.of("a")).toBeUndefined();
  expect(alive).toEqual(new Set());
});

test("a figure that is taken out stops its upload, and goes on with it when it comes back", () => {
  const { uploads, sent } = atTheServer();
  uploads.bring("a", picture("a.jpg"));
  uploads.figuresAre(new Set());
  expect(sent[0]?.ended).toBe("stopped");
  expect(uploads.underWay()).toEqual([]);
  uploads.figuresAre(new Set(["a"]));
  expect(sent.map(({ name }) => name)).toEqual(["a.jpg", "a.jpg"]);
});

test("what is cancelled is taken back from the server, and can be tried again", () => {
  const { uploads, sent, told } = atTheServer();
  uploads.bring("a", picture("a.jpg"));
  uploads.cancel("a");
  expect(sent[0]?.ended).toBe("abandoned");
  told(0).arrived(HASH);
  expect(uploads.of("a")?.kind).toBe("cancelled");
  uploads.again("a");
  expect(sent).toHaveLength(2);
});

test("what fails is sent again when its time has come, and at once when the connection is back", () => {
  const { uploads, sent, told } = atTheServer();
  uploads.bring("a", picture("a.jpg"));
  told(0).failed("Máy chủ hết chỗ.");
  expect(uploads.of("a")).toMatchObject({ kind: "lost", sentence: "Máy chủ hết chỗ." });
  vi.advanceTimersByTime(1_999);
  expect(sent).toHaveLength(1);
  vi.advanceTimersByTime(1);
  expect(sent).toHaveLength(2);
  told(1).failed(null);
  uploads.wake();
  expect(sent).toHaveLength(3);
});

test("a hundred at once go two by two; one that is refused says why and holds nobody up", () => {
  const { uploads, sent, told, hold } = atTheServer();
  const ids = Array.from({ length: 100 }, (_, at) => `p${at}`);
  hold(ids);
  for (const id of ids) uploads.bring(id, picture(`${id}.jpg`));
  expect(sent).toHaveLength(2);
  told(0).refused("Tệp này không phải ảnh.");
  expect(uploads.of("p0")).toMatchObject({ kind: "refused", sentence: "Tệp này không phải ảnh." });
  for (let at = 1; at < 100; at += 1) told(at).arrived(HASH);
  expect(uploads.underWay()).toEqual([]);
  expect(uploads.of("p99")?.kind).toBe("arrived");
});

test("another picture for the same figure takes the place of the one that is on its way", () => {
  const { uploads, sent, told, placed, hold } = atTheServer();
  hold(["a"]);
  uploads.bring("a", picture("cu.jpg"));
  uploads.bring("a", picture("moi.jpg"));
  expect(sent[0]?.ended).toBe("abandoned");
  told(0).arrived("cd".repeat(32));
  told(1).arrived(HASH);
  expect(placed).toEqual(["a ab"]);
  expect(alive).toEqual(new Set(["blob:2"]));
});

test("a file that cannot come is not sent", () => {
  const { uploads, sent } = atTheServer({ refusal: "Ảnh quá nặng." });
  uploads.bring("a", picture("a.jpg"));
  expect(sent).toEqual([]);
  expect(uploads.of("a")).toMatchObject({ kind: "refused", sentence: "Ảnh quá nặng." });
});

test("after the editor is left, the text takes what arrives; an editor that came since keeps it", () => {
  const { uploads, told } = atTheServer();
  const taken: string[] = [];
  const leave = uploads.heldBy(
    () => taken.push("editor") > 0,
    () => taken.push("text") > 0,
  );
  uploads.bring("a", picture("a.jpg"));
  uploads.bring("b", picture("b.jpg"));
  leave();
  told(0).arrived(HASH);
  uploads.heldBy(() => taken.push("next editor") > 0);
  leave();
  told(1).arrived(HASH);
  expect(taken).toEqual(["text", "next editor"]);
});
