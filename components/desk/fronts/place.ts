/** Of which front a screen is, and as of what: goes along with each press. */
export type FrontScreen = {
  sectionId: number | null;
  /** The number of the last choice on the screen. */
  base: number;
  /** The number of the choice that the screen shows as the one in force. */
  over: number;
  /** Who opened it. */
  by: number;
  /** ISO instant from which on what is pressed holds; null is at once. */
  from: string | null;
};

export const fieldsOfScreen = ({ sectionId, base, over, by, from }: FrontScreen) => ({
  ...{ sectionId, base, over, by, from },
});
