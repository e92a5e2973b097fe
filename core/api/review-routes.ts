/** The routes of requests for review and of drafts. */
import type {
  Draft,
  DraftInfo,
  DraftQuery,
  DraftRequest,
  DraftSummary,
  ReviewDecision,
  ReviewDetail,
  ReviewInfo,
  ReviewQuery,
  ReviewRequest,
} from "./review-types.ts";
import { type ConnectorParams, connectorPath, type None, type Route } from "./route.ts";
import type { Page, PageQuery, VersionContent } from "./types.ts";

interface ReviewParams {
  id: string;
}

export interface ReviewOperations {
  createReview: { params: ConnectorParams; query: None; body: ReviewRequest; result: ReviewDetail };
  listConnectorReviews: { params: ConnectorParams; query: ReviewQuery; body: undefined; result: Page<ReviewInfo> };
  listReviews: { params: None; query: ReviewQuery; body: undefined; result: Page<ReviewInfo> };
  getReview: { params: ReviewParams; query: None; body: undefined; result: ReviewDetail };
  getReviewContent: { params: ReviewParams; query: None; body: undefined; result: VersionContent };
  putReviewDecision: { params: ReviewParams; query: None; body: ReviewDecision; result: ReviewInfo };
  deleteReview: { params: ReviewParams; query: None; body: undefined; result: ReviewInfo };
  listDrafts: { params: None; query: PageQuery; body: undefined; result: Page<DraftSummary> };
  getDraft: { params: ConnectorParams; query: DraftQuery; body: undefined; result: Draft };
  putDraft: { params: ConnectorParams; query: None; body: DraftRequest; result: DraftInfo };
  deleteDraft: { params: ConnectorParams; query: None; body: undefined; result: undefined };
}

const review = "/api/v1/reviews/{id}";
const draft = `${connectorPath}/draft`;
const read = { access: "read_review", permissions: ["read_review"], statuses: [200], problems: [] } as const;

export const reviewRoutes: { readonly [Name in keyof ReviewOperations]: Route } = {
  createReview: {
    method: "POST",
    path: `${connectorPath}/reviews`,
    summary:
      "Asks for a publication or a promotion that somebody else decides, after checklist and verdict. The same request again answers with the one that waits.",
    access: "request",
    permissions: ["request_enterprise", "request_global", "request_promotion"],
    body: "ReviewRequest",
    result: "ReviewDetail",
    statuses: [201, 200],
    problems: [
      "review-pending",
      "version-exists",
      "invalid-state",
      "name-taken",
      "validation-failed",
      "semver-gate",
      "guide-incomplete",
      "no-change",
    ],
  },
  listConnectorReviews: {
    method: "GET",
    path: `${connectorPath}/reviews`,
    summary: "Requests for one connector, newest first.",
    ...read,
    query: "reviews",
    result: "ReviewPage",
  },
  listReviews: {
    method: "GET",
    path: "/api/v1/reviews",
    summary: "Requests that the token may see, newest first: what waits, what it may decide, what it has asked for.",
    ...read,
    query: "reviews",
    result: "ReviewPage",
  },
  getReview: {
    method: "GET",
    path: review,
    summary: "One request, with changes and findings as they were when it was submitted.",
    ...read,
    result: "ReviewDetail",
  },
  getReviewContent: {
    method: "GET",
    path: `${review}/content`,
    summary: "The files that a request is about.",
    ...read,
    result: "VersionContent",
  },
  putReviewDecision: {
    method: "PUT",
    path: `${review}/decision`,
    summary:
      "Approves a request, which publishes or promotes at once, after checklist and verdict have run again; or rejects it, with a reason.",
    access: "decide",
    permissions: ["decide_enterprise", "decide_global"],
    ifMatch: "request",
    body: "ReviewDecision",
    result: "ReviewInfo",
    statuses: [200],
    problems: [
      "version-exists",
      "invalid-state",
      "name-taken",
      "validation-failed",
      "semver-gate",
      "guide-incomplete",
      "no-change",
    ],
  },
  deleteReview: {
    method: "DELETE",
    path: review,
    summary: "Takes a request back. It stays in the lists as withdrawn.",
    access: "withdraw",
    permissions: ["withdraw"],
    ifMatch: "request",
    result: "ReviewInfo",
    statuses: [200],
    problems: ["invalid-state"],
  },
  listDrafts: {
    method: "GET",
    path: "/api/v1/drafts",
    summary: "One's own working copies, the one that was written last first.",
    access: "token",
    query: "page",
    result: "DraftPage",
    statuses: [200],
    problems: [],
  },
  getDraft: {
    method: "GET",
    path: draft,
    summary: "A working copy that its author keeps here, with what checklist and comparison say of it now.",
    access: "read",
    permissions: ["read_draft"],
    query: "draft",
    result: "Draft",
    // What is said of a draft changes with rules and versions, so its ETag does not vouch for the answer.
    statuses: [200],
    problems: [],
  },
  putDraft: {
    method: "PUT",
    path: draft,
    summary: "Keeps a working copy, finished or not, and answers with the findings.",
    access: "write_draft",
    permissions: ["write_draft"],
    ifMatch: "draft",
    body: "DraftRequest",
    result: "DraftInfo",
    statuses: [201, 200],
    problems: [],
  },
  deleteDraft: {
    method: "DELETE",
    path: draft,
    summary: "Forgets one's own working copy.",
    access: "write_draft",
    permissions: ["write_draft"],
    ifMatch: "draft",
    statuses: [204],
    problems: [],
  },
};
