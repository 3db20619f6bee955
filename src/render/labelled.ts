import { wrapped } from './finding-text.ts';
import type { Page } from './page.ts';
import { pad } from './visible.ts';

export const LABEL_WIDTH = 9;
export const INDENT = 4;

/** A word, and what there is to say to it, wrapped behind it; nothing where there is nothing to say. */
export function labelled(label: string, text: string, page: Page): readonly string[] {
  if (text === '') return [];
  const lines = wrapped(text, Math.max(20, page.width - INDENT - LABEL_WIDTH));
  return lines.map(
    (line, index) => ' '.repeat(INDENT) + pad(index === 0 ? label : '', LABEL_WIDTH) + line,
  );
}
