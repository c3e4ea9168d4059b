import { resolve } from "node:path";
import { afterEach, expect, test } from "vitest";
import { env, isLoopback, readSettings, settleSiteUrl } from "./env.ts";

// The next spec in this process has settings of its own.
afterEach(() => settleSiteUrl(readSettings({}), null));

test("with nothing set everything has a value of its own", () => {
  expect(readSettings({})).toEqual({
    roles: ["web", "worker", "clock"],
    port: 3000,
    siteUrl: "http://localhost:3000",
    siteUrlIsSaid: false,
    databaseUrl: undefined,
    dataDir: resolve(".data"),
    secret: undefined,
    trustProxy: false,
    cachePurgeUrls: [],
    outageGraceMs: 10_000,
    demo: true,
    demoPassword: undefined,
    metrics: undefined,
    mail: undefined,
    s3: undefined,
    clamd: undefined,
  });
});

test("figures are given out where a port is named, and to this machine alone unless an address is too", () => {
  expect(readSettings({ METRICS_PORT: "9464" }).metrics).toEqual({ port: 9464, host: "127.0.0.1" });
  const open = { METRICS_PORT: "9464", METRICS_HOST: "::" };
  expect(readSettings(open).metrics).toEqual({ port: 9464, host: "::" });
  expect(readSettings({ METRICS_HOST: "10.0.0.5" }).metrics).toBeUndefined();
});

test("mail is sent where a server and a sender are named, and nowhere else", () => {
  const both = {
    SMTP_URL: "smtps://toasoan:m%C3%A1t@mail.example.vn",
    MAIL_FROM: "Tòa soạn <toasoan@phuong.example.vn>",
  };
  expect(readSettings(both).mail).toEqual({ url: both.SMTP_URL, from: both.MAIL_FROM });
  const inside = { SMTP_URL: "smtp://10.0.0.9:25", MAIL_FROM: " toasoan@phuong.example.vn " };
  expect(readSettings(inside).mail).toEqual({ url: inside.SMTP_URL, from: "toasoan@phuong.example.vn" });
});

test("files lie in a store where it is named in full, and in the folder otherwise", () => {
  const keys = { S3_BUCKET: "anh", S3_KEY: "khoa", S3_SECRET: "bí mật" };
  expect(readSettings({ ...keys, S3_ENDPOINT: "http://10.0.0.9:9000", S3_PREFIX: "toasoan" }).s3).toEqual({
    ...{ endpoint: "http://10.0.0.9:9000", region: "us-east-1", bucket: "anh", key: "khoa", secret: "bí mật" },
    ...{ prefix: "toasoan/", pathStyle: true },
  });
  expect(readSettings({ ...keys, S3_REGION: "ap-southeast-1", S3_PREFIX: "a/b/" }).s3).toMatchObject({
    ...{ endpoint: undefined, region: "ap-southeast-1", prefix: "a/b/", pathStyle: false },
  });
  expect(readSettings({ ...keys, S3_ENDPOINT: "https://s3.example.vn", S3_PATH_STYLE: "0" }).s3).toMatchObject({
    ...{ prefix: "", pathStyle: false },
  });
});

test("clamd is found by a host and a port, or by the path of its socket", () => {
  const at = (CLAMD: string) => readSettings({ CLAMD }).clamd;
  expect(at("127.0.0.1:3310")).toEqual({ host: "127.0.0.1", port: 3310 });
  expect(at("Scanner.example.vn:3310")).toEqual({ host: "Scanner.example.vn", port: 3310 });
  expect(at("[::1]:3310")).toEqual({ host: "::1", port: 3310 });
  expect(at("/run/clamav/clamd.ctl")).toEqual({ path: "/run/clamav/clamd.ctl" });
});

test("an empty setting counts as left out", () => {
  expect(readSettings({ PORT: "", SITE_URL: " ", DEMO: "" })).toEqual(readSettings({}));
});

test("the site's address follows the port unless it is given", () => {
  expect(readSettings({ PORT: "8080" }).siteUrl).toBe("http://localhost:8080");
  expect(readSettings({ PORT: "8080", SITE_URL: "https://phuong.example.vn/" }).siteUrl).toBe(
    "https://phuong.example.vn",
  );
});

test("a start does what ROLES names, however it is written", () => {
  expect(readSettings({ ROLES: "web" }).roles).toEqual(["web"]);
  expect(readSettings({ ROLES: " clock, web,clock" }).roles).toEqual(["web", "clock"]);
});

