import { type Handout, type Pictures, sharedSizeOf } from "#features/files/picture.ts";
import { safeHref } from "#features/text/address.ts";
import type { Audio, Block, BodyDoc, Figure, Flow, Inline, Mark, TableCell, Video } from "#features/text/body.ts";
import { pictureIn } from "#features/text/figures.ts";
import { honestAddress } from "#features/text/host.ts";
import { markerOf } from "#features/text/markers.ts";
import { shownBody } from "#features/text/plain.ts";
import { escaped } from "#lib/escaped.ts";
import { say } from "./words.ts";

/**
 * A body as HTML for pages of others: plain elements, addresses in full, no class and no script. What readers do not get is left out.
 *
 * @param files what readers get of those that it names
 */
export function bodyHtml(body: BodyDoc, files: Pictures, origin: string): string {
  return shownBody(body, files).content.map(blockOf).join("\n");

  function blockOf(block: Block): string {
    switch (block.type) {
      case "heading":
        return element(`h${block.attrs.level}`, inlines(block.content));
      case "blockquote":
        return element("blockquote", flow(block.content));
      case "table": {
        const rows = block.content.map((row) => element("tr", (row.content ?? []).map(cellOf).join("")));
        const caption = block.attrs.caption === "" ? "" : element("caption", escaped(block.attrs.caption));
        return element("table", `${caption}<tbody>${rows.join("")}</tbody>`);
      }
      case "figure":
        return figureOf(block);
      case "gallery": {
        const caption = block.attrs.caption === "" ? "" : element("p", escaped(block.attrs.caption));
        return caption + block.content.map(figureOf).join("\n");
      }
      case "attachment": {
        const { file, title, summary } = block.attrs;
        const handout = handoutOf(file);
        if (!handout) return "";
        const link = `<a href="${escaped(origin + handout.address)}">${escaped(title || handout.name)}</a>`;
        return (
          element("p", `${link} (${escaped(handout.about)})`) + (summary === "" ? "" : element("p", escaped(summary)))
        );
      }
      case "video":
      case "audio":
        return mediaOf(block);
      default:
        return flow([block]);
    }
  }

  function flow(blocks: readonly Flow[], marker = ""): string {
    return blocks
      .map((block, at) => {
        const before = at === 0 ? marker : "";
        if (block.type === "paragraph") return element("p", escaped(before) + inlines(block.content));
        // The marker is text, as readers see it: lists of HTML would number otherwise.
        const [style, start] =
          block.type === "orderedList" ? [block.attrs.style, block.attrs.start] : [block.attrs.style, 1];
        return block.content
          .map((item, place) =>
            flow(item.content, `${markerOf(style, block.type === "orderedList" ? start + place : 1)} `),
          )
          .join("");
      })
      .join("");
  }

  function inlines(content: readonly Inline[] | undefined): string {
    return (content ?? [])
      .map((inline) => (inline.marks ?? []).reduceRight(marked, inline.type === "text" ? escaped(inline.text) : "<br>"))
      .join("");
  }

  function marked(inner: string, mark: Mark): string {
    if (mark.type !== "link") return element(ELEMENTS[mark.type], inner);
    const href = safeHref(mark.attrs.href);
    if (href === null) return inner;
    return `<a href="${escaped(href.startsWith("/") ? origin + href : honestAddress(href))}">${inner}</a>`;
  }

  function cellOf({ type, attrs, content }: TableCell): string {
    const spans = (["colspan", "rowspan"] as const).filter((name) => attrs[name] > 1);
    const said = spans.map((name) => ` ${name}="${attrs[name]}"`).join("");
    const name = type === "tableHeader" ? "th" : "td";
    return `<${name}${said}>${flow(content)}</${name}>`;
  }

  function figureOf({ attrs, content }: Figure): string {
    const picture = files.get(pictureIn(attrs) ?? "");
    const size = picture !== undefined && "sources" in picture ? sharedSizeOf(picture) : null;
    if (!size) return "";
    const alt = escaped(attrs.decorative ? "" : attrs.alt);
    const image = `<img src="${escaped(origin + size.address)}" width="${size.width}" height="${size.height}" alt="${alt}">`;
    return element("figure", image + captionOf(inlines(content), attrs.credit, say("credit")));
  }

  function mediaOf({ type, attrs, content }: Video | Audio): string {
    const handout = handoutOf(attrs.file);
    if (!handout) return "";
    const address = escaped(origin + handout.address);
    const player = `<${type} controls preload="none" src="${address}"><a href="${address}">${escaped(attrs.title || handout.name)}</a></${type}>`;
    return element("figure", player + captionOf(inlines(content), attrs.credit, say("media.source")));
  }

  function handoutOf(file: string | null): Handout | null {
    const found = files.get(file ?? "");
    return found !== undefined && "about" in found ? found : null;
  }
}

const ELEMENTS = { bold: "strong", italic: "em", underline: "u", subscript: "sub", superscript: "sup" } as const;

const element = (name: string, inner: string): string => `<${name}>${inner}</${name}>`;

/** @param before stands before whose it is */
function captionOf(words: string, credit: string, before: string): string {
  const said = [words, credit === "" ? "" : `${before}: ${escaped(credit)}`].filter((one) => one !== "");
  return said.length === 0 ? "" : element("figcaption", said.join(" "));
}
