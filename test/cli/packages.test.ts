import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { deflateSync } from "node:zlib";
import { strToU8, type Zippable, zipSync } from "fflate";
import { afterAll, describe, expect, it } from "vitest";
import { patchbay } from "../support/cli.ts";

const dir = mkdtempSync(path.join(tmpdir(), "patchbay-packages-"));
afterAll(() => rmSync(dir, { recursive: true, force: true }));
function put(name: string, content: string | Uint8Array): void {
  const file = path.join(dir, name);
  mkdirSync(path.dirname(file), { recursive: true });
  writeFileSync(file, content);
}
interface Found {
  rule: string;
  message: string;
  file: string;
  range: { start: { line: number } };
}
async function check(
  ...args: string[]
): Promise<{ code: number | null; found: Found[]; profile: string | undefined; stderr: string }> {
  const { code, stdout, stderr } = await patchbay(["check", ...args, "--format", "json"], { cwd: dir });
  const { connectors } = JSON.parse(stdout || '{ "connectors": [] }') as {
    connectors: { profile: string; findings: Found[] }[];
  };
  return { code, stderr, found: connectors.flatMap(({ findings }) => findings), profile: connectors[0]?.profile };
}

const text = strToU8;
const solution = (customizations: string, folders: readonly string[], more: Zippable = {}): Uint8Array =>
  zipSync({
    "[Content_Types].xml": text("<Types/>"),
    "customizations.xml": text(customizations),
    "solution.xml": text("<Solution/>"),
    ...Object.fromEntries(folders.map((folder) => [`${folder}/item.xml`, text("<x/>")])),
    ...more,
  });
const CONNECTOR = "<Connectors>\n <Connector><connectorid>{0}</connectorid></Connector></Connectors>";
const connector = solution(`<I><Workflows> </Workflows>${CONNECTOR}<aicopilot_aiplugin /></I>`, ["Connector"]);
const flow = solution(`<I><Workflows><Workflow Name="x"/></Workflows>${CONNECTOR}</I>`, ["Connector", "Workflows"]);
const wrapped = (inner: Zippable, top: Zippable = { "intro.md": text("# Tides") }): Uint8Array =>
  zipSync({ ...top, "package.zip": zipSync(inner) });

describe("packages", () => {
  it("that are as they have to be have no finding, and only package rules look at them", async () => {
    put("good.zip", wrapped({ "PkgAssets/connector.zip": connector, "PkgAssets/flow.zip": flow }));
    expect(await check("good.zip")).toMatchObject({ code: 0, found: [], profile: "certified" });
  });
  it("are looked at through all archives", async () => {
    put(
      "bad.zip",
      wrapped({ "PkgAssets/one.zip": flow, "PkgAssets/two.zip": solution("<I/>", []), "__MACOSX/x": text("") }),
    );
    const { code, found } = await check("bad.zip");
    expect(code).toBe(1);
    expect(found.map(({ rule, message }) => `${rule}: ${message}`)).toEqual([
      "package-solution-kinds: No solution holds the connector alone.",
      "package-zip-macos: package.zip/__MACOSX was added by the system and not by you.",
    ]);
  });
  it("that are no archives, or hold too much, are said to be so and cost nothing", async () => {
    put("text.zip", "no archive");
    expect((await check("text.zip")).found.map(({ message }) => message)).toEqual([
      "The package cannot be read: it is no zip archive, or a broken one.",
    ]);
    put("cut.zip", wrapped({ "PkgAssets/connector.zip": connector, "PkgAssets/flow.zip": flow.subarray(0, 400) }));
    expect((await check("cut.zip")).found.map(({ message }) => message)).toEqual([
      "flow.zip cannot be read: it is no zip archive, or a broken one.",
    ]);
    // It says of its content that it has ten bytes.
    const liar = wrapped({ "PkgAssets/x.zip": new Uint8Array(1024 * 1024) });
    for (let at = 0; at + 4 < liar.length; at++)
      if (Buffer.from(liar).readUInt32LE(at) === 0x02014b50) liar.set([10, 0, 0, 0], at + 24);
    put("liar.zip", liar);
    expect((await check("liar.zip")).code).toBe(1);
    // An archive of a hundred megabytes of nothing within an archive.
    const bomb = zipSync(
      { "a.zip": zipSync({ "b.zip": new Uint8Array(100 * 1024 * 1024) }, { level: 9 }) },
      { level: 9 },
    );
    put("bomb.zip", bomb);
    const start = performance.now();
    const { stdout } = await patchbay(["check", "bomb.zip"], { cwd: dir });
    expect(stdout).toContain("package-");
    expect(performance.now() - start).toBeLessThan(10_000);
    put("many.zip", zipSync(Object.fromEntries(Array.from({ length: 6000 }, (_, i) => [`f${i}`, text("")]))));
    expect((await check("many.zip")).found.map(({ message }) => message)).toEqual([
      "The package holds more than is looked at.",
    ]);
  });
});

