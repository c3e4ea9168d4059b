import { describe, expect, test } from "vitest";
import { type Base, contributors, fourEyes, type Written } from "./four-eyes.ts";

const [REPORTER, APPROVER, OTHER, EDITOR] = [1, 2, 3, 4];
const wrote = (
  writer: number | readonly number[],
  digest: string,
  cutBecause: Written["cutBecause"] = "move",
): Written => ({
  writers: [writer].flat(),
  digest,
  cutBecause,
});
const by = (personId: number, isApprover = false, forPersonId: number | null = null) => ({
  personId,
  isApprover,
  forPersonId,
});

describe("who has written in a text", () => {
  test("everybody whose revision is in it, each once", () => {
    expect(contributors(null, [wrote(REPORTER, "a"), wrote(EDITOR, "b"), wrote(REPORTER, "c")])).toEqual([1, 4]);
  });
  test("two who typed in one text, both; and neither after it was taken back", () => {
    expect(contributors(null, [wrote(OTHER, "a"), wrote([REPORTER, EDITOR], "b")])).toEqual([1, 3, 4]);
    expect(contributors(null, [wrote(OTHER, "a"), wrote([REPORTER, EDITOR], "b"), wrote(EDITOR, "a")])).toEqual([3]);
  });
  test("nobody, while the text is the one that is live", () => {
    const live: Base = { digest: "live", owing: null };
    expect(contributors(live, [wrote(REPORTER, "live")])).toEqual([]);
  });
  test("typing and undoing is no writing, even when a version was cut in between", () => {
    expect(contributors(null, [wrote(REPORTER, "a"), wrote(EDITOR, "b"), wrote(EDITOR, "a")])).toEqual([REPORTER]);
  });
  test("an unchanged save adds nobody", () => {
    expect(contributors(null, [wrote(REPORTER, "a"), wrote(EDITOR, "a")])).toEqual([REPORTER]);
  });
  test.each(["restore", "import", "duplicate"] as const)(
    "%s counts as writing, though its words are old",
    (because) => {
      expect(contributors(null, [wrote(EDITOR, "a", because)])).toEqual([EDITOR]);
      expect(contributors(null, [wrote(REPORTER, "a"), wrote(EDITOR, "b"), wrote(OTHER, "a", because)])).toEqual([
        1, 3, 4,
      ]);
      expect(contributors({ digest: "live", owing: null }, [wrote(OTHER, "live", because)])).toEqual([OTHER]);
    },
  );
  test("the writers of an emergency text count in its update until it is countersigned", () => {
    const emergency: Base = { digest: "a", owing: { base: null, written: [wrote(APPROVER, "a")] } };
    expect(contributors(emergency, [wrote(REPORTER, "b")])).toEqual([REPORTER, APPROVER]);
    expect(contributors({ digest: "a", owing: null }, [wrote(REPORTER, "b")])).toEqual([REPORTER]);
  });
  test("an emergency update of an emergency text carries both", () => {
    const first: Base = { digest: "a", owing: { base: null, written: [wrote(APPROVER, "a")] } };
    const second: Base = { digest: "b", owing: { base: first, written: [wrote(OTHER, "b")] } };
    expect(contributors(second, [wrote(REPORTER, "c")])).toEqual([1, 2, 3]);
  });
  test("an update of an emergency text that undoes to it contains only that one's words", () => {
    const emergency: Base = { digest: "a", owing: { base: null, written: [wrote(APPROVER, "a")] } };
    expect(contributors(emergency, [wrote(REPORTER, "b"), wrote(REPORTER, "a")])).toEqual([APPROVER]);
  });
});

