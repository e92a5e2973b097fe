/** The handler of each route; a route without one does not compile. */
import type { RouteName } from "../../core/api/routes.ts";
import type { Handler } from "../context.ts";
import { handle as createPromotion } from "./create-promotion.ts";
import { handle as createReview } from "./create-review.ts";
import { handle as createToken } from "./create-token.ts";
import { handle as createUsageReport } from "./create-usage-report.ts";
import { handle as deleteDeprecation } from "./delete-deprecation.ts";
import { handle as deleteDraft } from "./delete-draft.ts";
import { handle as deleteReview } from "./delete-review.ts";
import { handle as deleteToken } from "./delete-token.ts";
import { handle as getConnector } from "./get-connector.ts";
import { handle as getContent } from "./get-content.ts";
import { handle as getDraft } from "./get-draft.ts";
import { handle as getHealth } from "./get-health.ts";
import { handle as getMeta } from "./get-meta.ts";
import { handle as getOpenApi } from "./get-open-api.ts";
import { handle as getReadiness } from "./get-readiness.ts";
import { handle as getReview } from "./get-review.ts";
import { handle as getReviewContent } from "./get-review-content.ts";
import { handle as getUsage } from "./get-usage.ts";
import { handle as getVerdict } from "./get-verdict.ts";
import { handle as getVersion } from "./get-version.ts";
import { handle as getWhoami } from "./get-whoami.ts";
import { handle as listAudit } from "./list-audit.ts";
import { handle as listConnectorReviews } from "./list-connector-reviews.ts";
import { handle as listConnectors } from "./list-connectors.ts";
import { handle as listReviews } from "./list-reviews.ts";
import { handle as listTokens } from "./list-tokens.ts";
import { handle as listVersions } from "./list-versions.ts";
import { handle as putDeprecation } from "./put-deprecation.ts";
import { handle as putDraft } from "./put-draft.ts";
import { handle as putPublication } from "./put-publication.ts";
import { handle as putReviewDecision } from "./put-review-decision.ts";
import { handle as putVersion } from "./put-version.ts";

export const handlers: { readonly [Name in RouteName]: Handler<Name> } = {
  createPromotion,
  createReview,
  createToken,
  createUsageReport,
  deleteDeprecation,
  deleteDraft,
  deleteReview,
  deleteToken,
  getConnector,
  getContent,
  getDraft,
  getHealth,
  getMeta,
  getOpenApi,
  getReadiness,
  getReview,
  getReviewContent,
  getUsage,
  getVerdict,
  getVersion,
  getWhoami,
  listAudit,
  listConnectorReviews,
  listConnectors,
  listReviews,
  listTokens,
  listVersions,
  putDeprecation,
  putDraft,
  putPublication,
  putReviewDecision,
  putVersion,
};
