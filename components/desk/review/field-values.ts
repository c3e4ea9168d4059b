import type { ComparedField } from "#features/text/compare.ts";
import type { Content } from "#features/text/content.ts";
import { trueHosts } from "#features/text/host.ts";
import { momentOf } from "#lib/dates.ts";

/** Names that a text refers to by number, and labels of its codes. */
export type Naming = {
  section: (id: number) => string;
  tag: (id: number) => string;
  kind: (code: Content["kind"]) => string;
  origin: (code: Content["origin"]) => string;
  hidden: string;
  /** Said beside an address whose host is not what it looks like. */
  trueHost: (host: string) => string;
};

/** An address, with its true host where the way it is written may mislead. */
export function addressLine(address: string, { trueHost }: Pick<Naming, "trueHost">): string {
  return [address, ...trueHosts(address).map(trueHost)].join(" ");
}

/** What a field says, as a line that people read. */
export function fieldLine(field: ComparedField, content: Content, naming: Naming): string {
  switch (field) {
    case "sectionId":
      return content.sectionId === null ? "" : naming.section(content.sectionId);
    case "secondSectionIds":
      return content.secondSectionIds.map(naming.section).join(", ");
    case "tagIds":
      return content.tagIds.map(naming.tag).join(", ");
    case "kind":
      return naming.kind(content.kind);
    case "origin":
      return naming.origin(content.origin);
    case "byline": {
      const names = content.byline.names.map(({ name, post }) => (post === "" ? name : `${name} (${post})`)).join(", ");
      return content.byline.hidden ? `${names} – ${naming.hidden}` : names;
    }
    case "source":
      return [content.source.name, addressLine(content.source.url, naming)].filter((part) => part !== "").join(" – ");
    case "datedAt":
      return content.datedAt === null ? "" : momentOf(new Date(content.datedAt));
    default:
      return content[field];
  }
}
