import { useTranslations } from "next-intl";
import type { Naming } from "#components/desk/review/field-values.ts";
import { weekdayNameOf } from "#lib/dates.ts";
import type { Option } from "./props.ts";

type Lists = Partial<Record<"sections" | "pages" | "tags" | "topics", readonly Option[]>>;

/** What the numbers and codes of a text are called beside its editor, where it is told from another one: a list that is not given is not needed. */
export function useNaming({ sections = [], pages = [], tags = [], topics = [] }: Lists): Naming {
  const t = useTranslations("editor");
  const said = useTranslations("desk.changes");
  const levels = useTranslations("terms.bannerLevels");
  const terms = useTranslations("terms");
  const name = (list: readonly Option[]) => (id: number) => list.find((one) => one.id === id)?.name ?? `#${id}`;
  return {
    section: name(sections),
    page: name(pages),
    tag: name(tags),
    topic: name(topics),
    // Named by texts whose editor tells them by their title and body.
    article: String,
    paper: String,
    paperForm: String,
    form: (code) => t(`fields.kinds.${code}`),
    origin: (code) => t(`fields.origins.${code}`),
    place: (code) => said(`places.${code}`),
    accent: (code) => said(`accents.${code}`),
    template: (code) => said(`templates.${code}`),
    banner: {
      level: (code) => levels(code),
      sentence: (isFixed) => said(`banners.${isFixed ? "fixed" : "own"}`),
    },
    front: {
      home: said("fronts.home"),
      newDays: (days) => said("fronts.newDays", { days }),
      slots: (slots) => said("fronts.slots", { slots }),
      titled: (title) => said("fronts.titled", { title }),
      rule: (by, called) => said(`fronts.rules.${by}`, { name: called }),
    },
    entry: {
      day: weekdayNameOf,
      time: (when) => terms(`weekTimes.${when}`),
      state: (state) => terms(`weekStates.${state}`),
      words: (field) => terms(`weekWords.${field}`),
    },
    emblem: said("emblem"),
    english: (field) => said(`english.${field}`),
    hidden: said("bylineHidden"),
    decorative: said("figure.decorative"),
    focus: ({ x, y }) => said("figure.focusAt", { x: x * 10, y: y * 10 }),
    trueHost: (host) => t("trueHost", { host }),
  };
}
