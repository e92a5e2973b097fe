/** The style sheet of the pages. Its address changes with its text, so that browsers may keep it. */
import { sha256 } from "../hash.ts";

export const style = `
:root {
  color-scheme: light dark;
  --ground: #ffffff; --raised: #f5f6f8; --line: #c9ced6; --text: #1b2027; --soft: #545d6a;
  --accent: #0b5cad; --on-accent: #ffffff; --bar: #2f7dd1;
  --bad: #a3211b; --bad-ground: #fdecea; --good: #17652f; --good-ground: #e6f4ea; --mild: #7a4d00; --mild-ground: #fff4de;
}
@media (prefers-color-scheme: dark) {
  :root {
    --ground: #14171c; --raised: #1d2229; --line: #3b434f; --text: #e6e9ee; --soft: #a5afbd;
    --accent: #7db7f5; --on-accent: #0c1420; --bar: #5b9fe6;
    --bad: #ff9d94; --bad-ground: #3a1d1b; --good: #86d39b; --good-ground: #17301f; --mild: #f0c06a; --mild-ground: #352a12;
  }
}
* { box-sizing: border-box; }
body { margin: 0; background: var(--ground); color: var(--text); font: 16px/1.5 system-ui, "Segoe UI", Roboto, "Noto Sans", sans-serif; }
main, footer, .top { max-width: 72rem; margin: 0 auto; padding: 0 1.25rem; }
main { padding-bottom: 3rem; }
main:focus { outline: none; }
a { color: var(--accent); }
:focus-visible { outline: 3px solid var(--accent); outline-offset: 2px; border-radius: 3px; }
.skip { position: absolute; left: -999rem; }
.skip:focus { left: 1rem; top: .5rem; padding: .5rem 1rem; background: var(--ground); border: 1px solid var(--line); z-index: 1; }
.top { display: flex; flex-wrap: wrap; align-items: baseline; gap: .25rem .75rem; padding-top: .8rem; padding-bottom: .8rem; border-bottom: 1px solid var(--line); }
.brand { font-weight: 700; font-size: 1.15rem; color: var(--text); text-decoration: none; }
.tagline { color: var(--soft); }
.top nav { margin-left: auto; }
.top form { display: flex; flex-wrap: wrap; gap: .25rem .75rem; align-items: center; }
footer { border-top: 1px solid var(--line); color: var(--soft); font-size: .9rem; }
h1 { font-size: 1.7rem; line-height: 1.25; margin: 1.2rem 0 .6rem; overflow-wrap: anywhere; }
h2 { font-size: 1.25rem; margin: 1.8rem 0 .6rem; }
h3 { font-size: 1.05rem; margin: 1.1rem 0 .3rem; overflow-wrap: anywhere; }
code { font: .92em ui-monospace, "Cascadia Mono", Menlo, Consolas, monospace; overflow-wrap: anywhere; }
.crumbs { display: flex; flex-wrap: wrap; gap: .25rem; list-style: none; margin: 1rem 0 0; padding: 0; font-size: .92rem; }
.crumbs li + li::before { content: "›"; color: var(--soft); margin-right: .25rem; }
.hint { color: var(--soft); font-size: .92rem; margin: .35rem 0; }
.row { display: flex; flex-wrap: wrap; gap: .75rem; align-items: end; margin: .5rem 0; }
.field { display: flex; flex-direction: column; gap: .2rem; min-width: 10rem; max-width: 100%; }
.field.wide { flex: 1 1 20rem; }
label { font-size: .92rem; font-weight: 600; }
input, select, button { font: inherit; color: inherit; min-height: 2.5rem; padding: .35rem .7rem; border: 1px solid var(--soft); border-radius: 6px; background: var(--ground); max-width: 100%; }
button { background: var(--accent); color: var(--on-accent); border-color: var(--accent); font-weight: 600; cursor: pointer; }
button.quiet { background: transparent; color: var(--accent); min-height: 2rem; padding: .1rem .7rem; }
.search { background: var(--raised); border: 1px solid var(--line); border-radius: 10px; padding: .8rem 1rem; }
.sign-in { max-width: 32rem; }
.sign-in button { margin-top: .6rem; }
summary { cursor: pointer; color: var(--accent); padding: .2rem 0; width: fit-content; }
.results { list-style: none; margin: 0; padding: 0; }
.results li { border-top: 1px solid var(--line); padding: .7rem 0; }
.results h3 { margin: 0; }
.facts { display: flex; flex-wrap: wrap; align-items: baseline; gap: .1rem 1rem; margin: .15rem 0; color: var(--soft); font-size: .92rem; }
.summary { margin: .25rem 0 0; display: -webkit-box; -webkit-box-orient: vertical; -webkit-line-clamp: 3; overflow: hidden; overflow-wrap: anywhere; }
.text { white-space: pre-wrap; overflow-wrap: anywhere; max-width: 48rem; margin: .5rem 0; }
section > .text { border-left: 3px solid var(--line); padding-left: 1rem; }
.warning { color: var(--bad); margin: .25rem 0 0; }
.sign-in ~ .warning, .warning[role] { background: var(--bad-ground); padding: .6rem 1rem; border-radius: 6px; max-width: 48rem; }
.notice { background: var(--mild-ground); border-left: 4px solid var(--mild); border-radius: 6px; padding: .2rem 1.1rem .8rem; margin: 1rem 0; }
.notice h2 { margin: .6rem 0 .3rem; color: var(--mild); }
dl { margin: .6rem 0; }
dt { color: var(--soft); font-size: .88rem; }
dd { margin: 0; overflow-wrap: anywhere; }
.notice dl, .facts-list, .numbers { display: grid; grid-template-columns: repeat(auto-fill, minmax(min(12rem, 45%), 1fr)); gap: .6rem 1.2rem; }
.facts-list { background: var(--raised); border: 1px solid var(--line); border-radius: 10px; padding: .8rem 1rem; }
.numbers { grid-template-columns: repeat(auto-fill, minmax(9rem, 1fr)); }
.numbers dd { font-size: 1.5rem; font-weight: 650; font-variant-numeric: tabular-nums; }
.badge { display: inline-block; font-size: .8rem; font-weight: 600; line-height: 1.3; padding: .15rem .55rem; border-radius: 1rem; background: var(--raised); color: var(--soft); border: 1px solid currentColor; vertical-align: middle; white-space: nowrap; }
.badge.published, .badge.minor { color: var(--good); background: var(--good-ground); }
.badge.deprecated, .badge.patch { color: var(--mild); background: var(--mild-ground); }
.badge.unpublished, .badge.major { color: var(--bad); background: var(--bad-ground); }
.scroll { overflow-x: auto; }
table { border-collapse: collapse; width: 100%; margin: .4rem 0 1rem; }
caption { text-align: left; color: var(--soft); font-size: .92rem; padding: .3rem 0; }
th, td { text-align: left; vertical-align: top; padding: .45rem .8rem .45rem 0; border-top: 1px solid var(--line); }
thead th { color: var(--soft); font-size: .88rem; border-top: 0; white-space: nowrap; }
tbody th { font-weight: 600; }
td.number, th.number { text-align: right; font-variant-numeric: tabular-nums; }
td.notes { min-width: 14rem; overflow-wrap: anywhere; }
.digest { font-size: .8rem; word-break: break-all; }
.names { columns: 16rem; }
.group ul { list-style: none; margin: .3rem 0; padding: 0; }
.group li { border-left: 4px solid var(--line); padding: .25rem 0 .25rem .8rem; margin: .35rem 0; }
.group li.major { border-color: var(--bad); }
.group li.minor { border-color: var(--good); }
.group li.patch { border-color: var(--mild); }
.step { font-size: .82rem; font-weight: 650; color: var(--soft); margin-right: .35rem; }
.also, .place { display: block; color: var(--soft); font-size: .88rem; overflow-wrap: anywhere; }
.place span + span { margin-left: 1rem; }
figure { margin: 1rem 0; }
.chart { display: block; width: 100%; height: 9rem; }
.chart rect { fill: var(--bar); }
.chart line { stroke: var(--line); stroke-width: 2; }
figcaption { display: flex; flex-wrap: wrap; justify-content: space-between; gap: .25rem 1rem; color: var(--soft); font-size: .88rem; }
.paging { display: flex; gap: 1.5rem; padding: 1rem 0; border-top: 1px solid var(--line); }
@media (forced-colors: active) { .chart rect { fill: CanvasText; } }
@media print { .search, .compare, .top nav, .skip { display: none; } }
`;

export const stylePath = `/style-${sha256(style).slice(0, 16)}.css`;
