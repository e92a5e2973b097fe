import { Inflate, strFromU8 } from "fflate";

/** A file or folder of an archive. */
export interface ZipEntry {
  /** With `/` between folders, and at the end of a folder. */
  readonly name: string;
  /** What it unpacks to, as the archive says. */
  readonly size: number;
  /** Its content; `undefined` where it is broken, encrypted, packed in an unusual way, or larger than `most` bytes. */
  unpack(most: number): Uint8Array | undefined;
}

const END = 0x06054b50;
const ENTRY = 0x02014b50;
const LOCAL = 0x04034b50;

/**
 * The entries of a zip archive by its own list of them (APPNOTE 4.3.12), in the order of that list, `most` at most. Unpacks
 * nothing by itself. `undefined` where the bytes are no such archive.
 */
export function zipEntries(bytes: Uint8Array, most: number): ZipEntry[] | undefined {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const end = endOf(view);
  if (end < 0) return undefined;
  const count = Math.min(view.getUint16(end + 10, true), most);
  const entries: ZipEntry[] = [];
  for (let at = view.getUint32(end + 16, true); entries.length < count; ) {
    if (at + 46 > bytes.length || view.getUint32(at, true) !== ENTRY) return undefined;
    const start = at + 46;
    const behind = start + view.getUint16(at + 28, true);
    const flags = view.getUint16(at + 8, true);
    const head = {
      isPlain: (flags & 1) === 0,
      method: view.getUint16(at + 10, true),
      packed: view.getUint32(at + 20, true),
      local: view.getUint32(at + 42, true),
    };
    entries.push({
      name: nameFrom(bytes.subarray(start, behind), (flags & 0x800) !== 0),
      size: view.getUint32(at + 24, true),
      unpack: (limit) => unpack(bytes, view, head, limit),
    });
    at = behind + view.getUint16(at + 30, true) + view.getUint16(at + 32, true);
  }
  return entries;
}

/** Where the end record begins: in front of a comment of at most 64 KB; -1 where there is none. */
function endOf(view: DataView): number {
  const last = view.byteLength - 22;
  for (let at = last; at >= Math.max(0, last - 0xffff); at--) if (view.getUint32(at, true) === END) return at;
  return -1;
}

/** Some tools write `\`; line breaks have no business in a name. */
function nameFrom(bytes: Uint8Array, isUtf8: boolean): string {
  return strFromU8(bytes, !isUtf8)
    .replace(/\\/g, "/")
    .replace(/[\r\n\u2028\u2029]/g, "?");
}

interface Head {
  readonly isPlain: boolean;
  readonly method: number;
  readonly packed: number;
  readonly local: number;
}

function unpack(bytes: Uint8Array, view: DataView, { isPlain, method, packed, local }: Head, most: number) {
  if (!isPlain || local + 30 > bytes.length || view.getUint32(local, true) !== LOCAL) return undefined;
  const start = local + 30 + view.getUint16(local + 26, true) + view.getUint16(local + 28, true);
  const data = bytes.subarray(start, start + packed);
  if (data.length < packed) return undefined;
  if (method === 8) return inflate(data, most);
  return method === 0 && packed <= most ? data : undefined;
}

/** So many bytes are unpacked at a time: at most a thousand times as many come out before the limit is looked at. */
const STEP = 4096;

/** Unpacks a deflated stream; `undefined` where it is broken or gives more than `most` bytes, whatever it claims to be. */
export function inflate(data: Uint8Array, most: number): Uint8Array | undefined {
  const parts: Uint8Array[] = [];
  let size = 0;
  const stream = new Inflate((part) => {
    parts.push(part);
    size += part.length;
  });
  try {
    for (let at = 0; at < data.length && size <= most; at += STEP)
      stream.push(data.subarray(at, at + STEP), at + STEP >= data.length);
  } catch {
    return undefined;
  }
  if (size > most) return undefined;
  const whole = new Uint8Array(size);
  let at = 0;
  for (const part of parts) {
    whole.set(part, at);
    at += part.length;
  }
  return whole;
}
