import { drafted } from "#features/moves/testing.ts";
import { lostMs, openIn, typeUntilKilled } from "./fixtures/killed-typing.ts";
import { mortalBrowser } from "./fixtures/mortal-browser.ts";
import { expect, test } from "./fixtures/office.ts";
import { signedInAs } from "./fixtures/sessions.ts";

test("a browser that is killed while the server is away has lost at most 1.5 s of typing when it is back", async ({
  product,
  office,
}) => {
  test.slow();
  const browser = mortalBrowser();
  try {
    for (const lasts of [900, 2600, 4300]) {
      const writing = {
        documentId: await drafted(office),
        url: office.url,
        signIn: (context: Parameters<typeof signedInAs>[0]) =>
          signedInAs(context, product, office.url, office.reporter.personId),
      };
      const killed = await typeUntilKilled(browser, "chữ", { ...writing, lasts, away: true });
      const page = await openIn(browser, writing);
      await expect(page.getByRole("button", { name: "Xem và chọn" })).toBeVisible();
      expect(await lostMs(page, killed)).toBeLessThanOrEqual(1_500);
      await browser.kill();
    }
  } finally {
    await browser.remove();
  }
});
