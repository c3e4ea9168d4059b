import { searchPath } from "#features/addresses/public.ts";
import { published } from "#features/moves/testing.ts";
import { leftoversIn } from "#server/strip.ts";
import { ask } from "./fixtures/ask.ts";
import { expect, test } from "./fixtures/office.ts";

/** What a Next upgrade must not change. If one does, server/strip.ts is where to look. */
test("a reader page of the real build holds all its words and nothing of the client runtime", async ({
  office,
  browser,
}) => {
  const id = await published(office);
  const address = `${office.url}/dang-doan-the/khai-mac-hoi-thao-phuong-${id}`;
  const context = await browser.newContext({ javaScriptEnabled: false });
  const page = await context.newPage();
  const loaded: string[] = [];
  page.on("request", (request) => loaded.push(new URL(request.url()).pathname));

  await expect.poll(async () => (await page.goto(address))?.status()).toBe(200);
  await expect(page.locator("h1")).toHaveText("Khai mạc hội thao phường");
  await expect(page.getByText("Sáng nay, hội thao khai mạc tại sân vận động phường.")).toBeVisible();
  await expect(page.getByText("Hơn hai trăm vận động viên tham dự.")).toBeVisible();

  const html = await page.content();
  expect(leftoversIn(html)).toEqual([]);
  expect(html).not.toMatch(/self\.__next|<script(?![^>]*(?: src="\/(?!_next\/)| type="application\/ld\+json"))/);
  expect(loaded.filter((path) => path.startsWith("/_next/") && path.endsWith(".js"))).toEqual([]);
  expect(loaded.some((path) => path.startsWith("/_next/static/") && path.endsWith(".css"))).toBe(true);
  await expect(page.locator("h1")).toHaveCSS("font-family", /serif|sans/i);
  await context.close();
});

test("a reader page breaks no rule of its own policy and runs our scripts", async ({ office, page }) => {
  const id = await published(office);
  const complaints: string[] = [];
  page.on("console", (message) => {
    if (message.type() === "error") complaints.push(message.text());
  });
  page.on("pageerror", (error) => complaints.push(error.message));
  const address = `${office.url}/dang-doan-the/khai-mac-hoi-thao-phuong-${id}`;
  await expect.poll(async () => (await page.goto(address))?.status()).toBe(200);
  await page.waitForLoadState("networkidle");
  expect(complaints).toEqual([]);
});

test("no style sheet that readers get asks for anything newer than Chrome 87 and Safari 14", async ({
  office: { host },
}) => {
  const sheetsOf = async (path: string) => {
    const html = (await ask(host, path)).body.toString();
    return [...html.matchAll(/<link [^>]*rel="stylesheet"[^>]*>/g)].map(
      ([tag]) => / href="([^"]+)"/.exec(tag)?.[1] ?? "",
    );
  };
  // Of all pages, and of those that list, look for and count.
  const [first, more] = [await sheetsOf("/"), await sheetsOf(searchPath)];
  expect(more.length).toBeGreaterThan(1);
  const read = async (path: string) => [path, (await ask(host, path)).body.toString()] as const;
  const sheets = new Map(await Promise.all([...new Set([...first, ...more])].map(read)));
  const all = [...sheets.values()].join("");
  for (const words of ["Toa Soan Serif", ".search-form", ".figures"]) expect(all).toContain(words);
  // What a tool of the build may write for our plain rules.
  const newer = [
    /@media[^{]*[<>]/,
    /@(?:layer|container|property|scope)/,
    /:(?:has|where|is)\(/,
    /\b(?:oklch|oklab|lch|lab|color-mix|light-dark)\(/,
    /[;{](?:inset|(?:margin|padding)-(?:inline|block)):/,
    /\d(?:d|s|l)v[hw]\b/,
    /aspect-ratio/,
    /[{};]&/,
  ];
  for (const [path, css] of sheets) for (const one of newer) expect(one.exec(css)?.[0], path).toBeUndefined();
});
