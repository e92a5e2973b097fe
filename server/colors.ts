import type { Color } from "vscode-languageserver-types";
import { Item } from "../core/syntax/item.ts";
import type { SourceFile } from "../core/syntax/source.ts";

/** Where a file gives the colour of its connector. */
export function brandColors(file: SourceFile): Item[] {
  const item = Item.root(file).path("properties", "iconBrandColor");
  return item.isString ? [item] : [];
}

/** `#rrggbb` as parts between 0 and 1. */
export function parseColor(text: string): Color | undefined {
  const digits = /^#([0-9a-f]{6})$/i.exec(text)?.[1];
  if (!digits) return undefined;
  const part = (at: number): number => Number.parseInt(digits.slice(at, at + 2), 16) / 255;
  return { red: part(0), green: part(2), blue: part(4), alpha: 1 };
}

export function printColor({ red, green, blue }: Color): string {
  return `#${[red, green, blue]
    .map((part) =>
      Math.round(part * 255)
        .toString(16)
        .padStart(2, "0"),
    )
    .join("")}`;
}