describe("when four eyes hold", () => {
  const text = (who: number[], startedBy = REPORTER, strict = false, sentBy: number | null = null) => ({
    ...{ contributors: who, startedBy, strict, sentBy },
  });

  test("in an office of two: one wrote, the other approves", () => {
    expect(fourEyes(text([REPORTER]), [by(APPROVER, true)]).holds).toBe(true);
  });
  test("not when the only confirmation is the writer's own", () => {
    expect(fourEyes(text([REPORTER]), [by(REPORTER)])).toEqual({
      holds: false,
      unconfirmed: [REPORTER],
      approverConfirmed: false,
      sentAlone: false,
    });
  });
  test("not when the approver mends a comma, until the reporter confirms the mend", () => {
    const mended = text([REPORTER, APPROVER]);
    expect(fourEyes(mended, [by(APPROVER, true)])).toMatchObject({ holds: false, unconfirmed: [APPROVER] });
    expect(fourEyes(mended, [by(APPROVER, true), by(REPORTER)]).holds).toBe(true);
  });
  test("not for an approver's own article, until another approver confirms it", () => {
    const own = text([APPROVER], APPROVER);
    expect(fourEyes(own, [by(APPROVER, true), by(REPORTER)])).toMatchObject({ holds: false, approverConfirmed: false });
    expect(fourEyes(own, [by(OTHER, true)]).holds).toBe(true);
  });
  test("not when a colleague without the approver's role confirms, however many", () => {
    expect(fourEyes(text([REPORTER]), [by(EDITOR), by(OTHER)]).approverConfirmed).toBe(false);
  });
  test("an approver who mends counts in an ordinary section and not in a strict one", () => {
    const confirmed = [by(APPROVER, true), by(REPORTER)];
    expect(fourEyes(text([REPORTER, APPROVER]), confirmed).holds).toBe(true);
    expect(fourEyes(text([REPORTER, APPROVER], REPORTER, true), confirmed).holds).toBe(false);
  });
  test("an unchanged text needs an approver who did not start the edition, and nobody else", () => {
    expect(fourEyes(text([], APPROVER), [by(APPROVER, true)]).holds).toBe(false);
    expect(fourEyes(text([], APPROVER), [by(OTHER, true)]).holds).toBe(true);
  });
  test("a deputy confirms in an approver's name", () => {
    expect(fourEyes(text([REPORTER]), [by(EDITOR, true, APPROVER)]).holds).toBe(true);
  });
  test("a deputy cannot confirm the words of the one they stand for, nor their own", () => {
    expect(fourEyes(text([APPROVER], REPORTER), [by(EDITOR, true, APPROVER)]).unconfirmed).toEqual([APPROVER]);
    expect(fourEyes(text([EDITOR], REPORTER), [by(EDITOR, true, APPROVER)]).unconfirmed).toEqual([EDITOR]);
  });
  test("whoever sent somebody else's text does not approve it alone: one more person confirms it, its writer too", () => {
    const sent = text([REPORTER], REPORTER, false, APPROVER);
    expect(fourEyes(sent, [by(APPROVER, true)])).toMatchObject({ holds: false, sentAlone: true, unconfirmed: [] });
    for (const second of [REPORTER, EDITOR])
      expect(fourEyes(sent, [by(APPROVER, true), by(second)])).toMatchObject({ holds: true, sentAlone: false });
    expect(fourEyes(sent, [by(OTHER, true)]).holds).toBe(true);
    expect(fourEyes(text([], REPORTER, false, APPROVER), [by(APPROVER, true)]).holds).toBe(false);
    expect(fourEyes(text([REPORTER], REPORTER, false, REPORTER), [by(APPROVER, true)]).holds).toBe(true);
  });
  test("a deputy of whoever sent it, or one in whose name they press, is no second person beside them", () => {
    const sent = text([REPORTER], REPORTER, false, APPROVER);
    expect(fourEyes(sent, [by(EDITOR, true, APPROVER)]).holds).toBe(false);
    expect(fourEyes(sent, [by(APPROVER, true), by(EDITOR, true, APPROVER)]).holds).toBe(false);
    expect(fourEyes(text([REPORTER], REPORTER, false, EDITOR), [by(EDITOR, true, APPROVER)]).holds).toBe(false);
  });
  test("a deputy cannot approve an edition that either of the two started", () => {
    expect(fourEyes(text([REPORTER], EDITOR), [by(EDITOR, true, APPROVER)]).approverConfirmed).toBe(false);
    expect(fourEyes(text([REPORTER], APPROVER), [by(EDITOR, true, APPROVER)]).approverConfirmed).toBe(false);
  });
});
