import { sectionPath } from "#features/addresses/public.ts";
import { say } from "#features/reading/words.ts";
import type { Section } from "#features/sites/tree.ts";

/** The way on from the end of an article. */
export function MoreIn({ section }: { section: Section }) {
  return (
    <p className="more-in">
      {say("moreIn")} <a href={sectionPath(section.slug)}>{section.name}</a>
    </p>
  );
}
