/** What connectors can send and read. */
export const SUPPORTED_TYPES: readonly string[] = [
  "application/json",
  "text/plain",
  "multipart/form-data",
  "application/x-www-form-urlencoded",
];

const MEDIA_TYPE = /^[a-z0-9!#$&^_.+*-]+\/[a-z0-9!#$&^_.+*-]+$/;

/** A media type without its parameters. */
export function bareType(type: string): string {
  return type.replace(/;.*$/, "").trim().toLowerCase();
}

/** Whether a text is written as a media type is. */
export function isMediaType(type: string): boolean {
  return MEDIA_TYPE.test(bareType(type));
}
