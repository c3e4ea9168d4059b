import { fork } from "node:child_process";
import { once } from "node:events";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import pg from "pg";
import { build } from "vite";
import { afterAll, beforeAll, expect, test } from "vitest";
import { oneDatabase } from "#db/testing.ts";
import { follow } from "./follow.ts";
import { aFollower, STAGES, type Stage } from "./testing-follower-store.ts";

const { db, rows } = oneDatabase();

const KILLS = 100;

/** The process to kill, in one file: a hundred of them must not take a hundred times as long as Node needs to find Drizzle. */
const folder = mkdtempSync(join(tmpdir(), "toa-soan-follower-"));
beforeAll(() =>
  build({
    ...{ configFile: false, publicDir: false, logLevel: "error" },
    ssr: { noExternal: true, external: ["pg-native"] },
    build: { ssr: join(import.meta.dirname, "testing-follower-store.ts"), outDir: folder },
  }),
);
afterAll(() => rmSync(folder, { recursive: true }));

/** A real process that follows is killed, with SIGKILL: where it stops, or on its way on from there. */
async function killOne(stage: Stage): Promise<void> {
  const times = 1 + Math.floor(Math.random() * 4);
  const child = fork(join(folder, "testing-follower-store.js"), [db.appUrl, stage, String(times)], {
    execArgv: ["--max-semi-space-size=1"],
  });
  const gone = once(child, "exit");
  const there = new Promise((resolve) => child.once("message", resolve));
  await Promise.race([there, gone]);
  child.kill("SIGKILL");
  expect((await gone)[1]).toBe("SIGKILL");
}

const aMoment = () => pause(Math.random() * 40);

/**
 * Writes into several articles at once until it is told to stop: transactions get their numbers early, write late, commit in
 * any order, and some roll back. An article's next event is written after the one before it was committed.
 */
async function write(isOver: () => boolean): Promise<void> {
  const articles = Array.from({ length: 5 }, () => ({ seq: 0, turn: Promise.resolve() }));
  const hand = async (number: number) => {
    const article = articles[number % articles.length];
    if (!article) return;
    const client = new pg.Client({ connectionString: db.ownerUrl });
    await client.connect();
    // Bare events: their chain and their articles are tried elsewhere.
    await client.query("set session_replication_role = replica");
    while (!isOver()) {
      await client.query("begin; select pg_current_xact_id()");
      await aMoment();
      article.turn = article.turn.then(async () => {
        await client.query(
          `insert into events (document_id, seq, kind, at, canonical, payload, prev_hash, hash)
           values ($1, $2, 'imported', now(), '', '{}', '', '')`,
          [number % articles.length, article.seq + 1],
        );
        await aMoment();
        const stays = Math.random() < 0.85;
        await client.query(stays ? "commit" : "rollback");
        if (stays) article.seq += 1;
      });
      await article.turn;
    }
    await client.end();
  };
  await Promise.all(Array.from({ length: 8 }, (_, number) => hand(number)));
}

test(`a follower that is killed ${KILLS} times hears each event once, and each article's in their order`, async () => {
  await rows("create table heard (n bigint generated always as identity, event_id bigint, document_id int, seq int)");
  await rows(`grant insert on heard to ${new URL(db.appUrl).username}`);
  let over = false;
  const writing = write(() => over);
  // Two processes follow at any time, so that one is killed while the other waits for its turn.
  const half = async (from: number) => {
    for (let kill = from; kill < KILLS; kill += 2) await killOne(STAGES[(kill >> 1) % STAGES.length] ?? "on the way");
  };
  await Promise.all([half(0), half(1)]).finally(() => {
    over = true;
  });
  await writing;
  while ((await follow(aFollower())) > 0);

  const [written, heard] = [
    await rows("select document_id, seq from events order by document_id, seq"),
    await rows("select document_id, seq from heard order by document_id, n"),
  ];
  expect(written.length).toBeGreaterThan(KILLS);
  expect(heard).toEqual(written);
}, 600_000);
