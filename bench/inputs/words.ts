/**
 * The vocabulary of the made-up connectors. Everything is picked by number and nothing by chance, so that two runs, on whatever
 * machine, measure the same texts.
 */

const AREAS = [
  "Harbour",
  "Orchard",
  "Library",
  "Workshop",
  "Bakery",
  "Observatory",
  "Nursery",
  "Theatre",
  "Ferry",
  "Museum",
  "Quarry",
  "Brewery",
  "Stable",
  "Foundry",
];
const NOUNS = [
  "Booking",
  "Invoice",
  "Shelf",
  "Visitor",
  "Delivery",
  "Contract",
  "Reading",
  "Ticket",
  "Member",
  "Shipment",
  "Machine",
  "Recipe",
  "Inspection",
  "Payment",
  "Supplier",
];
const QUALITIES = [
  "planned",
  "actual",
  "first",
  "last",
  "billing",
  "internal",
  "external",
  "preferred",
  "previous",
  "estimated",
  "confirmed",
];
const FIELDS = [
  "amount",
  "address",
  "category",
  "contact",
  "currency",
  "date",
  "height",
  "language",
  "location",
  "number",
  "owner",
  "priority",
  "quantity",
  "rating",
  "region",
  "status",
  "weight",
];
const REMARKS = [
  "It is kept as it was entered and is never translated.",
  "Empty while the clerk has not looked at it.",
  "Older records may lack it, because it was added later.",
  "It follows the calendar of the place and not that of the caller.",
  "Changing it needs the right to edit.",
  "Use it to sort and to filter the list.",
  "The value is rounded to what the scales can tell.",
];

const at = (list: readonly string[], index: number): string => list[index % list.length] as string;
const upper = (word: string): string => word.charAt(0).toUpperCase() + word.slice(1);

/** A kind of thing that the made-up service keeps, such as a harbour booking. */
export interface Resource {
  /** `HarbourBooking`, unique. */
  readonly id: string;
  /** `harbour booking`, for sentences. */
  readonly words: string;
  /** `harbour-bookings`, for paths. */
  readonly path: string;
}

export function resource(index: number): Resource {
  const area = at(AREAS, index);
  const noun = at(NOUNS, index + Math.floor(index / (AREAS.length * NOUNS.length)));
  const round = Math.floor(index / (AREAS.length * NOUNS.length));
  const suffix = round ? String(round + 1) : "";
  const path = `${area.toLowerCase()}-${noun.toLowerCase()}s${suffix && `-${suffix}`}`;
  return {
    id: `${area}${noun}${suffix}`,
    words: `${area.toLowerCase()} ${noun.toLowerCase()}${suffix && ` ${suffix}`}`,
    path,
  };
}

export type FieldType = "string" | "integer" | "number" | "boolean" | "date-time" | "enum" | "list";

/** One property of a record; the names of the first few thousand are unique within a record. */
export interface Field {
  readonly name: string;
  readonly title: string;
  readonly description: string;
  readonly type: FieldType;
}

const TYPES: readonly FieldType[] = [
  "string",
  "string",
  "integer",
  "date-time",
  "boolean",
  "string",
  "enum",
  "number",
  "list",
];

export function field(index: number, owner: Resource): Field {
  const quality = at(QUALITIES, index);
  const word = at(FIELDS, index);
  const round = Math.floor(index / (QUALITIES.length * FIELDS.length));
  const suffix = round ? String(round + 1) : "";
  return {
    name: `${quality}${upper(word)}${suffix}`,
    title: `${upper(quality)} ${word}${suffix && ` ${suffix}`}`,
    description: `The ${quality} ${word} of the ${owner.words}. ${at(REMARKS, index)}`,
    type: at(TYPES, index) as FieldType,
  };
}

/** Values of an enumeration. */
export const LEVELS = ["low", "normal", "high"];
export { upper };
