/** Real connectors of many sizes and habits; they lie outside the repository and are put into the workspace where they are there. */
import fs from "node:fs";
import path from "node:path";

const root = path.resolve(import.meta.dirname, "../..");
const corpus = path.resolve(root, "../shared/corpus/dev");

const names = [
  "VIES",
  "Calendly",
  "Planner",
  "Scrive eSign",
  "DocuSign",
  "Airmeet",
  "Asite",
  "HubSpot CRM",
  "SignNow",
  "CardsForPowerApps",
  "PDF4me Connect",
  "Encodian",
];

/** Copies the connectors into `heroes/` of the workspace; gives the names of those that were found. */
export function copyHeroes(workspace: string, say: (text: string) => void): string[] {
  if (!fs.existsSync(corpus)) {
    say("The corpus of real connectors is not beside the repository; only our own examples are opened.");
    return [];
  }
  const places = fs
    .readdirSync(corpus, { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map((entry) => path.join(corpus, entry.name));
  return names.filter((name) => {
    const from = places.map((place) => path.join(place, name)).find((place) => fs.existsSync(place));
    if (!from) {
      say(`The corpus has no ${name}; it is passed over.`);
      return false;
    }
    fs.cpSync(from, path.join(workspace, "heroes", name), { recursive: true });
    return true;
  });
}
