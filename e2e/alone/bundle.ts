import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { build, type InlineConfig, preview } from "vite";
import { freePort } from "#lib/free-port.ts";

/** Where the page is that holds the editor alone; a setting, since the runner's workers are processes of their own. */
export const ADDRESS = "EDITOR_ALONE";

/** Bundles and serves that page for a run of tests: nothing of the product is built or started for it. */
export default async function bundleEditor(): Promise<() => Promise<void>> {
  const outDir = mkdtempSync(join(tmpdir(), "toa-soan-editor-"));
  const config: InlineConfig = {
    configFile: false,
    root: import.meta.dirname,
    publicDir: false,
    // It warns of each "use client", which has no meaning here.
    logLevel: "error",
    build: { outDir, emptyOutDir: true, rolldownOptions: { input: join(import.meta.dirname, "page.html") } },
    preview: { host: "localhost", port: await freePort(), strictPort: true },
  };
  await build(config);
  const server = await preview(config);
  process.env[ADDRESS] = server.resolvedUrls?.local[0];
  return async () => {
    await server.close();
    rmSync(outDir, { recursive: true, force: true });
  };
}
