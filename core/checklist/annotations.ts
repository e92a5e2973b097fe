export const ANNOTATION = "x-ms-api-annotation";
