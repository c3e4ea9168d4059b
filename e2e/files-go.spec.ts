import type { Page } from "@playwright/test";
import { picturePath } from "#features/addresses/public.ts";
import { askToErase, hideFile } from "#features/library/going.ts";
import { drafted, published, typeIn } from "#features/moves/testing.ts";
import { ask } from "./fixtures/ask.ts";
import { call, saidIn } from "./fixtures/by-name.ts";
import { aPerson, inDatabase } from "./fixtures/people.ts";
import { type PutPicture, putPicture, showing } from "./fixtures/pictures.ts";
import { expect, test as withTwo } from "./fixtures/second-instance.ts";
import { cookieOf } from "./fixtures/sessions.ts";

type At = (path: string) => ReturnType<typeof ask>;
type Fixtures = { aPicture: () => Promise<PutPicture>; both: At[] };

const test = withTwo.extend<Fixtures>({
  aPicture: ({ office, product, other }, use) =>
    use(() => putPicture(office.reporter, [product.dataDir, other.dataDir], { width: 800, height: 600 })),
  both: ({ office, product, otherPort }, use) => {
    const [name] = office.host.split(":");
    const ports = [new URL(product.url).port, otherPort];
    return use(ports.map((port) => (path: string) => ask(`${name}:${port}`, path, { headers: { host: office.host } })));
  },
});

const sizes = ({ sha256, renditions }: PutPicture) =>
  renditions.map(({ width, format }) => picturePath(sha256, width, format));
const addressOf = (id: number) => `/dang-doan-the/khai-mac-hoi-thao-phuong-${id}`;

/** Whoever asks a second from now or later gets nothing, however long a busy machine takes over each. */
async function isSoonOver(look: () => Promise<boolean>): Promise<void> {
  const since = performance.now();
  let lastSeenMs = 0;
  const isThere = async () => {
    const askedMs = performance.now() - since;
    const found = await look();
    if (found) lastSeenMs = askedMs;
    return found;
  };
  await expect.poll(isThere, { intervals: [20] }).toBe(false);
  expect(lastSeenMs).toBeLessThan(1_000);
}

/** Presses a button of the file's page, and the one by which its question is answered. */
async function press(page: Page, name: string, reason?: string): Promise<void> {
  await page.getByRole("button", { name, exact: true }).click();
  const dialog = page.getByRole("dialog", { name });
  if (reason !== undefined) await dialog.getByLabel("Lý do").fill(reason);
  await dialog.getByRole("button", { name, exact: true }).click();
  await expect(dialog).toBeHidden();
}

