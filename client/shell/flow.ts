/** Prompts in a row, with a way back: a step that throws `Back` gives the word to the last step that really asked. */
import { Back } from "./ports.ts";

export interface Step<S> {
  /** Steps that have nothing to ask are passed over in both directions. */
  skip?(state: S): boolean;
  ask(state: S, position: { step: number; steps: number; back: boolean }): Promise<void>;
}

/** Runs the steps in order; each one writes its answer into `state`. */
export async function runSteps<S>(state: S, steps: readonly Step<S>[]): Promise<S> {
  let at = 0;
  const asked: number[] = [];
  while (at < steps.length) {
    const step = steps[at]!;
    if (step.skip?.(state)) {
      at++;
      continue;
    }
    const open = steps.filter((candidate) => !candidate.skip?.(state));
    try {
      await step.ask(state, { step: open.indexOf(step) + 1, steps: open.length, back: asked.length > 0 });
      asked.push(at);
      at++;
    } catch (error) {
      if (!(error instanceof Back)) throw error;
      at = asked.pop() ?? at;
    }
  }
  return state;
}
