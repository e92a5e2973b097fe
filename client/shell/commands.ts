/** Registers the commands, and is the one place that shows what went wrong in one of them. */
import * as vscode from "vscode";
import { Cancelled, explain } from "./errors.ts";
import type { Command, Context } from "./ports.ts";

/** Runs a command's work; a closed prompt is nothing to talk about, anything else becomes one sentence with its remedies. */
export async function guarded<T>(
  work: () => Promise<T>,
  say: (text: string, remedies: readonly string[]) => Thenable<string | undefined>,
  remedy: (command: string, rest: readonly unknown[]) => unknown,
  log: (error: unknown) => void = () => {},
): Promise<T | undefined> {
  try {
    return await work();
  } catch (error) {
    if (error instanceof Cancelled) return undefined;
    log(error);
    const { message, remedies } = explain(error);
    // The answer is not waited for: a command is over when its message is shown.
    void Promise.resolve(
      say(
        message,
        remedies.map(({ title }) => title),
      ),
    ).then((title) => {
      const chosen = remedies.find((one) => one.title === title);
      if (chosen) remedy(chosen.command, chosen.arguments ?? []);
    });
    return undefined;
  }
}

/** Registers all commands with VS Code. */
export function registerCommands(
  commands: readonly Command[],
  context: Context,
  log: vscode.LogOutputChannel,
): vscode.Disposable {
  return vscode.Disposable.from(
    ...commands.map((command) =>
      vscode.commands.registerCommand(command.id, (argument: unknown) => {
        const target = argument instanceof vscode.Uri ? argument.toString() : argument;
        return guarded(
          () => command.run(context, target),
          (text, titles) => vscode.window.showErrorMessage(text, ...titles),
          (id, rest) => vscode.commands.executeCommand(id, ...rest),
          (error) => log.error(`${command.id}: ${error instanceof Error ? (error.stack ?? error.message) : error}`),
        );
      }),
    ),
  );
}
