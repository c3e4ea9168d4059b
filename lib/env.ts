import { isIP } from "node:net";
import { isAbsolute, resolve } from "node:path";
import { z } from "zod";
import { processWide } from "./process-wide.ts";
import { StartError } from "./start-error.ts";

/** What a start may do, apart from others on the same database: serve pages, do jobs, go live by the clock. */
export const SERVER_ROLES = ["web", "worker", "clock"] as const;
export type ServerRole = (typeof SERVER_ROLES)[number];

/** What the operator may set. This file is the only reader of the environment. */
export type Settings = {
  /** In the order of `SERVER_ROLES`, none twice. */
  roles: readonly ServerRole[];
  port: number;
  /** Origin of the site, without a slash at its end. */
  siteUrl: string;
  /** Whether the address was said, or a PORT that it follows from; else it is where the product begins by default. */
  siteUrlIsSaid: boolean;
  /** A PostgreSQL server of the operator's own; undefined means the embedded one. */
  databaseUrl: string | undefined;
  /** Absolute. */
  dataDir: string;
  /** At least 32 characters; undefined until the start has made or read the one kept in `dataDir`. */
  secret: string | undefined;
  trustProxy: boolean;
  /** Where the caches that stand in front of us are told what to forget; none where there are no caches. */
  cachePurgeUrls: readonly string[];
  /** How long finished pages are sent while it is not heard what other machines decide, in milliseconds. */
  outageGraceMs: number;
  /** Whether demo people and articles may be made. */
  demo: boolean;
  demoPassword: string | undefined;
  /** Where the product's figures are given out; undefined: nowhere. */
  metrics: { port: number; host: string } | undefined;
  /** The server that takes our mail, with its password in the address, and whom the mail is from; undefined: none is sent. */
  mail: { url: string; from: string } | undefined;
  /** A store that speaks S3, where files lie then; undefined: they lie in `dataDir`. */
  s3: S3Settings | undefined;
  /** Who looks whether there is anything bad in what was brought; undefined: nobody. */
  clamd: ClamdSettings | undefined;
};

/** Where clamd listens. */
export type ClamdSettings = { host: string; port: number } | { path: string };

/** Where a store is, and who may use it. */
export type S3Settings = {
  /** Undefined: Amazon's own, in that region. */
  endpoint: string | undefined;
  region: string;
  bucket: string;
  key: string;
  secret: string;
  /** What every key of ours begins with there, with a slash at its end; or "". */
  prefix: string;
  /** Whether the bucket is named in the path, and not in the name of the host. */
  pathStyle: boolean;
};

const unset = (value: unknown) => (typeof value === "string" && value.trim() === "" ? undefined : value);
const yesOrNo = z
  .enum(["1", "0", "true", "false"], "write 1 or 0")
  .transform((word) => word === "1" || word === "true");

const ROLES = "name one or more of web, worker and clock, with commas between them";
const PORT = "give a whole number from 1 to 65535";
const GRACE = "give a number of seconds from 0 to 9999";
const SITE_URL = "give the address readers use, such as https://phuong.example.vn, without a path";
const METRICS_HOST = "give an address of this machine, such as 10.0.0.5, or leave it out";
const SMTP_URL =
  "give the address of a mail server such as smtp://name:password@mail.example.vn:587 (smtps:// for port 465), with a name and a password or neither";
const MAIL_FROM = "give an e-mail address such as toasoan@phuong.example.vn, or Tòa soạn <toasoan@phuong.example.vn>";
const S3_ENDPOINT =
  "give the address of the store, such as https://s3.example.vn, without a name, a password or a question";
const S3_BUCKET = "give the name of a bucket, of letters, digits, dots and hyphens";
const S3_PREFIX = "give a path of letters, digits, dots, hyphens and slashes, such as toasoan, or leave it out";
const CACHE_PURGE_URL =
  "give where the cache in front is told what to forget, such as http://127.0.0.1:8081/forget, with commas between several";
