/** What is being looked at: the active connector, and the published one whose versions and usage are shown. */
import type { ConnectorInfo } from "../../core/api/language.ts";

/** `connector`: the active one or its findings; `registry`: who is signed in where, or what is published; `filter`: of the catalogue. */
export type Topic = "connector" | "registry" | "filter";

export interface Subject {
  id: string;
  name: string;
}

export class Store {
  #active: ConnectorInfo | undefined;
  #selected: Subject | undefined;
  #filter = "";
  /** How many requests wait for this person, as far as is known. */
  waiting = 0;
  /** Who has decided to waive something last; the next question offers it again. */
  author = "";
  readonly #listeners = new Set<(topic: Topic) => void>();

  get active(): ConnectorInfo | undefined {
    return this.#active;
  }

  set active(info: ConnectorInfo | undefined) {
    if (info?.uri !== this.#active?.uri) this.#selected = undefined;
    this.#active = info;
    this.emit("connector");
  }

  /** A connector picked in the catalogue; it stands in front of the active one until another file is looked at. */
  get selected(): Subject | undefined {
    return this.#selected;
  }

  set selected(subject: Subject | undefined) {
    this.#selected = subject;
    this.emit("connector");
  }

  /** Words that the catalogue is filtered by. */
  get filter(): string {
    return this.#filter;
  }

  set filter(text: string) {
    this.#filter = text.trim();
    this.emit("filter");
  }

  emit(topic: Topic): void {
    for (const listener of [...this.#listeners]) listener(topic);
  }

  on(listener: (topic: Topic) => void): { dispose(): void } {
    this.#listeners.add(listener);
    return { dispose: () => this.#listeners.delete(listener) };
  }
}

/** How many findings keep a connector from being published. */
export function blockers(info: ConnectorInfo | undefined): number {
  const errors = info?.findings.filter(({ severity }) => severity === "error") ?? [];
  return errors.filter(({ settled }) => !settled).length;
}
