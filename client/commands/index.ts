/** All commands; adding one means adding a line here. */
import type { Command } from "../shell/ports.ts";
import addRegistry from "./add-registry.ts";
import approveRequest from "./approve-request.ts";
import check from "./check.ts";
import chooseConnector from "./choose-connector.ts";
import chooseRegistry from "./choose-registry.ts";
import compare from "./compare.ts";
import compareRequest from "./compare-request.ts";
import copyReference from "./copy-reference.ts";
import copyToWorkspace from "./copy-to-workspace.ts";
import deleteDraft from "./delete-draft.ts";
import deprecate from "./deprecate.ts";
import explainLog from "./explain-log.ts";
import filterCatalogue from "./filter-catalogue.ts";
import fixFinding from "./fix-finding.ts";
import newConnector from "./new-connector.ts";
import openDraft from "./open-draft.ts";
import openPlace from "./open-place.ts";
import openReadOnly from "./open-read-only.ts";
import openRequestFile from "./open-request-file.ts";
import promote from "./promote.ts";
import publish from "./publish.ts";
import publishUpdate from "./publish-update.ts";
import refresh from "./refresh.ts";
import rejectRequest from "./reject-request.ts";
import republish from "./republish.ts";
import requestPromotion from "./request-promotion.ts";
import saveDraft from "./save-draft.ts";
import showChanges from "./show-changes.ts";
import showVersion from "./show-version.ts";
import signIn from "./sign-in.ts";
import signOut from "./sign-out.ts";
import startLocalRegistry from "./start-local-registry.ts";
import submitForReview from "./submit-for-review.ts";
import undeprecate from "./undeprecate.ts";
import unpublish from "./unpublish.ts";
import waive from "./waive.ts";
import withdrawRequest from "./withdraw-request.ts";

export const commands: readonly Command[] = [
  check,
  publish,
  publishUpdate,
  submitForReview,
  deprecate,
  undeprecate,
  unpublish,
  republish,
  promote,
  requestPromotion,
  approveRequest,
  rejectRequest,
  withdrawRequest,
  openRequestFile,
  compareRequest,
  saveDraft,
  openDraft,
  deleteDraft,
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
