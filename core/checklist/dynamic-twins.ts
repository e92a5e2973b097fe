import type { Operation } from "../model/connector.ts";
import { insertMember } from "../syntax/edits.ts";
import type { Item } from "../syntax/item.ts";
import { type Member, partLabel } from "./document.ts";
import { callerOf, passedBy } from "./dynamic.ts";
import type { FixDraft, RuleContext } from "./rule.ts";
import { type Meant, meantBy } from "./schema-paths.ts";
import { isComplete } from "./swagger.ts";

/** The newer extension that says the same as an older one, and how its members are called. */
interface Twin {
  readonly name: string;
  readonly members: Readonly<Record<string, string>>;
}

export const TWINS: Readonly<Record<string, Twin>> = {
  "x-ms-dynamic-values": {
    name: "x-ms-dynamic-list",
    members: { "value-collection": "itemsPath", "value-path": "itemValuePath", "value-title": "itemTitlePath" },
  },
  "x-ms-dynamic-schema": { name: "x-ms-dynamic-properties", members: { "value-path": "itemValuePath" } },
};
/** The newer extension names the schema, the older one may name what is in it. */
const INNER = /(?:^|\/)properties$/;
const SEPARATOR = /[/.]/g;

/** What needs the newer extension: a value whose source only it can name, or a path that means another thing there. */
interface Need {
  readonly at: Item;
  readonly message: string;
  readonly meant?: Meant;
}

function needOf(call: Item, twin: Twin, caller: Operation | undefined): Need | undefined {
  for (const { reference } of caller ? passedBy(call) : []) {
    const text = reference?.string;
    if (!reference || !caller || text === undefined) continue;
    const meant = meantBy(text, caller);
    if (!meant.property?.schema) continue;
    const what = meant.parameter ? "is both a parameter and a property of the body" : "is a property of the body";
    return { at: reference, message: `"${text}" ${what}; only ${twin.name} can say so.`, meant };
  }
  const path = call.get("value-path");
  if (twin.name !== "x-ms-dynamic-properties" || !INNER.test(path.string ?? "")) return undefined;
  return { at: path, message: `"${path.string}" names the properties of a schema; ${twin.name} names the schema.` };
}

/** The newer extension for a call; `preferred` says what is meant by names that may mean two things. */
function twinOf(
  call: Item,
  { members }: Twin,
  caller: Operation | undefined,
  preferred: "parameter" | "body",
): unknown {
  const parameters = passedBy(call).map(({ name, reference, fixed }) => {
    const text = reference?.string;
    if (text === undefined || !caller)
      return [name, text === undefined ? { value: fixed?.toData() } : { parameterReference: text }];
    const { parameter, property } = meantBy(text, caller);
    const isBody = property?.schema !== undefined && (preferred === "body" || !parameter);
    const path = text.replace(SEPARATOR, "/");
    const full =
      isBody && caller.body && !path.startsWith(`${caller.body.name}/`) ? `${caller.body.name}/${path}` : text;
    return [name, { parameterReference: isBody ? full : text }];
  });
  const twin: Record<string, unknown> = { operationId: call.get("operationId").string };
  if (parameters.length) twin.parameters = Object.fromEntries(parameters);
  for (const [key, name] of Object.entries(members)) {
    const path = call.get(key).string?.replace(members["value-title"] ? /$^/ : INNER, "");
    if (path) twin[name] = path;
  }
  return twin;
}

/** Judges an older extension without the newer one beside it. */
export function judgeTwin({ part, value: call }: Member, { connector, report }: RuleContext): void {
  const twin = TWINS[call.key];
  if (!twin || !call.isObject || !isComplete(call) || part.item.get(twin.name).exists) return;
  if (!call.get("operationId").string || (part.name === "parameter" && part.item.get("in").string === "body")) return;
  const caller = callerOf(call, connector);
  const need = needOf(call, twin, caller);
  if (!need) return;
  const fixFor = (preferred: "parameter" | "body", title: string): FixDraft => ({
    title,
    edits: () => insertMember(part.item, twin.name, twinOf(call, twin, caller, preferred), call.key),
  });
  const text = need.at.string;
  report({
    at: need.at.place,
    message: `${partLabel(part).replace(/^./, (letter) => letter.toUpperCase())} has no ${twin.name}: ${need.message}`,
    fix: need.meant?.parameter
      ? [
          fixFor("parameter", `Add ${twin.name}, with "${text}" for the parameter`),
          fixFor("body", `Add ${twin.name}, with "${text}" for the property of the body`),
        ]
      : fixFor("body", `Add ${twin.name}`),
  });
}
