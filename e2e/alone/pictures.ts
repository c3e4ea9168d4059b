import { writeFile } from "node:fs/promises";
import type { Page } from "@playwright/test";
import { type Given, give } from "../fixtures/giving.ts";
import { test as alone } from "./alone.ts";
import { aPicture, type FakeUploads, fakeUploads } from "./fake-uploads.ts";

/** The editor alone, with what stands for the server of files. */
export const test = alone.extend<{ server: FakeUploads }>({
  server: async ({ page }, use) => {
    const server = await fakeUploads(page);
    await use(server);
    await server.close();
  },
});

export { type Given, give };

export const aFile = async (name: string, hue = 210): Promise<Given> => ({
  ...{ name, mimeType: "image/jpeg" },
  buffer: await aPicture(320, 200, hue),
});

/** More than one part, and no picture: what it looks like is not asked. */
export const aLargeFile = (name: string): Given => ({
  name,
  mimeType: "image/jpeg",
  buffer: Buffer.alloc(12 * MB, name),
});
export const MB = 1024 * 1024;

/** The same file each time that it is chosen, as a browser knows it: by its name, its size and its time. */
export async function onDisk({ name, buffer }: Given): Promise<string> {
  const path = alone.info().outputPath(name);
  await writeFile(path, buffer);
  return path;
}

export async function choose(
  page: Page,
  button: ReturnType<Page["locator"]>,
  ...files: Given[] | [string]
): Promise<void> {
  const opened = page.waitForEvent("filechooser");
  await button.click();
  await (await opened).setFiles(files as Given[]);
}

export const toolbarButton = (page: Page) =>
  page.getByRole("toolbar").getByRole("button", { name: "Ảnh", exact: true });

export const figures = (page: Page) => page.locator(".body-text figure");
export const arrived = (page: Page, hash: string) => page.locator(`.body-text figure img[src^="/api/files/${hash}/"]`);

/** Holds what arrives until it is let go. */
export function holding(server: FakeUploads): () => void {
  const { promise, resolve } = Promise.withResolvers<void>();
  server.holds = promise;
  return resolve;
}
