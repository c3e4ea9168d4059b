import { expect, test, vi } from "vitest";
import { log } from "./log.ts";

test.each(["/login/one-time#c2VjcmV0", "/login/one-time/c2VjcmV0", "/login/one-time%23c2VjcmV0?x=1"])(
  "the secret of a one-time link in %s does not reach a line of the log",
  (address) => {
    const wrote = vi.spyOn(process.stderr, "write").mockReturnValue(true);
    log.error(`GET ${address} failed`, new Error(`no page "${address}"`, { cause: new Error(`(${address})`) }));
    const line = String(wrote.mock.calls[0]?.[0]);
    wrote.mockRestore();
    expect(line).not.toContain("c2VjcmV0");
    expect(line).toContain("GET /login/one-time… failed");
  },
);
