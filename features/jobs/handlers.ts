import { foldOldViews } from "#features/forgetting/fold-views.ts";
import { forgetOld } from "#features/forgetting/forget-old.ts";
import type { JobData, JobName } from "./jobs.ts";

/**
 * What each job does. It is done at least once: whoever dies after the work and before the note of it has it done again,
 * so that what is done twice must be as if it was done once.
 */
export type Handlers = { readonly [N in JobName]: (data: JobData<N>) => Promise<void> };

export const HANDLERS: Handlers = {
  forget_old: forgetOld,
  fold_views: () => foldOldViews(),
};
