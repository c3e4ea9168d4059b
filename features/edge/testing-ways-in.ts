import type { Guard } from "./guards.ts";

type WayOf<Kind extends "Route" | "Action"> = Extract<Guard, `${string}${Kind}`>;

/** Every route: its address, its method (one that answers GET answers HEAD as well), and its guard. */
export const ROUTES = [
  ["/api/auth/callback/credentials", "POST", "publicRoute"],
  ["/api/auth/csrf", "GET", "publicRoute"],
  ["/api/changes", "GET", "staffRoute"],
  ["/api/changes/[documentId]", "GET", "staffRoute"],
  ["/api/drafts/[documentId]", "GET", "staffRoute"],
  ["/api/drafts/[documentId]", "PUT", "staffRoute"],
  ["/api/files", "GET", "staffRoute"],
  ["/api/files/[sha256]", "GET", "staffRoute"],
  ["/api/files/[sha256]/[picture]", "GET", "staffRoute"],
  ["/api/files/[sha256]/original", "GET", "staffRoute"],
  ["/api/health", "GET", "publicRoute"],
  ["/api/journal-key", "POST", "staffRoute"],
  ["/api/live", "GET", "staffRoute"],
  ["/api/phone", "GET", "tokenRoute"],
  ["/api/phone/uploads", "POST", "tokenRoute"],
  ["/api/phone/uploads/[id]", "DELETE", "tokenRoute"],
  ["/api/phone/uploads/[id]", "HEAD", "tokenRoute"],
  ["/api/phone/uploads/[id]", "PATCH", "tokenRoute"],
  ["/api/phones", "POST", "staffRoute"],
  ["/api/phones/[id]", "DELETE", "staffRoute"],
  ["/api/phones/[id]", "GET", "staffRoute"],
  ["/api/suggestions", "GET", "publicRoute"],
  ["/api/uploads", "POST", "staffRoute"],
  ["/api/uploads/[id]", "DELETE", "staffRoute"],
  ["/api/uploads/[id]", "HEAD", "staffRoute"],
  ["/api/uploads/[id]", "PATCH", "staffRoute"],
  ["/api/useful", "POST", "publicRoute"],
  ["/api/views", "POST", "publicRoute"],
  // Behind the front, which asks for them in the names of readers.
  ["/[site]/api/article/[number]", "GET", "publicRoute"],
  ["/[site]/api/articles/[section]/[after]", "GET", "publicRoute"],
  ["/[site]/api/description", "GET", "publicRoute"],
  ["/[site]/api/gone/[number]", "GET", "publicRoute"],
  ["/[site]/api/problem/[why]", "GET", "publicRoute"],
  ["/[site]/api/sections", "GET", "publicRoute"],
  ["/[site]/feed/[format]/[of]/[id]", "GET", "publicRoute"],
  ["/[site]/manifest", "GET", "publicRoute"],
  ["/[site]/opensearch", "GET", "publicRoute"],
  ["/[site]/robots", "GET", "publicRoute"],
  ["/[site]/security", "GET", "publicRoute"],
  ["/[site]/sitemap/[part]", "GET", "publicRoute"],
] as const satisfies (readonly [address: string, method: string, guard: WayOf<"Route">])[];

/** Every action, by its file. No two have the same name. */
export const ACTIONS = {
  "features/accounts/actions.ts": { changePassword: "staffAction", signOut: "publicAction" },
  "features/drafts/actions.ts": { makeTag: "staffAction", restoreVersion: "staffAction" },
  "features/importing/actions.ts": { confirmBatch: "staffAction", takeOut: "staffAction" },
  "features/jobs/actions.ts": { giveJobUp: "staffAction", tryJobAgain: "staffAction", verifyNow: "staffAction" },
  "features/library/actions.ts": {
    askToErase: "staffAction",
    binFile: "staffAction",
    binManyFiles: "staffAction",
    changeFileRights: "staffAction",
    changeFileWords: "staffAction",
    changeManyFiles: "staffAction",
    collectFiles: "staffAction",
    dropCollection: "staffAction",
    eraseFile: "staffAction",
    hideFile: "staffAction",
    lastSaidRights: "staffAction",
    letMacrosIn: "staffAction",
    renameCollection: "staffAction",
    restoreFile: "staffAction",
    sayRightsOfSet: "staffAction",
    showFileAgain: "staffAction",
    takeFilesOut: "staffAction",
    tryCutAgain: "staffAction",
    tryFileAgain: "staffAction",
    withdrawErasure: "staffAction",
  },
  "features/mail/actions.ts": { chooseMail: "staffAction" },
  "features/moves/actions.ts": { press: "staffAction", startDocument: "staffAction" },
  "features/people/actions.ts": {
    agree: "staffAction",
    endRole: "staffAction",
    giveRole: "staffAction",
    invite: "staffAction",
    object: "staffAction",
    openOneTimeLink: "tokenAction",
    putAway: "staffAction",
    resetWayIn: "staffAction",
    setPasswordByLink: "tokenAction",
    switchOff: "staffAction",
    switchOn: "staffAction",
  },
  "features/replacing/actions.ts": { replaceFile: "staffAction" },
} as const satisfies Record<string, Record<string, WayOf<"Action">>>;

/**
 * Every page, and whom it is drawn for: staff, whom it asks for (`staffOrSignIn`); anybody who knocks; or readers, in whose
 * names the front asks.
 */
export const PAGES = {
  "/desk": "staff",
  "/desk/[...path]": "staff",
  "/desk/account": "staff",
  "/desk/account/mail": "staff",
  "/desk/batches": "staff",
  "/desk/batches/[id]": "staff",
  "/desk/design": "staff",
  "/desk/documents": "staff",
  "/desk/documents/[id]": "staff",
  "/desk/documents/[id]/preview": "staff",
  "/desk/documents/[id]/review": "staff",
  "/desk/files": "staff",
  "/desk/files/[sha256]": "staff",
  "/desk/files/[sha256]/replace": "staff",
  "/desk/files/bin": "staff",
  "/desk/files/many": "staff",
  "/desk/outbox": "staff",
  "/desk/pages": "staff",
  "/desk/people": "staff",
  "/desk/site": "staff",
  "/login": "anybody",
  "/login/[...path]": "anybody",
  "/login/one-time": "anybody",
  "/login/password": "staff",
  "/login/phone": "anybody",
  "/[site]": "readers",
  "/[site]/article/[number]": "readers",
  "/[site]/feeds": "readers",
  "/[site]/file/[id]": "readers",
  "/[site]/gone/[number]": "readers",
  "/[site]/hidden/[of]": "readers",
  "/[site]/own-page/[number]": "readers",
  "/[site]/search": "readers",
  "/[site]/section/[id]/[page]": "readers",
  "/[site]/unknown": "readers",
} as const satisfies Record<string, "staff" | "anybody" | "readers">;

/** Who opens a port: the front, and whoever watches from outside, each through the one server of ours. */
export const LISTENERS = ["server/http.ts", "server/main.ts", "server/metrics.ts"] as const;

/** An address of the table as somebody asks for it. */
export function filledIn(address: string, id = 12): string {
  return address.replace(/\[[^\]]+\]/g, String(id));
}
