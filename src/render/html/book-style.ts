/** What the page of a whole book needs beyond the common style. */
export const BOOK_STYLE = `
header p { margin: 0.25rem 0; }
.tally { display: flex; flex-wrap: wrap; gap: 0.5rem; list-style: none; padding: 0; margin: 1rem 0; max-width: none; }
.tally li {
  flex: 1 1 8rem; display: flex; align-items: baseline; gap: 0.6rem; padding: 0.5rem 0.9rem;
  background: var(--panel); border: 1px solid var(--line); border-radius: 6px;
}
.tally strong { white-space: nowrap; font-size: 1.7rem; line-height: 1.1; font-weight: 600; }
.book-lines { margin: 1rem 0; max-width: 75ch; }
.book-lines div { display: flex; gap: 0.75rem; padding: 0.15rem 0; }
.book-lines dt { flex: none; width: 3.5rem; color: var(--quiet); }
.book-lines dd { margin: 0; position: relative; }
/* A hyphen of an option is no place to break a line. */
.book-lines .typed { white-space: nowrap; }
.warns { position: absolute; left: -0.7rem; color: var(--warn); }

.glance { display: grid; gap: 1.5rem 2.5rem; margin: 1.5rem 0 2rem; grid-template-columns: minmax(0, 1fr); }
figure { margin: 0; }
figcaption p { font-size: 0.88rem; margin: 0.2rem 0 0.5rem; }
.value-chart svg { width: 100%; height: auto; overflow: visible; }
.value-chart .wide { display: none; }
.value-chart .grid { stroke: var(--line); stroke-width: 1; fill: none; }
.dashed { stroke-dasharray: 3 3; }
.tick { fill: var(--quiet); font-size: 12px; }
.lane { font-size: 12px; font-weight: 700; }
.value-chart .label { fill: var(--ink); font-size: 12px; paint-order: stroke; stroke: var(--paper); stroke-width: 3px; stroke-linejoin: round; }
.value-chart .mark { stroke: var(--paper); stroke-width: 1; }
.value-chart a:hover .mark { stroke: var(--ink); stroke-width: 1.5; }

.stacked { display: grid; grid-template-columns: 4rem 1fr; align-items: center; gap: 0.5rem; margin: 0.3rem 0; font-size: 0.9rem; }
.stacked svg { width: 100%; height: 1.8rem; border-radius: 3px; }
.seam { fill: var(--paper); }
.on-bar { fill: var(--panel); font-size: 12px; font-weight: 700; text-anchor: middle; }

.glance h2 { font-size: 1.15rem; }
.beside { display: grid; grid-template-columns: minmax(0, 1fr); gap: 1.5rem; align-content: start; }
.beside:only-child { grid-column: 1 / -1; grid-template-columns: repeat(auto-fit, minmax(min(100%, 18rem), 1fr)); }
.time-chart table { font-size: 0.88rem; }
.time-chart td, .time-chart th { padding-right: 0.5rem; }
.time-chart td:last-child, .time-chart th:last-child { padding-right: 0; }
.changes ul { list-style: none; padding: 0; margin: 0.4rem 0; }
.changes li { padding: 0.35rem 0; border-bottom: 1px solid var(--line); }
.worse, .better { font-size: 0.85rem; white-space: nowrap; }
.worse { color: var(--bad); }
.better { color: var(--good); }
.from-to { display: block; font-size: 0.88rem; }

.customers .marks { display: block; font-weight: 400; font-size: 0.85rem; color: var(--quiet); }
.customers td:last-child { width: 9.5rem; }
.weeks { display: block; width: 9.5rem; max-width: 100%; height: 1.25rem; border-bottom: 1px solid var(--line); }

.customer { border-top: 2px solid var(--line); margin-top: 2rem; padding-top: 1.25rem; }
.customer .head h2 { font-size: 1.5rem; margin: 0; }
.folded .customer { border: 0; margin: 0; padding: 0.5rem 0 1rem 1rem; }
.folded { border-bottom: 1px solid var(--line); }
.folded summary { padding: 0.45rem 0; }
.group { margin-top: 2.5rem; margin-bottom: 0.5rem; }
.back { font-size: 0.88rem; }
footer { border-top: 1px solid var(--line); margin-top: 3rem; padding-top: 0.75rem; font-size: 0.88rem; }

@media (min-width: 44rem) {
  .value-chart .wide { display: block; }
  .value-chart .narrow { display: none; }
}
@media (min-width: 62rem) {
  .glance { grid-template-columns: minmax(0, 1.75fr) minmax(0, 1fr); }
}
@media (max-width: 27rem) {
  .tally { display: grid; grid-template-columns: repeat(2, minmax(0, 1fr)); }
  .tally li { padding: 0.5rem 0.6rem; gap: 0 0.4rem; flex-wrap: wrap; }
  .tally strong { font-size: 1.4rem; }
}
@media (max-width: 43.99rem) {
  .customers thead { display: none; }
  .customers tr {
    display: flex; flex-wrap: wrap; gap: 0 1rem; padding: 0.6rem 0; border-bottom: 1px solid var(--line);
  }
  .customers th { flex: 1 1 60%; }
  .customers th, .customers td { border: 0; padding: 0.05rem 0; text-align: left; }
  .customers td[data-of]::after { content: ' ' attr(data-of); color: var(--quiet); }
  .customers td:last-child { width: auto; flex: 1 1 100%; padding-top: 0.3rem; }
  .weeks { width: 100%; }
}
@media print {
  .value-chart .wide { display: block; }
  .value-chart .narrow { display: none; }
  .tally li { padding: 0.2rem 0.6rem; }
}
`;
