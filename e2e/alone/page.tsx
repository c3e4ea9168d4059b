import { NextIntlClientProvider } from "next-intl";
import { createRoot } from "react-dom/client";
import { renderToStaticMarkup } from "react-dom/server";
import { ArticleBody } from "#components/article/body.tsx";
import { ArticleEditor } from "#components/editor/article-editor.tsx";
import { mediaWords } from "#components/site/media-words.ts";
import { type ArticleContent, article } from "#features/kinds/article.ts";
import { emptyContent, parseContent } from "#features/text/content.ts";
import { ZONE } from "#lib/dates.ts";
import common from "#messages/vi/common.json";
import desk from "#messages/vi/desk.json";
import editor from "#messages/vi/editor.json";
import rights from "#messages/vi/rights.json";
import terms from "#messages/vi/terms.json";
import "#app/desk.css";

/** What was saved so far, as `alone.ts` answers for a server. */
export type Kept = { version: number; content: ArticleContent | null };

declare global {
  interface Window {
    /** A text that was sent to be saved: its body as the server would keep it, drawn as HTML for readers. */
    readersBody: (sent: ArticleContent) => string;
  }
}

const { version, content }: Kept = await (await fetch("/kept")).json();

createRoot(document.body.appendChild(document.createElement("main"))).render(
  <NextIntlClientProvider locale="vi" timeZone={ZONE} messages={{ common, desk, editor, rights, terms }}>
    <ArticleEditor
      {...{ documentId: 1, personId: 1, version, savedAt: null, savedBy: null, slugEditable: true }}
      content={content ?? emptyContent(article)}
      sections={["Tin tức", "Văn hóa - thể thao"].map((name, at) => ({ id: at + 1, name, depth: 0 }))}
      tags={["Bờ hồ", "Bảo vệ môi trường"].map((name, at) => ({ id: at + 1, name }))}
      people={[{ id: 1, name: "Đặng Thị Thu Hằng", post: "Phóng viên" }]}
      related={[]}
      onMakeTag={async (name) => (await fetch("/tags", { method: "POST", body: name })).json()}
    />
  </NextIntlClientProvider>,
);

window.readersBody = (sent) => {
  const drawn = document.createElement("div");
  drawn.innerHTML = renderToStaticMarkup(
    <ArticleBody
      body={parseContent(article, sent).body}
      words={{ credit: "Ảnh", ai: { edited: "", made: "" }, table: "Bảng", awaited: null, media: mediaWords }}
    />,
  );
  return drawn.innerHTML;
};
