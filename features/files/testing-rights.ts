import type { FileRights } from "./rights.ts";

/** Of a picture about which nobody has said anything. */
export const NOTHING_SAID: FileRights = {
  ...{ owner: "", licence: null, licenceName: "", licenceEnd: null, rightsNote: "" },
  ...{ peopleShown: null, childrenBasis: null, consentHolder: "", ai: "none" },
  ...{ asksRights: true, rightsVersion: 0, hasEnded: false },
};
