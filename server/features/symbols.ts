import type { DocumentSymbolParams } from "vscode-languageserver";
import { type DocumentSymbol, SymbolKind } from "vscode-languageserver-types";
import type { Item } from "../../core/syntax/item.ts";
import { toRange } from "../convert.ts";
import { defineFeature, locate } from "../feature.ts";

/** An outline in the words of the model: operations with their inputs and responses, schemas, credentials, mappings. */
export default defineFeature<DocumentSymbolParams>({
  name: "document symbols",
  capability: { documentSymbolProvider: true },
  request: "textDocument/documentSymbol",
  async handle({ textDocument }, services): Promise<DocumentSymbol[]> {
    const located = await locate(services, textDocument.uri);
    if (!located) return [];
    const { connector } = located.entry;
    const symbols: DocumentSymbol[] = [];
    const inFile = (item: Item): boolean => item.exists && item.file === located.file;
    for (const operation of connector.operations) {
      if (!inFile(operation.item)) continue;
      const children = [
        ...operation.parameters
          .filter(({ use }) => inFile(use))
          .map((parameter) =>
            symbol(
              parameter.name || "(unnamed)",
              `${parameter.in}${parameter.required ? ", required" : ""}`,
              SymbolKind.Variable,
              parameter.use,
            ),
          ),
        ...(operation.body
          ? [symbol(operation.body.name || "body", "body", SymbolKind.Variable, operation.body.use)]
          : []),
        ...(connector.family === "powerplatform"
          ? operation.responses.map((response) => symbol(response.status, "response", SymbolKind.Event, response.use))
          : []),
      ];
      symbols.push(
        symbol(
          operation.id || `${operation.method} ${operation.path}`,
          `${operation.method} ${operation.path}`,
          operation.trigger ? SymbolKind.Event : SymbolKind.Method,
          operation.item,
          children,
        ),
      );
    }
    for (const definition of connector.definitions.children())
      if (inFile(definition)) symbols.push(symbol(definition.key, "schema", SymbolKind.Struct, definition));
    for (const credential of connector.credentials)
      if (inFile(credential.item))
        symbols.push(symbol(credential.name, credential.type, SymbolKind.Key, credential.item));
    for (const mapping of connector.mappings)
      if (inFile(mapping.item))
        symbols.push(symbol(mapping.name, mapping.domain.string ?? "mapping", SymbolKind.Interface, mapping.item));
    return symbols;
  },
});

function symbol(
  name: string,
  detail: string,
  kind: SymbolKind,
  item: Item,
  children: DocumentSymbol[] = [],
): DocumentSymbol {
  return { name, detail, kind, range: toRange(item.whole), selectionRange: toRange(item.keyPlace), children };
}