test("a command says addresses of the server that started last, unless it was told where readers are", () => {
  const here = (source: Record<string, string>, lastKnown: string | null) => {
    settleSiteUrl(readSettings(source), lastKnown);
    return env().siteUrl;
  };
  expect(here({}, "http://localhost:3230")).toBe("http://localhost:3230");
  expect(here({}, null)).toBe("http://localhost:3000");
  expect(here({ PORT: "8080" }, "http://localhost:3230")).toBe("http://localhost:8080");
  expect(here({ SITE_URL: "https://phuong.example.vn" }, "http://localhost:3230")).toBe("https://phuong.example.vn");
});

const REFUSED: [Record<string, string>, string][] = [
  [
    { ROLES: "web,cron" },
    'The setting ROLES is "web,cron": name one or more of web, worker and clock, with commas between them.',
  ],
  [
    { ROLES: "web," },
    'The setting ROLES is "web,": name one or more of web, worker and clock, with commas between them.',
  ],
  [{ PORT: "abc" }, 'The setting PORT is "abc": give a whole number from 1 to 65535.'],
  [{ PORT: "0" }, 'The setting PORT is "0": give a whole number from 1 to 65535.'],
  [{ PORT: "70000" }, 'The setting PORT is "70000": give a whole number from 1 to 65535.'],
  [
    { SITE_URL: "phuong.example.vn" },
    'The setting SITE_URL is "phuong.example.vn": give the address readers use, such as https://phuong.example.vn, without a path.',
  ],
  [
    { SITE_URL: "https://phuong.example.vn/tin" },
    'The setting SITE_URL is "https://phuong.example.vn/tin": give the address readers use, such as https://phuong.example.vn, without a path.',
  ],
  [{ METRICS_PORT: "on" }, 'The setting METRICS_PORT is "on": give a whole number from 1 to 65535.'],
  [{ METRICS_PORT: "3000" }, "METRICS_PORT is 3000, where readers are: give the figures a port of their own."],
  [
    { METRICS_PORT: "9464", METRICS_HOST: "http://a" },
    'The setting METRICS_HOST is "http://a": give an address of this machine, such as 10.0.0.5, or leave it out.',
  ],
  ...[
    "mail.example.vn:25",
    "http://mail.example.vn",
    "smtp://mail/x",
    "smtp://mail?pool=1",
    "smtp://geheim@mail",
    "smtp://a:100%25%@mail",
  ].map((SMTP_URL): [Record<string, string>, string] => [
    { SMTP_URL, MAIL_FROM: "a@b.vn" },
    "The setting SMTP_URL is not valid: give the address of a mail server such as smtp://name:password@mail.example.vn:587 (smtps:// for port 465), with a name and a password or neither.",
  ]),
  ...["toasoan", "Tòa soạn <toasoan>", "a@b.vn, c@d.vn", "a@b.vn\nBcc: c@d.vn"].map(
    (MAIL_FROM): [Record<string, string>, string] => [
      { SMTP_URL: "smtp://mail", MAIL_FROM },
      `The setting MAIL_FROM is "${MAIL_FROM}": give an e-mail address such as toasoan@phuong.example.vn, or Tòa soạn <toasoan@phuong.example.vn>.`,
    ],
  ),
  [
    { SMTP_URL: "smtp://mail" },
    "SMTP_URL is set and MAIL_FROM is not: mail needs both, set MAIL_FROM or leave both out.",
  ],
  [{ MAIL_FROM: "a@b.vn" }, "MAIL_FROM is set and SMTP_URL is not: mail needs both, set SMTP_URL or leave both out."],
  ...["s3.example.vn", "ftp://s3.example.vn", "https://khoa:geheim@s3.example.vn", "https://s3.example.vn/?x=1"].map(
    (S3_ENDPOINT): [Record<string, string>, string] => [
      { S3_ENDPOINT },
      "The setting S3_ENDPOINT is not valid: give the address of the store, such as https://s3.example.vn, without a name, a password or a question.",
    ],
  ),
  [
    { S3_BUCKET: "a/b" },
    'The setting S3_BUCKET is "a/b": give the name of a bucket, of letters, digits, dots and hyphens.',
  ],
  ...["../x", "/a", "a//b"].map((S3_PREFIX): [Record<string, string>, string] => [
    { S3_PREFIX },
    `The setting S3_PREFIX is "${S3_PREFIX}": give a path of letters, digits, dots, hyphens and slashes, such as toasoan, or leave it out.`,
  ]),
  ...["1", "clamd", "clamd:0", "clamd:70000", "::1:3310", "clamd:3310/x", "a@clamd:3310", "clamd.ctl"].map(
    (CLAMD): [Record<string, string>, string] => [
      { CLAMD },
      `The setting CLAMD is "${CLAMD}": give where clamd listens, a host and a port such as 127.0.0.1:3310, or the path of its socket such as /run/clamav/clamd.ctl.`,
    ],
  ),
  ...(
    [
      [{ S3_BUCKET: "anh" }, "S3_BUCKET", "S3_KEY"],
      [{ S3_BUCKET: "anh", S3_KEY: "khoa" }, "S3_BUCKET", "S3_SECRET"],
      [{ S3_KEY: "khoa", S3_SECRET: "geheim" }, "S3_KEY", "S3_BUCKET"],
      [{ S3_BUCKET: "anh", S3_KEY: "khoa", S3_SECRET: "geheim" }, "S3_BUCKET", "S3_ENDPOINT or S3_REGION"],
      [{ S3_PATH_STYLE: "1" }, "S3_PATH_STYLE", "S3_BUCKET"],
    ] as const
  ).map(([settings, there, missing]): [Record<string, string>, string] => [
    settings,
    `${there} is set and ${missing} is not: a store of files needs S3_BUCKET, S3_KEY, S3_SECRET, and S3_ENDPOINT or S3_REGION; set ${missing}, or leave all of them out.`,
  ]),
  ...["127.0.0.1:8081", "ftp://cache/forget", "http://a:geheim@cache/", "http://cache/, x"].map(
    (CACHE_PURGE_URL): [Record<string, string>, string] => [
      { CACHE_PURGE_URL, TRUST_PROXY: "1" },
      `The setting CACHE_PURGE_URL is not valid: give where the cache in front is told what to forget, such as http://127.0.0.1:8081/forget, with commas between several.`,
    ],
  ),
  [
    { CACHE_PURGE_URL: "http://127.0.0.1:8081/forget" },
    "CACHE_PURGE_URL is set and TRUST_PROXY is not: behind a cache every reader would be the cache itself, set TRUST_PROXY=1 as well.",
  ],
  [{ TRUST_PROXY: "yes" }, 'The setting TRUST_PROXY is "yes": write 1 or 0.'],
  [{ DEMO: "on" }, 'The setting DEMO is "on": write 1 or 0.'],
  [{ SECRET: "a".repeat(31) }, "The setting SECRET is not valid: give at least 32 random characters, or leave it out."],
  [
    { DEMO_PASSWORD: "a".repeat(11) },
    "The setting DEMO_PASSWORD is not valid: give at least 12 characters, or leave it out.",
  ],
  [
    { DATABASE_URL: "mysql://a:geheim@b/c" },
    "The setting DATABASE_URL is not valid: give a connection string such as postgres://owner:password@host:5432/toasoan.",
  ],
];
for (const [settings, sentence] of REFUSED) {
  test(`${JSON.stringify(settings)} is refused in one sentence`, () => {
    expect(() => readSettings(settings)).toThrow(sentence);
  });
}

