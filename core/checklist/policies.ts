import type { Connector } from "../model/connector.ts";
import { appendItem, insertMember, setValue } from "../syntax/edits.ts";
import type { TextEdit } from "../syntax/source.ts";
import { Kind } from "../syntax/tree.ts";

const LIST = "policyTemplateInstances";

/**
 * Whether apiProperties.json has a policy of a template that holds for an operation (or at all). Unknown where the definition
 * was opened alone, so that nobody can tell.
 */
export function hasPolicy(connector: Connector, template: string, operationId?: string): boolean | undefined {
  if (!connector.properties.isObject && !connector.isFolder) return undefined;
  return connector.properties
    .get(LIST)
    .children()
    .some((policy) => {
      if (policy.get("templateId").string?.toLowerCase() !== template) return false;
      const names = policy.path("parameters", "x-ms-apimTemplate-operationName").strings();
      return operationId === undefined || !names.length || names.includes(operationId);
    });
}

/** Adds a policy to apiProperties.json; nothing where that has no place for one. */
export function addPolicy({ properties }: Connector, policy: unknown): readonly TextEdit[] {
  const list = properties.get(LIST);
  if (list.isArray) return appendItem(list, policy);
  if (list.kind === Kind.null) return setValue(list, [policy]);
  return list.exists ? [] : insertMember(properties, LIST, [policy]);
}
