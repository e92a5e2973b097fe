import { readFileSync } from "node:fs";
import path from "node:path";
import { describe, expect, it } from "vitest";
import { checkConnector } from "../../core/checklist/check.ts";
import type { Finding } from "../../core/checklist/types.ts";
import { LiveCheck } from "../../core/live/live-check.ts";
import type { Connector } from "../../core/model/connector.ts";
import { readConnector } from "../../core/model/read.ts";
import { Reads } from "../../core/syntax/reads.ts";
import type { SourceInput } from "../../core/syntax/source.ts";
import { compareConnectors } from "../../core/versioning/compare.ts";
import { LiveVerdict } from "../../core/versioning/live-verdict.ts";
import type { Verdict } from "../../core/versioning/types.ts";
import { Editing, Random } from "../support/edits.ts";
import { corpus, filesBelow, hasCorpus, noCorpus, root } from "../support/paths.ts";

/** How many random edits are made in all; `npm test -- --fast` makes fewer. */
const EDITS = Number(process.env.PATCHBAY_TEST_EDITS ?? 100_000);
const options = { today: "2026-01-15" };

/** The connectors below a folder, each with its files. */
function connectorsBelow(folder: string): SourceInput[][] {
  const files = filesBelow(folder).filter((file) => /\.(?:json|yaml|md|csx)$/.test(file));
  const read = (file: string): SourceInput => ({ path: file, text: readFileSync(file, "utf8") });
  return files
    .filter((file) => /apiDefinition\.swagger\.json$|\.connector\.(?:json|yaml)$/.test(file))
    .map((main) =>
      main.includes(".connector.")
        ? [read(main)]
        : [read(main), ...files.filter((file) => file !== main && path.dirname(file) === path.dirname(main)).map(read)],
    );
}

/** A definition in the other language, so that both are edited. */
function asJson([main]: readonly SourceInput[]): SourceInput[] {
  const { path: name, text } = main as SourceInput;
  const data = readConnector([{ path: name, text }]).root.toData();
  return [{ path: name.replace(/\.yaml$/, ".json"), text: JSON.stringify(data, null, 2) }];
}

const own = connectorsBelow(path.join(root, "examples"));
const definitions = own.filter(([main]) => main?.path.endsWith(".yaml"));
/** Twenty documents: all examples, the definitions among them in JSON too, and some of them on one line or with CRLF. */
const documents: SourceInput[][] = [
  ...own,
  ...definitions.map(asJson),
  ...definitions.map(([main]) => [
    { ...(main as SourceInput), text: (main as SourceInput).text.replace(/\n/g, "\r\n") },
  ]),
  ...own
    .filter(([main]) => main?.path.endsWith(".json"))
    .map(([main]) => [{ ...(main as SourceInput), text: JSON.stringify(JSON.parse((main as SourceInput).text)) }]),
].slice(0, 20);

const show = (findings: readonly Finding[]): string[] =>
  findings.map(
    ({ rule, severity, place, message, fixes }) =>
      `${rule} ${severity} ${path.basename(place.file.path)} ${place.start}-${place.end} ${message} [${fixes.map(({ title }) => title).join("; ")}]`,
  );
const symbols = (connector: Connector): string[] =>
  connector.operations.map(
    ({ id, method, path: at, idItem, parameters, responses }) =>
      `${id} ${method} ${at} ${idItem.place.start} ${parameters.map(({ name, use }) => `${name}@${use.whole.start}`).join()} ${responses.map(({ status }) => status).join()}`,
  );
const judged = ({ bump, changes }: Verdict): string[] => [
  bump,
  ...changes.map(
    ({ id, message, old, new: now }) => `${id} ${message} ${old?.start}-${old?.end} ${now?.start}-${now?.end}`,
  ),
];

/** A connector that is edited, beside what a fresh reading of the same texts says. */
class Pair {
  private readonly inputs: readonly SourceInput[];
  private readonly texts: string[];
  private readonly connector: Connector;
  private readonly check: LiveCheck;
  private readonly published: Connector;
  private readonly verdict: LiveVerdict;

