import { Option } from 'commander';
import type { NameBook } from '../grammar/customers.ts';
import { RelError } from '../journal/error.ts';
import { foldName } from '../journal/fold-name.ts';
import { maskBook } from '../practice/mask.ts';
import type { Watch } from '../store/verify.ts';
import { allRead, type Book, namesIn, opened, type OpenBook } from './book.ts';

/** The book as it is shown, and who is meant by what was typed. */
interface Shown {
  readonly book: OpenBook;
  /** Looks for what was typed among the names that may be typed. Behind a mask its errors name nobody. */
  readonly among: <T>(find: (names: NameBook) => T) => T;
  /** What a customer of these names is called in the book. */
  readonly called: (name: string) => string;
}

export const maskOption = (): Option =>
  new Option('--mask', 'for a screenshot: made-up names, no words of yours; days and amounts stay');

/**
 * The book itself, or one without names: a mask is put on all of it at once. Real names may be typed for either, and those
 * of a mask where it is one.
 */
export function shownBook(book: OpenBook, mask: boolean | undefined, watch: Watch): Shown {
  if (mask === true) return maskedBook(allRead(book, watch));
  const names = namesIn(book);
  return { book, among: (find) => find(names), called: (name) => name };
}

function maskedBook(book: Book): Shown {
  const names = namesIn(book);
  const masked = maskBook(book);
  const taken = new Set(
    names.customers.flatMap(({ name, aliases = [] }) => [name, ...aliases]).map(foldName),
  );
  const customers = names.customers.map((card) => {
    const alias = masked.masks.get(card.name) ?? '';
    return taken.has(foldName(alias))
      ? card
      : { ...card, aliases: [...(card.aliases ?? []), alias] };
  });
  return {
    book: opened(masked.book),
    among: (find) => hidingNames(() => find({ ...names, customers })),
    called: (name) => masked.masks.get(name) ?? name,
  };
}

/** Who may have been meant instead is said by name. */
function hidingNames<T>(find: () => T): T {
  try {
    return find();
  } catch (error) {
    if (!(error instanceof RelError)) throw error;
    throw new RelError(
      'usage',
      'what you typed names no customer, or several',
      'without --mask the same command says who may be meant',
    );
  }
}