const CLAMD =
  "give where clamd listens, a host and a port such as 127.0.0.1:3310, or the path of its socket such as /run/clamav/clamd.ctl";
const DATABASE_URL = "give a connection string such as postgres://owner:password@host:5432/toasoan";

const port = z
  .string()
  .regex(/^\d{1,5}$/, PORT)
  .transform(Number)
  .refine(isPort, PORT);

const shape = z.object({
  ROLES: z.preprocess(
    unset,
    z
      .string()
      .default(SERVER_ROLES.join(","))
      .transform((text) => text.split(",").map((word) => word.trim()))
      .pipe(z.array(z.enum(SERVER_ROLES, ROLES)))
      .transform((named) => SERVER_ROLES.filter((role) => named.includes(role))),
  ),
  PORT: z.preprocess(unset, port.default(3000)),
  SITE_URL: z.preprocess(unset, z.string().refine(isOrigin, SITE_URL).optional()),
  DATABASE_URL: z.preprocess(unset, z.string().refine(isPostgres, DATABASE_URL).optional()),
  DATA_DIR: z.preprocess(unset, z.string().default(".data")),
  SECRET: z.preprocess(unset, z.string().min(32, "give at least 32 random characters, or leave it out").optional()),
  TRUST_PROXY: z.preprocess(unset, yesOrNo.optional()),
  CACHE_PURGE_URL: z.preprocess(
    unset,
    z
      .string()
      .transform((text) => text.split(",").map((one) => one.trim()))
      .refine((all) => all.every(isPlainUrl), CACHE_PURGE_URL)
      .optional(),
  ),
  OUTAGE_GRACE: z.preprocess(
    unset,
    z
      .string()
      .regex(/^\d{1,4}$/, GRACE)
      .default("10")
      .transform(Number),
  ),
  DEMO: z.preprocess(unset, yesOrNo.optional()),
  DEMO_PASSWORD: z.preprocess(unset, z.string().min(12, "give at least 12 characters, or leave it out").optional()),
  METRICS_PORT: z.preprocess(unset, port.optional()),
  METRICS_HOST: z.preprocess(unset, z.string().refine(isAddress, METRICS_HOST).default("127.0.0.1")),
  SMTP_URL: z.preprocess(unset, z.string().refine(isMailServer, SMTP_URL).optional()),
  MAIL_FROM: z.preprocess(unset, z.string().trim().refine(isSender, MAIL_FROM).optional()),
  S3_ENDPOINT: z.preprocess(unset, z.string().refine(isPlainUrl, S3_ENDPOINT).optional()),
  S3_REGION: z.preprocess(unset, z.string().optional()),
  S3_BUCKET: z.preprocess(
    unset,
    z
      .string()
      .regex(/^[\w.-]+$/, S3_BUCKET)
      .optional(),
  ),
  S3_KEY: z.preprocess(unset, z.string().optional()),
  S3_SECRET: z.preprocess(unset, z.string().optional()),
  S3_PREFIX: z.preprocess(
    unset,
    z
      .string()
      .regex(/^[\w-][\w.-]*(?:\/[\w-][\w.-]*)*\/?$/, S3_PREFIX)
      .optional(),
  ),
  S3_PATH_STYLE: z.preprocess(unset, yesOrNo.optional()),
  CLAMD: z.preprocess(
    unset,
    z
      .string()
      .transform(clamdAt)
      .refine((at) => at !== null, CLAMD)
      .optional(),
  ),
});
type Given = z.output<typeof shape>;

/** Settings whose value may be shown in a sentence; the others hold passwords. */
const SHOWN = new Set([
  "ROLES",
  "PORT",
  "SITE_URL",
  "TRUST_PROXY",
  "OUTAGE_GRACE",
  "DEMO",
  "METRICS_PORT",
  "METRICS_HOST",
  "MAIL_FROM",
  "S3_BUCKET",
  "S3_PREFIX",
  "S3_PATH_STYLE",
  "CLAMD",
]);

