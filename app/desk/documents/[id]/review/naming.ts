import { getTranslations } from "next-intl/server";
import type { Naming } from "#components/desk/review/field-values.ts";
import { editorOptions } from "#features/drafts/queries.ts";

/** What the numbers and codes of this site's texts are called. */
export async function namingOf(siteId: number): Promise<Naming> {
  const [{ sections, tags, pages }, kinds, t] = await Promise.all([
    editorOptions(siteId),
    getTranslations("editor.fields"),
    getTranslations("desk.changes"),
  ]);
  const name = (list: readonly { id: number; name: string }[]) => (id: number) =>
    list.find((one) => one.id === id)?.name ?? `#${id}`;
  return {
    section: name(sections),
    tag: name(tags),
    page: name(pages),
    place: (code) => t(`places.${code}`),
    accent: (code) => t(`accents.${code}`),
    emblem: t("emblem"),
    form: (code) => kinds(`kinds.${code}`),
    origin: (code) => kinds(`origins.${code}`),
    hidden: t("bylineHidden"),
    decorative: t("figure.decorative"),
    focus: ({ x, y }) => t("figure.focusAt", { x: x * 10, y: y * 10 }),
    trueHost: (host) => t("trueHost", { host }),
  };
}
