/** Which addresses of the network anybody may let us send to. */
import { BlockList, isIP } from "node:net";

/** What is not the public internet, as the registries of special addresses have it (RFC 6890 and what came after it). */
const RESERVED: readonly [family: "ipv4" | "ipv6", address: string, prefix: number][] = [
  ["ipv4", "0.0.0.0", 8],
  ["ipv4", "10.0.0.0", 8],
  ["ipv4", "100.64.0.0", 10],
  ["ipv4", "127.0.0.0", 8],
  ["ipv4", "169.254.0.0", 16],
  ["ipv4", "172.16.0.0", 12],
  ["ipv4", "192.0.0.0", 24],
  ["ipv4", "192.0.2.0", 24],
  ["ipv4", "192.88.99.0", 24],
  ["ipv4", "192.168.0.0", 16],
  ["ipv4", "198.18.0.0", 15],
  ["ipv4", "198.51.100.0", 24],
  ["ipv4", "203.0.113.0", 24],
  ["ipv4", "224.0.0.0", 3],
  ["ipv6", "::", 8],
  ["ipv6", "64:ff9b::", 32],
  ["ipv6", "100::", 64],
  ["ipv6", "2001::", 23],
  ["ipv6", "2001:db8::", 32],
  ["ipv6", "2002::", 16],
  ["ipv6", "3fff::", 20],
  ["ipv6", "5f00::", 16],
  ["ipv6", "fc00::", 7],
  ["ipv6", "fe80::", 10],
  ["ipv6", "fec0::", 10],
  ["ipv6", "ff00::", 8],
];

// A list for each family: in one of both, an address of the one counts as its counterpart in the other.
const reserved = { ipv4: new BlockList(), ipv6: new BlockList() };
for (const [family, address, prefix] of RESERVED) reserved[family].addSubnet(address, prefix, family);

/** Whether an address is of the public internet: not this machine, not a private network, not one that only means others. */
export function isPublicAddress(address: string): boolean {
  const bare = address.split("%")[0] ?? "";
  const version = isIP(bare);
  if (version === 0) return false;
  const family = version === 4 ? "ipv4" : "ipv6";
  return !reserved[family].check(bare, family);
}
