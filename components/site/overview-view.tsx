import { homePath, sectionPath } from "#features/addresses/public.ts";
import type { PageLink, TopicCard } from "#features/reading/types.ts";
import { say } from "#features/reading/words.ts";
import { childrenOf, type TreeSection } from "#features/sites/tree.ts";
import { inFigures } from "./count.ts";
import { excerptOf } from "./excerpt.ts";
import { ListHead } from "./list-view.tsx";
import { type OwnLink, ownLinks } from "./own-links.ts";

type Props = {
  tree: TreeSection[];
  pages: PageLink[];
  /** The newest topics. */
  topics: readonly TopicCard[];
  /** How many articles each section's pages list, by its id. */
  listed: ReadonlyMap<number, number>;
};

/** Everything that readers can go to: sections as a tree, and of all else what it is about. */
export function OverviewView({ tree, pages, topics, listed }: Props) {
  const opened = tree.filter((section) => section.opened);
  const home = { words: say("home"), path: homePath, about: say("ownAbout.home") };
  return (
    <div className="listing overview">
      <ListHead title={say("overview.title")} />
      <Part title={say("sections")} isThere={opened.length > 0}>
        <Branch tree={opened} under={opened.filter(({ depth }) => depth === 0)} listed={listed} isFirst />
      </Part>
      <Part title={say("topics.title")} isThere={topics.length > 0}>
        <Ways
          ways={topics.map(({ title, path, standfirst }) => ({ words: title, path, about: excerptOf(standfirst) }))}
        />
      </Part>
      <Part title={say("ownPages")} isThere={pages.length > 0}>
        <Ways ways={pages.map(({ title, path }) => ({ words: title, path, about: "" }))} />
      </Part>
      <Part title={say("overview.all")} isThere>
        <Ways ways={[home, ...ownLinks(tree, pages)]} />
      </Part>
    </div>
  );
}

function Part({ title, isThere, children }: { title: string; isThere: boolean; children: React.ReactNode }) {
  if (!isThere) return null;
  return (
    <section>
      <h2>{title}</h2>
      {children}
    </section>
  );
}

type BranchProps = Pick<Props, "tree" | "listed"> & { under: TreeSection[]; isFirst?: boolean };

function Branch({ tree, under, listed, isFirst = false }: BranchProps) {
  if (under.length === 0) return null;
  return (
    <ul className={isFirst ? "branches" : undefined}>
      {under.map(({ id, name, slug }) => (
        <li key={id}>
          <a href={sectionPath(slug)}>{name}</a>
          {listed.has(id) ? (
            <span className="count"> {say("articles", { count: inFigures(listed.get(id) ?? 0) })}</span>
          ) : null}
          <Branch tree={tree} under={childrenOf(tree, id)} listed={listed} />
        </li>
      ))}
    </ul>
  );
}

function Ways({ ways }: { ways: OwnLink[] }) {
  return (
    <ul className="places">
      {ways.map(({ words, path, about }) => (
        <li key={path}>
          <a href={path}>{words}</a>
          {about === "" ? null : <p>{about}</p>}
        </li>
      ))}
    </ul>
  );
}