/**
 * Reads the settings once more from `source`.
 * @throws {StartError} naming the first wrong one
 */
export function readSettings(source: Record<string, string | undefined> = process.env): Settings {
  const parsed = shape.safeParse(source);
  if (!parsed.success) throw new StartError(wrong(parsed.error.issues[0], source));
  const { data } = parsed;
  const siteUrl = data.SITE_URL ? new URL(data.SITE_URL).origin : `http://localhost:${data.PORT}`;
  if (data.DEMO && !isLoopback(siteUrl)) {
    throw new StartError(
      `DEMO is on and SITE_URL is ${siteUrl}, where everybody could sign in with the demo accounts: leave DEMO out, or use a SITE_URL on localhost.`,
    );
  }
  if (data.METRICS_PORT === data.PORT) {
    throw new StartError(`METRICS_PORT is ${data.PORT}, where readers are: give the figures a port of their own.`);
  }
  if (data.CACHE_PURGE_URL && !data.TRUST_PROXY) {
    throw new StartError(
      "CACHE_PURGE_URL is set and TRUST_PROXY is not: behind a cache every reader would be the cache itself, set TRUST_PROXY=1 as well.",
    );
  }
  if ((data.SMTP_URL === undefined) !== (data.MAIL_FROM === undefined)) {
    const [there, missing] = data.SMTP_URL ? ["SMTP_URL", "MAIL_FROM"] : ["MAIL_FROM", "SMTP_URL"];
    throw new StartError(`${there} is set and ${missing} is not: mail needs both, set ${missing} or leave both out.`);
  }
  return {
    roles: data.ROLES,
    port: data.PORT,
    siteUrl,
    siteUrlIsSaid: [source.SITE_URL, source.PORT].some((said) => unset(said) !== undefined),
    databaseUrl: data.DATABASE_URL,
    dataDir: resolve(data.DATA_DIR),
    secret: data.SECRET,
    trustProxy: data.TRUST_PROXY ?? false,
    cachePurgeUrls: data.CACHE_PURGE_URL ?? [],
    outageGraceMs: data.OUTAGE_GRACE * 1_000,
    demo: data.DEMO ?? (data.DATABASE_URL === undefined && isLoopback(siteUrl)),
    demoPassword: data.DEMO_PASSWORD,
    metrics: data.METRICS_PORT === undefined ? undefined : { port: data.METRICS_PORT, host: data.METRICS_HOST },
    mail: data.SMTP_URL && data.MAIL_FROM ? { url: data.SMTP_URL, from: data.MAIL_FROM } : undefined,
    s3: storeOf(data),
    clamd: data.CLAMD ?? undefined,
  };
}

/** @throws {StartError} where a store is named by half */
function storeOf({ S3_ENDPOINT: endpoint, S3_REGION: region, ...data }: Given): S3Settings | undefined {
  const { S3_BUCKET: bucket, S3_KEY: key, S3_SECRET: secret, S3_PREFIX: prefix, S3_PATH_STYLE: pathStyle } = data;
  const all = { S3_BUCKET: bucket, S3_KEY: key, S3_SECRET: secret, "S3_ENDPOINT or S3_REGION": endpoint ?? region };
  const said = { S3_ENDPOINT: endpoint, S3_REGION: region, ...all, S3_PREFIX: prefix, S3_PATH_STYLE: pathStyle };
  const there = Object.entries(said).find(([, value]) => value !== undefined);
  if (there === undefined) return undefined;
  const missing = Object.entries(all).find(([, value]) => value === undefined);
  if (missing) {
    throw new StartError(
      `${there[0]} is set and ${missing[0]} is not: a store of files needs S3_BUCKET, S3_KEY, S3_SECRET, and S3_ENDPOINT or S3_REGION; set ${missing[0]}, or leave all of them out.`,
    );
  }
  return {
    ...{ endpoint, region: region ?? "us-east-1", bucket: bucket ?? "", key: key ?? "", secret: secret ?? "" },
    prefix: prefix === undefined ? "" : prefix.replace(/\/?$/, "/"),
    // Stores of one's own seldom have a name for each bucket.
    pathStyle: pathStyle ?? endpoint !== undefined,
  };
}

