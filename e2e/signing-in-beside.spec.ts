import { start } from "#features/moves/commands.ts";
import { aText, storyOf, submitted, typeIn } from "#features/moves/testing.ts";
import { everything } from "./fixtures/everything.ts";
import { expect, test } from "./fixtures/office.ts";
import { aPerson, inDatabase } from "./fixtures/people.ts";
import { signedInAs } from "./fixtures/sessions.ts";
import { expectSaving, headline, keptHere, openToWrite } from "./fixtures/writing.ts";

test("nothing is saved or pressed under the name of somebody who signs in beside a page that is open", async ({
  product,
  office,
  pageOf,
}) => {
  const id = await submitted(office);
  const page = await pageOf(office, office.approver);
  const review = await page.context().newPage();
  await openToWrite(page, id);
  await review.goto(`/desk/documents/${id}/review`);
  const before = await everything(product, office.siteId);
  await signedInAs(page.context(), product, office.url, office.reporter.personId);

  await headline(page).fill("Người duyệt gõ dòng này");
  await expectSaving(page, "other_person");
  await expect(page.getByText(/đang đăng nhập bằng tài khoản khác/)).toBeVisible();
  await expect.poll(() => keptHere(page)).toBe(1);
  await review.getByRole("button", { name: "Trả lại" }).click();
  const asked = review.getByRole("dialog", { name: "Trả lại" });
  await asked.getByLabel("Lý do", { exact: true }).selectOption({ label: "Lý do khác" });
  await asked.locator("textarea").fill("Xem lại.");
  await asked.getByRole("button", { name: "Trả lại" }).click();
  await expect(asked.getByRole("alert")).toContainText("tài khoản khác");
  expect(await everything(product, office.siteId)).toEqual(before);

  await signedInAs(page.context(), product, office.url, office.approver.personId);
  await page.getByRole("button", { name: "Thử lại" }).click();
  await expectSaving(page, "clean");
  const saved = (await storyOf(office.reporter, id)).buffer;
  expect([saved?.content.headline, saved?.unkeptBy]).toEqual(["Người duyệt gõ dòng này", [office.approver.personId]]);
});

test("whoever is signed out while typing keeps the text, signs in beside it, and saving goes on", async ({
  product,
  office,
  pageOf,
}) => {
  const person = await aPerson(product, "reporter", office.siteId);
  const writer = { siteId: office.siteId, personId: person.id };
  const id = await start(writer, "article");
  await typeIn(writer, id, aText(office.party));
  const page = await pageOf(office, writer);
  await openToWrite(page, id);
  await inDatabase(
    product,
    "update sessions set ended_at = now(), ended_because = 'role_changed' where person_id = $1",
    [person.id],
  );
  await headline(page).fill("Gõ khi phiên đã bị cắt");
  await expectSaving(page, "signed_out");
  await expect.poll(() => keptHere(page)).toBe(1);
  const [beside] = await Promise.all([
    page.waitForEvent("popup"),
    page.getByRole("link", { name: "Đăng nhập" }).click(),
  ]);
  await beside.getByLabel("E-mail").fill(person.email);
  await beside.getByLabel("Mật khẩu", { exact: true }).fill(person.password);
  await beside.getByRole("button", { name: "Đăng nhập" }).click();
  await expect(beside).toHaveURL(/\/desk/);
  await beside.close();
  await headline(page).fill("Gõ khi phiên đã bị cắt, và gõ tiếp");
  await page.getByRole("button", { name: "Thử lại" }).click();
  await expectSaving(page, "clean");
  expect((await storyOf(writer, id)).buffer?.content.headline).toBe("Gõ khi phiên đã bị cắt, và gõ tiếp");
});
