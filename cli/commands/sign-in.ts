/** The parts of `patchbay registry` that sign in and out. */
import { hostname } from "node:os";
import { createClient } from "../../core/api/client.ts";
import { RegistryError } from "../../core/api/problems.ts";
import { type Credentials, isSafeAddress, SignInError, signInByCode } from "../../core/api/sign-in.ts";
import type { Whoami } from "../../core/api/types.ts";
import { type Io, parseArgs, UsageError } from "../command.ts";
import { connectRegistry, registryUrl } from "../registry.ts";
import { keepSignIn, readSignIns, signInFile } from "../sign-ins.ts";

export async function signIn(args: readonly string[], io: Io): Promise<number> {
  const parsed = parseArgs(args, [], ["token-stdin"]);
  const [given, ...more] = parsed.positional;
  if (given === undefined || more.length > 0)
    throw new UsageError("patchbay registry sign-in takes the address of one registry.");
  const url = registryUrl(given, io);
  if (!isSafeAddress(url))
    throw new UsageError(`${url} would send your token readable for everybody on the way. Use https://.`);
  return answering(io, async () => {
    const credentials = parsed.flags.has("token-stdin") ? { token: await tokenFrom(io) } : await byCode(url, io);
    const person = await createClient({ baseUrl: url, token: credentials.token, fetch }).whoami();
    keepSignIn(io, url, { ...credentials, expires_at: credentials.expires_at ?? person.expires_at ?? undefined });
    io.stdout(`Signed in to ${url} as ${describe(person)}. The sign-in is kept in ${signInFile(io)}.\n`);
    return 0;
  });
}

export async function signOut(args: readonly string[], io: Io): Promise<number> {
  const [given, ...more] = parseArgs(args, [], []).positional;
  if (more.length > 0) throw new UsageError("patchbay registry sign-out takes the address of one registry.");
  const { registries } = readSignIns(io);
  const url = registryUrl(given, io);
  if (!Object.hasOwn(registries, url)) {
    io.stderr(`You are not signed in to ${url}.\n`);
    return 1;
  }
  keepSignIn(io, url, undefined);
  io.stdout(`Signed out of ${url}. The token was deleted here; it counts until it ends or is revoked.\n`);
  return 0;
}

export async function whoami(args: readonly string[], io: Io): Promise<number> {
  const parsed = parseArgs(args, ["registry"], []);
  if (parsed.positional.length > 0) throw new UsageError("patchbay registry whoami takes no file.");
  const url = registryUrl(parsed.options.get("registry"), io);
  const client = connectRegistry(url, io, "Saying who you are");
  return answering(io, async () => {
    const person = await client.whoami();
    const until = person.expires_at ? `, until ${person.expires_at}` : "";
    io.stdout(`${describe(person)} at ${url}${until}\n`);
    return 0;
  });
}

function describe({ principal, enterprise, roles, scopes }: Whoami): string {
  const rights = [...roles.map((role) => role.replaceAll("_", " ")), ...scopes].join(", ") || "no role";
  return `${principal} of ${enterprise} (${rights})`;
}

async function tokenFrom(io: Io): Promise<string> {
  let text = "";
  for await (const chunk of io.stdin()) text += chunk;
  if (!text.trim())
    throw new UsageError("Nothing came in. Pipe the token into patchbay registry sign-in URL --token-stdin.");
  return text.trim();
}

function byCode(url: string, io: Io): Promise<Credentials> {
  return signInByCode(url, `Patchbay on ${hostname()}`, {
    fetch,
    now: () => new Date(),
    wait: (seconds) => new Promise((resolve) => setTimeout(resolve, seconds * 1000)),
    show: ({ code, address }) =>
      // Standard output is for the result; whoever reads it may be a script.
      io.stderr(`Open ${address} in a browser and type in the code ${code}\nWaiting for it to be confirmed …\n`),
  });
}

/** What a registry or an identity provider refuses is a sentence. */
async function answering(io: Io, work: () => Promise<number>): Promise<number> {
  try {
    return await work();
  } catch (error) {
    if (!(error instanceof RegistryError || error instanceof SignInError)) throw error;
    io.stderr(`${error.message}\n`);
    return error instanceof RegistryError && error.code === "unreachable" ? 2 : 1;
  }
}