const shared = processWide<{ settings?: Settings }>("toasoan.settings", () => ({}));

/** The settings of this process. */
export function env(): Settings {
  shared.settings ??= readSettings();
  return shared.settings;
}

/** The start's last word on the settings, with the secret it found; next-auth reads its own from the environment. */
export function settle(settings: Settings & { secret: string }): void {
  shared.settings = settings;
  process.env.NEXTAUTH_URL = settings.siteUrl;
  process.env.NEXTAUTH_SECRET = settings.secret;
}

/** What a command says of addresses: what it was told, else where the server that started last on this database is. */
export function settleSiteUrl(settings: Settings, lastKnown: string | null): void {
  shared.settings = {
    ...settings,
    siteUrl: settings.siteUrlIsSaid ? settings.siteUrl : (lastKnown ?? settings.siteUrl),
  };
}

/** Whether only this machine can open the address. */
export function isLoopback(siteUrl: string): boolean {
  const { hostname } = new URL(siteUrl);
  return hostname === "localhost" || hostname.endsWith(".localhost") || hostname === "[::1]" || /^127\./.test(hostname);
}

function wrong(issue: z.core.$ZodIssue | undefined, source: Record<string, string | undefined>): string {
  const name = String(issue?.path[0]);
  const value = SHOWN.has(name) ? ` is "${source[name]}"` : " is not valid";
  return `The setting ${name}${value}: ${issue?.message}.`;
}

function isPort(port: number): boolean {
  return port >= 1 && port <= 65_535;
}

function isAddress(text: string): boolean {
  return isIP(text) !== 0 || text === "localhost";
}

function isOrigin(text: string): boolean {
  const url = URL.parse(text);
  return (
    url !== null &&
    /^https?:$/.test(url.protocol) &&
    url.pathname === "/" &&
    url.search + url.hash + url.username === ""
  );
}

/** Null where it is neither a host with a port nor a path. */
function clamdAt(text: string): ClamdSettings | null {
  if (isAbsolute(text)) return { path: text };
  const url = URL.parse(`clamd://${text}`);
  if (url === null || url.port === "" || url.port === "0" || url.host.toLowerCase() !== text.toLowerCase()) return null;
  return { host: url.hostname.replace(/^\[|\]$/g, ""), port: Number(url.port) };
}

function isPlainUrl(text: string): boolean {
  const url = URL.parse(text);
  return url !== null && /^https?:$/.test(url.protocol) && url.username + url.password + url.search + url.hash === "";
}

/** Without further options: what we ask of a connection is ours to say. */
function isMailServer(text: string): boolean {
  const url = URL.parse(text);
  if (url === null || !/^smtps?:$/.test(url.protocol) || url.hostname === "") return false;
  // A % that stands for itself is written %25.
  if (/%(?![0-9a-f]{2})/i.test(url.username + url.password)) return false;
  return /^\/?$/.test(url.pathname) && url.search + url.hash === "" && (url.username === "") === (url.password === "");
}

function isSender(text: string): boolean {
  const address = /^[^<>"\p{Cc}]*<([^<>]*)>$/u.exec(text)?.[1] ?? text;
  return /^[^\s@<>",;:\p{Cc}]+@[^\s@<>",;:\p{Cc}]+$/u.test(address) && text.length <= 300;
}

function isPostgres(text: string): boolean {
  const url = URL.parse(text);
  return url !== null && /^postgres(ql)?:$/.test(url.protocol) && url.hostname !== "" && url.pathname.length > 1;
}
