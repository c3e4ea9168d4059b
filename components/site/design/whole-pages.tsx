import { useTranslations } from "next-intl";
import { ArticleBody } from "#components/article/body.tsx";
import { bodyWords } from "#components/article/body-words.ts";
import { Threads } from "#components/article/threads.tsx";
import { ALL_PAPERS } from "#features/addresses/papers.ts";
import { NOTHING_ASKED } from "#features/addresses/public.ts";
import { TEMPLATES } from "#features/kinds/front.ts";
import type { TreeSection } from "#features/sites/tree.ts";
import { isoDayOf } from "#lib/dates.ts";
import { ArchiveMonth, ArchiveView } from "../archive-view.tsx";
import { FrontView } from "../front-view.tsx";
import { PaperView } from "../paper-view.tsx";
import { PapersView } from "../papers-view.tsx";
import { SearchView } from "../search-view.tsx";
import { StatisticsView } from "../statistics-view.tsx";
import { TopicView } from "../topic-view.tsx";
import { WeekView } from "../week-view.tsx";
import { Part } from "./part.tsx";
import { sampleCard } from "./samples.ts";
import { MEDIA_BODY, SAMPLE_FILES } from "./samples-of-media.ts";
import {
  SAMPLE_CHOICES,
  SAMPLE_LINE,
  SAMPLE_PAPER,
  SAMPLE_RESULTS,
  SAMPLE_TOPIC,
  sampleBand,
  sampleStatistics,
  sampleWeek,
} from "./samples-of-pages.ts";

/** The bands of a front, what texts show and play, and what fills a page of its own. */
export function WholePages({ tree, now }: { tree: TreeSection[]; now: Date }) {
  const band = useTranslations("desk.changes.templates");
  const today = isoDayOf(now);
  const cards = [sampleCard(1), sampleCard(2)];
  return (
    <>
      {TEMPLATES.map((template) => (
        <Part key={template} name={`Dải của trang: ${band(template)}`}>
          <FrontView front={{ bands: [sampleBand(template, now)], until: null }} now={now} />
        </Part>
      ))}
      <Part name="Ảnh, chùm ảnh, video, âm thanh và tệp">
        <div className="article">
          <div className="body">
            <ArticleBody body={MEDIA_BODY} pictures={SAMPLE_FILES} words={bodyWords} isLed />
          </div>
        </div>
      </Part>
      <Part name="Hộp dòng sự kiện">
        <Threads threads={[{ number: 0, title: "Dòng sự kiện mẫu", path: "#mau", others: cards }]} />
      </Part>
      <Part name="Dòng sự kiện">
        <TopicView
          topic={SAMPLE_TOPIC}
          shown={{ pinned: cards, cards: [sampleCard(3)], listed: 3, page: 1, pages: 1 }}
        />
      </Part>
      <Part name="Tìm kiếm">
        <SearchView asked={{ ...NOTHING_ASKED, words: "tiêu đề" }} found={SAMPLE_RESULTS} {...{ tree, now }} />
      </Part>
      <Part name="Danh mục văn bản">
        <PapersView
          by="list"
          asked={ALL_PAPERS}
          choices={SAMPLE_CHOICES}
          found={{ lines: [SAMPLE_LINE], newer: null, older: null }}
          today={today}
        />
      </Part>
      <Part name="Văn bản">
        <PaperView paper={SAMPLE_PAPER} today={today} />
      </Part>
      <Part name="Lịch công tác">
        <WeekView week={sampleWeek(now)} today={today} />
      </Part>
      <Part name="Lưu trữ: các tháng của một năm">
        <ArchiveView date="2026" parts={[1, 9, 40].map((listed, at) => ({ date: `2026-0${at + 1}`, listed }))} />
      </Part>
      <Part name="Lưu trữ: lịch của một tháng">
        <ArchiveMonth
          month="2026-11"
          days={[3, 21, 28].map((day, at) => ({ date: `2026-11-${day < 10 ? `0${day}` : day}`, listed: at + 1 }))}
        />
      </Part>
      <Part name="Thống kê">
        <StatisticsView statistics={sampleStatistics(now)} />
      </Part>
    </>
  );
}
