import type { DocumentLinkParams } from "vscode-languageserver";
import type { DocumentLink } from "vscode-languageserver-types";
import { Item } from "../../core/syntax/item.ts";
import { linesOf, toRange } from "../convert.ts";
import { defineFeature, locate } from "../feature.ts";
import { folderOf } from "../workspace.ts";

/** Members of settings.json that name a file beside it. */
const FILES = ["apiDefinition", "apiProperties", "icon", "script"];

/** References lead to what they name, and names of files to the files. Addresses are links already where an editor shows them. */
export default defineFeature<DocumentLinkParams>({
  name: "links",
  capability: { documentLinkProvider: {} },
  request: "textDocument/documentLink",
  async handle({ textDocument }, services): Promise<DocumentLink[]> {
    const located = await locate(services, textDocument.uri);
    const tree = located?.file.tree;
    if (!located || !tree) return [];
    const { file } = located;
    if (file.role === "settings")
      return FILES.map((name) => Item.root(file).get(name))
        .filter((item) => item.string && !/[\\/:]/.test(item.string))
        .map((item) => ({
          range: toRange(item.place),
          target: `${folderOf(textDocument.uri)}/${encodeURIComponent(item.string ?? "")}`,
        }));
    const links: DocumentLink[] = [];
    const nodes = [tree.root];
    for (let node = nodes.pop(); node !== undefined; node = nodes.pop()) {
      for (let child = tree.first(node); child >= 0; child = tree.next(child)) nodes.push(child);
      if (tree.key(node) !== "$ref") continue;
      const text = tree.scalar(node);
      const target = typeof text === "string" && text.startsWith("#/") ? tree.at(text.slice(1)) : -1;
      if (target < 0) continue;
      const { line } = linesOf(file).position(tree.keyStart(target) >= 0 ? tree.keyStart(target) : tree.start(target));
      links.push({ range: toRange(new Item(file, node).place), target: `${textDocument.uri}#L${line + 1}` });
    }
    return links;
  },
});