for (const [where, width, height] of [
  ["a phone", 360, 740],
  ["a desk", 1440, 900],
] as const) {
  test(`on ${where} a picture is hidden everywhere by one press, shown again, and erased by two people`, async ({
    office,
    both,
    aPicture,
    pageOf,
    product,
  }) => {
    test.slow();
    const picture = await aPicture();
    const id = await published(office, showing(picture.sha256));
    const caption = "Quang cảnh lễ hội";
    const shows = async (at: At) => (await at(addressOf(id))).body.toString();
    const isOut = async () => {
      for (const at of both) {
        for (const path of sizes(picture)) if ((await at(path)).status !== 404) return true;
        if ((await shows(at)).includes(picture.sha256)) return true;
      }
      return false;
    };
    for (const at of both) {
      await expect.poll(async () => shows(at)).toContain(caption);
      for (const path of sizes(picture)) await expect.poll(async () => (await at(path)).status).toBe(200);
    }

    const page = await pageOf(office, office.editor);
    await page.setViewportSize({ width, height });
    await page.goto(`/desk/files/${picture.sha256}`);
    await expect(page.getByRole("button", { name: "Bỏ vào thùng rác" })).toHaveCount(0);
    await page.getByRole("button", { name: "Ẩn với bạn đọc" }).click();
    await page.getByRole("dialog").getByRole("button", { name: "Ẩn với bạn đọc" }).click();
    await expect(page.getByRole("dialog")).toContainText("Hãy ghi lý do.");
    await page.getByLabel("Lý do").fill("Gia đình yêu cầu");
    const answered = page.waitForResponse((response) => response.request().headers()["next-action"] !== undefined);
    await page.getByRole("dialog").getByRole("button", { name: "Ẩn với bạn đọc" }).click();
    await answered;
    await isSoonOver(isOut);
    for (const at of both) {
      const html = await shows(at);
      expect(html).not.toContain("<figure");
      expect(html).not.toContain(caption);
      expect(html).not.toContain("og:image");
    }
    await expect(page.getByText("Đang ẩn với bạn đọc:")).toContainText("Lý do: Gia đình yêu cầu");
    await page.goto(`/desk/documents/${id}/review`);
    await expect(page.getByText(/đang ẩn với bạn đọc, .* ẩn lúc .*Lý do: Gia đình yêu cầu/)).toBeVisible();

    const approver = await pageOf(office, office.approver);
    await approver.setViewportSize({ width, height });
    await approver.goto(`/desk/files/${picture.sha256}`);
    await press(approver, "Cho hiện lại");
    for (const at of both) {
      await expect.poll(async () => shows(at)).toContain(caption);
      for (const path of sizes(picture)) await expect.poll(async () => (await at(path)).status).toBe(200);
    }

    await page.goto(`/desk/files/${picture.sha256}`);
    await press(page, "Yêu cầu xóa vĩnh viễn", "Ảnh có mặt trẻ em");
    await isSoonOver(isOut);
    await expect(page.getByRole("button", { name: "Xác nhận xóa vĩnh viễn" })).toHaveCount(0);
    await page.goto("/desk");
    await expect(page.getByRole("region", { name: /chờ người thứ hai/ })).toContainText("Ảnh có mặt trẻ em");
    await approver.goto("/desk");
    await approver
      .getByRole("region", { name: /chờ người thứ hai/ })
      .getByRole("link")
      .click();
    await press(approver, "Xác nhận xóa vĩnh viễn");
    await expect(approver.getByRole("heading", { name: "Tệp đã xóa vĩnh viễn" })).toBeVisible();
    await expect(approver.getByText(/^Đã xóa theo số \d+ lúc/)).toBeVisible();
    await expect(approver.getByRole("region", { name: "Dùng ở đâu" })).toContainText("Khai mạc hội thao phường");
    expect(await isOut()).toBe(false);
    await expect
      .poll(
        async () => {
          await approver.reload();
          return approver.getByText("Đã xóa hết trong kho lưu trữ.").isVisible();
        },
        { timeout: 60_000 },
      )
      .toBe(true);
    const headers = { cookie: await cookieOf(product, office.approver.personId) };
    for (const { width: wide, format } of picture.renditions)
      expect((await ask(office.host, `/api/files/${picture.sha256}/${wide}.${format}`, { headers })).status).toBe(404);
  });

  test(`on ${where} files go into the bin, one and several, and come back; what is used stays and says where`, async ({
    office,
    aPicture,
    pageOf,
  }) => {
    const [one, two, used] = [await aPicture(), await aPicture(), await aPicture()];
    const page = await pageOf(office, office.reporter);
    await page.setViewportSize({ width, height });
    await page.goto(`/desk/files/${one.sha256}`);
    await press(page, "Bỏ vào thùng rác");
    await expect(page.getByText("Đang ở trong thùng rác:")).toBeVisible();
    await press(page, "Lấy lại");
    await expect(page.getByText("Đang ở trong thùng rác:")).toHaveCount(0);

    await page.goto(`/desk/files/${used.sha256}`);
    await page.getByRole("button", { name: "Bỏ vào thùng rác" }).click();
    const draft = await drafted(office, { headline: "Chợ quê", ...showing(used.sha256) });
    await page.getByRole("dialog").getByRole("button", { name: "Bỏ vào thùng rác" }).click();
    await expect(page.getByRole("dialog")).toContainText(
      "Tệp đang được dùng trong “Chợ quê”, nên chưa bỏ vào thùng rác. Hãy gỡ tệp khỏi những bản đang viết đó trước.",
    );

    await page.goto("/desk/files");
    for (const box of await page.getByRole("checkbox").all()) await box.check();
    await page.getByRole("button", { name: "Mở các tệp đã chọn" }).click();
    const bins = page.getByRole("region", { name: "Bỏ vào thùng rác" });
    await expect(bins.getByText("Sẽ vào thùng rác.")).toHaveCount(2);
    await expect(bins.getByText("Ở lại: có bài")).toHaveCount(1);
    await bins.getByRole("button", { name: "Bỏ 2 tệp vào thùng rác" }).click();
    await expect(page.getByText("Đã bỏ 2 tệp vào thùng rác.")).toBeVisible();
    await expect(page.getByRole("region", { name: /^1 tệp$/ })).toBeVisible();
    await page.getByRole("link", { name: "Mở thùng rác" }).click();
    const bin = page.getByRole("region", { name: "2 tệp" }).getByRole("listitem");
    await expect(bin).toHaveCount(2);
    await expect(bin.first()).toContainText("Bị xóa sau ngày");
    // What a text comes to name is in the bin no longer.
    await typeIn(office.reporter, draft, showing(used.sha256, two.sha256));
    await page.reload();
    await expect(page.getByRole("region", { name: "1 tệp" }).getByRole("listitem")).toHaveCount(1);
    await page.getByRole("button", { name: /^Lấy lại / }).click();
    await page.getByRole("dialog").getByRole("button", { name: "Lấy lại" }).click();
    await expect(page.getByText("Thùng rác đang trống.")).toBeVisible();
  });
}

