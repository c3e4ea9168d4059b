import { readdirSync } from "node:fs";

/** The faces that stand on every page; Vietnamese needs both files of the serif. Italics are fetched by the texts that have some. */
const FACES = ["serif-latin", "serif-vietnamese", "sans", "sans-bold"];

/**
 * The windows that `components/site/tokens.css` sets in them at once. A phone's network is given to words and the first picture:
 * there 55 KB of fonts that came beside them kept the picture waiting for 0.3 s, as Lighthouse counts it.
 */
const WIDE = "(min-width: 44em)";

/**
 * By which a browser fetches the readers' fonts beside the page's style instead of after it: what is not there as the first word is
 * drawn is not used on that page any more (components/site/fonts.css). In the page's head and not in a header of HTTP: there they
 * come before the style, without which nothing can be drawn, and weigh 700 bytes in each answer.
 *
 * @param folder of the build's media; "" where there is no build
 * @returns HTML to stand in a head
 */
export function fontsAhead(folder: string, at = "/_next/static/media"): string {
  const names = namesIn(folder);
  return FACES.flatMap((face) => names.find((name) => name.startsWith(`${face}.`) && name.endsWith(".woff2")) ?? [])
    .map(
      (name) => `<link rel="preload" as="font" type="font/woff2" href="${at}/${name}" media="${WIDE}" crossorigin=""/>`,
    )
    .join("");
}

function namesIn(folder: string): string[] {
  try {
    return folder === "" ? [] : readdirSync(folder);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === "ENOENT") return [];
    throw error;
  }
}
