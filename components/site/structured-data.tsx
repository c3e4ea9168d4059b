import type { Graph, Thing } from "schema-dts";

/** What a page says of itself in the words of schema.org: a block of data, which no browser runs, so that the policy without inline scripts holds. */
export function StructuredData({ things }: { things: readonly Thing[] }) {
  const graph: Graph = { "@context": "https://schema.org", "@graph": things };
  return (
    <script
      type="application/ld+json"
      // biome-ignore lint/security/noDangerouslySetInnerHtml: JSON with every < escaped, so that no text can close the element
      dangerouslySetInnerHTML={{ __html: JSON.stringify(graph).replaceAll("<", "\\u003c") }}
    />
  );
}
