"use server";

import { staffAction } from "#features/edge/staff-action.ts";
import { choose } from "./commands.ts";
import { ChoiceForm } from "./form.ts";

/** "Đưa vào dòng sự kiện", "Bỏ khỏi dòng sự kiện", "Ghim", "Bỏ ghim". */
export const chooseForTopic = staffAction(ChoiceForm, (staff, { topic, article, choice }) =>
  choose(staff, { topicId: topic, articleId: article, choice }),
);
