import { PAPERS_FIELDS, type PapersAsked, papersPath, STANDINGS } from "#features/addresses/papers.ts";
import type { PaperChoices } from "#features/reading/papers.ts";
import { say } from "#features/reading/words.ts";
import { LONGEST_QUESTION } from "#features/search/question.ts";

type Filter = "form" | "issuer" | "year" | "standing";
type Choice = { value: string; name: string };

/** What is looked for among papers, and what narrows them. Sent as an address, so that it can be kept and handed on. */
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
    // biome-ignore lint/a11y/useSemanticElements: browsers of 2020 do not know <search>
    <form className="search-form" role="search" action={papersPath} aria-label={say("papers.search")}>
      <label htmlFor="van-ban-tim">{say("papers.words")}</label>
      <div className="search-line">
        <input
          id="van-ban-tim"
          type="search"
          name={PAPERS_FIELDS.words}
          defaultValue={asked.words.slice(0, LONGEST_QUESTION)}
          maxLength={LONGEST_QUESTION}
          autoComplete="off"
          aria-describedby="van-ban-cach-tim"
        />
        <button type="submit">{say("search.press")}</button>
      </div>
      <p id="van-ban-cach-tim" className="search-hint">
        {say("papers.hint")}
      </p>
      <div className="search-filters papers-filters">
        {filters.map(([filter, all]) => (
          <p key={filter}>
            <label htmlFor={`van-ban-${filter}`}>{say(`papers.filters.${filter}`)}</label>
            <select id={`van-ban-${filter}`} name={PAPERS_FIELDS[filter]} defaultValue={asked[filter]}>
              <option value="">{say(`papers.any.${filter}`)}</option>
              {all.map(({ value, name }) => (
                <option key={value} value={value}>
                  {name}
                </option>
              ))}
            </select>
          </p>
        ))}
        <button type="submit">{say("search.narrowPress")}</button>
      </div>
    </form>
  );
}
