/** The language servers that are measured, and what each has to be told to look at a connector with a schema. */
import { readFileSync } from "node:fs";
import path from "node:path";
import { pathToFileURL } from "node:url";
import { type BaselineParams, type BaselineResult, baselineRequest } from "../../core/api/language.ts";
import { type Programs, root } from "../build.ts";
import type { Language } from "../inputs/generate.ts";
import type { Input } from "../inputs/index.ts";
import type { Peers } from "../peers/index.ts";
import type { Json, ServerDescription } from "./client.ts";

const schema = (name: string): string => pathToFileURL(path.join(root, "schemas", name)).href;

/** Ours, with a client that knows a published version: what the next release breaks is found again with every key. */
export function ourServer({ server }: Programs, input?: Input): ServerDescription {
  const baseline = (params: Json): BaselineResult | null => {
    const { slug } = params as unknown as BaselineParams;
    if (!input) return null;
    return {
      connector: `bench/${slug}`,
      version: "1.0.0",
      versions: ["1.0.0"],
      state: "published",
      published_at: "2026-01-15T00:00:00Z",
      enterprises: 3,
      files: [{ path: path.basename(input.file), text: input.older }],
    };
  };
  return {
    name: "ours",
    command: [process.execPath, server, "--stdio"],
    debounce: 0,
    initializationOptions: { baseline: true },
    requests: { [baselineRequest]: baseline },
  };
}

export function nullServer({ nullServer }: Programs, pull: boolean): ServerDescription {
  return {
    name: "null server",
    command: [process.execPath, nullServer, "--stdio", ...(pull ? ["--pull"] : [])],
    debounce: 0,
  };
}

/** The usual server for the language, given our schema; `undefined` where it is not installed. */
export function peerServer(peers: Peers, language: Language): ServerDescription | undefined {
  return language === "json" ? jsonServer(peers) : yamlServer(peers);
}

function jsonServer(peers: Peers): ServerDescription | undefined {
  const file = peers.file("vscode-langservers-extracted", "bin/vscode-json-language-server");
  if (!file) return undefined;
  return {
    name: "JSON server",
    command: [process.execPath, file, "--stdio"],
    // Half a second when it reports by itself. It is asked here, and then it does not wait.
    debounce: 500,
    initializationOptions: { provideFormatter: true, handledSchemaProtocols: ["file"] },
    settings: {
      json: {
        validate: { enable: true },
        schemas: [{ fileMatch: ["*.json"], url: schema("apiDefinition.schema.json") }],
      },
      http: {},
    },
    requests: {
      "vscode/content": (params) => readFileSync(new URL(String(Array.isArray(params) ? params[0] : params)), "utf8"),
    },
  };
}

function yamlServer(peers: Peers): ServerDescription | undefined {
  const file = peers.file("yaml-language-server", "bin/yaml-language-server");
  if (!file) return undefined;
  return {
    name: "YAML server",
    command: [process.execPath, file, "--stdio"],
    debounce: 200,
    settings: {
      yaml: {
        validate: true,
        hover: true,
        completion: true,
        schemaStore: { enable: false, url: "" },
        kubernetesCRDStore: { enable: false },
        schemas: { [schema("connector.schema.json")]: ["*.yaml"] },
        maxItemsComputed: 5000,
      },
      http: { proxy: "", proxyStrictSSL: false },
      editor: {},
      files: {},
      "[yaml]": {},
    },
  };
}
