import { say } from "#features/reading/words.ts";

/** The way from a text to the same in English; nothing where there is none. */
export function InEnglish({ sister }: { sister: string | null }) {
  if (sister === null) return null;
  return (
    <p className="other-language">
      <a href={sister} lang="en" hrefLang="en" rel="alternate">
        {say("english.read")}
      </a>
    </p>
  );
}
