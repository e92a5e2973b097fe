/** Proxies that are believed when they say for whom they ask. */
import { BlockList, isIP } from "node:net";

/** From where a request came; `forwarded` is its X-Forwarded-For, to which every proxy adds whoever asked it. */
export type Sender = (connected: string, forwarded: string | undefined) => string;

/** Without proxies that are trusted, the sender is whoever connects. */
export const directSender: Sender = (connected) => plain(connected);

/** Reads addresses and networks with commas between them; a sentence where that cannot be done. */
export function readProxies(text: string | undefined): Sender | string {
  if (!text) return directSender;
  const trusted = new BlockList();
  for (const part of text.split(",").map((each) => each.trim())) {
    const [address = "", bits] = part.split("/");
    const family = isIP(address);
    const most = family === 4 ? 32 : 128;
    const isWidth = bits === undefined || (/^\d{1,3}$/.test(bits) && Number(bits) <= most);
    if (family === 0 || !isWidth || part.split("/").length > 2)
      return `PATCHBAY_TRUSTED_PROXIES cannot be read at ${JSON.stringify(part)}. Write addresses or networks with commas between them, like 10.0.0.0/8,fd00::/8.`;
    trusted.addSubnet(address, Number(bits ?? most), family === 4 ? "ipv4" : "ipv6");
  }
  return (connected, forwarded) => {
    let sender = plain(connected);
    const before = (forwarded ?? "").split(",").map((each) => plain(each.trim()));
    // The last address was added by whoever connects, the one before by the last one, and so on: as long as they are to be believed.
    while (isTrusted(trusted, sender)) {
      const next = before.pop();
      if (next === undefined || isIP(next) === 0) return sender;
      sender = next;
    }
    return sender;
  };
}

function isTrusted(trusted: BlockList, address: string): boolean {
  const family = isIP(address);
  return family !== 0 && trusted.check(address, family === 4 ? "ipv4" : "ipv6");
}

/** A socket for both families calls an address of the fourth one ::ffff:10.0.0.1. */
function plain(address: string): string {
  return address.replace(/^::ffff:(?=\d+\.)/i, "");
}
