/** The canonical data model, as data: domains with the fields that are known of them. */

export interface CdmField {
  readonly type: "String" | "Number" | "Integer" | "Boolean" | "DateTime" | "Array";
  readonly required: boolean;
  readonly pii: "None" | "PII" | "Sensitive PII";
}
export interface CdmDomain {
  readonly name: string;
  readonly category: string;
  /** Whether every field is known; in an incomplete domain an unknown field is no mistake. */
  readonly complete: boolean;
  readonly fields: Readonly<Record<string, CdmField>>;
}

const text: CdmField = { type: "String", required: false, pii: "None" };
const personal: CdmField = { type: "String", required: false, pii: "PII" };
const number: CdmField = { type: "Number", required: false, pii: "None" };
const key: CdmField = { type: "String", required: true, pii: "None" };
const moment: CdmField = { type: "DateTime", required: false, pii: "None" };

const known: Readonly<Record<string, Readonly<Record<string, CdmField>>>> = {
  Vehicle: {
    vin: key,
    make: text,
    model: text,
    year: { type: "Integer", required: false, pii: "None" },
    trim: text,
    body_class: text,
    engine_type: text,
    fuel_type: text,
    transmission: text,
    exterior_colour: text,
    interior_colour: text,
    mileage_km: number,
    status: text,
    stock_number: text,
    first_registration_date: moment,
    list_price: number,
    currency: text,
  },
  Customer: {
    customer_id: key,
    customer_name: personal,
    first_name: personal,
    last_name: personal,
    email: personal,
    phone: personal,
    address_line_1: personal,
    city: personal,
    state_province: personal,
    postal_code: personal,
    country: text,
    customer_type: text,
    created_date: moment,
  },
};

const categories: Readonly<Record<string, readonly string[]>> = {
  "Core Business": ["Vehicle", "Customer", "Order", "Workshop Job", "Part", "Lead"],
  Operational: ["Vehicle Inspection", "Appointment", "Shipment", "Location", "Parking Event", "Vehicle Location"],
  Financial: ["Deal", "Finance Agreement", "Payroll Run", "Employee"],
  "Recycling & End-of-Life": [
    "EOL Vehicle",
    "Auction Transaction",
    "Title Record",
    "Recycler Part",
    "Depollution Record",
    "Compliance Check",
  ],
};

/** Every domain by its name. No list of fields is known to be complete. */
export const cdm: ReadonlyMap<string, CdmDomain> = new Map(
  Object.entries(categories).flatMap(([category, names]) =>
    names.map((name) => [name, { name, category, complete: false, fields: known[name] ?? {} }] as const),
  ),
);
