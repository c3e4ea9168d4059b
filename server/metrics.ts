import type { IncomingMessage, RequestListener, Server, ServerResponse } from "node:http";
import { Counter, collectDefaultMetrics, Gauge, type Histogram, Registry } from "prom-client";
import type { PoolState } from "#db/client.ts";
import { type AnswerTally, makeAnswerTally, type RequestKind } from "./answer-tally.ts";
import { openServer } from "./http.ts";

/** What is looked at when somebody asks for the figures, and costs nothing meanwhile. */
type Looks = {
  cache(): { pages: number; bytes: number; forgotten: number };
  pools(): readonly PoolState[];
  isDeaf(): boolean;
  /** Desk pages that are told of changes. */
  listeners(): number;
  schedulesDue(): Promise<number>;
  /** Whether every row fitted when the database was looked over last; null before the first time. */
  fittedLast(): Promise<boolean | null>;
  /** Originals that were missing or had changed when they were read last. */
  filesInTrouble(): Promise<number>;
};

export type Metrics = {
  /** @param answer answers, and says what was asked for; it is counted and timed */
  measured(answer: (request: IncomingMessage, response: ServerResponse) => RequestKind): RequestListener;
  /** A reader's page was ready, or had to be made. */
  looked(found: "hit" | "miss"): void;
  /** Gives the figures, in Prometheus' form, at /metrics to whoever reaches this port. @throws when it is taken */
  open(at: { port: number; host: string }): Promise<Server>;
};

/** From half a millisecond to the ten seconds after which a page is given up. */
const SECONDS = [0.0005, 0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10];

/** A histogram whose counts are kept elsewhere: of what is registered, the library asks for a name and `get`. */
function answerSeconds(answers: AnswerTally): Histogram {
  const name = "toasoan_answer_seconds";
  const get = async () => {
    const values = answers.all().flatMap(({ kind, within, seconds }) => {
      const count = within.at(-1) ?? 0;
      if (count === 0) return [];
      return [
        ...within.map((value, at) => ({
          ...{ metricName: `${name}_bucket`, value, labels: { le: SECONDS[at] ?? "+Inf", kind } },
        })),
        { metricName: `${name}_sum`, value: seconds, labels: { kind } },
        { metricName: `${name}_count`, value: count, labels: { kind } },
      ];
    });
    const help = "From a request's head to the end of its answer.";
    return { name, help, type: "histogram", aggregator: "sum", values };
  };
  return { name, get } as unknown as Histogram;
}

/**
 * Figures for whoever watches the product from outside: the process itself, what is asked for and how long it takes, and
 * what it depends on. Labels are words of ours: no address, nobody's name and no word of an article is among them.
 */
export function makeMetrics({
  cache,
  pools,
  isDeaf,
  listeners,
  schedulesDue,
  fittedLast,
  filesInTrouble,
}: Looks): Metrics {
  const registers = [new Registry()];
  const [registry] = registers as [Registry];
  collectDefaultMetrics({ register: registry });
  const answers = makeAnswerTally(SECONDS);
  const found = { hit: 0, miss: 0 };
  new Counter({
    ...{ name: "toasoan_requests_total", help: "Answers by what was asked for and class of status.", registers },
    labelNames: ["kind", "status"],
    collect() {
      this.reset();
      for (const { kind, statuses } of answers.all()) {
        for (const [hundreds, count] of statuses.entries()) {
          if (count) this.inc({ kind, status: `${hundreds}xx` }, count);
        }
      }
    },
  });
  registry.registerMetric(answerSeconds(answers));
  new Counter({
    ...{ name: "toasoan_cache_lookups_total", help: "Readers' pages that were ready, or were not.", registers },
    labelNames: ["found"],
    collect() {
      this.reset();
      for (const [which, count] of Object.entries(found)) this.inc({ found: which }, count);
    },
  });
  const gauge = (name: string, help: string, labelNames: string[], collect: (own: Gauge) => void | Promise<void>) =>
    new Gauge({
      ...{ name: `toasoan_${name}`, help, labelNames, registers },
      collect() {
        return collect(this);
      },
    });
  gauge("cache_pages", "Finished pages in memory.", [], (own) => own.set(cache().pages));
  gauge("cache_bytes", "Memory of finished pages.", [], (own) => own.set(cache().bytes));
  new Counter({
    ...{ name: "toasoan_cache_forgotten_total", help: "Pages that left memory for what was announced.", registers },
    collect() {
      this.reset();
      this.inc(cache().forgotten);
    },
  });
  gauge("database_connections", "Connections of a pool, by what they do.", ["side", "state"], (own) => {
    for (const { side, inUse, idle } of pools()) {
      own.set({ side, state: "in_use" }, inUse);
      own.set({ side, state: "idle" }, idle);
    }
  });
  gauge("database_waiting", "Who waits for a connection of a pool.", ["side"], (own) => {
    for (const { side, waiting } of pools()) own.set({ side }, waiting);
  });
  gauge("follower_deaf", "1 while announcements are not heard.", [], (own) => own.set(isDeaf() ? 1 : 0));
  gauge("desk_pages_live", "Desk pages that are told of changes.", [], (own) => own.set(listeners()));
  // While the database is away there is no such number, and all others are wanted the more.
  const asked = (ask: () => Promise<number | boolean | null>) => async (own: Gauge) => {
    own.remove();
    const found = await ask().catch(() => null);
    if (found !== null) own.set(Number(found));
  };
  gauge("schedules_due", "Publications whose hour has come.", [], asked(schedulesDue));
  gauge("verify_fits", "1 when each row fitted at the last verification, 0 when one did not.", [], asked(fittedLast));
  gauge(
    "files_in_trouble",
    "Originals that were missing or had changed when they were read last.",
    [],
    asked(filesInTrouble),
  );

  return {
    measured(answer) {
      return (request, response) => {
        const began = performance.now();
        const kind = answer(request, response);
        const done = () =>
          // A stream lasts for as long as somebody looks at a page.
          answers.add(kind, response.statusCode, kind === "stream" ? null : (performance.now() - began) / 1_000);
        if (response.writableEnded) done();
        else response.once("close", done);
      };
    },
    looked: (which) => {
      found[which] += 1;
    },
    open: ({ port, host }) => openServer(port, false, (request, response) => void tell(request, response), { host }),
  };

  async function tell(request: IncomingMessage, response: ServerResponse): Promise<void> {
    if (request.method !== "GET" || request.url?.split("?", 1)[0] !== "/metrics") {
      return void response.writeHead(404).end();
    }
    const figures = await registry.metrics();
    response.writeHead(200, { "Content-Type": registry.contentType, "Cache-Control": "no-store" }).end(figures);
  }
}
