/** How charts look: part of the one style sheet of a page. Sizes are those of the drawings, which a phone shrinks a little. */
export const CHART_STYLE = `
.chart { margin: 1.2rem 0; }
.chart figcaption { max-width: 70ch; margin-bottom: 0.4rem; }
.chart svg { display: block; width: 100%; height: auto; max-width: 34rem; }
.chart.none { margin: 0.3rem 0; order: 1; grid-column: 1 / -1; }
.charts { display: grid; grid-template-columns: repeat(auto-fit, minmax(min(100%, 20rem), 1fr)); gap: 0 2rem; }
.panels { display: flex; flex-wrap: wrap; row-gap: 0.8rem; }
.panels svg { flex: 1 1 20rem; width: auto; min-width: 0; }
.chart text { font: 12px system-ui, -apple-system, 'Segoe UI', Roboto, sans-serif; fill: var(--ink); }
.chart .small, .chart .name { font-size: 11px; fill: var(--quiet); }
.chart .strong { font-weight: 700; }
.flag text { paint-order: stroke; stroke: var(--paper); stroke-width: 4px; stroke-linejoin: round; }
.grid { stroke: var(--line); fill: none; }
.middle, .zero { stroke: var(--quiet); fill: none; }
.pole { stroke: var(--line); fill: none; stroke-dasharray: 2 2; }
.usual { stroke: var(--quiet); fill: none; stroke-dasharray: 5 4; }
.trend { stroke: var(--them); fill: none; stroke-width: 1.5; }
.silence-ground { fill: var(--quiet); opacity: 0.16; }
.away-ground { fill: var(--good); opacity: 0.16; }
.silence text, .away text { font-size: 11px; }
.away text { font-style: italic; }

.m { outline: none; }
.m .hit { fill: transparent; stroke: transparent; stroke-width: 11; }
.m rect.hit { stroke: none; }
.m.us { fill: var(--us); stroke: var(--us); }
.m.them { fill: var(--them); stroke: var(--them); }
.m.money { fill: var(--good); stroke: var(--good); }
.m > path { stroke-width: 1.5; }
.m > path.o { fill: var(--paper); }
.m > .given, .m > .overdue, .m > .spared, .m > .due { fill: none; }
.m > .overdue { stroke-width: 4; opacity: 0.55; }
.m > .spared { stroke-dasharray: 1.5 2.5; }
.m text { stroke: none; }
.run > rect { opacity: 0.18; }
.run > path { stroke: currentColor; stroke-width: 2.5; }
.run text { font-weight: 700; font-size: 11px; }
.flag > path { fill: var(--quiet); stroke: none; }
.flag.good > path { fill: var(--good); }
.flag.bad > path { fill: var(--bad); }
a.m { cursor: pointer; text-decoration: none; }

.tip { opacity: 0; pointer-events: none; }
.chart .tip text { font: 11px ui-monospace, 'Cascadia Mono', Menlo, Consolas, 'DejaVu Sans Mono', monospace; fill: var(--paper); }
.tip rect { fill: var(--ink); stroke: none; }
.m:hover > .tip, .m:focus > .tip { opacity: 1; }
.marks:hover > .m:not(:hover):not(:focus), .marks:focus-within:not(:hover) > .m:not(:focus) { opacity: 0.25; }
.m:focus-visible > path, .m:focus-visible > rect { stroke: var(--strong); stroke-width: 3; opacity: 1; }

.legend { display: flex; flex-wrap: wrap; gap: 0.1rem 1rem; list-style: none; padding: 0; margin: 0.3rem 0; max-width: none; font-size: 0.85rem; color: var(--quiet); }
.chart .legend svg { display: inline-block; width: 0.9em; height: 0.9em; margin-right: 0.35em; vertical-align: -0.1em; }
.m.word { fill: var(--quiet); stroke: var(--quiet); }

.numbers summary { color: var(--quiet); font-size: 0.9rem; }
.numbers th, .numbers td { overflow-wrap: break-word; }
.numbers .scroll { overflow-x: auto; }
/* From here on two panels stand side by side, and the names need not be said twice. */
@media (min-width: 43.5rem) { .again { display: none; } }
@media print { .tip, .again { display: none; } .panels svg { flex-basis: 40%; } }
`;
