import { OverMark } from "#components/article/validity.tsx";
import { sectionPath } from "#features/addresses/public.ts";
import type { Picture } from "#features/files/picture.ts";
import type { Focus } from "#features/kinds/lead.ts";
import type { Card } from "#features/reading/types.ts";
import { say } from "#features/reading/words.ts";
import { dayOf, isoOf, isSameDay, timeOf } from "#lib/dates.ts";
import { DrawnPicture, LIGHT_ON_PHONES, WITHIN_EDGES } from "./drawn-picture.tsx";
import { excerptOf } from "./excerpt.ts";
import { focusClass } from "./focus.ts";

type Props = {
  card: Card;
  level: 2 | 3;
  /** `lead` is the first story of a page, `full` and `listed` have a standfirst, `strip` is a picture and its headline, `line` is a headline and a date. */
  look: "lead" | "full" | "strip" | "listed" | "line";
  /** A line that has room for a small picture. */
  withPicture?: boolean;
  /** Left out where the section is said by the list. */
  withSection?: boolean;
  /** It is on the first screen: its picture is not waited with. */
  isFirst?: boolean;
  /** Of which hour the list is, where that is not this one. */
  now?: Date;
};

/** Of 6.5rem in a narrow window: 200 px for 208, and for 312 where three dots make a pixel, as the first picture of a page has there. */
const SMALL_ON_PHONES = "(max-width: 44em) and (min-resolution: 2.01dppx) 4rem, (max-width: 44em) 6.25rem";

/** How wide a card's picture is, by its look; the widths are those of lists.css. */
export const PICTURES = {
  lead: { sizes: `${LIGHT_ON_PHONES}, (min-width: 76em) 44rem, (min-width: 56em) 58vw, ${WITHIN_EDGES}`, widest: 1440 },
  full: { sizes: `(min-width: 64em) 22rem, (min-width: 40em) 45vw, ${WITHIN_EDGES}`, widest: 1080 },
  strip: { sizes: "(min-width: 64em) 18rem, (min-width: 40em) 30vw, 45vw", widest: 720 },
  line: { sizes: `${SMALL_ON_PHONES}, 6.5rem`, widest: 360 },
  listed: { sizes: `(min-width: 40em) 12rem, ${SMALL_ON_PHONES}`, widest: 540 },
} as const;

/** A picture beside a headline is cut to this, whatever it is itself. */
const RATIO = { width: 720, height: 480 };

/** An article in a list: one link, the headline, so that it is one stop for a keyboard and is read once. */
export function CardItem({
  card,
  level,
  look,
  withPicture = look !== "line",
  withSection = false,
  isFirst = false,
  now = new Date(),
}: Props) {
  const Heading = `h${level}` as const;
  const isShort = look === "line" || look === "strip";
  const excerpt = isShort ? "" : excerptOf(card.standfirst);
  return (
    <article className={`card ${look}`}>
      {!withPicture || card.picture === null ? null : (
        <CardPicture
          path={card.path}
          picture={card.picture}
          focus={card.lead.focus}
          {...PICTURES[look]}
          isFirst={isFirst}
        />
      )}
      {isShort || card.kicker === "" ? null : <p className="kicker">{card.kicker}</p>}
      <Heading>
        <a href={card.path}>{card.headline}</a>
      </Heading>
      {excerpt === "" ? null : <p className="excerpt">{excerpt}</p>}
      <p className="meta">
        {withSection ? <a href={sectionPath(card.section.slug)}>{card.section.name}</a> : null}
        <time dateTime={isoOf(card.shownAt)}>{hourOrDay(card.shownAt, now)}</time>
        <OverMark endsAt={card.endsAt} now={now} />
      </p>
    </article>
  );
}

/** Of today the hour: that it is today is true until midnight, as is the day in the masthead above it. */
const hourOrDay = (moment: Date, now: Date) =>
  isSameDay(moment, now) ? say("todayAt", { time: timeOf(moment) }) : dayOf(moment);

type PictureProps = Pick<Props, "isFirst"> & {
  path: string;
  picture: Picture;
  focus: Focus | null;
  sizes: string;
  widest: number;
};

/** A second way to the article for whoever points at the picture; by keyboard and ear the headline is the one. */
export function CardPicture({ path, picture, focus, sizes, widest, isFirst = false }: PictureProps) {
  const drawn = <DrawnPicture picture={picture} alt="" {...{ sizes, widest, isFirst }} {...RATIO} />;
  const quiet = { tabIndex: -1, "aria-hidden": true } as const;
  return (
    <a className={["card-picture", focusClass(focus)].filter(Boolean).join(" ")} href={path} {...quiet}>
      {drawn}
    </a>
  );
}
