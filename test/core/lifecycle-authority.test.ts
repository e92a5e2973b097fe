import { describe, expect, it } from "vitest";
import {
  type Action,
  type Actor,
  type AuthorityPolicy,
  actions,
  authority,
  may,
  type Permission,
  permissionFor,
  type Role,
  roles,
  rolesFor,
  type Subject,
} from "../../core/lifecycle/authority.ts";
import { states } from "../../core/lifecycle/states.ts";

/**
 * The whole matrix, written by hand. Each word gives the answers for one role over eight subjects, in this order:
 * mine, mine and connected, own, own and connected – first where the enterprise's policies allow building and creators' publishing,
 * then where they do not (shown only where it matters, after a slash) – and after the comma the same for a foreign connector: not
 * connected, connected. Y yes, N no, R with a reason. Of a draft, mine is what oneself wrote; of a request, what oneself asked for.
 */
const golden = `
  read_global          YYYY,YY       YYYY,YY       YYYY,YY       YYYY,YY
  read_enterprise      YYYY,NN       YYYY,NN       YYYY,NN       YYYY,YY
  read_unpublished     NYNY,NY       YYNY,NY       YYYY,NN       YYYY,YY
  read_draft           NNNN,NN       YYNN,NN       YYNN,NN       YYYY,YY
  write_draft          NNNN,NN       YYNN,NN       YYNN,NN       NNNN,NN
  validate             NNNN,NN       YYYY,YY       YYYY,YY       YYYY,YY
  publish_enterprise   NNNN,NN       YYYY/NNNN,NN  YYYY/NNNN,NN  YYYY,RR
  publish_global       NNNN,NN       NNNN,NN       NNNN,NN       YYYY,YY
  request_enterprise   NNNN,NN       YYYY/NNNN,NN  YYYY/NNNN,NN  NNNN,NN
  request_global       NNNN,NN       NNNN,NN       YYYY/NNNN,NN  NNNN,NN
  request_promotion    NNNN,NN       NNNN,NN       YYYY,NN       NNNN,NN
  promote              NNNN,NN       NNNN,NN       NNNN,NN       YYYY,YY
  read_review          NNNN,NN       YYNN,NN       YYYY,NN       YYYY,YY
  decide_enterprise    NNNN,NN       NNNN,NN       NNYY,NN       NNYY,YY
  decide_global        NNNN,NN       NNNN,NN       NNNN,NN       NNYY,YY
  withdraw             NNNN,NN       YYNN,NN       YYYY,NN       NNNN,NN
  deprecate_enterprise NNNN,NN       NNNN,NN       YYYY,NN       YYYY,YY
  deprecate_global     NNNN,NN       NNNN,NN       NNNN,NN       YYYY,YY
  unpublish_enterprise NNNN,NN       NNNN,NN       YYYY,NN       YYYY,YY
  unpublish_global     NNNN,NN       NNNN,NN       NNNN,NN       YYYY,YY
  override_unpublish   NNNN,NN       NNNN,NN       NNNN,NN       YYYY,YY
  usage_own            YYYY,YY       YYYY,YY       YYYY,YY       YYYY,YY
  usage_all            NNNN,NN       NNNN,NN       NNNN,NN       YYYY,YY
  audit                NNNN,NN       YYNN,NN       YYYY,NN       YYYY,YY
  audit_all            NNNN,NN       NNNN,NN       YYYY,NN       YYYY,YY
  read_policy          YYYY,NN       YYYY,NN       YYYY,NN       YYYY,YY
  write_policy         NNNN,NN       NNNN,NN       YYYY,NN       YYYY,YY
  write_registry_policy NNNN,NN      NNNN,NN       NNNN,NN       YYYY,YY
  read_notices         YYYY,NN       YYYY,NN       YYYY,NN       YYYY,YY
  read_subscriptions   YYYY,NN       YYYY,NN       YYYY,NN       YYYY,YY
  write_subscriptions  NNNN,NN       NNNN,NN       YYYY,NN       YYYY,YY
  tokens               NNNN,NN       NNNN,NN       YYYY,NN       YYYY,YY
`;

