import type { JudgedChange } from "./groups.ts";

/** What somebody who uses a connector has to do about one kind of change. */
export interface Step {
  readonly title: string;
  /** Goes before the list of what it is about. */
  readonly text: string;
}

/**
 * Steps in the order in which they are best taken: connect, call, send, receive. The first one whose pattern fits `id entity` is
 * the step of a change.
 */
const steps: readonly (Step & { readonly of: RegExp })[] = [
  {
    of: /^(?:security|auth|oauth|api-key|credential|connection-parameter|connector-capability)-/,
    title: "Renew the connection.",
    text: "Edit each connection, or make a new one, and sign in again with what is asked for now:",
  },
  {
    of: /^(?:server-host|base-path|scheme)-/,
    title: "Allow the new address.",
    text: "Where a firewall, a proxy or a policy lists addresses, add the new one; correct it where you call it directly:",
  },
  {
    of: /^(?:\S*operation-removed|webhook-)/,
    title: "Replace what is gone.",
    text: "Find what calls it, use another operation or leave the step out, and connect again what follows:",
  },
  {
    of: /^operation-id-/,
    title: "Choose the operation again.",
    text: "Saved steps know it by its old id. Put the operation in their place under its new one, and fill in its inputs again:",
  },
  {
    of: /^operation-(?:hidden|status)/,
    title: "Plan for another operation.",
    text: "It is no longer offered. Find the steps that use it, and replace them:",
  },
  {
    of: /^operation-(?:method|path)-/,
    title: "Take the new address.",
    text: "Open and save each step that calls it, so that it learns the new address; correct calls that you make yourself:",
  },
  {
    of: /^(?:trigger|notification|polling)-/,
    title: "Set up the trigger again.",
    text: "Remove the trigger from what it starts, add it anew, and check what reads its outputs:",
  },
  {
    of: /^(?:operation-pagination|pagination|operation-chunk)-/,
    title: "Check how much comes and goes at once.",
    text: "Look at loops over its lists and at large contents, and adapt what counts on the old portions:",
  },
  {
    of: /^dynamic-/,
    title: "Pick the values again.",
    text: "Open each step that calls it, and choose anew where values or fields are offered:",
  },
  {
    of: /^(?:new-required|request-\S*(?:required|added-required))/,
    title: "Fill in what is required now.",
    text: "Open each step that calls it, and give these a value:",
  },
  {
    of: /^request-(?:parameter|property|body)-removed /,
    title: "Stop sending what is gone.",
    text: "Take these out of every step that fills them in; what you sent in them has no effect any more:",
  },
  {
    of: /^request-\S*-(?:hidden|read-only)/,
    title: "Leave out what can no longer be set.",
    text: "Take these out of every step that fills them in:",
  },
  {
    of: /^request-\S*-default-/,
    title: "Write down the values that you rely on.",
    text: "Where a step leaves these out, give the value that you want instead of the old default:",
  },
  {
    of: /^request-\S*(?:enum|tightened|nullable|empty|additional|subtype|branch|pattern)/,
    title: "Check the values that you send.",
    text: "Not all values of before are taken. Compare those of each step that calls it:",
  },
  {
    of: /^(?:request-|xml-\S+ (?:input|parameter|request))/,
    title: "Send it in the new form.",
    text: "Open each step that calls it, and fill these in as they are wanted now:",
  },
  {
    of: /^response-(?:(?:optional-|required-)?property|header|schema|\S*status)-removed /,
    title: "Do without the outputs that are gone.",
    text: "Find the expressions, conditions and mappings that read these, and change or remove them:",
  },
  {
    of: /^(?:response|xml)-/,
    title: "Be ready for other outputs.",
    text: "Try the expressions, conditions and mappings that read these, and adapt them:",
  },
  {
    of: /^(?:field-mapping|canonical)-/,
    title: "Check the mapped data.",
    text: "Look at what reads or writes these fields of the data model:",
  },
  {
    of: /^resilience-/,
    title: "Look at what happens when calls fail.",
    text: "Check what must not run twice, what waits, and what calls often:",
  },
  {
    of: /^sunset-/,
    title: "Be done sooner.",
    text: "Do not count on the old day, and replace these before the new one:",
  },
  { of: /^/, title: "Adapt what uses it.", text: "Look at everything that relies on these, and try it:" },
];

/** The step that a change asks for; changes of one kind share it. */
export function stepOf({ id, entity }: JudgedChange): Step {
  const text = `${id} ${entity}`;
  return steps.find(({ of }) => of.test(text)) as Step;
}

/** Changes by their step, in the order in which the steps are best taken. */
export function bySteps<C extends JudgedChange>(changes: readonly C[]): Map<Step, C[]> {
  const taken = new Map<Step, C[]>();
  for (const step of steps) {
    const own = changes.filter((change) => stepOf(change) === step);
    if (own.length) taken.set(step, own);
  }
  return taken;
}
