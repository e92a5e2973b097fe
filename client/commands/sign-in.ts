import { hostOf, Sentence } from "../shell/errors.ts";
import type { Command, Context, Person, RegistryEntry } from "../shell/ports.ts";
import { targetOf } from "../shell/targets.ts";

const command: Command = {
  id: "patchbay.signIn",
  title: "Sign In",
  icon: "sign-in",
  when: "isWorkspaceTrusted",
  menus: [
    {
      menu: "view/title",
      when: "view == patchbay.catalogue && patchbay.registry == unauthenticated",
      group: "navigation@1",
    },
  ],
  async run(context, target) {
    const { registry, ui } = context;
    const entry = registry.active();
    if (!entry) {
      await ui.run("patchbay.addRegistry");
      return;
    }
    await signInTo(context, entry, targetOf(target).token);
  },
};
export default command;

/** Signs in to a registry: with a token that a script hands over, else as the person chooses. */
export async function signInTo(context: Context, entry: RegistryEntry, given?: string): Promise<void> {
  const person =
    given === undefined ? await askForSignIn(context, entry) : await context.registry.signIn(entry, notEmpty(given));
  context.language.registryChanged();
  context.refresh("registry");
  const roles = person.roles.map(roleName).join(", ") || "viewer";
  context.ui.notify(`Signed in to ${entry.name} as ${person.name} (${roles}).`);
}

async function askForSignIn(context: Context, entry: RegistryEntry): Promise<Person> {
  const { registry, ui } = context;
  const title = `Sign In to ${entry.name}`;
  const byCode = await ui.pick({ title, placeholder: entry.url }, [
    {
      label: "With a code",
      description: "in the browser",
      detail: "You confirm a short code where you are signed in already.",
      icon: "globe",
      value: true,
      preferred: true,
    },
    {
      label: "With a token",
      description: "that the registry has issued",
      detail: "It is kept in VS Code's secret storage.",
      icon: "key",
      value: false,
    },
  ]);
  if (byCode) return signInByCode(context, entry);
  const token = await ui.input({
    title,
    prompt: `Token for ${entry.url}. It is kept in VS Code's secret storage.`,
    password: true,
    validate: (value) => (value.trim() ? undefined : "Paste the token that the registry's administrator gave you."),
  });
  return registry.signIn(entry, notEmpty(token));
}

function signInByCode({ registry, ui }: Context, entry: RegistryEntry): Promise<Person> {
  return ui.progress(`Signing in to ${entry.name}: waiting for the code to be confirmed`, (signal) =>
    registry.signInByCode(
      entry,
      ({ code, address, completeAddress }) =>
        ui.notify(`Confirm the code ${code} at ${hostOf(address)}.`, {
          title: "Copy Code and Open Browser",
          run: async () => {
            await ui.copy(code);
            await ui.browse(completeAddress);
          },
        }),
      signal,
    ),
  );
}

function notEmpty(token: string): string {
  if (!token.trim()) throw new Sentence("The token is empty.");
  return token.trim();
}

/** `platform_admin` → `platform admin`. */
function roleName(role: string): string {
  return role.replaceAll("_", " ");
}
