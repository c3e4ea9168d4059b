import type { Metadata } from "next";
import type { BreadcrumbList, Legislation } from "schema-dts";
import { paperPath, papersPath } from "#features/addresses/papers.ts";
import { paper as kind, type PaperContent } from "#features/kinds/paper.ts";
import { endOf, standingOn } from "#features/kinds/paper-standing.ts";
import { calledPaper, paperForm } from "#features/reading/paper-words.ts";
import type { LivePaper, PaperLine, Site } from "#features/reading/types.ts";
import { say } from "#features/reading/words.ts";
import { attachmentsIn, figuresOf } from "#features/text/figures.ts";
import { isoOf } from "#lib/dates.ts";
import { pageMetadata } from "./page-metadata.ts";
import { pictureFor, usesShared } from "./shared-picture.ts";
import { publisherOf, wayTo } from "./site-data.ts";

/** "Quyết định số 12/2026/QĐ-UBND: Quy chế tiếp công dân" */
export const paperTitle = (content: PaperContent): string => `${calledPaper(content)}: ${content.abstract}`;

/** Of a paper's own page: whoever issued it is its creator, and it is of the day of its issue. */
export function paperMetadata(site: Site, origin: string, live: LivePaper): Metadata {
  const { content, number } = live;
  const { abstract, slug, body, issuer, issuedOn } = content;
  const title = paperTitle(content);
  const shared = { ...live, content: { title: abstract } };
  const picture = pictureFor(usesShared(figuresOf(kind, content), body, live.pictures), shared, origin);
  return {
    title,
    ...pageMetadata(site, origin, {
      ...{ title, description: abstract, path: paperPath(slug, number), picture, type: "paper" },
      ...(issuer === "" ? {} : { creator: issuer }),
      ...(issuedOn === null ? {} : { date: issuedOn }),
    }),
  };
}

const FORCE = { in_force: "InForce", to_come: "NotInForce", ended: "NotInForce" } as const;

/** A paper in the words of schema.org, and the way down to it. @param today as yyyy-mm-dd */
export function paperThings(
  site: Site,
  origin: string,
  { number, content, pictures, shownAt, updatedAt, replaces, replacedBy }: LivePaper,
  today: string,
): [Legislation, BreadcrumbList] {
  const { abstract, slug, form, reference, issuer, issuedOn, effectiveOn } = content;
  const path = paperPath(slug, number);
  const standing = standingOn(today, { effectiveOn, endsOn: endOf(content, replacedBy) });
  const changed = updatedAt ?? shownAt;
  const files = attachmentsIn(content.body).flatMap(({ attrs }) => {
    const file = pictures.get(attrs.file ?? "");
    return file !== undefined && "about" in file
      ? [{ "@type": "LegislationObject" as const, name: attrs.title, contentUrl: origin + file.address }]
      : [];
  });
  return [
    {
      ...{ "@type": "Legislation", url: origin + path, name: paperTitle(content), abstract },
      ...{ legislationType: paperForm(form), inLanguage: site.language },
      ...(reference === "" ? {} : { legislationIdentifier: reference }),
      ...(issuer === "" ? {} : { legislationPassedBy: { "@type": "GovernmentOrganization", name: issuer } }),
      ...(issuedOn === null ? {} : { legislationDate: issuedOn }),
      ...(effectiveOn === null ? {} : { legislationDateOfApplicability: effectiveOn }),
      ...(standing === null ? {} : { legislationLegalForce: `https://schema.org/${FORCE[standing]}` }),
      ...(replaces.length === 0 ? {} : { legislationRepeals: replaces.map((one) => named(one, origin)) }),
      ...(files.length === 0 ? {} : { encoding: files }),
      ...(shownAt === null ? {} : { datePublished: isoOf(shownAt) }),
      ...(changed === null ? {} : { dateModified: isoOf(changed) }),
      publisher: publisherOf(site, origin),
    },
    wayTo(origin, [
      { name: say("papers.title"), path: papersPath },
      { name: calledPaper(content), path },
    ]),
  ];
}

const named = ({ path, called, reference }: PaperLine, origin: string): Legislation => ({
  ...{ "@type": "Legislation", url: origin + path, name: called },
  ...(reference === "" ? {} : { legislationIdentifier: reference }),
});
