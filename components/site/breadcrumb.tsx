import { homePath, sectionPath } from "#features/addresses/public.ts";
import { say } from "#features/reading/words.ts";
import type { Section } from "#features/sites/tree.ts";

/** The way from the home page down to a section. */
export function Breadcrumb({ path }: { path: Section[] }) {
  return <Trail steps={path.map(({ name, slug }) => ({ words: name, path: sectionPath(slug) }))} />;
}

/** The way from the home page down to whatever lies above a page. */
export function Trail({ steps }: { steps: readonly { words: string; path: string }[] }) {
  return (
    <nav className="breadcrumb" aria-label={say("breadcrumb")}>
      <ol>
        <li>
          <a href={homePath}>{say("home")}</a>
        </li>
        {steps.map(({ words, path }) => (
          <li key={path}>
            <a href={path}>{words}</a>
          </li>
        ))}
      </ol>
    </nav>
  );
}
