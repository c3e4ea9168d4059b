import { NextIntlClientProvider } from "next-intl";
import { renderToStaticMarkup } from "react-dom/server";
import { expect, test } from "vitest";
import type { DeskDocument } from "#features/desk/desk-document.ts";
import desk from "#messages/vi/desk.json" with { type: "json" };
import terms from "#messages/vi/terms.json" with { type: "json" };
import { DocumentHead } from "./document-head.tsx";

function headline(shown: "open" | "live", text: string | null): string | undefined {
  const document = {
    ...{ number: 7, about: { wasReturned: false }, live: { title: "Khai mạc hội thao" } },
    text: text === null ? null : { title: text },
    story: { open: null, lastClosed: null, document: { visibility: "live", owedSince: null } },
  } as unknown as DeskDocument;
  const html = renderToStaticMarkup(
    <NextIntlClientProvider locale="vi" timeZone="Asia/Ho_Chi_Minh" messages={{ desk, terms }}>
      <DocumentHead document={document} shown={shown} />
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