test("a secret of 32 characters is long enough, and a demo password of 12", () => {
  const settings = { SECRET: "a".repeat(32), DEMO_PASSWORD: "a".repeat(12) };
  expect(readSettings(settings)).toMatchObject({ secret: settings.SECRET, demoPassword: settings.DEMO_PASSWORD });
});

test("several caches in front are told what to forget", () => {
  const CACHE_PURGE_URL = "http://10.0.0.7:8081/forget, http://10.0.0.8:8081/forget";
  expect(readSettings({ CACHE_PURGE_URL, TRUST_PROXY: "1" }).cachePurgeUrls).toEqual(CACHE_PURGE_URL.split(", "));
  expect(readSettings({}).cachePurgeUrls).toEqual([]);
});

test("a public address and the demo do not go together", () => {
  expect(() => readSettings({ SITE_URL: "https://phuong.example.vn", DEMO: "1" })).toThrow(/demo accounts/);
  expect(readSettings({ SITE_URL: "https://phuong.example.vn" }).demo).toBe(false);
});

test("a database of one's own gets no demo unless it is asked for", () => {
  const DATABASE_URL = "postgres://a:b@localhost/c";
  expect(readSettings({ DATABASE_URL }).demo).toBe(false);
  expect(readSettings({ DATABASE_URL, DEMO: "1" }).demo).toBe(true);
});

test("only this machine's own names are loopback", () => {
  for (const url of ["http://localhost:3000", "http://127.0.0.1", "http://[::1]:80", "http://a.localhost"])
    expect(isLoopback(url)).toBe(true);
  for (const url of ["http://192.168.1.5", "https://localhost.example.vn", "http://0.0.0.0:3000"])
    expect(isLoopback(url)).toBe(false);
});
