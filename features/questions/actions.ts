"use server";

import { redirect } from "next/navigation";
import { documentPath } from "#features/addresses/desk.ts";
import { staffAction } from "#features/edge/staff-action.ts";
import * as commands from "./commands.ts";
import { CloseForm, GiveForm, OfQuestion } from "./forms.ts";

/** "Giao", also to oneself. */
export const giveQuestion = staffAction(GiveForm, (staff, { question, person }) =>
  commands.give(staff, question, person),
);

/** "Soạn trả lời". */
export const answerQuestion = staffAction(OfQuestion, async (staff, { question }) => {
  redirect(documentPath(await commands.beginAnswer(staff, question)));
});

/** "Kết thúc câu hỏi". */
export const closeQuestion = staffAction(CloseForm, (staff, { question, reason, article }) =>
  commands.close(staff, question, reason, article),
);

/** "Mở lại". */
export const reopenQuestion = staffAction(OfQuestion, (staff, { question }) => commands.reopen(staff, question));

/** "Xem người hỏi". */
export const showAsker = staffAction(OfQuestion, (staff, { question }) => commands.seeContact(staff, question));
