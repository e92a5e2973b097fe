/** The few assertions that the suites need; Node's own are not to be had in a web worker. */

function fail(message: string | undefined, detail: string): never {
  throw new Error(message ? `${message}\n${detail}` : detail);
}

const show = (value: unknown) => (typeof value === "string" ? value : JSON.stringify(value, null, 2));

/** Something truthy. */
export function ok(value: unknown, message?: string): asserts value {
  if (!value) fail(message, `${show(value)} is not truthy`);
}

/** The same value. */
export function equal(actual: unknown, expected: unknown, message?: string): void {
  if (!Object.is(actual, expected)) fail(message, `${show(actual)}\n  is not\n${show(expected)}`);
}

/** The same value, looked at as JSON. */
export function deepEqual(actual: unknown, expected: unknown, message?: string): void {
  if (JSON.stringify(actual) !== JSON.stringify(expected))
    fail(message, `${show(actual)}\n  is not\n${show(expected)}`);
}

/** A text that the pattern occurs in. */
export function match(actual: string, pattern: RegExp, message?: string): void {
  if (!pattern.test(actual)) fail(message, `${pattern} does not occur in:\n${actual}`);
}
