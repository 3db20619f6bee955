import { Command } from 'commander';
import { asksJson, type FormatOption, formatOption, jsonOption } from './format-option.ts';
import { readSearch, type SearchWords } from '../grammar/search-words.ts';
import { formatDay } from '../journal/days.ts';
import { RelError } from '../journal/error.ts';
import { writeCustomer, writePerson } from '../journal/line.ts';
import { fold, spansOf } from '../practice/fold.ts';
import { foundIn } from '../practice/search.ts';
import type { World } from '../platform/world.ts';
import { entryJson } from '../render/entry-json.ts';
import { searchText } from '../render/search-text.ts';
import { bookIn } from './book.ts';
import { EMPTY_JOURNAL, type JournalOption, withExamples, withJournal } from './common.ts';
import { readCount } from './read-count.ts';

interface Options extends JournalOption, FormatOption {
  readonly last?: number;
}

/** As many as one looks through; the rest is counted. */
const FEW = 10;

export function searchCommand(world: World): Command {
  const command = withJournal(new Command('search'))
    .description(
      'find entries, customers and people by their words, newest first; case and accents do not matter',
    )
    .argument(
      '<words...>',
      'all of them must be there; filters: who:NAME kind:promise since:DATE until:DATE signal:rude about:price tag:LABEL, or :rude :price as in rel log',
    )
    .option('--last <count>', `how many entries (default: ${FEW}, in JSON all)`, readCount)
    .addOption(formatOption())
    .addOption(jsonOption())
    .action((words: readonly string[], options: Options) => search(world, words, options));
  return withExamples(
    command,
    'rel search drawings',
    'rel search who:dana kind:promise since:1 jan',
    'rel search brazos about:price signal:rude --json',
  );
}

async function search(world: World, given: readonly string[], options: Options): Promise<void> {
  const asked = foldedSearch(readSearch(given, world.clock.today()));
  const book = bookIn(world, options.db);
  const { accounts, people } = book;
  const found = foundIn(accounts, people, asked);
  const total = found.entries.length;
  if (asksJson(options)) {
    const entries = found.entries.slice(0, options.last ?? total);
    const json = {
      schema: 1,
      asOf: formatDay(world.clock.today()),
      count: total,
      customers: found.customers.map(writeCustomer),
      people: found.people.map(writePerson),
      entries: entries.map(entryJson),
    };
    world.print(`${JSON.stringify(json)}\n`);
    return;
  }
  if (accounts.length === 0) {
    world.print(`${EMPTY_JOURNAL}\n`);
    return;
  }
  if (total + found.customers.length + found.people.length === 0) {
    world.print(NOTHING);
    return;
  }
  const shown = { ...found, entries: found.entries.slice(0, options.last ?? FEW), count: total };
  const spansIn = (text: string) => spansOf([...asked.words, ...asked.who], text);
  world.print(searchText({ ...shown, spansIn }, await world.page()));
}

const NOTHING =
  'Nothing found.\n   all words must be in one entry: try fewer, or only the beginning of one\n';

function foldedSearch(asked: SearchWords): SearchWords {
  const folded = (texts: readonly string[]) => texts.map((text) => fold(text.trim()).text);
  // The same word twice asks for no more than once.
  const words = [...new Set(folded(asked.words))].filter((word) => word !== '');
  const { who, kinds, signals, about, tags, since, until } = asked;
  const filters = [who, kinds, signals, about, tags].some((some) => some.length > 0);
  if (words.length === 0 && !filters && since === undefined && until === undefined) {
    throw new RelError(
      'usage',
      'there is nothing to search for',
      'type a word, or a filter: rel search who:dana',
    );
  }
  return { ...asked, words, who: folded(who), tags: folded(tags) };
}
