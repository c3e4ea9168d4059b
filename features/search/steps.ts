import { allOf, anyOf, type Field, lexeme, pairOf, quoted } from "./lexemes.ts";
import type { Question, Unit } from "./question.ts";
import type { Query } from "./store.ts";
import type { Word } from "./words.ts";

/** What has to be so of a text for it to stand at a certain place of the list. */
type Step = {
  field: Field;
  /** With the accents that were typed, or whatever accents. */
  accents: "exact" | "any";
  /** What was typed side by side stands side by side. */
  together: boolean;
};

/**
 * From the best to the weakest; among equals the newer comes first. Accents that were typed count before the place, for whoever types
 * them means them; but words that stand scattered in a long text are the weakest sign there is, whatever their accents.
 */
const PLACES: readonly Field[] = ["t", "h", "b"];

function stepsFor({ hasAccents, units }: Question): Step[] {
  const isOne = units.length === 1;
  const forms = hasAccents ? (["exact", "any"] as const) : (["any"] as const);
  const inPlaces = forms.flatMap((accents) =>
    PLACES.flatMap((field): Step[] => [
      { field, accents, together: true },
      ...(isOne || field === "b" ? [] : [{ field, accents, together: false }]),
    ]),
  );
  const scattered = isOne ? [] : forms.map((accents): Step => ({ field: "b", accents, together: false }));
  const inFiles = forms.map((accents): Step => ({ field: "f", accents, together: true }));
  const scatteredInFiles = isOne ? [] : forms.map((accents): Step => ({ field: "f", accents, together: false }));
  return [...inPlaces, ...scattered, ...inFiles, ...scatteredInFiles];
}

/** A text search query for each step. @param narrowing what each goes with */
export function stepsOf(question: Question, narrowing: string): Query[] {
  const whole = (step: Step) => allOf([said(question.units, step), ...barred(question), narrowing]);
  // What stands in a title stands anywhere, and what stands together stands there.
  const anywhere = whole({ field: "b", accents: "any", together: false });
  return stepsFor(question).map((step) => ({ query: whole(step), within: step.field === "f" ? null : anywhere }));
}

/**
 * The same for where nothing has all of it: what lacks one thing, or of many two that were typed side by side, in the title before
 * what stands over the text.
 */
export function stepsOfMost(question: Question, narrowing: string): Query[] {
  const { units } = question;
  // Of two the one alone says nothing.
  if (units.length < 3) return [];
  const lacking = units.length < MANY ? 1 : 2;
  const choices = units.slice(lacking - 1).map((_, at) => units.toSpliced(at, lacking));
  const any = { accents: "any", together: false } as const;
  const steps = PLACES.map((field) =>
    anyOf(choices.map((some) => said(some, { ...any, field, together: field === "b" }))),
  );
  return steps.map((step) => ({ query: allOf([step, ...barred(question), narrowing]), within: null }));
}

const MANY = 6;

function said(units: readonly Unit[], step: Step): string {
  const isPaired = step.together && units.length > 1;
  const each = units
    .filter(({ spellings }) => !(isPaired && spellings.every((words) => isInItsPairs(words, step))))
    .map(({ spellings }) => anyOf(spellings.map((words) => inARow(words, step))));
  return allOf([...each, ...(step.together ? between(units, step.field) : [])]);
}

/** Where one word stands between its neighbours, each pair has it already: the longest lists are not gone through once more. */
const isInItsPairs = (words: readonly Word[], step: Step): boolean => words.length === 1 && !words.some(hasOwn(step));

/** Pairs are kept without accents, so that a word that was typed with its own is looked for beside them. */
const hasOwn =
  ({ accents }: Pick<Step, "accents">) =>
  ({ exact, bare }: Word): boolean =>
    accents === "exact" && exact !== bare;

/** Words of one thing stand side by side wherever they stand. */
function inARow(words: readonly Word[], { field, accents }: Step): string {
  const alone = words.length === 1 ? words : words.filter(hasOwn({ accents }));
  const each = alone.map(({ exact, bare }) => lexeme(field, accents === "exact" ? exact : bare));
  const pairs = words.slice(1).map((next, at) => lexeme(field, pairOf(words[at] ?? next, next)));
  return allOf([...new Set([...each, ...pairs])].map(quoted));
}

/** The last word of each thing, in whichever spelling, before the first one of the next. */
function between(units: readonly Unit[], field: Field): string[] {
  return units.slice(1).map(({ spellings }, at) => {
    const ends = units[at]?.spellings.flatMap((words) => words.at(-1) ?? []) ?? [];
    const begins = spellings.flatMap((words) => words[0] ?? []);
    return anyOf(ends.flatMap((end) => begins.map((begin) => quoted(lexeme(field, pairOf(end, begin))))));
  });
}

function barred({ without }: Question): string[] {
  return without.map((words) => {
    const accents = words.some(({ exact, bare }) => exact !== bare) ? "exact" : "any";
    return `!${inARow(words, { field: "b", accents, together: true })}`;
  });
}

/** What is typed so far: whole words, and what the last one may become; in the title alone. @param narrowing as above */
export function stepsToSuggest(whole: readonly Word[], ends: readonly string[], narrowing: string): Query[] {
  const hasAccents = whole.some(({ exact, bare }) => exact !== bare);
  const before = whole.at(-1);
  const step = (accents: Step["accents"], together: boolean) => {
    const words =
      whole.length === 0
        ? []
        : [together ? inARow(whole, { field: "t", accents, together }) : scattered(whole, accents)];
    const end = anyOf(
      ends.map((bare) => quoted(lexeme("t", together && before ? pairOf(before, { exact: bare, bare }) : bare))),
    );
    return allOf([...words, end, narrowing]);
  };
  const forms = hasAccents ? (["exact", "any"] as const) : (["any"] as const);
  return [true, false].flatMap((together) =>
    forms.map((accents) => ({ query: step(accents, together), within: null })),
  );
}

function scattered(words: readonly Word[], accents: Step["accents"]): string {
  return allOf(words.map(({ exact, bare }) => quoted(lexeme("t", accents === "exact" ? exact : bare))));
}
