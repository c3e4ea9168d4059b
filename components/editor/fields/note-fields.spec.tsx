import { NextIntlClientProvider } from "next-intl";
import { renderToStaticMarkup } from "react-dom/server";
import { expect, test } from "vitest";
import { notesOffered } from "#features/kinds/notes.ts";
import { ZONE } from "#lib/dates.ts";
import editor from "#messages/vi/editor.json" with { type: "json" };
import { NoteFields } from "./note-fields.tsx";

const BEFORE = { correction: "", update: "Cập nhật số liệu mới nhất." };

const shown = (update: string) =>
  renderToStaticMarkup(
    <NextIntlClientProvider locale="vi" timeZone={ZONE} messages={{ editor }}>
      <NoteFields
        fields={{ correction: "", update }}
        before={BEFORE}
        notes={notesOffered("revise")}
        readOnly={false}
        onChange={() => {}}
      />
    </NextIntlClientProvider>,
  );

test("words that readers were told with the text before are said to be no new note", () => {
  expect(shown(BEFORE.update)).toContain(editor.fields.notes.same);
  expect(shown(` ${BEFORE.update.normalize("NFD")}\n`)).toContain(editor.fields.notes.same);
  for (const fine of ["", " ", "Cập nhật số liệu đến 30/11."])
    expect(shown(fine)).not.toContain(editor.fields.notes.same);
});
