import type { Connector } from "../model/connector.ts";
import { insertMember, renameKey, setMember, setValue } from "../syntax/edits.ts";
import type { TextEdit } from "../syntax/source.ts";

type Data = Record<string, unknown>;

/**
 * Keeps an operation as it was published, marked as deprecated, and gives what it has become an id of its own beside it: `GetPort`
 * and `GetPort_V2`, one family with two revisions. A call of a Swagger file is its path and method, so the new one gets a path
 * of its own, below `/v2`, which the author settles with the API. Gives the title and the edits; none where it cannot be done.
 */
export function keepBeside(id: string, before: Connector, after: Connector): [title: string, edits: TextEdit[]] {
  const [old, now] = [before.operation(id), after.operation(id)];
  const title = (name: string): string => `Keep ${id} as it was, and add ${name} beside it`;
  if (!old?.item.isObject || !now?.item.isObject) return [title(id), []];
  const name = nextName(id, after);
  const was = old.item.toData() as Data;
  if (after.family === "definition") {
    const container = now.item.parent;
    return [
      title(name),
      [
        ...renameKey(now.item, name),
        ...insertMember(container, id, { ...was, deprecated: { replaced_by: name } }, container.children().at(-1)?.key),
      ],
    ];
  }
  const becomes = now.item.toData() as Data;
  const path = `/v${revisionOf(name)}${now.path}`;
  const method = now.item.key;
  const paths = after.root.get("paths");
  if (paths.get(path).exists || now.item.parent.parent.node !== paths.node) return [title(name), []];
  const family = annotationOf(was).family ?? id;
  const kept = {
    ...was,
    deprecated: true,
    "x-ms-api-annotation": { revision: 1, ...annotationOf(was), family, replacement: { operationId: name } },
  };
  const added = {
    ...becomes,
    operationId: name,
    "x-ms-api-annotation": { ...annotationOf(becomes), family, revision: revisionOf(name) },
  };
  // Where the operation has moved, its old path is free again; else it takes the place of what it has become.
  const moved = old.path !== now.path || old.method !== now.method;
  const oldPath = paths.get(old.path);
  const back = moved
    ? oldPath.exists
      ? setMember(oldPath, old.item.key, kept)
      : insertMember(paths, old.path, { [old.item.key]: kept })
    : setValue(now.item, kept);
  const beside = moved ? setValue(now.item, added) : insertMember(paths, path, { [method]: added });
  return [title(name), [...back, ...beside]];
}

function annotationOf(operation: Data): Data {
  const annotation = operation["x-ms-api-annotation"];
  return typeof annotation === "object" && annotation !== null ? (annotation as Data) : {};
}

/** `X_V2` after `X`, `X_V3` after `X_V2`: the first that is free. */
function nextName(id: string, { operationIds }: Connector): string {
  const [, stem = id, number] = /^(.*)_V(\d+)$/i.exec(id) ?? [];
  const taken = new Set(operationIds.map((each) => each.toLowerCase()));
  let next = Number(number ?? 1) + 1;
  while (taken.has(`${stem}_V${next}`.toLowerCase())) next++;
  return `${stem}_V${next}`;
}
function revisionOf(name: string): number {
  return Number(/\d+$/.exec(name)?.[0] ?? 2);
}
