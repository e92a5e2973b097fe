/** What a command may touch of the world outside. */
export interface Io {
  readonly stdout: (text: string) => void;
  readonly stderr: (text: string) => void;
  readonly stdin: () => AsyncIterable<string | Buffer>;
  readonly env: Readonly<Record<string, string | undefined>>;
  /** The current day as YYYY-MM-DD. */
  readonly today: string;
}

/** One command of the command line. `run` resolves with the exit code: 0 fine, 1 findings or refusal, 2 wrong use. */
export interface Command {
  readonly name: string;
  readonly summary: string;
  readonly usage: string;
  run(args: readonly string[], io: Io): Promise<number>;
}

/** Wrong use or unreadable input: a sentence for the person, exit code 2. */
export class UsageError extends Error {}

/** Options and positional arguments, split by what a command declares. */
export interface Parsed {
  readonly positional: readonly string[];
  readonly options: ReadonlyMap<string, string>;
  readonly flags: ReadonlySet<string>;
}

/**
 * Splits arguments. `valued` options take the next argument (or `--name=value`), `flags` take none; anything else that starts
 * with `--` is refused by name, so that a typing mistake never changes a result silently.
 */
export function parseArgs(args: readonly string[], valued: readonly string[], flags: readonly string[]): Parsed {
  const positional: string[] = [];
  const options = new Map<string, string>();
  const given = new Set<string>();
  for (let i = 0; i < args.length; i++) {
    const arg = args[i] as string;
    if (!arg.startsWith("--") || arg === "--") {
      positional.push(arg);
      continue;
    }
    const [name = "", inline] = arg.slice(2).split(/=(.*)/s);
    if (flags.includes(name)) given.add(name);
    else if (valued.includes(name)) {
      const value = inline ?? args[++i];
      if (value === undefined) throw new UsageError(`--${name} needs a value.`);
      options.set(name, value);
    } else
      throw new UsageError(
        `There is no option --${name}. Known: ${[...valued, ...flags].map((option) => `--${option}`).join(", ") || "none"}.`,
      );
  }
  return { positional, options, flags: given };
}

/** The value of an option that has to be one of a few. */
export function oneOf<T extends string>(parsed: Parsed, name: string, allowed: readonly T[], fallback: T): T {
  const value = parsed.options.get(name);
  if (value === undefined) return fallback;
  if (!(allowed as readonly string[]).includes(value))
    throw new UsageError(`--${name} is one of ${allowed.join(", ")}, not "${value}".`);
  return value as T;
}
