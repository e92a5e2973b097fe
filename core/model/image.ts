import { inflate } from "./zip.ts";

/**
 * A picture in one line of text, so that rules can look at it and examples can show it: `PNG 230x230, 5321 bytes, corners #0a4b8c`.
 * The corners are `transparent` where they are, `different` where they differ, and `unknown` where they cannot be told. Never
 * throws: what is no picture is called `no picture`.
 */
export function describeImage(bytes: Uint8Array): string {
  const size = `${bytes.length} bytes`;
  if (startsWith(bytes, [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a])) {
    const header = headerOf(bytes);
    if (!header) return `broken PNG, ${size}`;
    return `PNG ${header.width}x${header.height}, ${size}, corners ${cornersOf(bytes, header)}`;
  }
  if (startsWith(bytes, [0xff, 0xd8, 0xff])) return `JPEG, ${size}`;
  if (startsWith(bytes, [0x47, 0x49, 0x46, 0x38])) return `GIF, ${size}`;
  return `no picture, ${size}`;
}

function startsWith(bytes: Uint8Array, start: readonly number[]): boolean {
  return start.every((byte, i) => bytes[i] === byte);
}

/** What an image's line says; `undefined` where it is no PNG. */
export interface PngFacts {
  readonly width: number;
  readonly height: number;
  readonly bytes: number;
  /** `#rrggbb`, `transparent`, `different` or `unknown`. */
  readonly corners: string;
}
export function pngFacts(line: string): PngFacts | undefined {
  const match = /^PNG (\d+)x(\d+), (\d+) bytes, corners (\S+)/.exec(line);
  if (!match) return undefined;
  return { width: Number(match[1]), height: Number(match[2]), bytes: Number(match[3]), corners: match[4] as string };
}

interface Header {
  readonly width: number;
  readonly height: number;
  readonly depth: number;
  readonly colour: number;
  readonly interlaced: boolean;
}

const DEPTHS: ReadonlySet<number> = new Set([1, 2, 4, 8, 16]);

function headerOf(bytes: Uint8Array): Header | undefined {
  if (bytes.length < 29 || word(bytes, 12) !== 0x49484452) return undefined;
  const header = {
    width: word(bytes, 16),
    height: word(bytes, 20),
    depth: bytes[24] as number,
    colour: bytes[25] as number,
    interlaced: bytes[28] !== 0,
  };
  return header.width > 0 && header.height > 0 && DEPTHS.has(header.depth) ? header : undefined;
}

/** Larger pictures are not unpacked: no icon is, and whoever sends one may want it to cost something. */
const MOST_PIXELS = 1_000_000;
/** Samples of a pixel by colour type: grey, RGB, palette, grey with alpha, RGB with alpha. */
const SAMPLES: Readonly<Record<number, number>> = { 0: 1, 2: 3, 3: 1, 4: 2, 6: 4 };

function cornersOf(bytes: Uint8Array, header: Header): string {
  const samples = SAMPLES[header.colour];
  if (!samples || header.interlaced || header.width * header.height > MOST_PIXELS) return "unknown";
  const bits = samples * header.depth;
  const stride = Math.ceil((header.width * bits) / 8);
  const expected = (stride + 1) * header.height;
  const chunks = chunksOf(bytes);
  // The stream has a head of two bytes, and a check sum behind it that nobody needs here.
  const rows = inflate(chunks.data.subarray(2), expected);
  if (!rows || rows.length < expected) return "unknown";
  unfilter(rows, stride, Math.max(1, bits >> 3), header.height);
  const [right, bottom] = [header.width - 1, header.height - 1];
  const colours = [
    [0, 0],
    [right, 0],
    [0, bottom],
    [right, bottom],
  ].map(([x = 0, y = 0]) => {
    const row = rows.subarray(y * (stride + 1) + 1, (y + 1) * (stride + 1));
    return colourOf(pixelAt(row, x, samples, header.depth), header, chunks);
  });
  return colours.every((colour) => colour === colours[0]) ? (colours[0] as string) : "different";
}

/** The samples of a pixel as they are written, except that of 16 bits only the upper 8 are kept. */
function pixelAt(row: Uint8Array, x: number, samples: number, depth: number): number[] {
  return Array.from({ length: samples }, (_, i) => {
    const bit = (x * samples + i) * depth;
    const byte = row[bit >> 3] ?? 0;
    return depth < 8 ? (byte >> (8 - depth - (bit & 7))) & ((1 << depth) - 1) : byte;
  });
}

interface Chunks {
  readonly data: Uint8Array;
  readonly palette: Uint8Array;
  readonly alpha: Uint8Array;
}

function chunksOf(bytes: Uint8Array): Chunks {
  const data: Uint8Array[] = [];
  let palette = new Uint8Array();
  let alpha = new Uint8Array();
  for (let at = 8; at + 8 <= bytes.length; ) {
    const length = word(bytes, at);
    const content = bytes.subarray(at + 8, at + 8 + length);
    const type = word(bytes, at + 4);
    if (type === 0x49444154) data.push(content);
    else if (type === 0x504c5445) palette = new Uint8Array(content);
    else if (type === 0x74524e53) alpha = new Uint8Array(content);
    at += length + 12;
  }
  const whole = new Uint8Array(data.reduce((sum, { length }) => sum + length, 0));
  let at = 0;
  for (const part of data) {
    whole.set(part, at);
    at += part.length;
  }
  return { data: whole, palette, alpha };
}

/** Undoes the filters of the rows, in place (PNG specification, section 9). */
function unfilter(rows: Uint8Array, stride: number, samples: number, height: number): void {
  for (let y = 0; y < height; y++) {
    const start = y * (stride + 1) + 1;
    const filter = rows[start - 1] as number;
    for (let x = 0; x < stride; x++) {
      const left = x >= samples ? (rows[start + x - samples] as number) : 0;
      const up = y > 0 ? (rows[start + x - stride - 1] as number) : 0;
      const corner = y > 0 && x >= samples ? (rows[start + x - stride - 1 - samples] as number) : 0;
      const added = [0, left, up, (left + up) >> 1, paeth(left, up, corner)][filter] ?? 0;
      rows[start + x] = ((rows[start + x] as number) + added) & 0xff;
    }
  }
}

function paeth(left: number, up: number, corner: number): number {
  const guess = left + up - corner;
  const [a, b, c] = [Math.abs(guess - left), Math.abs(guess - up), Math.abs(guess - corner)];
  return a <= b && a <= c ? left : b <= c ? up : corner;
}

function colourOf(pixel: readonly number[], { colour, depth }: Header, { palette, alpha }: Chunks): string {
  const [first = 0, second = 0, third = 0, fourth = 0] = pixel;
  if (colour === 3) {
    if ((alpha[first] ?? 255) < 255) return "transparent";
    return hex(palette[first * 3] ?? 0, palette[first * 3 + 1] ?? 0, palette[first * 3 + 2] ?? 0);
  }
  const opacity = colour === 4 ? second : colour === 6 ? fourth : 255;
  if (opacity < 255) return "transparent";
  if (colour === 2 || colour === 6) return hex(first, second, third);
  const grey = depth < 8 ? Math.round((first * 255) / ((1 << depth) - 1)) : first;
  return hex(grey, grey, grey);
}

function hex(...samples: number[]): string {
  return `#${samples.map((value) => value.toString(16).padStart(2, "0")).join("")}`;
}

function word(bytes: Uint8Array, at: number): number {
  return new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength).getUint32(at);
}
