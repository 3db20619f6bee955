import { Command } from 'commander';
import { nearWords } from '../grammar/likeness.ts';
import { spokenDay, spokenWeekday } from '../journal/days.ts';
import { RelError } from '../journal/error.ts';
import { type Verdict, VERDICTS } from '../journal/vocabulary.ts';
import { lackingIn } from '../journal/excuse.ts';
import type { World } from '../platform/world.ts';
import { quotedName } from '../render/quoted.ts';
import type { OpenBook } from './book.ts';
import { bareDates, contextOf } from './bare-dates.ts';
import { withExamples } from './common.ts';
import { reviewOfOne } from './one-customer.ts';
import { readReason } from './reason-option.ts';
import { recordTurn, type TurnOptions, withTurnOptions } from './turn.ts';
import { type OfCustomer, ofCustomer } from './turn-words.ts';

interface Options extends TurnOptions {
  readonly until?: readonly string[];
  readonly reason?: string;
}

export function decideCommand(world: World): Command {
  const command = withTurnOptions(new Command('decide'))
    .description('your own verdict, which stands beside the computed one; it changes no rule')
    .usage('[options] CUSTOMER VERDICT [WHY…]')
    .argument('[customer...]', 'who, then keep, fix, rebuild or drop, then why')
    .option('--until <date...>', 'the last day on which it stands (default: no end)')
    .option('--reason <text>', 'why, where it is not typed after the verdict')
    .action((words: readonly string[], options: Options) => decide(world, words, options));
  return withExamples(
    command,
    'rel decide brazos keep their new buyer needs a quarter',
    'rel decide harlan drop --until "in 3 months" --reason "nobody there decides"',
    'rel decide acme fix :private he is ill',
  );
}

const LACKING = { reason: 'reason:"…"', 'last day': 'until:"in 3 months"' };
const UNTIL = { until: 'future' } as const;

function decide(world: World, words: readonly string[], options: Options): Promise<void> {
  const read = ofCustomer(world, words, options, UNTIL);
  const find = (book: OpenBook) => {
    const found = read(book);
    return { ...found, computed: computedOn(world, book, found) };
  };
  return recordTurn(world, options, find, (scene, { customer, rest, days, on, computed }) => {
    const [word, ...others] = rest;
    const verdict = verdictIn(word, customer);
    const said = bareDates({ rest: others, days }, contextOf(world, UNTIL));
    const reason = reasonIn(said.rest, options.reason);
    const until = said.days.until?.day;
    if (until !== undefined && until < scene.today) {
      throw new RelError(
        'usage',
        `${spokenDay(until)} has been: it would not stand any more`,
        'type a later day: --until fri, --until "in 3 months"',
      );
    }
    const decision = {
      verdict,
      computed,
      ...(reason === undefined ? {} : { reason }),
      ...(until === undefined ? {} : { until }),
    };
    const { seq } = scene.add({ type: 'decision', ...decision });
    const lacking = lackingIn(decision);
    const when = on === scene.today ? 'now' : `on ${spokenDay(on)}`;
    return () => ({
      stage: false,
      says: [
        verdict === computed
          ? `rel comes to ${computed} ${when} as well`
          : `rel comes to ${computed} ${when}; both are shown side by side`,
        until === undefined
          ? 'it stands until you decide again'
          : `it stands until ${spokenWeekday(until)} ${spokenDay(until)}`,
        ...(lacking.length === 0
          ? []
          : [
              `with no ${lacking.join(' and no ')} it excuses nothing: rel edit ${seq} ${lacking.map((each) => LACKING[each]).join(' ')}`,
            ]),
      ],
      next: `rel why ${quotedName(customer)}`,
    });
  });
}

const computedOn = (world: World, book: OpenBook, { customer, on }: OfCustomer): Verdict =>
  reviewOfOne(world, book, customer, on).review.judgement.verdict;

function verdictIn(word: string | undefined, customer: string): Verdict {
  const verdict = VERDICTS.find((each) => each === word?.toUpperCase());
  if (verdict !== undefined) return verdict;
  const all = VERDICTS.map((each) => each.toLowerCase());
  const [near] = word === undefined ? [] : nearWords(word.toLowerCase(), all);
  throw new RelError(
    'usage',
    word === undefined ? 'the verdict is missing' : `“${word}” is no verdict`,
    near === undefined
      ? `one of ${all.join(', ')}: rel decide ${quotedName(customer)} fix`
      : `did you mean ${near}? Nothing was written`,
  );
}

function reasonIn(words: readonly string[], option: string | undefined): string | undefined {
  const typed = words.length === 0 ? undefined : words.join(' ').normalize('NFC');
  if (option !== undefined && typed !== undefined) {
    throw new RelError(
      'usage',
      `the reason is given twice: “${typed}”, and with --reason`,
      'leave one out; nothing was written',
    );
  }
  return typed ?? readReason(option);
}
