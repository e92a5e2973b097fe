import type { Connector } from "../model/connector.ts";
import { insertMember, setValue } from "../syntax/edits.ts";
import type { Item } from "../syntax/item.ts";
import type { FixDraft, RuleContext } from "./rule.ts";
import { isComplete, swaggerRoot } from "./swagger.ts";
import { nearest } from "./text.ts";

/** The parts of the document that references lead into. */
export type SharedSection = "#/definitions/" | "#/parameters/" | "#/responses/";

function decode(part: string): string {
  try {
    return decodeURIComponent(part);
  } catch {
    return part;
  }
}

/** The way a reference takes through the document; `undefined` where it is no JSON pointer into it. */
function target(reference: string, root: Item): Item | undefined {
  if (!reference.startsWith("#/") || /~(?![01])|%(?![0-9a-f]{2})/i.test(reference)) return undefined;
  const keys = reference
    .slice(2)
    .split("/")
    .map((part) => decode(part).replace(/~1/g, "/").replace(/~0/g, "~"));
  let at = root;
  for (const key of keys) at = at.isArray ? (at.children()[Number(key)] ?? at.get(key)) : at.get(key);
  return at;
}

/** Judges one `$ref`; `section` is the part of the document that it has to lead into. */
export function judgeReference(
  ref: Item,
  section: SharedSection,
  connector: Connector,
  report: RuleContext["report"],
): void {
  const reference = ref.string;
  if (reference === undefined) return;
  const root = swaggerRoot(connector);
  const name = reference.slice(section.length);
  // Nearly all references are plain names that exist.
  if (reference.startsWith(section) && !/[/~%]/.test(name) && root.get(section.slice(2, -1)).get(name).exists) return;
  const found = target(reference, root);
  if (!reference.startsWith(section)) {
    // Where a bracket is missing, a reference may have moved into an object of another kind.
    if (reference.startsWith("#/") && !isComplete(root)) return;
    report({ at: ref.place, message: `The reference "${reference}" has to start with "${section}".` });
    return;
  }
  if (!found) {
    report({ at: ref.place, message: `The reference "${reference}" is not a valid JSON pointer.` });
    return;
  }
  const shared = root.get(section.slice(2, -1));
  // Where the document is not finished, what the reference names may be in the part that is still to come.
  if (found.exists || !isComplete(root) || (shared.exists && !isComplete(shared))) return;
  const decoded = decode(name).replace(/~1/g, "/").replace(/~0/g, "~");
  const meant = nearest(
    decoded,
    shared.children().map((one) => one.key),
  );
  const fixes: FixDraft[] = [];
  if (meant)
    fixes.push({
      title: `Replace it by "${section}${meant}"`,
      edits: () => setValue(ref, section + meant.replace(/~/g, "~0").replace(/\//g, "~1")),
    });
  if (section === "#/definitions/" && decoded && !decoded.includes("/"))
    fixes.push({
      title: `Add the definition "${decoded}"`,
      edits: () =>
        shared.isObject
          ? insertMember(shared, decoded, { type: "object" })
          : insertMember(root, "definitions", { [decoded]: { type: "object" } }),
    });
  report({ at: ref.place, message: `The reference "${reference}" leads nowhere.`, fix: fixes });
}
