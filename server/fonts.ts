import { readdirSync } from "node:fs";

/** The faces that stand on every page; Vietnamese needs both files of each. Italics are fetched by the texts that have some. */
const FACES = [
  "serif-latin",
  "serif-vietnamese",
  "sans-latin",
  "sans-vietnamese",
  "sans-bold-latin",
  "sans-bold-vietnamese",
];

/**
 * The header by which a browser fetches the readers' fonts beside the page's style instead of after it: what is not there as the first
 * word is drawn is not used on that page any more (components/site/fonts.css).
 *
 * @param folder of the build's media; "" where there is no build
 */
export function fontsAhead(folder: string, at = "/_next/static/media"): string {
  const names = namesIn(folder);
  return FACES.flatMap((face) => names.find((name) => name.startsWith(`${face}.`) && name.endsWith(".woff2")) ?? [])
    .map((name) => `<${at}/${name}>; rel=preload; as=font; type="font/woff2"; crossorigin`)
    .join(", ");
}

function namesIn(folder: string): string[] {
  try {
    return folder === "" ? [] : readdirSync(folder);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === "ENOENT") return [];
    throw error;
  }
}
