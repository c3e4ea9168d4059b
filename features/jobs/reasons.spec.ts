import { expect, test } from "vitest";
import { kindOfReason } from "./reasons.ts";

test.each([
  ["ENOSPC: no space left on device, write", "disk"],
  ['could not extend file "base/1/2": No space left on device', "disk"],
  ["handler execution exceeded 600000ms", "late"],
  ["canceling statement due to statement timeout", "late"],
  ["terminating connection due to administrator command", "database"],
  ["permission denied for table articles", "database"],
  ["connect ECONNREFUSED 10.0.0.7:25", "network"],
  ["getaddrinfo ENOTFOUND mail.phuong.example", "network"],
  ["the store of files did not do what was asked: TimeoutError connect ECONNREFUSED", "files"],
  ["Nothing lies under originals/ab/abc", "files"],
  ["the printer is out of paper", "other"],
  ["", "other"],
])("%j is told as %s", (reason, kind) => expect(kindOfReason(reason)).toBe(kind));
