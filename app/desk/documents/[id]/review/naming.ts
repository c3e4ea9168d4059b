import { getTranslations } from "next-intl/server";
import type { Naming } from "#components/desk/review/field-values.ts";
import { editorOptions, papersCalled, relatedArticles } from "#features/drafts/queries.ts";
import type { Content } from "#features/text/kind.ts";
import { weekdayNameOf } from "#lib/dates.ts";

/** What the numbers and codes of this site's texts are called. @param texts that name papers or articles */
export async function namingOf(siteId: number, ...texts: readonly (Content | null)[]): Promise<Naming> {
  const named = texts.flatMap((text) => (Array.isArray(text?.replaces) ? (text.replaces as number[]) : []));
  const [{ sections, tags, pages, topics }, papers, articles, kinds, terms, levels, t] = await Promise.all([
    editorOptions(siteId),
    papersCalled(siteId, [...new Set(named)]),
    relatedArticles(
      siteId,
      texts.filter((text) => text !== null),
    ),
    getTranslations("editor.fields"),
    getTranslations("terms"),
    getTranslations("terms.bannerLevels"),
    getTranslations("desk.changes"),
  ]);
  const name = (list: readonly { id: number; name: string }[]) => (id: number) =>
    list.find((one) => one.id === id)?.name ?? `#${id}`;
  return {
    section: name(sections),
    tag: name(tags),
    page: name(pages),
    topic: name(topics),
    paper: name(papers),
    paperForm: (code) => terms(`paperForms.${code}`),
    article: (number) => {
      const title = articles.find(({ id }) => id === number)?.name;
      return title === undefined ? t("articleUnknown", { number }) : t("article", { title, number });
    },
    place: (code) => t(`places.${code}`),
    accent: (code) => t(`accents.${code}`),
    template: (code) => t(`templates.${code}`),
    banner: {
      level: (code) => levels(code),
      sentence: (isFixed) => t(`banners.${isFixed ? "fixed" : "own"}`),
    },
    front: {
      home: t("fronts.home"),
      newDays: (days) => t("fronts.newDays", { days }),
      slots: (slots) => t("fronts.slots", { slots }),
      titled: (title) => t("fronts.titled", { title }),
      rule: (by, name) => t(`fronts.rules.${by}`, { name }),
    },
    entry: {
      day: weekdayNameOf,
      time: (when) => terms(`weekTimes.${when}`),
      state: (state) => terms(`weekStates.${state}`),
      words: (field) => terms(`weekWords.${field}`),
    },
    emblem: t("emblem"),
    english: (field) => t(`english.${field}`),
    form: (code) => kinds(`kinds.${code}`),
    origin: (code) => kinds(`origins.${code}`),
    hidden: t("bylineHidden"),
    decorative: t("figure.decorative"),
    focus: ({ x, y }) => t("figure.focusAt", { x: x * 10, y: y * 10 }),
    trueHost: (host) => t("trueHost", { host }),
  };
}