/** A PNG of RGB pixels, or of RGBA ones where the first has four samples. */
function png(width: number, height: number, pixel: (x: number, y: number) => number[]): Uint8Array {
  const samples = pixel(0, 0).length;
  const rows = Buffer.alloc((width * samples + 1) * height);
  for (let y = 0; y < height; y++)
    for (let x = 0; x < width; x++)
      pixel(x, y).forEach((value, i) => {
        // The filter "sub" in every second row, so that rows are not all alike.
        const left = y % 2 && x > 0 ? (pixel(x - 1, y)[i] ?? 0) : 0;
        rows[y * (width * samples + 1)] = y % 2;
        rows[y * (width * samples + 1) + 1 + x * samples + i] = (value - left) & 0xff;
      });
  return pngOf(width, height, 8, samples === 4 ? 6 : 2, rows);
}
function pngOf(width: number, height: number, depth: number, colour: number, rows: Buffer, palette?: Buffer) {
  const chunk = (type: string, data: Buffer): Buffer => {
    const head = Buffer.alloc(8);
    head.writeUInt32BE(data.length);
    head.write(type, 4);
    return Buffer.concat([head, data, Buffer.alloc(4)]);
  };
  const header = Buffer.alloc(13);
  header.writeUInt32BE(width);
  header.writeUInt32BE(height, 4);
  header[8] = depth;
  header[9] = colour;
  return Buffer.concat([
    Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]),
    chunk("IHDR", header),
    ...(palette ? [chunk("PLTE", palette)] : []),
    chunk("IDAT", deflateSync(rows)),
    chunk("IEND", Buffer.alloc(0)),
  ]);
}

describe("icons", () => {
  const folder = "certified-connectors/Tides";
  const icons = async (bytes: Uint8Array | string, name = "icon.png", ...args: string[]): Promise<string[]> => {
    rmSync(path.join(dir, folder), { recursive: true, force: true });
    put(`${folder}/apiDefinition.swagger.json`, '{ "swagger": "2.0" }');
    put(`${folder}/apiProperties.json`, '{ "properties": { "iconBrandColor": "#0a4b8c" } }');
    put(`${folder}/${name}`, bytes);
    const { found } = await check(folder, ...args);
    return found.filter(({ rule }) => rule.startsWith("icon-")).map(({ message }) => message);
  };
  const brand = () => [0x0a, 0x4b, 0x8c];
  it.each([
    ["in order", png(230, 230, brand), []],
    ["too large", png(471, 471, brand), ["The icon has 471 pixels to a side; 100 to 230 are allowed."]],
    ["no square", png(120, 100, brand), ["The icon is 120 by 100 pixels, and no square."]],
    [
      "of another colour",
      png(100, 100, () => [1, 2, 3]),
      ["The background of the icon is #010203, and the brand colour #0a4b8c."],
    ],
    ["transparent", png(100, 100, () => [1, 2, 3, 0]), ["The background of the icon is transparent."]],
    [
      "with round corners",
      png(100, 100, (x, y) => (x + y ? brand() : [9, 9, 9])),
      ["The corners of the icon have different colours."],
    ],
    // Two pixels in a byte, each a number of the palette: the odd last one has the upper half of its byte.
    [
      "with a palette of few colours",
      pngOf(
        101,
        101,
        4,
        3,
        Buffer.alloc(52 * 101, Buffer.from([0, ...Array(51).fill(0x11)])),
        Buffer.from([9, 9, 9, 1, 2, 3]),
      ),
      ["The background of the icon is #010203, and the brand colour #0a4b8c."],
    ],
    ["broken", png(100, 100, brand).subarray(0, 60), []],
    ["a JPEG", Buffer.from([0xff, 0xd8, 0xff, 0xe0]), ["icon.png is no PNG: JPEG, 4 bytes."]],
  ] as const)("%s", async (_name, bytes, messages) => {
    expect(await icons(bytes)).toEqual(messages);
  });
  it("are missed only where the folder is all there is", async () => {
    expect(await icons("Ask Robin.", "notes.txt")).toEqual([]);
    expect(await icons("Ask Robin.", "notes.txt", "--complete")).toEqual(["There is no icon.png."]);
    put(`${folder}/images/flow.png`, "");
    put(`${folder}/images/test.png`, "");
    put(`${folder}/v2/apiDefinition.swagger.json`, "{}");
    const { found } = await check(folder);
    expect(found.filter(({ rule }) => rule === "package-folder-files").map(({ message }) => message)).toEqual([
      "The folder images is no part of a connector.",
      "notes.txt is no file of a connector.",
    ]);
  });
});

