/**
 * Cuts the readers' fonts, and those in which pictures for sharing are set: `node scripts/fonts.ts`. The result is committed in
 * components/site/fonts and features/renditions/share/fonts, so that no start and no build waits for it; run it again when the
 * letters, a face or a font package change.
 */
import { createHash } from "node:crypto";
import { copyFile, mkdir, readFile, rm, writeFile } from "node:fs/promises";
import { fileURLToPath } from "node:url";
import subsetFont from "subset-font";
import { SHARE_LETTERS } from "#features/renditions/share/letters.ts";
import { LETTERS } from "./font-letters.ts";

const root = new URL("../", import.meta.url);
const target = new URL("components/site/fonts/", root);

/** The serif's package parts a face into files by script; these two hold every letter of ours. */
const PARTS = ["latin", "vietnamese"] as const;

/** Enough for setting words; alternates, small capitals and fractions stay out. */
const FEATURES = ["kern", "mark", "mkmk", "ccmp", "locl", "liga", "lnum", "tnum"];

const serif = "@fontsource-variable/source-serif-4";
const sans = "@expo-google-fonts/be-vietnam-pro";
const weights = { wght: { min: 400, max: 700, default: 400 } };

/** @property file below node_modules */
type Face = {
  name: string;
  file: string;
  axes?: Record<string, number | { min: number; max: number; default: number }>;
};

/** Where the package has a face whole, it becomes one file: one request less, and pairs of letters of both scripts are kerned. */
const FACES: Face[] = [
  ...["normal", "italic"].flatMap((style) =>
    PARTS.map((part) => ({
      name: `serif${style === "italic" ? "-italic" : ""}-${part}`,
      file: `${serif}/files/source-serif-4-${part}-wght-${style}.woff2`,
      axes: weights,
    })),
  ),
  { name: "sans", file: `${sans}/400Regular/BeVietnamPro_400Regular.ttf` },
  { name: "sans-bold", file: `${sans}/600SemiBold/BeVietnamPro_600SemiBold.ttf` },
];

await rm(target, { recursive: true, force: true });
await mkdir(target, { recursive: true });
for (const { name, file, axes } of FACES) {
  const cut = await subsetFont(await readFile(new URL(`node_modules/${file}`, root)), LETTERS, {
    targetFormat: "woff2",
    noHinting: true,
    keepFeatures: FEATURES,
    ...(axes ? { variationAxes: axes } : {}),
  });
  await writeFile(new URL(`${name}.woff2`, target), cut);
  console.log(`${name}.woff2  ${cut.length} bytes  ${createHash("sha256").update(cut).digest("hex").slice(0, 12)}`);
}
await keepLicences(target);

/** As TrueType, which is what Pango sets words in; of one weight each. */
const SHARED: Face[] = PARTS.flatMap((part) => [
  {
    name: `serif-${part}`,
    file: `${serif}/files/source-serif-4-${part}-wght-normal.woff2`,
    axes: { wght: 700 },
  },
  { name: `sans-${part}`, file: `@fontsource/be-vietnam-pro/files/be-vietnam-pro-${part}-600-normal.woff2` },
]);
const shared = new URL("features/renditions/share/fonts/", root);
await rm(shared, { recursive: true, force: true });
await mkdir(shared, { recursive: true });
for (const { name, file, axes } of SHARED) {
  const cut = await subsetFont(await readFile(new URL(`node_modules/${file}`, root)), SHARE_LETTERS.join(""), {
    targetFormat: "truetype",
    noHinting: true,
    keepFeatures: FEATURES,
    ...(axes ? { variationAxes: axes } : {}),
  });
  await writeFile(new URL(`${name}.ttf`, shared), cut);
}
await keepLicences(shared);

async function keepLicences(folder: URL): Promise<void> {
  await copyFile(new URL(`node_modules/${serif}/LICENSE`, root), new URL("OFL-source-serif-4.txt", folder));
  await copyFile(new URL(`node_modules/${sans}/LICENSE_FONT`, root), new URL("OFL-be-vietnam-pro.txt", folder));
  console.log(`in ${fileURLToPath(folder)}`);
}
