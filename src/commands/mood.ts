import { Command } from 'commander';
import { resolveCustomer } from '../grammar/customers.ts';
import { readers } from '../grammar/values.ts';
import type { Day } from '../journal/days.ts';
import { RelError } from '../journal/error.ts';
import type { World } from '../platform/world.ts';
import { quotedName } from '../render/quoted.ts';
import { namesIn, type OpenBook } from './book.ts';
import { withExamples } from './common.ts';
import { noted, recordTurn, type TurnOptions, withTurnOptions } from './turn.ts';
import { ofCustomer } from './turn-words.ts';

export function moodCommand(world: World): Command {
  const command = withTurnOptions(new Command('mood'))
    .description('how you are yourself, -2 to 2, beside a relationship; always private')
    .usage('[options] CUSTOMER FEELING [WORDS…]')
    .argument('[customer...]', 'whom it has to do with, then -2 to 2, then words for a note')
    .addHelpText(
      'after',
      `
A mood is never in a table, a review or a page for others unless you ask for
it: --private. Only rel show, rel timeline and rel why tell it, to you.
rel export journal has it, because that is the whole journal.
`,
    )
    .action((words: readonly string[], options: TurnOptions) => mood(world, words, options));
  return withExamples(
    command,
    'rel mood brazos -1 slept badly, the meeting went round and round',
    'rel mood harlan 2 --on friday',
  );
}

function mood(world: World, words: readonly string[], options: TurnOptions): Promise<void> {
  const read = ofCustomer(world, words, options);
  const find = (book: OpenBook) => {
    refuseNobody(book, words, world.clock.today());
    return read(book);
  };
  return recordTurn(world, options, find, (scene, { customer, rest }) => {
    const name = quotedName(customer);
    const [first, ...others] = rest;
    const feel =
      first === undefined ? undefined : readers().feel.read(feelingIn(first), scene.today);
    if (feel === undefined) {
      throw new RelError(
        'usage',
        first === undefined ? 'the feeling is missing' : `“${first}” is no feeling`,
        `one of ${readers().feel.takes}, after the name: rel mood ${name} -1`,
      );
    }
    scene.add({ type: 'mood', feel, private: true, ...noted(others) });
    return ({ history: { ever } }) => {
      const moods = ever.entries.flatMap((entry) => (entry.type === 'mood' ? [entry.feel] : []));
      const low = moods.filter((each) => each < 0).length;
      return {
        stage: false,
        says: [
          'private: only rel show, rel timeline and rel why tell it, to you',
          ...(moods.length < 2 ? [] : [`${low} of ${moods.length} moods noted here were low`]),
        ],
        next: `rel why ${name}`,
      };
    };
  });
}

const feelingIn = (word: string): string => word.replace(/^feel:/, '');

/** Throws RelError('usage') where the feeling comes first: it would be taken for a name. */
function refuseNobody(book: OpenBook, [first = '']: readonly string[], today: Day): void {
  if (readers().feel.read(feelingIn(first), today) === undefined) return;
  if (resolveCustomer([first], namesIn(book)).is === 'one') return;
  throw new RelError(
    'usage',
    'a mood stands beside a relationship: no customer is named',
    `whom has it to do with? rel mood CUSTOMER ${first}`,
  );
}
