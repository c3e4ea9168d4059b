import { isoOf, momentInEnglish, momentInWords } from "#lib/dates.ts";

/**
 * A sentence that names a moment: no line ends within its hour and day.
 *
 * @param said the sentence, in whatever language, with the moment as `momentInWords` or `momentInEnglish` spells it
 */
export function Dated({ at, said, className }: { at: Date; said: string; className?: string }) {
  const moment = [momentInWords(at), momentInEnglish(at)].find((one) => said.includes(one)) ?? said;
  const [before, ...after] = said.split(moment);
  return (
    <time className={className} dateTime={isoOf(at)}>
      {before}
      <span className="moment">{moment}</span>
      {after.join(moment)}
    </time>
  );
}
