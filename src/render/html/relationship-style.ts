/** How one relationship is set: what is said of it beside its pictures. */
export const RELATIONSHIP_STYLE = `
.relationship { margin-top: 1rem; }
.relationship h2, .relationship h3 { font-size: 1.05rem; margin-top: 1.2rem; }
.head h1, .head h2 { overflow-wrap: anywhere; }
.head .words { border-left: 3px solid var(--line); padding-left: 0.7rem; font-style: italic; }
.head .reason { font-size: 1.1rem; }
.sides { display: grid; grid-template-columns: repeat(auto-fit, minmax(min(100%, 20rem), 1fr)); gap: 0 2rem; }
.findings, .told ul, .entries { list-style: none; padding: 0; }
.findings li { padding: 0.3rem 0; border-top: 1px solid var(--line); }
.level { font-weight: 700; }
.level.warn, .told .warn { color: var(--warn); }
.level.bad, .told .bad { color: var(--bad); }
.level.quiet { color: var(--quiet); font-weight: 600; }
.told .good { color: var(--good); }
.told .strong { font-weight: 600; }
.behind { display: block; color: var(--quiet); font-size: 0.9rem; }
.told li { padding: 0.1rem 0; }
.told li.in { padding-left: 1rem; }
.told li.far { padding-left: 6.5rem; }
.labelled { display: grid; grid-template-columns: 5rem 1fr; gap: 0 0.5rem; }
.labelled:has(.verdict) { grid-template-columns: 6.5rem 1fr; }
.term { color: var(--quiet); }
.entry { font-size: 0.9em; text-decoration: none; }
.entry:hover { text-decoration: underline; }
.all { margin-top: 1.2rem; }
.all > summary { font-weight: 600; }
.entries { max-width: none; }
.entries li { display: grid; grid-template-columns: 3.4rem 9.5rem 1fr; gap: 0 0.6rem; padding: 0.25rem 0; border-top: 1px solid var(--line); }
.entries li:target { background: var(--panel); outline: 2px solid var(--strong); }
.seq { color: var(--quiet); }
@media (max-width: 34rem) { .entries li { grid-template-columns: auto 1fr; } .entries .said { grid-column: 1 / -1; } }
`;
