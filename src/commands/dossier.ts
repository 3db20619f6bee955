import { Command } from 'commander';
import { formatDay } from '../journal/days.ts';
import { until } from '../journal/order.ts';
import { effortsFor } from '../practice/efforts.ts';
import type { World } from '../platform/world.ts';
import { dossierJson } from '../render/dossier-json.ts';
import { dossierMarkdown } from '../render/dossier-markdown.ts';
import { entriesIn, lookingInto, namesIn, oneCustomer } from './book.ts';
import { type JournalOption, withExamples, withJournal } from './common.ts';
import { onlyName } from './only-name.ts';

interface Options extends JournalOption {
  readonly output?: string;
  readonly force?: boolean;
  readonly private?: boolean;
  readonly json?: boolean;
}

export function dossierCommand(world: World): Command {
  const command = withJournal(new Command('dossier'))
    .description(
      'every effort you made for a customer, dated, as Markdown: talks, tries, hours, favours, chances to explain, promises kept; the sums first, and what came back',
    )
    .argument('<customer...>', 'a name, an alias, the beginning of a word of the name, or a person')
    .option('--output <file>', 'into a file instead of standard output')
    .option('--force', 'replace the file')
    .option('--private', 'the texts of private entries, and feelings, too')
    .option('--json', 'the sums and the entries as JSON')
    .action((words: readonly string[], options: Options) => dossier(world, words, options));
  return withExamples(
    command,
    'rel dossier brazos',
    'rel dossier brazos --output brazos-efforts.md',
    'rel dossier dana --json',
  );
}

function dossier(world: World, words: readonly string[], options: Options): void {
  const { customer, entries } = lookingInto(world, options.db, (book) => {
    const name = onlyName(words, oneCustomer(words, namesIn(book)));
    return { customer: name, entries: entriesIn(book, name) };
  });
  const asOf = world.clock.today();
  const efforts = effortsFor(until(entries, asOf), asOf);
  const withPrivate = options.private === true;
  const text =
    options.json === true
      ? `${JSON.stringify({ schema: 1, customer, asOf: formatDay(asOf), ...dossierJson(efforts, withPrivate) })}\n`
      : dossierMarkdown({ customer, asOf, efforts, withPrivate });
  const { output, force = false } = options;
  if (output !== undefined && output !== '-') world.writeFile(output, [text], force);
  else world.print(text);
}
