import { BlockList, isIPv6, SocketAddress } from "node:net";

/** IPv4 addresses written as IPv6: each is somebody's own. Sources: RFC 4291 §2.5.5.2, RFC 6052 §2.1. */
const FOUR_IN_SIX = new BlockList();
for (const prefix of ["::ffff:0:0", "64:ff9b::"]) FOUR_IN_SIX.addSubnet(prefix, 96, "ipv6");

/** What is counted as one address: an IPv6 customer owns a whole /64, and counting single ones would count nobody. */
export function neighbourhood(said: string): string {
  if (!isIPv6(said)) return said;
  const { address } = new SocketAddress({ address: said.split("%", 1)[0], family: "ipv6" });
  if (FOUR_IN_SIX.check(address, "ipv6")) return address;
  const [head = "", tail] = address.split("::");
  const left = head === "" ? [] : head.split(":");
  const right = tail === undefined || tail === "" ? [] : tail.split(":");
  const gap = tail === undefined ? [] : Array(Math.max(0, 8 - left.length - right.length)).fill("0");
  return [...left, ...gap, ...right].slice(0, 4).join(":");
}
