import { trueHosts } from "#features/text/host.ts";
import type { TextLink } from "#features/text/links.ts";
import type { Naming } from "./field-values.ts";

/** Where each link of a text leads, which its words do not say; the true host stands out where the address misleads. */
export function LinkList({ links, naming }: { links: readonly TextLink[]; naming: Pick<Naming, "trueHost"> }) {
  return (
    <ul className="space-y-1.5 text-sm">
      {links.map(({ words, address }) => (
        <li key={`${address}\n${words}`} className="wrap-anywhere">
          {words.trim() === "" ? null : <span className="font-semibold text-ink-soft">{words.trim()} → </span>}
          <span>{address}</span>
          {trueHosts(address).map((host) => (
            <strong key={host} className="text-danger">
              {" "}
              {naming.trueHost(host)}
            </strong>
          ))}
        </li>
      ))}
    </ul>
  );
}
