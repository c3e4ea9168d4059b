import { expect, test } from "./fixtures/base.ts";
import { npmRun } from "./fixtures/npm-run.ts";
import { aPerson } from "./fixtures/people.ts";
import { signIn } from "./fixtures/sign-in.ts";

const PASSWORD = "thuyền về bến cũ chiều mưa";

test("a locked-out person gets in by the link that the operator had printed while the server runs", async ({
  page,
  product,
}) => {
  const { email, name } = await aPerson(product, "reporter");
  const { code, out, error } = await npmRun("person", ["reset", email], { DATA_DIR: product.dataDir });
  expect({ code, error }).toEqual({ code: 0, error: [] });
  const [sentence, link = ""] = out;
  expect(sentence).toBe(`This link sets a new password for ${name}, once. It works at once.`);
  expect(new URL(link).origin).toBe(product.url);

  await page.goto(link);
  await expect(page.getByText(`Cho tài khoản ${name} (${email}).`)).toBeVisible();
  await page.getByLabel("Mật khẩu", { exact: true }).fill(PASSWORD);
  await page.getByRole("button", { name: "Đặt mật khẩu" }).click();
  await expect(page.getByText("Mật khẩu đã được đặt.")).toBeVisible();

  await signIn(page, { email, password: PASSWORD }, "/desk");
});

test("while the server runs an unknown address is one sentence, and the server goes on", async ({
  product,
  request,
}) => {
  expect(await npmRun("person", ["reset", "ai-do@phuong.example"], { DATA_DIR: product.dataDir })).toEqual({
    ...{ code: 1, out: [] },
    error: ["Nobody has the address ai-do@phuong.example: npm run person -- list shows who has an account."],
  });
  expect((await request.get("/api/health")).status()).toBe(200);
});
