import { describe, expect, test } from "vitest";
import { NOTHING_SAID } from "#features/files/testing-rights.ts";
import { ManyRightsForm, RightsForm, rightsWith, saidRights, saysRights } from "./rights.ts";

const BARE = saidRights(NOTHING_SAID);

describe("what is said of the right to one file", () => {
  test("takes the place of what was said, and an empty field is nothing", () => {
    const typed = { licence: "own", owner: " UBND\tphường ", licenceEnd: "", ai: "none", peopleShown: "" };
    expect(RightsForm.parse(typed)).toEqual({ ...BARE, licence: "own", owner: "UBND phường" });
  });
  test("names a free licence, and says nothing of one where it is another right", () => {
    const { error } = RightsForm.safeParse({ licence: "free", licenceName: " ", ai: "none" });
    expect(error?.issues).toMatchObject([{ path: ["licenceName"], message: expect.stringContaining("Ghi tên") }]);
    expect(RightsForm.parse({ licence: "agency", licenceName: "CC BY 4.0", ai: "none" }).licenceName).toBe("");
  });
  test("says on what basis children are shown, and nothing of that where there are none", () => {
    const typed = { peopleShown: "children", childrenBasis: "school", consentHolder: "cô Hoa", ai: "none" };
    expect(RightsForm.parse(typed)).toMatchObject({ childrenBasis: "school", consentHolder: "cô Hoa" });
    expect(RightsForm.parse({ ...typed, peopleShown: "no_child" })).toEqual({ ...BARE, peopleShown: "no_child" });
    expect(RightsForm.parse({ peopleShown: "children", ai: "none" })).toMatchObject({ childrenBasis: null });
  });
  test.each([
    ["licence", "stolen"],
    ["peopleShown", "crowd"],
    ["childrenBasis", "luck"],
    ["ai", ""],
    ["licenceEnd", "2026-02-30"],
    ["licenceEnd", "1999-12-31"],
    ["licenceEnd", "ngày mai"],
    ["owner", "x".repeat(201)],
  ])("is not %s: %s", (name, value) => {
    expect(RightsForm.safeParse({ ai: "none", [name]: value }).error?.issues.map(({ path }) => path[0])).toEqual([
      name,
    ]);
  });
});

describe("what is said of several files", () => {
  const many = (said: Record<string, string>) => ManyRightsForm.parse(said);
  test("leaves what is empty as each of them has it", () => {
    const before = { ...BARE, owner: "Báo Sen", licenceEnd: "2026-12-31", ai: "edited" as const };
    expect(rightsWith(before, many({ licence: "agency", peopleShown: "no_child" }))).toEqual({
      ...before,
      ...{ licence: "agency", peopleShown: "no_child" },
    });
    expect(saysRights(many({ owner: " ", licence: "" }))).toBe(false);
  });
  test("is nothing where a file says it already", () => {
    expect(rightsWith({ ...BARE, licence: "own" }, many({ licence: "own" }))).toBeNull();
    expect(rightsWith(BARE, many({}))).toBeNull();
  });
  test("keeps a basis with the children whom it is for", () => {
    const children = { ...BARE, peopleShown: "children", childrenBasis: "school", consentHolder: "cô Hoa" } as const;
    expect(rightsWith(children, many({ peopleShown: "public_event" }))).toEqual({
      ...BARE,
      peopleShown: "public_event",
    });
    expect(rightsWith(BARE, many({ childrenBasis: "school", consentHolder: "cô Hoa" }))).toBeNull();
    expect(rightsWith(children, many({ consentHolder: "thầy Nam" }))).toEqual({
      ...children,
      consentHolder: "thầy Nam",
    });
  });
  test("keeps the licence that a picture names itself until another right is said", () => {
    const named = { ...BARE, licenceName: "https://creativecommons.org/licenses/by/4.0/" };
    expect(rightsWith(named, many({ licence: "free" }))).toEqual({ ...named, licence: "free" });
    expect(rightsWith(named, many({ licence: "own" }))).toEqual({ ...BARE, licence: "own" });
  });
});
