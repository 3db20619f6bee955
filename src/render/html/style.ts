import { BOOK_STYLE } from './book-style.ts';
import { CHART_STYLE } from './chart-style.ts';
import { RELATIONSHIP_STYLE } from './relationship-style.ts';

/**
 * The one style sheet of a page: colours, type, layout, paper. No text of others is in it, so its hash is the same for
 * every journal. Colour never speaks alone: a mark has a shape, or a word beside it.
 */
const COMMON = `
:root {
  color-scheme: light dark;
  --paper: #faf9f6; --panel: #fff; --ink: #1c2226; --quiet: #5a636b; --line: #dcd8cf; --strong: #14578a;
  --good: #1f7a6d; --warn: #8c5c00; --bad: #b3261e;
  --keep: #1f7a6d; --fix: #946200; --rebuild: #6b4fa0; --drop: #b3261e;
  --us: #1f5fa8; --them: #9a4d12;
}
@media (prefers-color-scheme: dark) {
  :root {
    --paper: #14181b; --panel: #1b2125; --ink: #e9e7e2; --quiet: #a6b0b8; --line: #363f46; --strong: #86c0f2;
    --good: #5cc2a8; --warn: #e0ab4a; --bad: #ff8f83;
    --keep: #5cc2a8; --fix: #e0ab4a; --rebuild: #b9a1f2; --drop: #ff8f83;
    --us: #86b7f5; --them: #f0a868;
  }
}
*, *::before, *::after { box-sizing: border-box; }
html { scroll-padding-top: 1rem; -webkit-text-size-adjust: 100%; text-size-adjust: 100%; }
body {
  margin: 0 auto; max-width: 62rem; padding: 1.5rem clamp(1rem, 4vw, 2.5rem) 4rem;
  background: var(--paper); color: var(--ink);
  font: 1rem/1.5 system-ui, -apple-system, 'Segoe UI', Roboto, sans-serif;
  font-variant-numeric: tabular-nums; overflow-wrap: anywhere;
}
h1, h2, h3, h4 { line-height: 1.25; text-wrap: balance; margin: 0; }
h1 { text-wrap: pretty; font-size: clamp(1.6rem, 1.3rem + 1.5vw, 2.1rem); letter-spacing: -0.01em; }
h2 { font-size: 1.3rem; }
h3 { font-size: 1.05rem; }
h4 { font-size: 0.95rem; }
p { margin: 0.4rem 0; max-width: 70ch; }
ul, ol { margin: 0.4rem 0; padding-left: 1.3rem; max-width: 70ch; }
a { color: var(--strong); text-underline-offset: 0.15em; }
:focus-visible { outline: 3px solid var(--strong); outline-offset: 2px; border-radius: 2px; }
summary { cursor: pointer; }
summary:hover { color: var(--strong); }
code { font: 0.92em/1.4 ui-monospace, 'Cascadia Mono', Menlo, Consolas, monospace; }
.quiet { color: var(--quiet); }
.hidden {
  position: absolute; width: 1px; height: 1px; margin: -1px; padding: 0; border: 0;
  overflow: hidden; clip-path: inset(50%); white-space: nowrap;
}
.skip { position: absolute; left: -200vw; }
.skip:focus { left: 1rem; top: 0.5rem; padding: 0.4rem 0.8rem; background: var(--panel); z-index: 1; }
.command {
  display: block; width: fit-content; max-width: 100%; margin: 0.4rem 0; padding: 0.35rem 0.7rem;
  border: 1px solid var(--line); border-radius: 4px; background: var(--panel); color: var(--ink);
  white-space: pre-wrap; user-select: all;
}

table { border-collapse: collapse; width: 100%; margin: 0.5rem 0; font-size: 0.93rem; }
caption { text-align: left; color: var(--quiet); padding-bottom: 0.3rem; }
th, td { padding: 0.3rem 0.75rem 0.3rem 0; text-align: left; vertical-align: baseline; border-bottom: 1px solid var(--line); }
th:last-child, td:last-child { padding-right: 0; }
thead th { font-weight: 600; color: var(--quiet); font-size: 0.85rem; }
tbody th { font-weight: 600; }
.number { text-align: right; white-space: nowrap; }
thead .number { white-space: normal; }

.verdict { font-weight: 700; white-space: nowrap; letter-spacing: 0.02em; }
.verdict svg { width: 0.8em; height: 0.8em; margin-right: 0.35em; }
.v-keep { color: var(--keep); fill: var(--keep); }
.v-fix { color: var(--fix); fill: var(--fix); }
.v-rebuild { color: var(--rebuild); fill: var(--rebuild); }
.v-drop { color: var(--drop); fill: var(--drop); }

@media (prefers-reduced-motion: no-preference) { html { scroll-behavior: smooth; } }
@media print {
  :root {
    color-scheme: light;
    font-size: 10pt;
    --paper: #fff; --panel: #fff; --ink: #000; --quiet: #444; --line: #ccc; --strong: #000;
    --good: #1f7a6d; --warn: #8c5c00; --bad: #b3261e;
    --keep: #1f7a6d; --fix: #946200; --rebuild: #6b4fa0; --drop: #b3261e;
    --us: #1f5fa8; --them: #9a4d12;
  }
  body { max-width: none; padding: 0; }
  .skip, .back { display: none; }
  h2, h3, h4, caption, summary { break-after: avoid; }
  tr, figure, .command { break-inside: avoid; }
  /* Nobody unfolds paper. The numbers of a drawing are the one thing that it says already. */
  details::details-content { content-visibility: visible; block-size: auto; }
  .numbers { display: none; }
  svg, .verdict { print-color-adjust: exact; -webkit-print-color-adjust: exact; }
}
`;

/** Everything, in one piece: a page has one style and one hash of it. */
export const STYLE = COMMON + RELATIONSHIP_STYLE + CHART_STYLE + BOOK_STYLE;
