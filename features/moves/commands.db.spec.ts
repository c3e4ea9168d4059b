import { expect, test } from "vitest";
import { carryOut } from "./commands.ts";
import { aText, published, seen, storyOf, submitted, typeIn } from "./testing.ts";
import { oneOffice } from "./testing-office.ts";

const { office } = oneOffice();

test("an article goes from its reporter through an approver to readers", async () => {
  const id = await published(office);
  const { document, open } = await storyOf(office.reporter, id);
  expect(document).toMatchObject({ visibility: "live", slug: "khai-mac-hoi-thao-phuong", sectionId: office.party });
  expect(open).toBeNull();
});

test("an approver who mends a comma waits for the reporter's confirmation of the mend", async () => {
  const id = await submitted(office);
  await typeIn(office.approver, id, { standfirst: "Sáng nay hội thao khai mạc." });
  const { approver, reporter } = office;
  await expect(carryOut(approver, ["approve", "publish"], id, await seen(approver, id))).rejects.toMatchObject({
    code: "not_allowed",
    sentence: expect.stringContaining("Approver"),
  });
  await carryOut(reporter, "confirm", id, await seen(reporter, id));
  await carryOut(approver, ["approve", "publish"], id, await seen(approver, id));
  expect((await storyOf(approver, id)).document.visibility).toBe("live");
});

test("a press on an older text than the one that is there changes nothing", async () => {
  const id = await submitted(office);
  const older = await seen(office.approver, id);
  await typeIn(office.editor, id, { headline: "Khai mạc hội thao phường năm nay" });
  await expect(carryOut(office.approver, "approve", id, older)).rejects.toMatchObject({ code: "out_of_date" });
});

test("a whole life: revise, publish again, hide, restore, withdraw, restore", async () => {
  const id = await published(office);
  await carryOut(office.reporter, "revise", id, {});
  await typeIn(office.reporter, id, { ...aText(office.party), headline: "Bế mạc hội thao phường" });
  await carryOut(office.reporter, "submit", id, {});
  await carryOut(office.approver, ["approve", "publish"], id, await seen(office.approver, id));
  await carryOut(office.editor, "hide", id, { reason: "Chờ kiểm tra số liệu" });
  await carryOut(office.approver, "restore", id, {});
  await carryOut(office.approver, "withdraw", id, { reason: "error" });
  expect((await storyOf(office.approver, id)).document).toMatchObject({
    visibility: "withdrawn",
    liveRevisionId: null,
  });
  await carryOut(office.approver, "restore", id, {});
  expect((await storyOf(office.approver, id)).document.visibility).toBe("live");
});
