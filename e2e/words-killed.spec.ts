import { drafted } from "#features/moves/testing.ts";
import { lostMs, openIn, typeUntilKilled } from "./fixtures/killed-typing.ts";
import { mortalBrowser } from "./fixtures/mortal-browser.ts";
import { expect, test } from "./fixtures/office.ts";
import { signedInAs } from "./fixtures/sessions.ts";

test("a browser that is killed has lost at most 1.5 s of typing when it is back, whether the server was there or away", async ({
  product,
  office,
}) => {
  test.slow();
  const browser = mortalBrowser();
  try {
    for (const [lasts, away] of [
      [900, true],
      [1_700, false],
      [2_600, true],
      [3_500, false],
      [4_300, true],
    ] as const) {
      const writing = {
        documentId: await drafted(office),
        url: office.url,
        signIn: (context: Parameters<typeof signedInAs>[0]) =>
          signedInAs(context, product, office.url, office.reporter.personId),
      };
      const killed = await typeUntilKilled(browser, "chữ", { ...writing, lasts, away });
      const page = await openIn(browser, writing);
      if (away) await expect(page.getByRole("button", { name: "Xem và chọn" })).toBeVisible();
      // Where saves got through only what came after the last one is offered, if anything did.
      await expect.poll(() => lostMs(page, killed)).toBeLessThanOrEqual(1_500);
      await browser.kill();
    }
  } finally {
    await browser.remove();
  }
});
