import type { Connector } from "../model/connector.ts";
import type { Project } from "./project.ts";
import type { Profile } from "./types.ts";

/** Something that certification asks for and no file can show. */
export interface Attestation {
  readonly id: string;
  /** What is expected, as a sentence. */
  readonly title: string;
  readonly todo: string;
  /** Who knows: a person, who attests it, or a service that is asked on the way. */
  readonly by: "person" | "service";
  /** Profiles in which it is asked for; both of those that are submitted when absent. */
  readonly profiles?: readonly Profile[];
}

/** In the order in which they come up. */
export const attestations: readonly Attestation[] = [
  {
    id: "pr-not-existing",
    title: "The connector does not exist yet.",
    todo: "Look for it among the connectors and open pull requests; where there is one, add to it instead.",
    by: "person",
    profiles: ["independent"],
  },
  {
    id: "title-unique",
    title: "No other connector has the title.",
    todo: "Look for the title in the catalogue; the solution checker refuses one that is taken.",
    by: "service",
  },
  {
    id: "title-product-name",
    title: "The title is the name of the product or of its company.",
    todo: "Write the name as its owner writes it.",
    by: "person",
  },
  {
    id: "desc-spelling",
    title: "All texts are free of slips.",
    todo: "Read summaries and descriptions once more, or have a spell checker do it; reviewers ask for every slip.",
    by: "person",
  },
  {
    id: "ap-oauth-redirect-url-registered",
    title: "The redirect address is registered with the app of the sign-in.",
    todo: "Enter the redirect address of the connector where the app was registered.",
    by: "person",
  },
  {
    id: "pr-tests-10-calls",
    title: "Every operation was called ten times with success.",
    todo: "Call each operation from a flow or from the test page, and keep the log.",
    by: "person",
  },
  {
    id: "package-paconn-validate",
    title: "The connectors command line finds nothing.",
    todo: "Run paconn validate; it signs in and asks the service.",
    by: "service",
  },
  {
    id: "package-solution-checker",
    title: "The solution checker finds nothing.",
    todo: "Run pac solution check on the exported solution.",
    by: "service",
    profiles: ["certified"],
  },
  {
    id: "icon-unique",
    title: "No other connector has the icon.",
    todo: "Use the logo of the product, and none that is shared with other products.",
    by: "person",
    profiles: ["certified"],
  },
  {
    id: "pr-screenshots",
    title: "The pull request shows three operations that worked in flows.",
    todo: "Add screenshots of three different operations in successful runs, and of the page on which operations are tested.",
    by: "person",
    profiles: ["independent"],
  },
  {
    id: "pr-same-pr",
    title: "The files come in the pull request of the proposal.",
    todo: "Push the files to the branch of the proposal instead of opening another pull request.",
    by: "person",
    profiles: ["independent"],
  },
  {
    id: "pr-cla",
    title: "The contributor licence agreement is signed.",
    todo: "Follow the link of the bot in the pull request.",
    by: "service",
  },
  {
    id: "deprecation-notice-30-days",
    title: "What is removed was announced at least 30 days before.",
    todo: "Deprecate it first, with a date; a registry sees to the 30 days.",
    by: "service",
  },
  {
    id: "operation-production-criteria",
    title: "Operations in production have answered well for three weeks.",
    todo: "Look at the figures of the service before the status becomes Production.",
    by: "service",
  },
  {
    id: "connector-ga-criteria",
    title: "The service behind a connector in production is in production itself.",
    todo: "Have the figures of its availability and use at hand; certification asks for them.",
    by: "person",
    profiles: ["certified"],
  },
];

/** An attestation that a connector needs, and what the settings say of it. */
export interface Attested extends Attestation {
  /** Who attested it, and on which day; empty while nobody has. */
  readonly attestedBy: string;
  readonly on: string;
}

/** What a connector needs besides its files; nothing where it is not submitted. */
export function attestationsOf({ family }: Connector, profile: Profile, { attested }: Project): readonly Attested[] {
  if (family !== "powerplatform" || profile === "custom") return [];
  return attestations
    .filter(({ profiles }) => !profiles || profiles.includes(profile))
    .map((each) => {
      const given = attested.get(each.id);
      return { ...each, attestedBy: given?.by ?? "", on: given?.on ?? "" };
    });
}
