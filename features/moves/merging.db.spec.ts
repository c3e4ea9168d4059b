import { expect, test } from "vitest";
import { carryOut, start } from "./commands.ts";
import { anOffice, published, rootOf, storyOf, submitted } from "./testing.ts";
import { oneOffice } from "./testing-office.ts";
import { publishAtRoot, publishedPage, typeAtRoot } from "./testing-root.ts";

const { office, lastEvent } = oneOffice();

test("withdrawing as merged names another live article of the site, and only then", async () => {
  const id = await published(office);
  const into = await published(office);
  const draft = await submitted(office);
  const foreign = await published(await anOffice());
  for (const said of [
    { reason: "merged" },
    { reason: "error", mergedIntoId: into },
    { reason: "merged", mergedIntoId: id },
    { reason: "merged", mergedIntoId: draft },
    { reason: "merged", mergedIntoId: foreign },
    { reason: "a mood" },
  ]) {
    await expect(carryOut(office.approver, "withdraw", id, said)).rejects.toMatchObject({ code: "bad_input" });
  }
  await carryOut(office.approver, "withdraw", id, { reason: "merged", mergedIntoId: into });
  expect(await lastEvent(id)).toMatchObject({ article: into, visibility: "withdrawn" });
});

test("an article is merged into an article, and a page into a page: neither into the other, nor into what the site says", async () => {
  const root = await rootOf(office);
  const [article, other] = [await published(office), await published(office)];
  const [page, second] = [await publishedPage(root), await publishedPage(root, { title: "Lịch", slug: "lich" })];
  const site = await start(root.editor, "site");
  await typeAtRoot(root.editor, site, { name: "Phường Thử" });
  await publishAtRoot(root, site);
  const into = (id: number, mergedIntoId: number) =>
    carryOut(root.approver, "withdraw", id, { reason: "merged", mergedIntoId });
  for (const [id, target] of [
    ...[page, site].map((one) => [article, one] as const),
    ...[article, site].map((one) => [page, one] as const),
  ]) {
    await expect(into(id, target)).rejects.toMatchObject({ code: "bad_input" });
    expect((await storyOf(root.approver, id)).document.visibility).toBe("live");
  }
  await into(article, other);
  await into(page, second);
  expect(await lastEvent(page)).toMatchObject({ article: second, visibility: "withdrawn" });
});
