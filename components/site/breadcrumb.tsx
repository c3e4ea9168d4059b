import { homePath, sectionPath } from "#features/addresses/public.ts";
import type { Section } from "#features/sites/tree.ts";
import { say } from "./words.ts";

/** The way from the home page down to a section. */
export function Breadcrumb({ path }: { path: Section[] }) {
  return (
    <nav className="breadcrumb" aria-label={say("breadcrumb")}>
      <ol>
        <li>
          <a href={homePath}>{say("home")}</a>
        </li>
        {path.map(({ id, name, slug }) => (
          <li key={id}>
            <a href={sectionPath(slug)}>{name}</a>
          </li>
        ))}
      </ol>
    </nav>
  );
}
