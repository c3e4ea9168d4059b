import { Dated } from "#components/site/dated.tsx";
import { LASTS_UNTIL } from "#features/reading/lasts.ts";
import { type HeadWords, headWords } from "./head-words.ts";

type Props = { endsAt: Date | null; words?: HeadWords };

/** Until when a notice holds, or that it holds no more: the page is kept no longer than the words are true. */
export function Validity({ endsAt, words = headWords }: Props) {
  if (endsAt === null) return null;
  const isOver = endsAt <= new Date();
  const { over, until } = words.valid;
  return (
    <p className={isOver ? "validity over" : "validity"} {...(isOver ? {} : lasting(endsAt))}>
      <Dated at={endsAt} said={isOver ? over(endsAt) : until(endsAt)} />
    </p>
  );
}

/** The same in a list, where it is said of what is over alone. @param now of which hour the list is */
export function OverMark({ endsAt, now, words = headWords }: Props & { now: Date }) {
  if (endsAt === null) return null;
  return endsAt <= now ? <span className="over-mark">{words.valid.mark}</span> : <span {...lasting(endsAt)} />;
}

const lasting = (endsAt: Date) => ({ [LASTS_UNTIL]: endsAt.toISOString() });
