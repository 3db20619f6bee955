const TAG = /<\/?[a-z][a-z0-9]*(?:\s[^<>]{0,2000})?\/?>/gi;
const BREAK = /<(?:br|\/p|\/div|\/li|\/h[1-6]|\/tr)\b[^<>]{0,2000}>/gi;

const ENTITIES: Readonly<Record<string, string>> = {
  amp: '&',
  lt: '<',
  gt: '>',
  quot: '"',
  apos: "'",
  nbsp: ' ',
};

/** What somebody reads of a note that a program keeps as HTML; text without tags stays as it is. */
export function textOfHtml(html: string): string {
  if (html.search(TAG) < 0) return html;
  return html
    .replace(BREAK, '\n')
    .replace(TAG, '')
    .replace(/&(#\d{1,7}|[a-z]{2,5});/gi, (whole, name: string) => entity(name) ?? whole)
    .replace(/[ \t\u00a0]*\n[ \t\u00a0]*/g, '\n')
    .replace(/\n{3,}/g, '\n\n')
    .trim();
}

function entity(name: string): string | undefined {
  if (!name.startsWith('#')) return ENTITIES[name.toLowerCase()];
  const code = Number(name.slice(1));
  return code >= 0x20 && code <= 0x10ffff ? String.fromCodePoint(code) : undefined;
}
