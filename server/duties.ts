import { foldOldViews } from "#features/forgetting/fold-views.ts";
import { forgetOld } from "#features/forgetting/forget-old.ts";
import type { Follower } from "#features/history/follow.ts";
import type { Handlers } from "#features/jobs/jobs.ts";
import { clearBytes } from "#features/keeping/clear.ts";
import { keepErased } from "#features/keeping/erased.ts";
import { checkFiles } from "#features/keeping/nightly.ts";
import { emptyBins } from "#features/library/bin.ts";
import { tellAsked } from "#features/mail/asked.ts";
import { mailFollower } from "#features/mail/follower.ts";
import { tellLicences } from "#features/mail/licences.ts";
import { sendMail } from "#features/mail/send.ts";
import { makeCut, makeRenditions } from "#features/renditions/make.ts";
import { makeSharePicture } from "#features/renditions/share/make.ts";
import { queueUndrawn } from "#features/renditions/share/undrawn.ts";
import { forgetUnusedCuts } from "#features/renditions/unused-cuts.ts";
import { bringAll, bringWithFile, searchFollower } from "#features/search/keep.ts";
import { forgetOldUploads } from "#features/uploads/forget.ts";
import { verifyAndKeep } from "#features/verifying/keep.ts";

// Here features come together that must not know of each other: who queues a job does not carry it out.

/** What the worker does when a job is due. */
export const HANDLERS: Handlers = {
  async forget_old() {
    await forgetOldUploads();
    await forgetOld();
    await emptyBins();
  },
  async forget_cuts(_, ending) {
    await forgetUnusedCuts(ending);
  },
  fold_views: () => foldOldViews(),
  verify: (_, ending) => verifyAndKeep(ending),
  send_mail: sendMail,
  tell_asked: tellAsked,
  make_renditions: makeRenditions,
  make_cut: makeCut,
  async clear_bytes(data) {
    await clearBytes(data);
  },
  keep_erased: (_, ending) => keepErased(ending),
  make_share_picture: makeSharePicture,
  queue_share_pictures: async ({ siteId }, ending) => void (await queueUndrawn(ending, { siteId })),
  fill_search: (_, ending) => bringAll(ending),
  search_file: bringWithFile,
  check_files: (_, ending) => checkFiles(ending),
  tell_licences: () => tellLicences(),
};

/** Who follows the history in the worker. Each has its own position and keeps no other one waiting. */
export const FOLLOWERS: readonly Follower[] = [mailFollower, searchFollower];