  constructor(inputs: readonly SourceInput[]) {
    this.inputs = inputs;
    this.texts = inputs.map(({ text }) => text);
    this.connector = readConnector(inputs, { folder: true, reads: new Reads() });
    this.check = new LiveCheck(this.connector, options);
    this.check.update();
    this.published = readConnector(inputs, { folder: true });
    this.verdict = new LiveVerdict(this.published, this.connector, {});
  }
  text(file: number): string {
    return this.texts[file] as string;
  }
  edit(file: number, start: number, end: number, text: string): void {
    const before = this.text(file);
    this.texts[file] = before.slice(0, start) + text + before.slice(end);
    this.connector.files[file]?.edit?.({ start, end, text });
    this.check.update();
    this.verdict.current();
  }
  compare(context: string): void {
    const inputs = this.inputs.map((input, i) => ({ ...input, text: this.text(i) }));
    const fresh = readConnector(inputs, { folder: true });
    const say = (what: string): string => `${what} of ${this.inputs[0]?.path} ${context}`;
    expect(show(this.check.findings), say("findings")).toEqual(show(checkConnector(fresh, options)));
    expect(symbols(this.connector), say("symbols")).toEqual(symbols(fresh));
    expect(judged(this.verdict.current()), say("verdict")).toEqual(judged(compareConnectors(this.published, fresh)));
  }
  /** Back to the texts that it began with, which is an edit as well. */
  restore(): void {
    for (const [file, { text }] of this.inputs.entries()) this.edit(file, 0, this.text(file).length, text);
  }
}

/** Edits a connector in rounds, each from its own text on, and compares at the end of each round. */
function editAtRandom(inputs: readonly SourceInput[], seed: number, edits: number): void {
  const random = new Random(seed);
  const pair = new Pair(inputs);
  for (let done = 0; done < edits; ) {
    const editings = inputs.map(() => new Editing(random));
    for (let left = 1 + random.below(50); left > 0 && done < edits; left--, done++) {
      const file = random.below(4) ? 0 : random.below(inputs.length);
      const { start, end, text } = (editings[file] as Editing).next(pair.text(file));
      pair.edit(file, start, end, text);
    }
    pair.compare(`after ${done} edits`);
    pair.restore();
  }
  pair.compare("when all is taken back");
}

describe("what a live connector says equals what a fresh reading says", () => {
  it(`after ${EDITS} edits of ${documents.length} documents`, () => {
    documents.forEach((inputs, i) => {
      editAtRandom(inputs, 7919 * (i + 1), EDITS / documents.length);
    });
  }, 600_000);

  it.skipIf(!hasCorpus)(
    `after edits of real connectors${hasCorpus ? "" : ` (skipped: ${noCorpus})`}`,
    () => {
      const all = connectorsBelow(path.join(corpus, "dev")).filter(([main]) => (main?.text.length ?? 0) < 60_000);
      for (let i = 0; i < 25; i++)
        editAtRandom(all[Math.floor((i * all.length) / 25)] as SourceInput[], 104_729 + i, 60);
    },
    600_000,
  );
});

describe("while a text is typed", () => {
  it("every prefix of every example is served as a fresh reading of it is", () => {
    for (const [main] of [...own, ...definitions.map(asJson)]) {
      const { path: name, text } = main as SourceInput;
      const pair = new Pair([{ path: name, text: "" }]);
      for (let end = 0; end < text.length; end++) {
        pair.edit(0, end, end, text.charAt(end));
        if (end % 101 === 0) pair.compare(`at ${end}`);
      }
      pair.compare("at its end");
    }
  }, 300_000);

  it.skipIf(!hasCorpus)(
    `prefixes of 200 real files are served${hasCorpus ? "" : ` (skipped: ${noCorpus})`}`,
    () => {
      const all = connectorsBelow(path.join(corpus, "dev")).filter(([main]) => (main?.text.length ?? 0) < 200_000);
      for (let i = 0; i < 200; i++) {
        const { path: name, text } = (all[Math.floor((i * all.length) / 200)] as SourceInput[])[0] as SourceInput;
        const pair = new Pair([{ path: name, text: "" }]);
        const step = Math.max(1, Math.ceil(text.length / 40));
        for (let end = 0; end < text.length; end += step) pair.edit(0, end, end, text.slice(end, end + step));
        pair.compare("at its end");
      }
    },
    300_000,
  );
});
