import { afterEach, expect, test } from "vitest";
import { npmStart, type Started, whenReady } from "#e2e/fixtures/npm-start.ts";
import { aDataDir, removeDataDirs } from "#e2e/fixtures/processes.ts";
import { freePort } from "#lib/free-port.ts";

let started: Started | undefined;
afterEach(async () => {
  await started?.stop();
  removeDataDirs();
});

test("each step of a start says what it did and how long it took; a second start has nothing to do", async () => {
  const settings = { PORT: String(await freePort()), DATA_DIR: aDataDir(), DEMO: "1" };
  const url = `http://localhost:${settings.PORT}`;
  expect(await steps(settings, url)).toEqual([
    expect.stringMatching(/^Database: made on 127\.0\.0\.1:\d+ \(\d+\.\d s\)$/),
    expect.stringMatching(/^Migrations: [1-9]\d* applied \(\d+\.\d s\)$/),
    expect.stringMatching(/^Demo: made \(\d+\.\d s\)$/),
    expect.stringMatching(/^Build: (?:built|up to date) \(\d+\.\d s\)$/),
    expect.stringMatching(new RegExp(`^Front: listening on port ${settings.PORT} \\(\\d+\\.\\d s\\)$`)),
    expect.stringMatching(new RegExp(`^Tòa Soạn is ready after \\d+\\.\\d s: ${url}/$`)),
  ]);
  // Whoever stops the start while it builds knows the password already.
  expect(started?.said()).toMatch(/^Password .*^Build: .* is ready .*^Demo accounts, with the password told above:/ms);
  expect(started?.said().match(/^Password/gm)).toHaveLength(1);
  await started?.stop();
  expect(await steps(settings, url)).toEqual([
    expect.stringMatching(/^Database: started on 127\.0\.0\.1:\d+ \(\d+\.\d s\)$/),
    expect.stringMatching(/^Migrations: up to date \(\d+\.\d s\)$/),
    expect.stringMatching(/^Demo: there already \(\d+\.\d s\)$/),
    expect.stringMatching(/^Build: up to date \(\d+\.\d s\)$/),
    expect.stringMatching(new RegExp(`^Front: listening on port ${settings.PORT} \\(\\d+\\.\\d s\\)$`)),
    expect.stringMatching(new RegExp(`^Tòa Soạn is ready after \\d+\\.\\d s: ${url}/$`)),
  ]);
  expect(started?.said()).not.toMatch(/^(?:Packages|Build: making|Password)/m);
});

/** Starts, and gives what was said of each step and of all of them; what a slow step says meanwhile is left out. */
async function steps(settings: Record<string, string>, url: string): Promise<string[]> {
  started = npmStart(settings);
  await whenReady(started, url);
  return started
    .said()
    .split("\n")
    .filter((line) => /^(?:Packages|Database|Migrations|Demo|Build|Front): .*[^…]$|^Tòa Soạn is ready/.test(line));
}
