import type { Json } from '../journal/fields.ts';

/** One of the stories that `rel demo` loads. */
export interface Story {
  readonly title: string;
  /** The essay it retells; none for customers who are only there to be ordinary. */
  readonly essay?: string;
  /** JSON Lines in the interchange format. */
  readonly journal: string;
}

type Line = Readonly<Record<string, Json>>;

/**
 * The journal of one customer, whose card is the first line. What all lines share is left out of `text` and filled in
 * here: the customer's name, and an id for each entry that does not bring its own.
 */
export function journalOf(prefix: string, text: string): string {
  const [card = {}, ...lines] = text
    .split('\n')
    .filter((line) => line.trim() !== '')
    .map((line) => JSON.parse(line) as Line);
  const customer = card['name'] ?? '';
  const filled = lines.map(({ type = '', ...fields }, index) =>
    type === 'person'
      ? { type, customer, ...fields }
      : { type, id: `${prefix}-${index + 1}`, customer, ...fields },
  );
  return [card, ...filled].map((line) => `${JSON.stringify(line)}\n`).join('');
}
