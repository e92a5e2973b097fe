/** All views, in the order in which they stand in the side bar. */
import catalogue from "./catalogue.ts";
import changes from "./changes.ts";
import checklist from "./checklist.ts";
import requests from "./requests.ts";
import usage from "./usage.ts";
import versions from "./versions.ts";
import type { View } from "./view.ts";

export const views: readonly View[] = [checklist, changes, versions, catalogue, requests, usage];
