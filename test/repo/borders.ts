import { readFileSync } from "node:fs";
import path from "node:path";

/** What each folder may import besides itself: folders of the project, and packages. `node:` stands for Node's own modules. */
export const borders: Readonly<
  Record<string, { readonly folders: readonly string[]; readonly packages: readonly string[] }>
> = {
  core: { folders: [], packages: ["yaml", "fflate"] },
  server: { folders: ["core"], packages: ["node:", "vscode-languageserver", "vscode-languageserver-types"] },
  client: {
    folders: ["core/api", "core/guide", "core/lifecycle"],
    packages: ["node:", "vscode", "vscode-languageclient"],
  },
  registry: {
    folders: ["core"],
    packages: ["node:", "hono", "@hono/node-server", "ajv", "jose", "nodemailer", "pg", "yaml"],
  },
  cli: { folders: ["core"], packages: ["node:"] },
  scripts: { folders: ["core", "client/manifest.ts", "esbuild.js"], packages: ["node:", "playwright-core", "esbuild"] },
};

/** Files that may use Node's own modules in folders that otherwise run in a browser too. */
const nodeOnly = /(?:^server\/[\w-]+\.node\.ts|^client\/(?:extension|shell\/local-registry|shell\/[\w-]+\.node)\.ts)$/;

/** The module names that a file imports; types count too, because they are a dependency as well. */
function importsOf(text: string): string[] {
  const code = text.replace(/\/\*[\s\S]*?\*\//g, "").replace(/^\s*\/\/.*$/gm, "");
  const names = [
    ...code.matchAll(
      /(?:^|\n)\s*(?:import|export)\s[^;'"`]*?from\s+["']([^"']+)["']|(?:^|\n)\s*import\s+["']([^"']+)["']|(?:import|require)\(\s*["']([^"']+)["']\s*\)/g,
    ),
  ];
  return names.map((match) => (match[1] ?? match[2] ?? match[3]) as string);
}

/** Every import of a file that its folder's border forbids, as a sentence. */
export function violations(root: string, file: string, text = readFileSync(path.join(root, file), "utf8")): string[] {
  const folder = file.split("/")[0] as string;
  const border = borders[folder];
  if (!border) return [];
  // Scripts write code as text; what stands in a template is imported by nobody here.
  const code = folder === "scripts" ? text.replace(/`[^`]*`/g, '""') : text;
  return importsOf(code).flatMap((name) => {
    if (name.startsWith(".")) {
      const target = path.posix.normalize(path.posix.join(path.posix.dirname(file), name));
      if (target.startsWith(`${folder}/`) || target.startsWith(".."))
        return target.startsWith("..") ? [`${file} imports ${name}, which is outside of the project`] : [];
      // Types vanish before anything runs: the client may name what the core gives it, and run none of it.
      if (folder === "client" && target.startsWith("core/") && onlyTypes(text, name)) return [];
      return border.folders.some((allowed) => target === allowed || target.startsWith(`${allowed}/`))
        ? []
        : [`${file} imports ${target}, which ${folder} may not`];
    }
    if (name.startsWith("node:")) {
      if (!border.packages.includes("node:")) return [`${file} imports ${name}: ${folder} is pure`];
      return (folder === "server" || folder === "client") && !nodeOnly.test(file)
        ? [`${file} imports ${name}, but also runs in a browser`]
        : [];
    }
    return border.packages.some((allowed) => name === allowed || name.startsWith(`${allowed}/`))
      ? []
      : [`${file} imports the package ${name}, which ${folder} may not`];
  });
}

function onlyTypes(text: string, name: string): boolean {
  const escaped = name.replace(/[.*+?^${}()|[\]\\]/g, "\\$&");
  return [...text.matchAll(new RegExp(`import\\s+(type\\s+)?[^;]*?from\\s+["']${escaped}["']`, "g"))].every(
    (match) => match[1] !== undefined,
  );
}
