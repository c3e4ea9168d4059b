import { spawn } from "node:child_process";
import { chmodSync, mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { gzipSync } from "node:zlib";
import { freePort } from "#lib/free-port.ts";
import { until } from "#lib/until.ts";

/**
 * nginx, giving the same bytes from a file, of a page one that was compressed beforehand: as good as it gets.
 *
 * @param words what each answer says besides, by name
 */
export async function startNginx(
  program: string,
  folder: string,
  bytes: Buffer,
  name: "page.html" | "picture" = "page.html",
  words: readonly (readonly [string, string])[] = [],
): Promise<{ url: string; stop(): Promise<void> }> {
  const root = join(folder, "nginx");
  mkdirSync(root, { recursive: true });
  writeFileSync(join(root, name), bytes);
  if (name === "page.html") writeFileSync(join(root, `${name}.gz`), gzipSync(bytes));
  for (const path of [folder, root]) chmodSync(path, 0o755);
  const port = await freePort();
  const config = join(root, "nginx.conf");
  if (words.some(([, value]) => value.includes("$")))
    throw new Error("nginx would take a word with $ for one of its own.");
  const said = words.map(([word, value]) => `add_header ${word} "${value.replaceAll('"', '\\"')}";`).join(" ");
  writeFileSync(
    config,
    `daemon off; worker_processes 1; pid ${root}/pid; error_log ${root}/error.log;
events { worker_connections 512; }
http { access_log off; keepalive_requests 1000000; sendfile on; open_file_cache max=100;
  client_body_temp_path ${root}/b; proxy_temp_path ${root}/p; fastcgi_temp_path ${root}/f; uwsgi_temp_path ${root}/u; scgi_temp_path ${root}/s;
  types { text/html html; } server { listen 127.0.0.1:${port}; root ${root}; gzip_static on; ${said} } }`,
  );
  const nginx = spawn(program, ["-c", config, "-p", root], { stdio: "ignore" });
  const ended = new Promise<void>((resolve) => nginx.once("exit", () => resolve()));
  const url = `http://127.0.0.1:${port}/${name}`;
  const up = await until(
    () =>
      fetch(url)
        .then((answer) => answer.ok)
        .catch(() => false),
    5_000,
  );
  if (!up) throw new Error("nginx did not start");
  return {
    url,
    async stop() {
      nginx.kill();
      await ended;
    },
  };
}
