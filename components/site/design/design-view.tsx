import { useTranslations } from "next-intl";
import { ArticleView } from "#components/article/article-view.tsx";
import { UsefulQuestion } from "#components/article/useful-question.tsx";
import { PageTools } from "#components/site/page-tools.tsx";
import { toolWords } from "#components/site/tool-words.ts";
import { designPath } from "#features/addresses/desk.ts";
import { sectionPath } from "#features/addresses/public.ts";
import { FORMS } from "#features/kinds/article.ts";
import { ACCENTS } from "#features/kinds/site.ts";
import type { PageLink, Site } from "#features/reading/types.ts";
import type { TreeSection } from "#features/sites/tree.ts";
import { CardItem } from "../card.tsx";
import { GoneView } from "../gone-view.tsx";
import { Pages } from "../pages.tsx";
import { QuestionField } from "../question-field.tsx";
import { SitePage } from "../site-page.tsx";
import { Part } from "./part.tsx";
import { SAMPLE_GONE, STACKED, sampleArticle, sampleBanners, sampleCard } from "./samples.ts";
import { WholePages } from "./whole-pages.tsx";

type Props = { site: Site; tree: TreeSection[]; pages: PageLink[]; now: Date };

const COLOURS = [
  ...["paper", "tint", "ink", "quiet", "rule", "edge-of-control"],
  ...["link", "accent", "band", "on-band", "mark"],
  ...["emergency", "on-emergency", "urgent", "on-urgent", "outage", "on-outage"],
];
const SIZES = ["small", "aside", "plain", "read", "title-3", "title-2", "title-1"];
const LOOKS = ["lead", "full", "listed", "line"] as const;

/** Every part of the reader side with words of ours that mean nothing, for whoever changes or chooses its looks. */
export function DesignView({ site, tree, pages, now }: Props) {
  const called = useTranslations("editor.fields.kinds");
  const notice = { words: "Thanh thông báo mẫu.", until: new Date(now.getTime() + 3_600_000).toISOString() };
  return (
    <div className={`accent-${site.accent}`}>
      <SitePage site={{ ...site, notice }} emblem={null} banners={sampleBanners(now)} {...{ tree, pages, now }}>
        <h1>Thành phần giao diện</h1>
        <Part name="Màu của trang">
          <ul className="chips">
            {ACCENTS.map((accent) => (
              <li key={accent}>
                <a href={`${designPath}?accent=${accent}`} aria-current={accent === site.accent ? "true" : undefined}>
                  {accent}
                </a>
              </li>
            ))}
          </ul>
        </Part>
        <Part name="Ngôn ngữ khác">
          <p>
            <a href={`${designPath}?accent=${site.accent}&language=en`}>Thành phần của trang tiếng Anh</a>
          </p>
        </Part>
        <Part name="Bảng màu">
          <ul className="swatches">
            {COLOURS.map((name) => (
              <li key={name}>
                <span className={`swatch swatch-${name}`} aria-hidden="true" />
                {name}
              </li>
            ))}
          </ul>
        </Part>
        <Part name="Cỡ chữ">
          <ul className="sizes">
            {SIZES.map((name) => (
              <li key={name}>
                {name}: <span className={`size-${name}`}>{STACKED}</span>
              </li>
            ))}
          </ul>
        </Part>
        {LOOKS.map((look) => (
          <Part key={look} name={`Bài trong danh sách: ${look}`}>
            <div className={look === "lead" ? "" : "listing"}>
              <CardItem card={sampleCard(1)} level={3} look={look} withSection />
              <CardItem
                card={sampleCard(2, { headline: STACKED, kind: "notice", endsAt: now })}
                level={3}
                look={look}
              />
            </div>
          </Part>
        ))}
        <Part name="Các trang">
          <Pages addressOf={(at) => sectionPath("muc-mau", at)} page={4} pages={120} />
        </Part>
        <Part name="Ô của tờ khai">
          <div className="question-form">
            {[undefined, "Câu báo lỗi mẫu."].map((problem, at) => (
              <QuestionField
                key={problem ?? "plain"}
                {...{ id: `o-mau-${at}`, label: "Nhãn mẫu", isNeeded: true, hint: STACKED, problem }}
              >
                {(described) => <input id={`o-mau-${at}`} type="text" {...described} />}
              </QuestionField>
            ))}
          </div>
        </Part>
        {FORMS.map((form) => (
          <Part key={form} name={`Bài viết: ${called(form)}`}>
            <ArticleView
              article={sampleArticle(form)}
              tools={
                form === "news" ? <PageTools url="https://phuong.example/mau-0" title="Mẫu" words={toolWords} /> : null
              }
            />
          </Part>
        ))}
        <Part name="Bạn đọc trả lời">
          <UsefulQuestion number={0} />
        </Part>
        <Part name="Trang báo">
          <GoneView gone={SAMPLE_GONE} site={site} />
        </Part>
        <WholePages {...{ tree, now }} />
      </SitePage>
    </div>
  );
}
