/** Requests, policies and working copies of a registry, as commands and views see them; see registry.ts. */
import type { RegistryClient as Api } from "../../core/api/client.ts";
import type { ReviewState } from "../../core/api/review-types.ts";
import type { PublishBody, RegistryClient, ReviewInfo } from "./ports.ts";

type RequestMethods = Pick<
  RegistryClient,
  "policy" | "submit" | "requestPromotion" | "requests" | "request" | "requestFiles" | "decide" | "withdraw"
>;
type DraftMethods = Pick<RegistryClient, "drafts" | "draftFiles" | "saveDraft" | "deleteDraft">;

/** What a publication and a request for one have in common on the wire. */
export function publishRequest({ first, scope, files, notes, guide }: PublishBody) {
  return {
    files: [...files],
    ...(first ? { scope } : {}),
    ...(notes ? { notes } : {}),
    ...(guide ? { migration_guide: guide } : {}),
  };
}

const endings: readonly ReviewState[] = ["approved", "rejected", "withdrawn"];

export function requestsOf(client: Api): RequestMethods {
  const decidedOnes = async (state: ReviewState, since: Date): Promise<ReviewInfo[]> => {
    const { items } = await client.listReviews({ state, limit: 100 });
    return items.filter(({ decided_at }) => decided_at !== null && Date.parse(decided_at) >= since.getTime());
  };
  return {
    async policy() {
      const { enterprise } = await client.whoami();
      const [own, all] = await Promise.all([client.getPolicy(enterprise), client.getPolicy()]);
      return {
        creatorsMayPublish: own.effective.creators_may_publish,
        sdkEnabled: own.effective.sdk_enabled,
        reviewRequired: { enterprise: own.effective.review_required, global: all.effective.review_required },
      };
    },
    async submit(id, body, message) {
      const { version } = body;
      await client.requestReview(id, { kind: "publication", version, ...publishRequest(body), message });
    },
    async requestPromotion(id, message) {
      await client.requestReview(id, { kind: "promotion", message });
    },
    async requests(since) {
      const [waiting, sent, ...decided] = await Promise.all([
        collect(client.allReviews({ view: "decide", limit: 100 })),
        collect(client.allReviews({ view: "mine", limit: 100 })),
        ...endings.map((state) => decidedOnes(state, since)),
      ]);
      const newestFirst = (a: ReviewInfo, b: ReviewInfo) => (b.decided_at ?? "").localeCompare(a.decided_at ?? "");
      return { waiting, sent, decided: decided.flat().sort(newestFirst) };
    },
    request: (review) => client.getReview(review),
    requestFiles: async (review) => (await client.getReviewContent(review)).files,
    async decide({ id, etag }, decision) {
      await client.decideReview(id, etag, decision);
    },
    async withdraw({ id, etag }) {
      await client.withdrawReview(id, etag);
    },
  };
}

export function draftsOf(client: Api): DraftMethods {
  return {
    drafts: () => collect(client.allDrafts()),
    draftFiles: async (id) => (await client.getDraft(id)).content,
    async saveDraft(id, files, etag) {
      await client.putDraft(id, { files: [...files] }, etag);
    },
    deleteDraft: ({ connector, etag }) => client.deleteDraft(connector, etag),
  };
}

/** Nobody reads more rows than this in a tree. */
const most = 500;

async function collect<T>(source: AsyncIterable<T>): Promise<T[]> {
  const all: T[] = [];
  for await (const one of source) {
    all.push(one);
    if (all.length === most) break;
  }
  return all;
}
