import { englishCorrectionsPath } from "#features/addresses/english.ts";
import type { Correction, Paged } from "#features/reading/lists.ts";
import { noteTitleInEnglish } from "#features/reading/note-words.ts";
import { sayInEnglish as say } from "#features/reading/words-in-english.ts";
import { CorrectionNotes } from "../correction-notes.tsx";
import { EnglishPages } from "./english-pages.tsx";
import { EnglishTrail } from "./english-trail.tsx";

/** What readers were told about mistakes in English texts, the newest first. @param vietnamese where those of the others are, if that is to be had */
export function EnglishCorrections({
  notes,
  page,
  pages,
  vietnamese,
}: Paged & { notes: Correction[]; vietnamese: string | undefined }) {
  return (
    <div className="listing">
      <header className="section-head">
        <EnglishTrail />
        <h1>
          {say("corrections.title")}
          {page > 1 ? <span className="page-number"> – {say("page", { page })}</span> : null}
        </h1>
        <p className="list-intro">{say(notes.length === 0 ? "corrections.none" : "corrections.intro")}</p>
        {vietnamese === undefined ? null : (
          <p className="other-language">
            <a href={vietnamese} hrefLang="vi" rel="alternate">
              {say("corrections.inVietnamese")}
            </a>
          </p>
        )}
      </header>
      <CorrectionNotes notes={notes} titled={noteTitleInEnglish} />
      <EnglishPages addressOf={englishCorrectionsPath} page={page} pages={pages} />
    </div>
  );
}