describe("check --pull-request", () => {
  const event = (over: object): string =>
    JSON.stringify({ pull_request: { title: "Tides (Independent Publisher)", base: { ref: "dev" }, ...over } });
  const rules = async (over: object, ...paths: string[]): Promise<string[]> => {
    put("event.json", event(over));
    const { found } = await check(...paths, "--pull-request", "event.json");
    return found.filter(({ rule }) => /^pr-|^package-one/.test(rule)).map(({ rule }) => rule);
  };
  put("independent-publisher-connectors/A/apiDefinition.swagger.json", '{ "swagger": "2.0" }');
  put("independent-publisher-connectors/B/apiDefinition.swagger.json", '{ "swagger": "2.0" }');
  put("Loose/apiDefinition.swagger.json", '{ "swagger": "2.0" }');
  it("says what is wrong with title, branch, label and checklist", async () => {
    const one = "independent-publisher-connectors/A";
    expect(await rules({}, one)).toEqual([]);
    expect(await rules({ title: "A", base: { ref: "main" }, labels: [], body: "- [ ] It works" }, one)).toEqual([
      "pr-title-final",
      "pr-target-dev",
      "pr-label",
      "pr-checklist",
    ]);
  });
  it("knows the connectors that it changes by what is checked", async () => {
    expect(await rules({}, "independent-publisher-connectors")).toEqual([
      "package-one-connector",
      "package-one-connector",
    ]);
    put("Loose/apiProperties.json", '{ "properties": { "iconBrandColor": "#da3b01" } }');
    expect(await rules({}, "Loose")).toContain("pr-folder");
  });
  it("takes a folder with a read-me only for a proposal", async () => {
    const folder = "independent-publisher-connectors/C";
    put(`${folder}/readme.md`, "# C");
    expect(await rules({ title: "C (Independent Publisher)" }, folder)).toEqual(["pr-title-proposal"]);
    expect(await rules({ title: "Proposal - C (Independent Publisher)", base: { ref: "main" } }, folder)).toEqual([
      "pr-target-dev",
    ]);
    expect((await check(folder)).code).toBe(2);
    rmSync(path.join(dir, folder), { recursive: true });
  });
  it.each([
    ["not there", undefined, "could not be read"],
    ["no JSON", "hello", "is no JSON"],
    ["of a push", '{ "ref": "main" }', "is not the event of a pull request"],
  ])("an event that is %s is refused in a sentence", async (_name, content, sentence) => {
    if (content === undefined) rmSync(path.join(dir, "event.json"), { force: true });
    else put("event.json", content);
    const { code, stderr } = await check("Loose", "--pull-request", "event.json");
    expect(code).toBe(2);
    expect(stderr).toContain(sentence);
  });
});
