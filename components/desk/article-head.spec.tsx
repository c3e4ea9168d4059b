import { NextIntlClientProvider } from "next-intl";
import { renderToStaticMarkup } from "react-dom/server";
import { expect, test } from "vitest";
import type { DeskArticle } from "#features/desk/desk-article.ts";
import desk from "#messages/vi/desk.json" with { type: "json" };
import terms from "#messages/vi/terms.json" with { type: "json" };
import { ArticleHead } from "./article-head.tsx";

function headline(shown: "open" | "live", text: string | null): string | undefined {
  const article = {
    ...{ number: 7, about: { wasReturned: false }, live: { headline: "Khai mạc hội thao" } },
    text: text === null ? null : { content: { headline: text } },
    story: { open: null, lastClosed: null, article: { visibility: "live", owedSince: null } },
  } as unknown as DeskArticle;
  const html = renderToStaticMarkup(
    <NextIntlClientProvider locale="vi" timeZone="Asia/Ho_Chi_Minh" messages={{ desk, terms }}>
      <ArticleHead article={article} shown={shown} />
    </NextIntlClientProvider>,
  );
  return /<h1[^>]*>(.*?)<\/h1>/.exec(html)?.[1];
}

test("the headline is that of the text below it", () => {
  expect(headline("open", "Bế mạc hội thao")).toBe("Bế mạc hội thao");
  expect(headline("live", "Bế mạc hội thao")).toBe("Khai mạc hội thao");
  expect(headline("open", "")).toBe("Khai mạc hội thao");
  expect(headline("live", null)).toBe("Khai mạc hội thao");
});
