import { NextIntlClientProvider } from "next-intl";
import { renderToStaticMarkup } from "react-dom/server";
import { expect, test } from "vitest";
import { ZONE } from "#lib/dates.ts";
import editor from "#messages/vi/editor.json" with { type: "json" };
import { ClockField } from "./clock-field.tsx";

const shown = (clock: string) =>
  renderToStaticMarkup(
    <NextIntlClientProvider locale="vi" timeZone={ZONE} messages={{ editor }}>
      <ClockField label="Đến giờ" control="to" clock={clock} readOnly={false} onMeant={() => {}} />
    </NextIntlClientProvider>,
  );

test("words that are no hour stand there again when the text is opened, and are said to be none", () => {
  expect(shown("nửa buổi")).toContain('value="nửa buổi"');
  expect(shown("nửa buổi")).toContain(editor.week.clockBad);
  for (const fine of ["", "07:30"]) expect(shown(fine)).not.toContain(editor.week.clockBad);
});
