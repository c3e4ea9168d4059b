import type { Follower } from "./follow.ts";

/** Who follows the history in the worker. Each has its own position and keeps no other one waiting. */
export const FOLLOWERS: readonly Follower[] = [];
