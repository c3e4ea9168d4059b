import { SEARCH_FIELDS, type SearchAsked, searchPath } from "#features/addresses/public.ts";
import { say } from "#features/reading/words.ts";
import { SEARCHED_FORMS } from "#features/search/forms.ts";
import { LONGEST_QUESTION } from "#features/search/question.ts";
import type { TreeSection } from "#features/sites/tree.ts";

type Form = keyof typeof SEARCHED_FORMS;
const FORMS = Object.keys(SEARCHED_FORMS) as Form[];

/** What is looked for, and where. Sent as an address, so that it can be kept and handed on. */
export function SearchForm({ asked, tree, thisYear }: { asked: SearchAsked; tree: TreeSection[]; thisYear: number }) {
  return (
    // biome-ignore lint/a11y/useSemanticElements: browsers of 2020 do not know <search>
    <form className="search-form" role="search" action={searchPath} aria-label={say("search.form")} data-search="">
      <label htmlFor="tim-gi">{say("search.words")}</label>
      <div className="search-line">
        <input
          id="tim-gi"
          type="search"
          name={SEARCH_FIELDS.words}
          defaultValue={asked.words.slice(0, LONGEST_QUESTION)}
          maxLength={LONGEST_QUESTION}
          autoComplete="off"
          aria-describedby="cach-tim"
        />
        <button type="submit">{say("search.press")}</button>
      </div>
      <p id="cach-tim" className="search-hint">
        {say("search.hint")}
      </p>
      <div className="search-filters">
        <p>
          <label htmlFor="tim-o-chuyen-muc">{say("search.section")}</label>
          <select id="tim-o-chuyen-muc" name={SEARCH_FIELDS.section} defaultValue={asked.section}>
            <option value="">{say("search.anySection")}</option>
            {tree
              .filter(({ opened }) => opened)
              .map(({ id, slug, name, depth }) => (
                <option key={id} value={slug}>
                  {"– ".repeat(depth) + name}
                </option>
              ))}
          </select>
        </p>
        <p>
          <label htmlFor="tim-loai">{say("search.form_of")}</label>
          <select id="tim-loai" name={SEARCH_FIELDS.form} defaultValue={asked.form}>
            <option value="">{say("search.anyForm")}</option>
            {FORMS.map((form) => (
              <option key={form} value={form}>
                {say(`search.forms.${form}`)}
              </option>
            ))}
          </select>
        </p>
        <p>
          <label htmlFor="tim-nam">{say("search.year")}</label>
          <input
            id="tim-nam"
            name={SEARCH_FIELDS.year}
            defaultValue={asked.year}
            inputMode="numeric"
            pattern="[0-9]{4}"
            maxLength={4}
            placeholder={String(thisYear)}
            title={say("search.yearHint")}
          />
        </p>
        <button type="submit">{say("search.narrowPress")}</button>
      </div>
    </form>
  );
}
