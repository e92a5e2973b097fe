/** Sign-ins as VS Code knows them, so that they stand in its Accounts menu and other extensions can ask for one. */
import * as vscode from "vscode";
import type { CredentialList, KeptSignIn } from "./credentials.ts";
import { Cancelled, hostOf } from "./errors.ts";

export const authenticationId = "patchbay";
export const authenticationLabel = "Connector registry";

function sessionOf(url: string, { token, account }: KeptSignIn): vscode.AuthenticationSession {
  const label = account ? `${account} (${hostOf(url)})` : hostOf(url);
  return { id: url, accessToken: token, account: { id: url, label }, scopes: [url] };
}

/**
 * Registers the provider. A session is that of one registry, whose address is its scope; `signIn` asks the person, for the
 * active registry where none is named, and gives the registry's address.
 */
export function registerAuthentication(
  credentials: CredentialList,
  signIn: (url: string | undefined) => Promise<string>,
  signedOut: () => void,
): vscode.Disposable {
  const changed = new vscode.EventEmitter<vscode.AuthenticationProviderAuthenticationSessionsChangeEvent>();
  const sessions = async () => Object.entries(await credentials.all()).map(([url, kept]) => sessionOf(url, kept));
  let known: readonly vscode.AuthenticationSession[] | undefined;
  const tell = async () => {
    const before = known ?? [];
    const now = await sessions();
    known = now;
    const isIn = (list: readonly vscode.AuthenticationSession[], id: string) => list.some((one) => one.id === id);
    changed.fire({
      added: now.filter(({ id }) => !isIn(before, id)),
      removed: before.filter(({ id }) => !isIn(now, id)),
      changed: now.filter(({ id, accessToken }) =>
        before.some((one) => one.id === id && one.accessToken !== accessToken),
      ),
    });
  };
  const provider: vscode.AuthenticationProvider = {
    onDidChangeSessions: changed.event,
    async getSessions(scopes) {
      known = await sessions();
      return known.filter(({ id }) => !scopes?.length || scopes.includes(id));
    },
    async createSession(scopes) {
      const url = await signIn(scopes[0]);
      const made = (await sessions()).find(({ id }) => id === url);
      if (!made) throw new Cancelled();
      return made;
    },
    async removeSession(id) {
      await credentials.delete(id);
      signedOut();
    },
  };
  return vscode.Disposable.from(
    changed,
    credentials.onDidChange(() => void tell()),
    vscode.authentication.registerAuthenticationProvider(authenticationId, authenticationLabel, provider, {
      supportsMultipleAccounts: true,
    }),
  );
}
