/** All commands; adding one means adding a line here. */
import type { Command } from "../shell/ports.ts";
import addRegistry from "./add-registry.ts";
import check from "./check.ts";
import chooseConnector from "./choose-connector.ts";
import chooseRegistry from "./choose-registry.ts";
import compare from "./compare.ts";
import copyReference from "./copy-reference.ts";
import copyToWorkspace from "./copy-to-workspace.ts";
import deprecate from "./deprecate.ts";
import explainLog from "./explain-log.ts";
import filterCatalogue from "./filter-catalogue.ts";
import fixFinding from "./fix-finding.ts";
import newConnector from "./new-connector.ts";
import openPlace from "./open-place.ts";
import openReadOnly from "./open-read-only.ts";
import promote from "./promote.ts";
import publish from "./publish.ts";
import publishUpdate from "./publish-update.ts";
import refresh from "./refresh.ts";
import showChanges from "./show-changes.ts";
import showVersion from "./show-version.ts";
import signIn from "./sign-in.ts";
import signOut from "./sign-out.ts";
import startLocalRegistry from "./start-local-registry.ts";
import unpublish from "./unpublish.ts";
import waive from "./waive.ts";

export const commands: readonly Command[] = [
  check,
  publish,
  publishUpdate,
  deprecate,
  unpublish,
  promote,
  newConnector,
  chooseConnector,
  showChanges,
  openReadOnly,
  copyToWorkspace,
  compare,
  copyReference,
  showVersion,
  openPlace,
  fixFinding,
  waive,
  explainLog,
  filterCatalogue,
  refresh,
  startLocalRegistry,
  addRegistry,
  chooseRegistry,
  signIn,
  signOut,
];