const table = new Map(
  golden
    .trim()
    .split("\n")
    .map((line) => {
      const [permission, ...cells] = line.trim().split(/\s+/);
      return [permission as Permission, cells] as const;
    }),
);

const letters = { yes: "Y", no: "N", with_reason: "R" } as const;
const open: AuthorityPolicy = { creatorsMayPublish: true, sdkEnabled: true };
const closed: AuthorityPolicy = { creatorsMayPublish: false, sdkEnabled: false };

/** Which row of the golden table an action on a subject has to follow, by hand. */
function goldenRow(action: Action, scope: "enterprise" | "global", state: string): Permission {
  if (action === "read" && state === "draft") return "read_draft";
  if (action === "read" && state === "unpublished") return "read_unpublished";
  const scoped = ["read", "publish", "request", "decide", "deprecate", "unpublish"].includes(action);
  return (scoped ? `${action}_${scope}` : action) as Permission;
}

function goldenAnswer(row: Permission, role: Role, subject: Subject, mine: boolean, policy: AuthorityPolicy): string {
  const [own = "", foreign = ""] = table.get(row)![roles.indexOf(role)]!.split(",");
  const connected = subject.connected ? 1 : 0;
  if (subject.enterprise !== "acme") return foreign[connected]!;
  const [allowed = "", refused = allowed] = own.split("/");
  return (policy.sdkEnabled ? allowed : refused)[(mine ? 0 : 2) + connected]!;
}

describe("authority", () => {
  it("has a golden row for every permission, and no other", () => {
    expect([...table.keys()].sort()).toEqual(Object.keys(authority).sort());
    for (const cells of table.values()) expect(cells).toHaveLength(roles.length);
  });

  it("agrees with the golden table in every cell", () => {
    let cells = 0;
    for (const role of roles)
      for (const action of actions)
        for (const scope of ["enterprise", "global"] as const)
          for (const state of states)
            for (const enterprise of ["acme", "other"])
              for (const createdBy of ["ann", "bob"])
                for (const connected of [false, true])
                  for (const policy of [open, closed]) {
                    const actor: Actor = { principal: "ann", enterprise: "acme", roles: [role] };
                    const subject: Subject = { enterprise, createdBy, scope, state, connected };
                    const row = goldenRow(action, scope, state);
                    expect(permissionFor(action, subject)).toBe(row);
                    expect(
                      letters[may(actor, action, subject, policy)],
                      `${role} ${action} ${JSON.stringify(subject)} ${JSON.stringify(policy)}`,
                    ).toBe(goldenAnswer(row, role, subject, createdBy === "ann", policy));
                    cells++;
                  }
    expect(cells).toBe(4 * actions.length * 2 * 4 * 2 * 2 * 2 * 2);
  });

  it("lets creators publish only where the policy says so", () => {
    const creator: Actor = { principal: "ann", enterprise: "acme", roles: ["creator"] };
    const subject: Subject = { enterprise: "acme", createdBy: "ann", scope: "enterprise", state: "published" };
    expect(may(creator, "publish", subject)).toBe("no");
    expect(may(creator, "publish", subject, { creatorsMayPublish: true, sdkEnabled: true })).toBe("yes");
    expect(may(creator, "publish", subject, { creatorsMayPublish: true, sdkEnabled: false })).toBe("yes");
  });

  it("adds roles up: the most permissive one counts", () => {
    const subject: Subject = { enterprise: "other", scope: "enterprise", state: "published" };
    const both: Actor = { principal: "ann", enterprise: "other", roles: ["enterprise_admin", "platform_admin"] };
    expect(may({ ...both, enterprise: "acme" }, "publish", subject)).toBe("with_reason");
    expect(may(both, "publish", subject)).toBe("yes");
    expect(may({ ...both, roles: [] }, "read", subject)).toBe("no");
    expect(may({ ...both, roles: ["viewer", "creator"] }, "validate", subject)).toBe("yes");
  });

  it("names the roles that can hold a permission", () => {
    expect(rolesFor("publish_global")).toEqual(["platform_admin"]);
    expect(rolesFor("read_global")).toEqual(["viewer", "creator", "enterprise_admin", "platform_admin"]);
  });
});
