/**
 * What goes wrong, as sentences. A command throws one of these; `explain` makes words of anything else that is thrown, and one
 * place (`shell/commands.ts`) shows it. A prompt that the person closed throws `Cancelled`, which that place swallows.
 */
import { Interruption, RegistryError } from "../../core/api/problems.ts";
import { SignInError } from "../../core/api/sign-in.ts";

/** The person closed a prompt. Nothing happened and nothing is said. */
export class Cancelled extends Interruption {
  constructor() {
    super("Cancelled");
    this.name = "Cancelled";
  }
}

export interface Remedy {
  title: string;
  command: string;
  arguments?: unknown[];
}

/** Something that a person can read and act upon. */
export class Sentence extends Error {
  readonly remedies: readonly Remedy[];
  constructor(message: string, ...remedies: Remedy[]) {
    super(message);
    this.name = "Sentence";
    this.remedies = remedies;
  }
}

export const startLocal: Remedy = { title: "Start Local Registry", command: "patchbay.startLocalRegistry" };
export const changeAddress: Remedy = { title: "Change Address", command: "patchbay.addRegistry" };
export const signIn: Remedy = { title: "Sign In", command: "patchbay.signIn" };
export const showChecklist: Remedy = { title: "Show Checklist", command: "patchbay.check" };
export const manageTrust: Remedy = { title: "Manage Workspace Trust", command: "workbench.trust.manage" };

/** Views and publishing need a registry, and none is set up. */
export class NoRegistry extends Sentence {
  constructor() {
    super("No registry yet.", startLocal, { title: "Connect to a Registry…", command: "patchbay.addRegistry" });
  }
}

/** Nothing leaves a folder that is not trusted. */
export class Untrusted extends Sentence {
  constructor() {
    super("Nothing is sent or started from a folder that you do not trust.", manageTrust);
  }
}

/** `http://localhost:4870/` → `localhost:4870`. */
export function hostOf(address: string): string {
  try {
    return new URL(address).host;
  } catch {
    return address;
  }
}

/** Makes one sentence of anything that was thrown. */
export function explain(error: unknown): Sentence {
  if (error instanceof Sentence) return error;
  if (error instanceof RegistryError) return explainRegistry(error);
  if (error instanceof SignInError) return new Sentence(error.message, signIn);
  const text = error instanceof Error ? error.message : String(error);
  return new Sentence(`That did not work: ${text.replace(/\.?$/, ".")}`);
}

/** The registry's sentences say what happened; here stands what can be done about it. */
function explainRegistry(error: RegistryError): Sentence {
  const { code, message, problem } = error;
  const publishAgain: Remedy = { title: "Publish…", command: "patchbay.publish" };
  switch (code) {
    case "unreachable":
      return new Sentence(`Registry at ${hostOf(error.baseUrl)} does not answer.`, startLocal, changeAddress);
    case "unexpected":
      return new Sentence(`What answers at ${hostOf(error.baseUrl)} is no registry.`, changeAddress);
    case "unauthenticated":
      return new Sentence("The registry does not accept this token. Sign in again.", signIn);
    case "forbidden":
      return new Sentence(message, signIn);
    case "validation-failed": {
      const first = problem?.findings?.find(({ severity }) => severity === "error")?.message;
      return new Sentence(first ? `${message} ${first}` : message, showChecklist);
    }
    case "semver-gate":
    case "guide-incomplete":
    case "version-exists":
      return new Sentence(message, publishAgain);
    case "precondition-failed":
      return new Sentence("Somebody else changed this connector in the meantime. Refresh and try again.", {
        title: "Refresh",
        command: "patchbay.refresh",
      });
    default:
      return new Sentence(message);
  }
}
