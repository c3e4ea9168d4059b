import { type ChildProcess, spawn } from "node:child_process";
import { chmodSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { freePort } from "#lib/free-port.ts";
import { until } from "#lib/until.ts";

/** A cache with the configuration that `deploy` has for it, in front of a product. */
export type InFront = { url: string; stop(): Promise<void> };

/** Where a cache will be, and where it will be told what to forget: the product that it stands before has to know. */
export type Place = { port: number; forgetPort: number; forgetUrl: string };

export async function aPlace(): Promise<Place> {
  const [port, forgetPort] = [await freePort(), await freePort()];
  return { port, forgetPort, forgetUrl: `http://127.0.0.1:${forgetPort}/forget` };
}

/** @param productPort on this machine @param folder of its own */
export async function nginxInFront(
  program: string,
  productPort: number,
  place: Place,
  folder: string,
): Promise<InFront> {
  for (const name of ["", "toasoan", "toasoan/told", "toasoan/pages"]) {
    mkdirSync(join(folder, name), { recursive: true });
    // Its workers are other people than root.
    chmodSync(join(folder, name), 0o777);
  }
  const own = configured("nginx/toasoan.conf", folder, {
    "127.0.0.1:3000": `127.0.0.1:${productPort}`,
    "listen 80;": `listen 127.0.0.1:${place.port};`,
    "127.0.0.1:8081": `127.0.0.1:${place.forgetPort}`,
    "server_name phuong.example.vn": "server_name localhost",
    "/var/cache/nginx/toasoan": join(folder, "toasoan"),
  });
  const config = join(folder, "nginx.conf");
  writeFileSync(
    config,
    `daemon off; worker_processes 1; pid ${folder}/pid; error_log ${folder}/error.log;
events { worker_connections 4096; }
http { access_log off; keepalive_requests 1000000; sendfile on;
  client_body_temp_path ${folder}/b; proxy_temp_path ${folder}/p; fastcgi_temp_path ${folder}/f; uwsgi_temp_path ${folder}/u; scgi_temp_path ${folder}/s;
  include ${own}; }`,
  );
  return started(spawn(program, ["-c", config, "-p", folder], { stdio: "ignore" }), place.port);
}

/** As above. */
export async function varnishInFront(
  program: string,
  productPort: number,
  place: Place,
  folder: string,
): Promise<InFront> {
  mkdirSync(folder, { recursive: true });
  chmodSync(folder, 0o755);
  const vcl = configured("varnish/toasoan.vcl", folder, { '.port = "3000"': `.port = "${productPort}"` });
  const args = [
    ...["-F", "-n", join(folder, "varnish"), "-f", vcl, "-s", "malloc,256m"],
    ...["-a", `http=127.0.0.1:${place.port}`, "-a", `forget=127.0.0.1:${place.forgetPort}`],
  ];
  return started(spawn(program, args, { stdio: "ignore" }), place.port);
}

/** The very file that is handed out, but for what its README says to change. */
function configured(file: string, folder: string, changes: Readonly<Record<string, string>>): string {
  let text = readFileSync(join(import.meta.dirname, "../deploy", file), "utf8");
  for (const [here, there] of Object.entries(changes)) {
    if (!text.includes(here)) throw new Error(`deploy/${file} does not say ${here}`);
    text = text.replaceAll(here, there);
  }
  const path = join(folder, file.replace("/", "-"));
  writeFileSync(path, text);
  return path;
}

async function started(process: ChildProcess, port: number): Promise<InFront> {
  const ended = new Promise<void>((resolve) => process.once("exit", () => resolve()));
  const url = `http://localhost:${port}`;
  const answers = () =>
    fetch(`${url}/robots.txt`).then(
      (answer) => answer.status > 0,
      () => false,
    );
  if (!(await until(answers, 10_000))) throw new Error(`${process.spawnfile} did not start`);
  return {
    url,
    async stop() {
      process.kill();
      await ended;
    },
  };
}
