import type { ReactNode } from "react";
import { say } from "#features/reading/words.ts";
import { LONGEST_QUESTION } from "#features/search/question.ts";

type Props = {
  /** Of the form: where it leads, and what it is called. */
  action: string;
  name: string;
  /** The field of words: its id, its name in the address, what it is called, and what stands in it. */
  words: { id: string; name: string; label: string; value: string };
  hint: { id: string; words: string };
  /** A script shows what is meant while somebody types. */
  suggests?: boolean;
  /** What narrows what is found. */
  children: ReactNode;
  className?: string;
};

/** What readers look for, in words, and what narrows it. Sent as an address, so that it can be kept and handed on. */
export function SearchFrame({ action, name, words, hint, suggests = false, children, className = "" }: Props) {
  return (
    // biome-ignore lint/a11y/useSemanticElements: browsers of 2020 do not know <search>
    <form
      className="search-form"
      role="search"
      action={action}
      aria-label={name}
      data-search={suggests ? "" : undefined}
    >
      <label htmlFor={words.id}>{words.label}</label>
      <div className="search-line">
        <input
          id={words.id}
          type="search"
          name={words.name}
          defaultValue={words.value.slice(0, LONGEST_QUESTION)}
          maxLength={LONGEST_QUESTION}
          autoComplete="off"
          aria-describedby={hint.id}
        />
        <button type="submit">{say("search.press")}</button>
      </div>
      <p id={hint.id} className="search-hint">
        {hint.words}
      </p>
      <div className={`search-filters ${className}`.trim()}>
        {children}
        <button type="submit">{say("search.narrowPress")}</button>
      </div>
    </form>
  );
}

type Choice = { value: string; name: string };
type FilterProps = { id: string; name: string; label: string; chosen: string; any: string; choices: readonly Choice[] };

/** One thing that narrows what is looked for. @param any what it is called where nothing is chosen */
export function SearchFilter({ id, name, label, chosen, any, choices }: FilterProps) {
  return (
    <p>
      <label htmlFor={id}>{label}</label>
      <select id={id} name={name} defaultValue={chosen}>
        <option value="">{any}</option>
        {choices.map(({ value, name: called }) => (
          <option key={value} value={value}>
            {called}
          </option>
        ))}
      </select>
    </p>
  );
}
