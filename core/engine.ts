/**
 * The one entrance that editor, command line and registry share: text of a connector in, findings and verdict out.
 * Everything behind it is pure; `today` is given.
 */
export { checkConnector } from "./checklist/check.ts";
export type { Connector } from "./model/connector.ts";
export { readConnector } from "./model/read.ts";
export { compareConnectors } from "./versioning/compare.ts";
export type { Bump, Verdict } from "./versioning/types.ts";
