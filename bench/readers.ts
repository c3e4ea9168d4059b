import { type LiveArticle, showing } from "./article.ts";
import { besideNginx } from "./beside-nginx.ts";
import { demoMade } from "./demo-made.ts";
import { kb, say } from "./figures.ts";
import { besideBoth } from "./in-turns.ts";
import { loadTools } from "./tools.ts";
import { firstVisit } from "./visit.ts";

/** What pages weigh that readers meet first, and how fast pages are that lie in memory. @param folder for what nginx gives */
export async function readers(url: string, article: LiveArticle, folder: string): Promise<void> {
  await demoMade();
  const { address, page } = article;
  await weigh("article, first visit without pictures (at most 75 KB, script 6)", address);
  await weigh("front page, first visit before scrolling (at most 260 KB)", `${url}/`);
  const tools = await loadTools();
  if (typeof tools === "string") return say("article ÷ nginx from a file", `skipped: ${tools}`);
  await besideBoth(
    tools,
    folder,
    { name: "article", title: "article", address, atLeast: { bare: 0.6 } },
    {
      bytes: page,
      as: "page.html",
      says: [
        ["content-type", "text/html; charset=utf-8"],
        ["content-encoding", "gzip"],
      ],
    },
  );
  const { article: _, ...others } = showing(article);
  await besideNginx(tools, others, folder);
}

async function weigh(name: string, address: string): Promise<void> {
  const { byKind } = await firstVisit(address);
  // An article leads to others with pictures, which are no part of it.
  if (name.includes("without pictures")) byKind.delete("Image");
  const all = [...byKind.values()].reduce((sum, bytes) => sum + bytes, 0);
  const kinds = [...byKind].map(([kind, bytes]) => `${kind.toLowerCase()} ${kb(bytes)}`).join(", ");
  say(name, `${kb(all)} (${kinds})`);
}