const PRESSES = ["hideFile", "showFileAgain", "binFile", "restoreFile", "askToErase", "withdrawErasure", "eraseFile"];

for (const who of ["reporter", "administrator", "approver of another site", "signed out"] as const) {
  test(`${who}: forged presses by which files go are refused, and change nothing`, async ({
    office,
    product,
    aPicture,
  }) => {
    const as = (person: { siteId: number; personId: number }) => ({
      ...person,
      grants: [{ role: "editor" as const, sectionId: null }],
    });
    const { sha256 } = await putPicture(office.editor, [product.dataDir], { width: 400, height: 300 });
    const { sha256: asked } = await aPicture();
    const { sha256: hidden } = await aPicture();
    await askToErase(as(office.editor), { sha256: asked, reason: "Theo yêu cầu" });
    await hideFile(as(office.editor), { sha256: hidden, reason: "Theo yêu cầu" });
    const about = { showFileAgain: hidden, withdrawErasure: asked, eraseFile: asked } as Record<string, string>;
    const cookie = who === "signed out" ? undefined : await cookieOf(product, await idOf());
    const look = () =>
      inDatabase(
        product,
        `select f.hidden, f.binned_at, f.erased, (select count(*)::int from file_events e where e.sha256 = f.sha256) as deeds
         from files f where f.site_id = $1 order by f.id`,
        [office.siteId],
      );
    const before = await look();
    const said: Record<string, string> = {};
    for (const name of PRESSES) {
      const fields = { sha256: about[name] ?? sha256, reason: "Kẻ mạo danh" };
      const how = {
        host: office.host,
        path: `/desk/files/${fields.sha256}`,
        ...(cookie === undefined ? {} : { cookie }),
      };
      said[name] = saidIn(await call(name, fields, how));
    }
    const no = who === "signed out" ? "signed_out" : "not_allowed";
    expect(said).toEqual(Object.fromEntries(PRESSES.map((name) => [name, no])));
    expect(await look()).toEqual(before);

    async function idOf(): Promise<number> {
      const elsewhere = who === "approver of another site";
      const role = elsewhere ? "approver" : (who as "reporter" | "administrator");
      return (await aPerson(product, role, elsewhere ? null : office.siteId)).id;
    }
  });
}

test("who asked that a file be erased does not confirm it, whoever sends it; sent twice it is done once", async ({
  office,
  product,
  aPicture,
}) => {
  const { sha256 } = await aPicture();
  const as = async (id: number) => ({
    host: office.host,
    path: `/desk/files/${sha256}`,
    cookie: await cookieOf(product, id),
  });
  const [first, second] = [await as(office.approver.personId), await as(office.approver2.personId)];
  const reason = "Theo yêu cầu";
  const asks = await Promise.all([1, 2].map(() => call("askToErase", { sha256, reason }, first)));
  expect(asks.map(saidIn).sort()).toEqual(["wrong_state", "yes"]);
  expect(saidIn(await call("eraseFile", { sha256 }, first))).toBe("not_allowed");
  expect(saidIn(await call("eraseFile", { sha256 }, await as(office.editor.personId)))).toBe("not_allowed");
  const erases = await Promise.all([1, 2].map(() => call("eraseFile", { sha256 }, second)));
  expect(erases.map(saidIn).sort()).toEqual(["not_found", "yes"]);
  expect(saidIn(await call("hideFile", { sha256, reason: "" }, second))).toBe("bad_input");
});
