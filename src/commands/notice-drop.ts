import { Command, Option } from 'commander';
import { type Day, spokenDay, spokenWeekday } from '../journal/days.ts';
import type { Recorded } from '../journal/entry.ts';
import { RelError } from '../journal/error.ts';
import { type Channel, CHANNELS, CONDITIONS } from '../journal/vocabulary.ts';
import type { World } from '../platform/world.ts';
import { freedHours } from '../practice/freed-hours.ts';
import { freedWords } from '../render/freed-text.ts';
import { quotedName } from '../render/quoted.ts';
import { reviewOf } from '../verdict/review.ts';
import type { Book } from './book.ts';
import { withExamples } from './common.ts';
import { dueDay, noted, recordTurn, type TurnOptions, withTurnOptions } from './turn.ts';
import { ofCustomer } from './turn-words.ts';
import { unlessIdle } from './won-lost.ts';

interface NoticeOptions extends TurnOptions {
  readonly by?: readonly string[];
  readonly via?: Channel;
}

export function noticeCommand(world: World): Command {
  const command = withTurnOptions(new Command('notice'))
    .description('final notice, in the exact words, until a date')
    .usage('CUSTOMER --by DATE [options] [WORDS…]')
    .argument('[customer...]', 'who, then the words as they were said')
    .option('--by <date...>', 'the last day to meet it')
    .addOption(new Option('--via <channel>', 'how it was given').choices(CHANNELS))
    .action((words: readonly string[], options: NoticeOptions) => notice(world, words, options));
  return withExamples(
    command,
    'rel notice brazos --by "in 2 weeks" --via letter pay by then, or we stop',
    'rel notice harlan by:fri answer our calls, or we part',
  );
}

function notice(world: World, words: readonly string[], options: NoticeOptions): Promise<void> {
  const find = ofCustomer(world, words, { ...options }, { by: 'future' });
  return recordTurn(world, options, find, (scene, found) => {
    unlessIdle('notice', scene, found);
    const name = quotedName(found.customer);
    const { by } = found.days;
    if (by === undefined) {
      const hint = `type it: rel notice ${name} --by "in 2 weeks" …`;
      throw new RelError('usage', 'a notice needs a last day', hint);
    }
    const deadline = dueDay(by, found.on);
    if (deadline < found.on) {
      const message = `the last day, ${spokenDay(deadline)}, lies before the notice of ${spokenDay(found.on)}`;
      throw new RelError('usage', message, 'type a later day: --by fri, --by "in 2 weeks"');
    }
    const { note } = noted(found.rest);
    scene.add({
      type: 'notice',
      deadline,
      ...(options.via === undefined ? {} : { channel: options.via }),
      ...(note === undefined ? {} : { words: note }),
    });
    return () => ({
      stage: true,
      says: [
        ...(note === undefined ? ['no words were kept: say them next time as you said them'] : []),
        `the last chance runs until ${spokenWeekday(deadline)} ${spokenDay(deadline)}; met: rel met ${name}`,
        'DROP comes after it, with three weeks of trouble and three contacts',
      ],
      next: `rel log ${name} ${options.via ?? 'call'} :confronted`,
    });
  });
}

interface DropOptions extends TurnOptions {
  readonly now?: boolean;
}

export function dropCommand(world: World): Command {
  const command = withTurnOptions(new Command('drop'))
    .description('ends it: the first time records that you mean to, on a later day it drops')
    .usage('[options] CUSTOMER [WORDS…]')
    .argument('[customer...]', 'who, then words for a note')
    .option('--now', 'at once, without sleeping on it')
    .action((words: readonly string[], options: DropOptions) => drop(world, words, options));
  return withExamples(command, 'rel drop brazos', 'rel drop brazos --now the third forged invoice');
}

function drop(world: World, words: readonly string[], options: DropOptions): Promise<void> {
  const read = ofCustomer(world, words, options);
  const find = (book: Book) => {
    const found = read(book);
    return { ...found, freed: freedIn(book, found.customer, world.clock.today()) };
  };
  return recordTurn(world, options, find, (scene, found) => {
    unlessIdle('drop', scene, found);
    const name = quotedName(found.customer);
    const intent = standingIntent(scene.entries);
    if (options.now === true || (intent !== undefined && intent.on < found.on)) {
      scene.add({ type: 'drop', ...noted(found.rest) });
      return ({ history: { standing } }) => ({
        stage: true,
        says: [
          'service the existing account, take no new business',
          standing.once
            ? 'the second time: there is no further chance'
            : `the way back: ${CONDITIONS.join(', ')}`,
          ...found.freed,
        ],
        next: standing.once ? `rel why ${name}` : `rel met ${name} apology`,
      });
    }
    if (intent !== undefined) {
      throw new RelError(
        'usage',
        `#${intent.seq} says since ${spokenDay(intent.on)} that you mean to drop ${found.customer}`,
        `sleep on it: the same command on a later day drops; at once: rel drop ${name} --now`,
      );
    }
    scene.add({ type: 'intent', what: 'drop', ...noted(found.rest) });
    return ({ judgement }) => ({
      stage: true,
      says: [
        'not dropped yet: sleep on it; the same command on a later day drops',
        ...(judgement.verdict === 'DROP'
          ? []
          : [`the verdict is ${judgement.verdict}, not DROP: rel why ${name}`]),
        ...found.freed,
        ...(judgement.standing.stage === 'active'
          ? [`they have had no notice: rel notice ${name} --by "in 2 weeks"`]
          : []),
      ],
      next: `rel why ${name}`,
    });
  });
}

/** What dropping them frees and costs, and whom it could serve. */
function freedIn({ accounts, settings }: Book, customer: string, today: Day): readonly string[] {
  const { customers } = reviewOf(accounts, settings, today);
  const review = customers.find(({ relationship }) => relationship.customer.name === customer);
  return review === undefined ? [] : freedWords(freedHours(review, customers));
}

const COURSE: ReadonlySet<string> = new Set(['drop', 'return', 'met', 'won', 'lost']);

/** The last time it was meant, unless the relationship took another course since. */
function standingIntent(entries: readonly Recorded[]): Recorded | undefined {
  const at = entries.findLastIndex(({ type }) => type === 'intent');
  const intent = entries[at];
  return entries.slice(at + 1).some(({ type }) => COURSE.has(type)) ? undefined : intent;
}
