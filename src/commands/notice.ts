import { Command, Option } from 'commander';
import { withoutPrivate } from '../grammar/private-word.ts';
import { spokenDay, spokenWeekday } from '../journal/days.ts';
import { RelError } from '../journal/error.ts';
import { readText } from '../journal/fields.ts';
import { takenBack } from '../journal/dropped.ts';
import { type Channel, CHANNELS } from '../journal/vocabulary.ts';
import { until } from '../journal/order.ts';
import type { World } from '../platform/world.ts';
import impatience from '../practice/remarks/impatience.ts';
import { outlookWords } from '../render/last-chance-text.ts';
import { quotedName } from '../render/quoted.ts';
import { lastChanceOf } from '../verdict/last-chance.ts';
import { withExamples } from './common.ts';
import {
  dueDay,
  noted,
  recordTurn,
  type Stand,
  type TurnOptions,
  withTurnOptions,
} from './turn.ts';
import { ofCustomer } from './turn-words.ts';
import { unlessIdle } from './won-lost.ts';

interface NoticeOptions extends TurnOptions {
  readonly by?: readonly string[];
  readonly via?: Channel;
  readonly condition?: readonly string[];
}

export function noticeCommand(world: World): Command {
  const command = withTurnOptions(new Command('notice'))
    .description('final notice, in the exact words, until a date')
    .usage('CUSTOMER --by DATE [options] [WORDS…]')
    .argument('[customer...]', 'who, then the words as they were said')
    .option('--by <date...>', 'the last day to meet it')
    .addOption(new Option('--via <channel>', 'how it was given').choices(CHANNELS))
    .option('--condition <text>', 'what they must do by then (may be given again)', collect)
    .action((words: readonly string[], options: NoticeOptions) => notice(world, words, options));
  return withExamples(
    command,
    'rel notice brazos --by "in 2 weeks" --via letter pay by then, or we stop',
    'rel notice harlan by:fri --condition "pay the March invoice" pay, or we part',
  );
}

/** Where it leads, as the journal stands. */
function leadsTo(after: Stand): readonly string[] {
  const chance = lastChanceOf(after);
  return chance?.kind === 'notice' ? outlookWords(chance.outlook) : [];
}

const collect = (text: string, before: readonly string[] = []): readonly string[] => [
  ...before,
  text,
];

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
    const conditions = (options.condition ?? []).map(conditionText);
    const back = takenBack(until(scene.entries, found.on));
    scene.add({
      type: 'notice',
      deadline,
      ...(options.via === undefined ? {} : { channel: options.via }),
      ...(note === undefined ? {} : { words: note }),
      ...(conditions.length === 0 ? {} : { conditions: [...new Set(conditions)] }),
    });
    return (after) => ({
      stage: true,
      says: [
        ...(back === undefined
          ? []
          : [
              `they came back on their last chance on ${spokenDay(back.on)} (#${back.seq}): no notice is owed any more`,
            ]),
        ...(note === undefined ? ['no words were kept: say them next time as you said them'] : []),
        `the last chance runs until ${spokenWeekday(deadline)} ${spokenDay(deadline)}; met: rel met ${name}`,
        ...leadsTo(after),
        ...[impatience.observe(after)].flatMap((seen) => seen?.says ?? []),
      ],
      next: `rel log ${name} ${options.via ?? 'call'} :confronted`,
    });
  });
}

function conditionText(given: string): string {
  const text = readText(withoutPrivate(given).text.trim());
  if (text !== undefined && text !== '') return text;
  throw new RelError(
    'usage',
    `--condition ${JSON.stringify(given.slice(0, 60))} says nothing`,
    'type what they must do: --condition "pay the March invoice"',
  );
}
