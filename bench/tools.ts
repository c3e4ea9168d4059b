import { existsSync } from "node:fs";
import { delimiter, join } from "node:path";
import { run } from "#lib/run.ts";

export type Tools = { wrk: string; nginx: string };

/** wrk and nginx, to be compared with; installed from the system's packages when we may; else a sentence that says why not. */
export async function loadTools(): Promise<Tools | string> {
  const there = () => ({ wrk: onPath("wrk"), nginx: onPath("nginx") });
  if (!there().wrk || !there().nginx) await install("wrk", "nginx-light");
  const { wrk, nginx } = there();
  return wrk && nginx ? { wrk, nginx } : "wrk and nginx are not here, and only root may install them";
}

/** The same of Varnish; undefined where it is not here. */
export async function varnishd(): Promise<string | undefined> {
  if (!onPath("varnishd")) await install("varnish");
  return onPath("varnishd");
}

async function install(...packages: string[]): Promise<void> {
  if (process.getuid?.() !== 0 || !existsSync("/usr/bin/apt-get")) return;
  await run("apt-get", ["update"]);
  await run("apt-get", ["install", "--yes", "--no-install-recommends", ...packages]);
}

function onPath(name: string): string | undefined {
  const folders = [...(process.env.PATH ?? "").split(delimiter), "/usr/sbin", "/usr/bin"];
  return folders.map((folder) => join(folder, name)).find((file) => existsSync(file));
}

export type Load = { requestsPerSecond: number; p99Ms: number; mostMs: number };

/** Asks for one address as fast as it is answered, over 32 connections, compressed as browsers ask. */
export async function load(wrk: string, url: string, seconds: number): Promise<Load> {
  const { output } = await run(wrk, [
    ...["-t1", "-c32", `-d${seconds}s`, "--latency", "-H", "Accept-Encoding: gzip", url],
  ]);
  const rate = /Requests\/sec:\s+([\d.]+)/.exec(output)?.[1];
  const p99Ms = inMs(/99%\s+([\d.]+)(us|ms|s)/.exec(output));
  // Mean, deviation and the longest of all, of which wrk keeps count by thread.
  const mostMs = inMs(/Latency\s+[\d.]+\w+\s+[\d.]+\w+\s+([\d.]+)(us|ms|s)/.exec(output));
  if (!rate || p99Ms === null || mostMs === null || /Non-2xx/.test(output)) throw new Error(`wrk said:\n${output}`);
  return { requestsPerSecond: Number(rate), p99Ms, mostMs };
}

function inMs(found: RegExpExecArray | null): number | null {
  const [, value, unit = "ms"] = found ?? [];
  return value === undefined ? null : Number(value) * ({ us: 0.001, ms: 1, s: 1_000 }[unit] ?? 1);
}
