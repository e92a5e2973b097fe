/** What the generators make: plain data that is printed as JSON or YAML. */
export type Data = { [key: string]: unknown };

/** A document that can grow: its records take further properties. */
export interface Growing {
  readonly data: Data;
  /** The lists of properties that further ones go into. */
  readonly records: readonly Data[];
  /** Further property number `index` of a record, with its name. */
  readonly more: (index: number, record: number) => [name: string, property: Data];
}

/** Text that may stand in YAML without quotes: begins with a letter and holds nothing that YAML reads as a sign. */
const PLAIN = /^[A-Za-z/][\w ./{}()'-]*(?:[.,;] ?[\w ./()'-]+)*$/;
const WORDS = /^(?:true|false|null|yes|no|on|off|~)$/i;

function scalar(value: unknown): string {
  if (typeof value !== "string") return JSON.stringify(value);
  return PLAIN.test(value) && !WORDS.test(value) && !value.endsWith(" ") ? value : JSON.stringify(value);
}
const key = (name: string): string =>
  /^[A-Za-z][\w-]*$/.test(name) && !WORDS.test(name) ? name : JSON.stringify(name);

/** Prints data as block YAML, lists of simple values in brackets, the way that people write connector definitions. */
export function printYaml(data: Data, indent = ""): string {
  let text = "";
  for (const [name, value] of Object.entries(data)) text += `${indent}${key(name)}:${printValue(value, indent)}`;
  return text;
}

function printValue(value: unknown, indent: string): string {
  if (Array.isArray(value)) {
    if (value.every((item) => typeof item !== "object")) return ` [${value.map(scalar).join(", ")}]\n`;
    return `\n${value.map((item) => `${indent}  - ${printYaml(item as Data, `${indent}    `).trimStart()}`).join("")}`;
  }
  if (typeof value === "object" && value !== null) {
    return Object.keys(value).length ? `\n${printYaml(value as Data, `${indent}  `)}` : " {}\n";
  }
  return ` ${scalar(value)}\n`;
}

export const printJson = (data: Data): string => `${JSON.stringify(data, null, 2)}\n`;
