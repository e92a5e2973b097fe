import { describe, expect, it } from "vitest";
import { uncovered } from "../../core/guide/coverage.ts";
import { alsoIn, byOperation, type JudgedChange, operationOf, shortMessage, thingOf } from "../../core/guide/groups.ts";
import { migrationGuide } from "../../core/guide/migration.ts";
import { releaseNotes } from "../../core/guide/notes.ts";
import type { Family } from "../../core/model/files.ts";
import { readConnector } from "../../core/model/read.ts";
import { compareConnectors } from "../../core/versioning/compare.ts";
import { rules } from "../../core/versioning/generated.ts";
import { readExample } from "../support/examples.ts";

const read = (text: string, family: Family) => readConnector(readExample(text, family).files);
const compare = (before: string, after: string) => {
  const family = /^\s*[{=]/.test(before) ? "powerplatform" : "definition";
  const [from, to] = [read(before, family), read(after, family)];
  return { from, to, verdict: compareConnectors(from, to) };
};
const guideOf = ({ from, to, verdict }: ReturnType<typeof compare>) =>
  migrationGuide({
    verdict,
    from: { version: "1.4.0", connector: from },
    to: { version: "2.0.0", connector: to },
    today: "2026-03-01",
  });

/** Every pair of the versioning rules' examples that has a major change. */
const pairs = rules.flatMap(({ id, examples }) =>
  examples
    .map(({ before, after }, index) => [`${id} ${index}`, compare(before, after)] as const)
    .filter(([, { verdict }]) => verdict.bump === "major"),
);
/** Most changes are the only major one of their pair. */
const single = pairs.filter(([, { verdict }]) => verdict.changes.filter(({ bump }) => bump === "major").length === 1);

describe.each(pairs)("the guide to %s", (_name, pair) => {
  const guide = guideOf(pair);
  it("covers every major change and reads well", () => {
    expect(uncovered(guide, pair.verdict).map(({ sentence }) => sentence)).toEqual([]);
    expect(guide).not.toMatch(/undefined|NaN|\[object/);
    expect(guide).toMatch(/^1\. \*\*.+\*\*.*\n {3}- /m);
  });
  it("covers nothing without its sections", () => {
    const head = guide.slice(0, guide.indexOf("\n## ", guide.indexOf("## Who is affected") + 1));
    const major = pair.verdict.changes.filter(({ bump }) => bump === "major");
    expect(uncovered(head, pair.verdict).map((gap) => gap.change.message)).toEqual(major.map(({ message }) => message));
  });
});

describe.each(single)("the only change of %s", (_name, pair) => {
  const change = pair.verdict.changes.find(({ bump }) => bump === "major") as JudgedChange;
  const operation = operationOf(change);
  const { kind, name, phrase, isOperation } = thingOf(change);
  it("stays covered in the words of an author", () => {
    const thing = kind && !isOperation ? `\`${name}\`` : phrase;
    const heading = operation === undefined ? "Before you begin" : `What became of ${operation}?`;
    const text = `# Moving\n\n### ${heading}\n\nWe are sorry about ${thing}; ask us if you need help.\n`;
    expect(uncovered(text, pair.verdict)).toEqual([]);
  });
  it("is missed where its line is gone", () => {
    // What is said of an operation as a whole is its section.
    if (isOperation) return;
    const guide = guideOf(pair).replace(/^ {3}- .*$/m, "");
    const gaps = uncovered(guide, pair.verdict);
    expect(gaps.map((gap) => gap.change.message)).toEqual([change.message]);
    expect(gaps[0]?.sentence).toContain(phrase);
  });
});

const change = (more: Partial<JudgedChange> & { entity: string }): JudgedChange => ({
  id: "request-parameter-removed",
  bump: "major",
  message: `${more.entity} was removed.`,
  ...more,
});
const three = {
  changes: [
    change({ operation: "Send", entity: "parameter to of Send" }),
    change({ operation: "Send", entity: "input mail.size of Send" }),
    change({ operation: "Send", entity: "request body of Send" }),
    change({ id: "operation-removed", operation: "Drop", entity: "operation Drop" }),
    change({ id: "security-scheme-removed", entity: "security scheme key" }),
    change({ id: "operation-added", bump: "minor", operation: "Ask", entity: "operation Ask" }),
  ],
};
const missing = (text: string) => uncovered(text, three).map(({ change: { entity } }) => entity);
const all = three.changes.filter(({ bump }) => bump === "major").map(({ entity }) => entity);

describe("what counts as covered", () => {
  it("nothing in an empty text, in a comment, or in general words", () => {
    expect(missing("")).toEqual(all);
    expect(missing("<!-- ## Send\n`to`, `mail.size`, the request body -->")).toEqual(all);
    expect(missing("<!-- never closed: ## Send `to`")).toEqual(all);
    expect(missing("Look at the release notes to see what was removed, and send us a mail.")).toEqual(all);
  });
  it("a name that stands out below the heading of its operation", () => {
    const without = (text: string) => missing(`## Send\n\n${text}\n`).slice(0, -2);
    const to = "parameter to of Send";
    expect(without("Say to whom.")).toContain(to);
    for (const text of [
      "Leave `to` out.",
      "**to** is gone",
      "*to* is gone",
      "“to” is gone",
      "- to: gone",
      "| Input | What |\n|---|---|\n| to | gone |",
      "1. the parameter to is gone",
      "the to parameter is gone",
      "### to\n\nIt is gone.",
    ])
      expect(without(text), text).not.toContain(to);
  });
  it("a name is a whole one", () => {
    expect(missing("## Send\n`size` and `mail.sizes`, input mail.size.unit")).toContain("input mail.size of Send");
    expect(missing("## Send\nThe input mail.size.")).not.toContain("input mail.size of Send");
    expect(missing("## Sending\n`to`")).toContain("parameter to of Send");
  });
  it("only beside its operation", () => {
    expect(missing("## Receive\n\n`to` is gone")).toContain("parameter to of Send");
    expect(missing("## Mail\n\n`to` of `Send` is gone")).not.toContain("parameter to of Send");
    expect(missing("## Mail\n\nParameter to of operation Send is gone")).not.toContain("parameter to of Send");
    expect(missing("# Send\n\n## Inputs\n\n- `to`")).not.toContain("parameter to of Send");
    expect(missing("# Send\n\n# Inputs\n\n- `to`")).toContain("parameter to of Send");
    expect(missing("Send\n====\n\nInputs\n---\n\n- `to`")).not.toContain("parameter to of Send");
    expect(missing("## Send\r\n\r\nNobody has to fill in the parameter\r\nto any more.")).not.toContain(
      "parameter to of Send",
    );
    expect(missing("```\n# Send\n```\n\n- `to`")).toContain("parameter to of Send");
  });
  it("an operation that is gone has a section with a text, or is named where a text is", () => {
    expect(missing("## Drop\n")).toContain("operation Drop");
    expect(missing("## Drop\n\nUse another one.")).not.toContain("operation Drop");
    expect(missing("Use another one than `Drop`.")).not.toContain("operation Drop");
    expect(missing("Drop us a line.")).toContain("operation Drop");
  });
  it("what belongs to no operation, anywhere", () => {
    expect(missing("The security scheme key was removed.")).not.toContain("security scheme key");
    expect(missing("- **key**: make the connection again")).not.toContain("security scheme key");
    expect(missing("Press any key.")).toContain("security scheme key");
  });
  it("each gap is said in a sentence, minor changes never", () => {
    expect(uncovered("", three).map(({ sentence }) => sentence)).toEqual([
      "parameter to of Send was removed. The migration guide does not mention it: name the parameter to in a section Send, and say what to do.",
      "input mail.size of Send was removed. The migration guide does not mention it: name the input mail.size in a section Send, and say what to do.",
      "request body of Send was removed. The migration guide does not mention it: name the request body in a section Send, and say what to do.",
      "operation Drop was removed. The migration guide says nothing about Drop: add a section for it.",
      "security scheme key was removed. The migration guide does not mention it: name the security scheme key, and say what to do.",
    ]);
  });
  it("any text, in little time", () => {
    for (const mark of ["`", "*", "#", "|", "<!--", "- ", "\\", '"', "1. ", "## Send\n`to`\n"]) {
      const start = performance.now();
      expect(missing(mark.repeat(50_000)).length).toBeGreaterThan(0);
      expect(performance.now() - start).toBeLessThan(1000);
    }
    const many = {
      changes: Array.from({ length: 2000 }, (_, i) => change({ operation: `o${i}`, entity: `parameter a of o${i}` })),
    };
    for (const text of [`# ${"x".repeat(100_000)}\n${"## y\n".repeat(80_000)}`, "of operation ".repeat(40_000)]) {
      const start = performance.now();
      expect(uncovered(text, many)).toHaveLength(2000);
      expect(performance.now() - start).toBeLessThan(5000);
    }
  });
  it("names of any kind, as long as the guide has them", () => {
    const odd = ["a b", "a`b", "a*b", "_id", "x_", "$top", "@odata.type", "a\\.b", "Größe", "<id>", "items/0", "-"];
    for (const name of odd) {
      const verdict = { bump: "major" as const, changes: [] as never[] };
      const connector = read("{}", "powerplatform");
      const edition = { version: "1.0.0", connector };
      const one = change({ operation: name, entity: `parameter ${name} of ${name}` });
      const changes = [{ severity: "error" as const, old: undefined, new: undefined, ...one, codes: [] }];
      const guide = migrationGuide({
        verdict: { ...verdict, changes },
        from: edition,
        to: edition,
        today: "2026-03-01",
      });
      expect(uncovered(guide, { changes }), `${name}\n${guide}`).toEqual([]);
    }
  });
});

describe("changes by operation", () => {
  it("those with a major change come first, then in the order of the verdict", () => {
    const groups = byOperation({
      changes: [
        change({ operation: "B", entity: "parameter x of B" }),
        change({ operation: "A", bump: "minor", entity: "parameter x of A" }),
        change({ operation: "B", bump: "patch", entity: "operation B" }),
        change({ id: "server-host-changed", bump: "major", entity: "host" }),
        change({ id: "info-title-changed", bump: "patch", entity: "title" }),
      ],
    });
    expect(groups.map(({ title, bump, changes }) => [title, bump, changes.length])).toEqual([
      ["B", "major", 2],
      ["Connection", "major", 1],
      ["A", "minor", 1],
      ["Definition", "patch", 1],
    ]);
  });
  it("a sentence below the heading of its operation does not name it again", () => {
    const say = (message: string, operation?: string) =>
      shortMessage(change({ entity: "x", message, ...(operation && { operation }) }));
    expect(say("Parameter size of ListItems was removed.", "ListItems")).toBe("Parameter size was removed.");
    expect(say("The method of operation List changed from GET to POST.", "List")).toBe(
      "The method changed from GET to POST.",
    );
    expect(say("Parameter size of ListItems was removed.", "List")).toBe("Parameter size of ListItems was removed.");
    expect(say("Operation List was hidden.", "List")).toBe("Operation List was hidden.");
    expect(say("The host changed.")).toBe("The host changed.");
  });
  it("other operations with the same change are known by its value paths", () => {
    const codes = ["A", "B", "B", "C"].map((name) => ({ valuePath: `operation/${name}/responses/200` }));
    expect(alsoIn(change({ operation: "A", entity: "output x of A", codes }))).toEqual(["B", "C"]);
    const renamed = [{ valuePath: "operation/Old" }];
    expect(alsoIn(change({ operation: "New", entity: "operation New", codes: renamed }))).toEqual([]);
  });
});

const before = `format_version: 1
overview:
  name: Contoso Desk
operations:
  list_tickets:
    method: GET
    path: /tickets
    parameters:
      - { name: limit, in: query, type: integer }
  drop_ticket:
    method: DELETE
    path: /tickets/{id}
`;
const after = before
  .replace(/ {2}drop_ticket[\s\S]*$/, "")
  .replace("path: /tickets", "path: /v2/tickets")
  .replace("type: integer", "type: string");

describe("texts for people", () => {
  it("release notes say what breaks, what is new and what is mended", () => {
    const { verdict, to } = compare(before, after);
    expect(releaseNotes(verdict, to)).toMatchInlineSnapshot(`
      "This version of Contoso Desk breaks with the last one: it changes 2 operations. The migration guide says what to do.

      ## What breaks

      - **drop_ticket**: Operation drop_ticket was removed.
      - **list_tickets**: The path changed from /tickets to /v2/tickets.

      ## What is new

      - **list_tickets**: The type of parameter limit changed from "integer" to "string".
      "
    `);
    const back = compare(after, before.replace("Contoso Desk", "Contoso Service"));
    expect(releaseNotes({ bump: "minor", changes: [] }, back.to)).toMatch(/^This version of Contoso Service brings/);
    expect(releaseNotes({ bump: "none", changes: [] }, back.to)).toMatch(/changes nothing that callers notice/);
    expect(releaseNotes({ bump: "patch", changes: [] }, read("", "definition"))).toMatch(/corrects details/);
  });
  it("a migration guide says who is affected and what to do", () => {
    const { verdict, from, to } = compare(before, after);
    expect(
      migrationGuide({
        verdict,
        from: { version: "1.4.0", connector: from },
        to: { version: "2.0.0", connector: to },
        today: "2026-03-01",
        usage: {
          enterprises: 3,
          active_connections: 12,
          orchestrations: 4,
          by_operation: [{ operation: "drop_ticket", orchestrations: 1 }],
          example_data: false,
        },
      }),
    ).toMatchInlineSnapshot(`
      "# Move Contoso Desk from 1.4.0 to 2.0.0

      As of 2026-03-01.

      ## Who is affected

      Whoever calls drop_ticket and list_tickets. At present there are 12 active connections of 3 enterprises, and 4 orchestrations use it.

      ## drop_ticket

      \`DELETE /tickets/{id}\` → removed. 1 orchestration calls it at present.

      1. **Replace what is gone.** Find what calls it, use another operation or leave the step out, and connect again what follows:
         - Operation \`drop_ticket\` was removed.

      ## list_tickets

      \`GET /tickets\` → \`GET /v2/tickets\`.

      1. **Take the new address.** Open and save each step that calls it, so that it learns the new address; correct calls that you make yourself:
         - Operation \`list_tickets\`: the path changed from /tickets to /v2/tickets.

      ## Afterwards

      Run everything that you changed once, with data that may go wrong, before you rely on it.
      "
    `);
  });
  it("begins with the connection, and says where else a shared thing changed", () => {
    const operation = (id: string) =>
      `"/${id}": { "get": { "operationId": "${id}", "responses": { "200": { "description": "x", "schema": { "$ref": "#/definitions/Tide" } } } } }`;
    const text = (host: string, type: string) =>
      `{ "swagger": "2.0", "host": "${host}", "paths": { ${operation("Now")}, ${operation("Later")} },
        "definitions": { "Tide": { "type": "object", "properties": { "height": { "type": "${type}" } } } } }`;
    const guide = guideOf(compare(text("a.example", "boolean"), text("b.example", "object")));
    expect(guide.match(/^## .*/gm)).toEqual(["## Who is affected", "## Connection", "## Now", "## Afterwards"]);
    expect(guide).toContain(
      '- The type of output `height` changed from "boolean" to "object". The same goes for Later.',
    );
    expect(guide).toContain("see “Connection”. Besides, whoever calls Now and Later.");
  });
  it("nothing to migrate is said, too", () => {
    expect(guideOf(compare(before, before))).toContain("Nobody: whatever uses Contoso Desk goes on working.");
  });
});
