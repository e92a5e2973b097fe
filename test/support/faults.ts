/**
 * How often faults and races are tried: a few times with every run of the tests, as often as the registry promises with
 * `npm run test:faults`.
 */
export const isFull = process.env.PATCHBAY_TEST_FAULTS === "full";

/** One of two numbers of rounds. */
export function rounds(usual: number, full: number): number {
  return isFull ? full : usual;
}

/** Milliseconds that a test with so many rounds may take. */
export function patience(usual: number): number {
  return isFull ? 3_600_000 : usual;
}

/** Says what was tried, in one line of the output. */
export function tell(line: string): void {
  process.stdout.write(`${line}\n`);
}
