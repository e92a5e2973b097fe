import type { Connector } from "../model/connector.ts";
import type { TextEdit } from "../syntax/source.ts";
import { type Mention, mentionsOf, type NameKind } from "./mentions.ts";

const NAMES: Readonly<Record<NameKind, string>> = {
  operation: "an operation",
  definition: "a definition",
  parameter: "a shared parameter",
  response: "a shared response",
  input: "a parameter",
};
/** What a name may consist of: what no family and no reference has to write in a special way. */
const NAME = /^[A-Za-z_$][\w$.-]*$/;

/**
 * Why a name cannot be changed at all; `undefined` where it can. `published` is the version that callers use: its operations and what they
 * take are known by their names.
 */
export function whyFixed(mention: Mention, connector: Connector, published: Connector | undefined): string | undefined {
  const { kind, name } = mention;
  if (kind === "operation" && published?.operation(name))
    return `The operation ${name} is published, in version ${published.versionText || "unknown"}: flows call it by this id, and would lose it under another one. Add a new operation beside it and deprecate this one.`;
  if (kind === "input") {
    const owner = connector.operations.find(
      (operation) =>
        operation.parameters.some(({ item }) => item.node === mention.input) &&
        published?.operation(operation.id)?.parameters.some((parameter) => parameter.name === name),
    );
    if (owner)
      return `The operation ${owner.id} is published with the parameter ${name}: flows send it by this name. Add a new operation with another name for it.`;
  }
  return undefined;
}

/** The edits that give what a mention names another name, or why that cannot be done. */
export function renameAll(
  mention: Mention,
  mentions: readonly Mention[],
  name: string,
): { readonly edits: readonly TextEdit[] } | { readonly refused: string } {
  if (!NAME.test(name))
    return {
      refused: `"${name}" is no name: use letters, digits, underscores, dots and hyphens, and begin with a letter.`,
    };
  if (name === mention.name) return { edits: [] };
  const taken = mentions.some(
    (each) =>
      each.kind === mention.kind &&
      each.name.toLowerCase() === name.toLowerCase() &&
      each.declares &&
      each.kind !== "input" &&
      each.name !== mention.name,
  );
  if (taken) return { refused: `There is ${NAMES[mention.kind]} called ${name} already. Choose another name.` };
  return {
    edits: mentionsOf(mentions, mention).map(({ place, write }) => ({
      path: place.file.path,
      start: place.start,
      end: place.end,
      newText: write(name),
    })),
  };
}
