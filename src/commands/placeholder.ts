import { RelError } from '../journal/error.ts';

/** As help writes what is to be put in its place. */
const PLACEHOLDERS: ReadonlySet<string> = new Set(['NAME', 'NEW NAME', 'CUSTOMER', 'PERSON']);

/** The name; throws RelError('usage') for a word of the help that was pasted as it stands. */
export function realName(name: string): string {
  if (!PLACEHOLDERS.has(name.trim())) return name;
  throw new RelError(
    'usage',
    `${name.trim()} stands for a name`,
    'type the name in its place; nothing was written',
  );
}
