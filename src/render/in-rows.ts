import { type Page, sign } from './page.ts';
import { columns, cut } from './visible.ts';

/** Short texts beside each other, as many to a line as have room; none is broken, one that is too long is cut. */
export function inRows(texts: readonly string[], page: Page): readonly string[] {
  const lines: string[] = [];
  for (const text of texts) {
    const longer = `${lines.at(-1) ?? ''}  ${text}`;
    if (lines.length > 0 && columns(longer) <= page.width) lines[lines.length - 1] = longer;
    else lines.push(cut(text, page.width, sign(page).ellipsis));
  }
  return lines;
}
