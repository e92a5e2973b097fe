/** Words of an identifier in any of the usual spellings: `customerId`, `customer_id`, `Customer-Id`, `$top`. */
function words(name: string): string[] {
  return name
    .replace(/([a-z0-9])([A-Z])/g, "$1 $2")
    .replace(/([A-Z]+)([A-Z][a-z])/g, "$1 $2")
    .split(/[^A-Za-z0-9]+/)
    .filter(Boolean);
}

/** A label in title case: `customerId` → `Customer Id`. */
export function titleFromName(name: string): string {
  return (
    words(name)
      .map((word) => word[0]?.toUpperCase() + word.slice(1))
      .join(" ") || name
  );
}

/** A label in sentence case: `ListOpenItems` → `List open items`. */
export function sentenceFromName(name: string): string {
  const text = words(name)
    .map((word) => (/^[A-Z0-9]+$/.test(word) && word.length > 1 ? word : word.toLowerCase()))
    .join(" ");
  return text ? text[0]?.toUpperCase() + text.slice(1) : name;
}
