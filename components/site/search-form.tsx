import { SEARCH_FIELDS, type SearchAsked, searchPath } from "#features/addresses/public.ts";
import { say } from "#features/reading/words.ts";
import { SEARCHED_FORMS } from "#features/search/forms.ts";
import type { TreeSection } from "#features/sites/tree.ts";
import { SearchFilter, SearchFrame } from "./search-frame.tsx";

type Form = keyof typeof SEARCHED_FORMS;
const FORMS = Object.keys(SEARCHED_FORMS) as Form[];

/** What is looked for on a site, and where. */
export function SearchForm({ asked, tree, thisYear }: { asked: SearchAsked; tree: TreeSection[]; thisYear: number }) {
  const sections = tree
    .filter(({ opened }) => opened)
    .map(({ slug, name, depth }) => ({ value: slug, name: "– ".repeat(depth) + name }));
  return (
    <SearchFrame
      action={searchPath}
      name={say("search.form")}
      words={{ id: "tim-gi", name: SEARCH_FIELDS.words, label: say("search.words"), value: asked.words }}
      hint={{ id: "cach-tim", words: say("search.hint") }}
      suggests
    >
      <SearchFilter
        id="tim-o-chuyen-muc"
        name={SEARCH_FIELDS.section}
        label={say("search.section")}
        chosen={asked.section}
        any={say("search.anySection")}
        choices={sections}
      />
      <SearchFilter
        id="tim-loai"
        name={SEARCH_FIELDS.form}
        label={say("search.form_of")}
        chosen={asked.form}
        any={say("search.anyForm")}
        choices={FORMS.map((form) => ({ value: form, name: say(`search.forms.${form}`) }))}
      />
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
    </SearchFrame>
  );
}
