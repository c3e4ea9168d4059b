import type { KindName } from "#features/kinds/kinds.ts";
import { ScreenHead } from "./screen-head.tsx";
import { StartButton } from "./start-button.tsx";

type Props = { title: string; about: string; kind: KindName; mayBegin: boolean };

/** The head of a screen of what stands at a site's root, with the press that begins another one. */
export function RootHead({ title, about, kind, mayBegin }: Props) {
  return (
    <ScreenHead title={title} about={about}>
      {mayBegin ? <StartButton kind={kind} className="max-sm:w-full" wide /> : null}
    </ScreenHead>
  );
}
