/**
 * Sets the demo's papers: `node scripts/documents/draw.ts`. They are committed in features/demo/documents; one that is set anew has
 * another hash, which features/demo/documents.ts says.
 */
import { createHash } from "node:crypto";
import { mkdir, writeFile } from "node:fs/promises";
import { PAPERS } from "./papers.ts";
import { setPaper } from "./sheet.ts";

const target = new URL("../../features/demo/documents/", import.meta.url);
await mkdir(target, { recursive: true });
for (const paper of PAPERS) {
  const bytes = await setPaper(paper);
  await writeFile(new URL(`${paper.name}.pdf`, target), bytes);
  console.log(`${paper.name}.pdf  ${bytes.length} bytes  ${createHash("sha256").update(bytes).digest("hex")}`);
}
