import { readdir, readFile } from "node:fs/promises";
import path from "node:path";
import { getRequestConfig } from "next-intl/server";
import { ZONE } from "#lib/dates.ts";

/** Vietnamese alone, and the same clock for everybody: the office's. */
export default getRequestConfig(async () => ({
  locale: "vi",
  timeZone: ZONE,
  messages: process.env.NODE_ENV === "production" ? await kept() : await messages(),
}));

let once: ReturnType<typeof messages> | undefined;
const kept = () => {
  once ??= messages();
  return once;
};

/** Each file of messages/vi is a namespace of its own. */
async function messages(): Promise<Record<string, Record<string, string>>> {
  const folder = path.join(process.cwd(), "messages", "vi");
  const files = (await readdir(folder)).filter((name) => name.endsWith(".json"));
  const read = files.map(async (name) => [
    path.basename(name, ".json"),
    JSON.parse(await readFile(path.join(folder, name), "utf8")),
  ]);
  return Object.fromEntries(await Promise.all(read));
}
