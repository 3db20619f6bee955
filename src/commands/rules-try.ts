import { RelError } from '../journal/error.ts';
import type { Settings } from '../journal/settings.ts';
import type { World } from '../platform/world.ts';
import { whatIf } from '../practice/what-if.ts';
import { shortKey, valueText } from '../render/config-text.ts';
import { sign } from '../render/page.ts';
import { whatIfJson, whatIfText } from '../render/what-if-text.ts';
import { withSetting } from '../settings/journal-settings.ts';
import { bookIn } from './book.ts';
import { EMPTY_JOURNAL, type JournalOption } from './common.ts';
import { type JournalKey, limitNamed, valueTyped } from './config-keys.ts';
import { journalSetting } from './config-shown.ts';

/** Another value for one limit. */
interface Trial {
  readonly key: JournalKey;
  readonly value: number;
}

/** Says whose verdict other limits would change, and writes nothing. */
export async function tryLimits(
  world: World,
  typed: readonly string[],
  { db, json }: JournalOption & { readonly json?: boolean },
): Promise<void> {
  const trials = typed.map(trialIn);
  refuseTwice(trials);
  const book = bookIn(world, db);
  const after = trials.reduce<Settings>(
    (settings, { key, value }) => withSetting(settings, key.path, value),
    book.settings,
  );
  const limits = { before: book.settings, after };
  const found = whatIf(book.accounts, limits, world.clock.today(), (each) =>
    world.counted(each, 'customers tried'),
  );
  const tried = trials.map(({ key, value }) => {
    const { standard, value: now } = journalSetting(key, book.settings);
    return { key: key.key, now, tried: value, default: standard };
  });
  if (json === true) {
    const verdicts = whatIfJson(found);
    world.print(`${JSON.stringify({ schema: 1, trials: tried, verdicts })}\n`);
    return;
  }
  if (book.accounts.length === 0) {
    world.print(`${EMPTY_JOURNAL}\n`);
    return;
  }
  const others = tried.filter(({ now, tried: value }) => now !== value);
  if (others.length === 0) {
    world.print(
      tried
        .map(({ key, now }) => `${shortKey(key)} is ${valueText(now)} already: nothing to try.\n`)
        .join(''),
    );
    return;
  }
  const page = await world.page();
  const { arrow } = sign(page);
  const lines = [
    ...others.map((each) => `${shortKey(each.key)}: ${valueText(each.now)} ${arrow} ${each.tried}`),
    ...whatIfText(found, 'would change', page),
    'Nothing was written. To set it:',
    ...others.map((each) => `  rel config set ${shortKey(each.key)} ${each.tried}`),
  ];
  world.print(`${lines.join('\n')}\n`);
}

function trialIn(typed: string): Trial {
  const [, name = '', words] = /^([^=]*)=(.*)$/.exec(typed) ?? [];
  if (words === undefined)
    throw new RelError(
      'usage',
      `“${typed}” is no limit with a value`,
      'write RULE.LIMIT=VALUE: rel rules --try payment.warnOpenDays=20',
    );
  const key = limitNamed(name);
  return { key, value: Number(valueTyped(key, [words])) };
}

function refuseTwice(trials: readonly Trial[]): void {
  const twice = trials.find(({ key }, index) =>
    trials.slice(0, index).some((each) => each.key === key),
  );
  if (twice === undefined) return;
  throw new RelError('usage', `${shortKey(twice.key.key)} is given twice`, 'leave one out');
}
