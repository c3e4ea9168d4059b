import { PAPERS_FIELDS, type PapersAsked, papersPath, STANDINGS } from "#features/addresses/papers.ts";
import type { PaperChoices } from "#features/reading/papers.ts";
import { say } from "#features/reading/words.ts";
import { SearchFilter, SearchFrame } from "./search-frame.tsx";

type Filter = "form" | "issuer" | "year" | "standing";
type Choice = { value: string; name: string };

/** What is looked for among papers, and what narrows them. */
export function PapersForm({ asked, choices }: { asked: PapersAsked; choices: PaperChoices }) {
  const standings = Object.entries(STANDINGS).map(([value, standing]) => ({
    value,
    name: say(`papers.standings.${standing}`),
  }));
  const filters: [Filter, Choice[]][] = [
    ["form", choices.forms.map(({ slug, name }) => ({ value: slug, name }))],
    ["issuer", choices.bodies.map(({ slug, name }) => ({ value: slug, name }))],
    ["year", choices.years.map((year) => ({ value: String(year), name: String(year) }))],
    ["standing", standings],
  ];
  return (
    <SearchFrame
      action={papersPath}
      name={say("papers.search")}
      words={{ id: "van-ban-tim", name: PAPERS_FIELDS.words, label: say("papers.words"), value: asked.words }}
      hint={{ id: "van-ban-cach-tim", words: say("papers.hint") }}
      className="papers-filters"
    >
      {filters.map(([filter, all]) => (
        <SearchFilter
          key={filter}
          id={`van-ban-${filter}`}
          name={PAPERS_FIELDS[filter]}
          label={say(`papers.filters.${filter}`)}
          chosen={asked[filter]}
          any={say(`papers.any.${filter}`)}
          choices={all}
        />
      ))}
    </SearchFrame>
  );
}
