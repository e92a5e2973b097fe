/** Servers that have the same document open at the same time, so that whatever disturbs the machine disturbs all of them. */

import path from "node:path";
import { pathToFileURL } from "node:url";
import { type ConnectorInfo, connectorRequest } from "../../core/api/language.ts";
import type { Input } from "../inputs/index.ts";
import { sleep } from "../stats.ts";
import type { Context } from "../types.ts";
import { LspClient, type ServerDescription } from "./client.ts";
import { nullServer, ourServer, peerServer } from "./servers.ts";
import { Session } from "./session.ts";

export type Role = "ours" | "null" | "peer";
export interface Guest {
  readonly role: Role;
  readonly server: ServerDescription;
}

/** Starts a server on the folder of the input; nothing is open yet. */
export async function connect(server: ServerDescription, input: Input): Promise<LspClient> {
  const client = new LspClient(server);
  await client.initialize(pathToFileURL(path.dirname(input.file)).href);
  return client;
}

/** The servers for a document: ours, the null server asked in the same way, and the usual one for the language. */
export async function guests(context: Context, input: Input): Promise<Guest[]> {
  const ours = ourServer(context.programs, input);
  const probe = await connect(ours, input);
  const pull = Boolean(probe.capabilities.diagnosticProvider);
  await probe.stop();
  const peer = peerServer(context.peers, input.language);
  return [
    { role: "ours", server: ours },
    { role: "null", server: nullServer(context.programs, pull) },
    ...(peer ? [{ role: "peer" as const, server: peer }] : []),
  ];
}

/** Starts a server, opens the document and lets it come to rest. */
export async function seat({ server }: Guest, input: Input): Promise<Session> {
  const client = await connect(server, input);
  await sleep(200);
  const session = new Session(client, input.uri, input.language);
  await session.open(input.text);
  await rest(client);
  return session;
}

/** Waits until a server has used no CPU worth speaking of for a while. */
export async function rest(client: LspClient, quiet = 250): Promise<void> {
  const until = performance.now() + 20_000;
  for (let before = client.cpu(); performance.now() < until; ) {
    await sleep(quiet);
    const now = client.cpu();
    if (now - before < quiet * 0.02) return;
    before = now;
  }
}

/** Whether our server compares the document with a published version, so that its keys include the verdict. */
export async function hasVerdict(session: Session): Promise<boolean> {
  const { result } = await session.client.request(connectorRequest, { uri: session.uri });
  return Boolean((result as ConnectorInfo | null)?.verdict);
}
