/**
 * Gives each picture of a page a figure of its own, behind the block that it stands in, lists and tables as a whole: where it
 * stood an article holds words alone. A picture that is a figure already stays where it is, with its caption.
 */
export function picturesInPlace(page: Document): void {
  const last = new Map<Element, Element>();
  for (const picture of page.querySelectorAll<HTMLImageElement>(PICTURE)) {
    if (isPixel(picture)) picture.remove();
    else if (!isFigures(picture)) {
      const figure = page.createElement("figure");
      const place = placeOf(picture);
      if (place === picture) picture.replaceWith(figure);
      else (last.get(place) ?? place).after(figure);
      figure.append(picture);
      last.set(place, figure);
    }
  }
}

/** The bytes of the pictures of a page's figures, in their order; null where the page has only an address. */
export function picturesIn(page: Document): (File | null)[] {
  return [...page.querySelectorAll("figure")].map((figure, at) => {
    const address = figure.querySelector("img")?.getAttribute("src") ?? "";
    return fileIn(address, `anh-${at + 1}`);
  });
}

/** A bullet that is a picture is none. */
export const PICTURE = "img:not([data-bullet])";

/** Counts who reads a mail or a page. */
function isPixel(picture: Element): boolean {
  return ["width", "height"].some((side) => /^[0-2](?:px)?$/.test(picture.getAttribute(side)?.trim() ?? ""));
}

function isFigures(picture: Element): boolean {
  return picture.closest("figure")?.querySelector(PICTURE) === picture;
}

const WHOLE = "table, ul, ol, blockquote, figure";
const LINES = "p, h1, h2, h3, h4, h5, h6, pre, address, dt, dd";
const WITHIN_LINES = new Set("A B STRONG I EM U SPAN FONT PICTURE SUB SUP SMALL MARK CENTER".split(" "));

function placeOf(picture: Element): Element {
  let place: Element = picture;
  for (let around = picture.parentElement; around !== null; around = around.parentElement) {
    if (around.matches(WHOLE)) place = around;
  }
  place = place.closest(LINES) ?? place;
  if (place !== picture) return place;
  while (place.parentElement !== null && WITHIN_LINES.has(place.parentElement.tagName)) place = place.parentElement;
  return place;
}

const DATA = /^data:(image\/[a-z0-9.+-]+)(?:;[^,;]*)*;base64,([\s\S]+)$/i;

function fileIn(address: string, name: string): File | null {
  const [, type, said] = DATA.exec(address) ?? [];
  if (type === undefined || said === undefined) return null;
  try {
    const bytes = Uint8Array.from(atob(said.trim()), (letter) => letter.charCodeAt(0));
    return new File([bytes], `${name}.${type.slice(6).replace("jpeg", "jpg")}`, { type, lastModified: 0 });
  } catch {
    return null;
  }
}
