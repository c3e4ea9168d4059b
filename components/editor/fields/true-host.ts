import type { useTranslations } from "next-intl";
import { trueHosts } from "#features/text/host.ts";

/** Where an address really leads, while it is typed; undefined where it reads as what it is. */
export function trueHostHint(address: string, t: ReturnType<typeof useTranslations<"editor">>): string | undefined {
  const hosts = trueHosts(address.trim());
  return hosts.length === 0 ? undefined : t("trueHost", { host: hosts.join(", ") });
}
