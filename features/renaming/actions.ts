"use server";

import { staffAction } from "#features/edge/staff-action.ts";
import * as commands from "./commands.ts";
import { NameForm, OfSection } from "./forms.ts";

/** "Gửi đề nghị" */
export const proposeSectionName = staffAction(NameForm, (staff, { sectionId, base, ...name }) =>
  commands.proposeName(staff, { sectionId, base }, name),
);

/** "Đồng ý" */
export const agreeToSectionName = staffAction(OfSection, (staff, which) => commands.agreeToName(staff, which));

/** "Bỏ đề nghị" */
export const dropSectionName = staffAction(OfSection, (staff, which) => commands.dropName(staff, which));
