import { NO_LEAD } from "#features/kinds/lead.ts";
import { translation } from "#features/kinds/translation.ts";
import type { EnglishCard, LiveTranslation } from "#features/reading/english.ts";
import type { Site } from "#features/reading/types.ts";
import { emptyContent } from "#features/text/content.ts";
import { validateBody } from "#features/text/document.ts";
import { EnglishList } from "../english/english-list.tsx";
import { EnglishPage } from "../english/english-page.tsx";
import { TranslationView } from "../english/translation-view.tsx";
import { Part } from "./part.tsx";
import { sampleBanners } from "./samples.ts";
import { SAMPLE_PICTURE } from "./samples-of-media.ts";

const BODY = validateBody({
  type: "doc",
  content: [{ type: "paragraph", content: [{ type: "text", text: "A sample paragraph of an English text." }] }],
});
const LONG = "A sample headline that is long enough to be set in two lines on a phone and on a wide window";

/** Every part that English pages are made of; they have a frame of their own. */
export function EnglishDesign({ site, now }: { site: Site; now: Date }) {
  const card = (number: number, change: Partial<EnglishCard>): EnglishCard => ({
    ...{ number, path: "#sample", title: LONG, standfirst: "A sample standfirst.", lead: NO_LEAD, picture: null },
    ...{ endsAt: null, shownAt: now, changedAt: now },
    ...change,
  });
  const sister: LiveTranslation = {
    ...{
      number: 0,
      pictures: new Map(),
      share: null,
      shownAt: now,
      updatedAt: now,
      behindSince: null,
      inVietnamese: new Set<string>(),
    },
    content: {
      ...emptyContent(translation),
      ...{ title: LONG, standfirst: "A sample standfirst.", body: BODY, translator: "Translator’s Name" },
    } as LiveTranslation["content"],
    notes: [{ kind: "correction", text: "A figure has been corrected.", at: now, ofOriginal: false }],
    original: {
      ...{ kind: "article", number: 0, path: "#mau", title: "Tiêu đề tiếng Việt mẫu", changedAt: now },
      said: {
        ...{ kind: "notice", aiLabel: "", source: { name: "", url: "" }, endsAt: now },
        byline: { hidden: false, names: [{ name: "Tên Người Viết", post: "", personId: null }] },
      },
    },
  };
  const cards = [
    card(1, { picture: SAMPLE_PICTURE }),
    card(2, { shownAt: new Date("2026-01-05T03:00:00Z"), endsAt: now }),
  ];
  return (
    <div className={`accent-${site.accent}`} lang="en">
      <EnglishPage {...{ site, now }} emblem={null} banners={sampleBanners(now)}>
        <h1>Components in English</h1>
        <Part name="List">
          <EnglishList {...{ own: [card(3, { title: "Contact" })], cards, page: 1, pages: 120, now }} />
        </Part>
        <Part name="English sister">
          <TranslationView translation={sister} />
        </Part>
      </EnglishPage>
    </div>
  );
}
