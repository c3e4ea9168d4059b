import { chromium } from "@playwright/test";
import { findChromium } from "#scripts/checks/chromium.ts";

/** Bytes over the network for a first visit with nothing in the browser's memory, in all and by kind. */
export async function firstVisit(url: string): Promise<{ all: number; byKind: Map<string, number> }> {
  const browser = await chromium.launch({ executablePath: await findChromium(), args: ["--no-sandbox"] });
  try {
    const page = await browser.newPage({ viewport: { width: 360, height: 740 } });
    const network = await page.context().newCDPSession(page);
    await network.send("Network.enable");
    const kinds = new Map<string, string>();
    const byKind = new Map<string, number>();
    network.on("Network.responseReceived", ({ requestId, type }) => void kinds.set(requestId, type));
    network.on("Network.loadingFinished", ({ requestId, encodedDataLength }) => {
      const kind = kinds.get(requestId) ?? "Other";
      byKind.set(kind, (byKind.get(kind) ?? 0) + encodedDataLength);
    });
    await page.goto(url, { waitUntil: "networkidle" });
    // The letters of the next page belong to the first visit, and come after it.
    await page.waitForFunction(() => localStorage.getItem("fonts") === "kept");
    return { all: [...byKind.values()].reduce((sum, bytes) => sum + bytes, 0), byKind };
  } finally {
    await browser.close();
  }
}
