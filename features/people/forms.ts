import { z } from "zod";
import { ROLES } from "#features/roles/roles.ts";
import { rowNumber } from "#lib/form-fields.ts";
import { addressProblem, nameProblem } from "./who.ts";

const line = z.string().max(400);

/** A line that a rule of ours has something to say of. */
const lineBy = (problem: (text: string) => string | null) =>
  line.superRefine((text, context) => {
    const message = problem(text);
    if (message !== null) context.addIssue({ code: "custom", message });
  });

const role = {
  role: z.enum(ROLES, "Cần chọn vai trò."),
  /** Empty is the whole site. */
  sectionId: z.preprocess((value) => (value === "" || value === undefined ? null : value), rowNumber.nullable()),
};

/** A new account, as its form says it. */
export const InviteForm = z.object({ name: lineBy(nameProblem), email: lineBy(addressProblem), ...role });

/** A role for somebody who has an account. */
export const RoleForm = z.object({ personId: rowNumber, ...role });
