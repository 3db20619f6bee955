import { sentenceOf } from '../grammar/sentence.ts';
import { spokenDay } from '../journal/days.ts';
import { ENTRY_FIELDS, type EntryType, isOccasion, type Recorded } from '../journal/entry.ts';
import type { FieldSet } from '../journal/fields.ts';
import { isGone, isHandedBrief } from '../journal/handover.ts';
import { CONSIDERING } from '../journal/vocabulary.ts';
import { WAIT } from '../journal/ladder.ts';
import { money } from '../journal/amount-words.ts';
import { promiseText, UNNAMED } from '../journal/promise-text.ts';
import { visible } from './visible.ts';

/** Any entry in a few words, for one line of a terminal. */
export function entryText(entry: Recorded): string {
  if (isGone(entry)) return visible(entry.note ?? 'handed over');
  if (isHandedBrief(entry)) {
    const [first = ''] = (entry.note ?? '').split('\n');
    return visible(`the account came to you: “${first}” The rest is in rel brief`);
  }
  if (isWithheld(entry)) return `${WITHHELD[entry.type] ?? entry.type}, private`;
  const said = isOccasion(entry) ? sentenceOf(entry) : turnText(entry);
  const note = !isOccasion(entry) && entry.note !== undefined ? `: “${entry.note}”` : '';
  return visible(`${said}${note}`);
}

/** Of a private entry no more may be told than its kind: what every other one of that kind says is not there. */
function isWithheld(entry: Recorded): boolean {
  if (entry.private !== true) return false;
  const fields: FieldSet = ENTRY_FIELDS[entry.type];
  return Object.entries(fields).some(([name, { required }]) => required && !(name in entry));
}

const WITHHELD: Readonly<Partial<Record<EntryType, string>>> = {
  learned: 'learned something',
  done: 'promise done',
  broken: 'promise broken',
  waived: 'promise waived',
  moved: 'promise moved',
  paid: 'paid a part',
  renewal: 'a date of renewal',
  conditions: 'they brought something',
  accept: 'they accepted it as mended',
  change: 'something changed',
  decision: 'a verdict of your own',
  intent: 'an intention',
  mood: 'own mood',
};

type Turn = Exclude<Recorded, { type: 'spoke' | 'tried' | 'heard' | 'sent' | 'work' }>;

function turnText(entry: Turn): string {
  switch (entry.type) {
    case 'promise':
      return givenText(entry);
    case 'done':
      return 'promise done';
    case 'broken':
      return 'promise broken';
    case 'waived':
      return 'promise waived';
    case 'moved':
      return `the promise was moved to ${spokenDay(entry.due)}${entry.agreed === true ? ', agreed' : ', not agreed'}`;
    case 'paid':
      return `paid ${money(entry.amount)} of it`;
    case 'income':
      return `income ${money(entry.amount)}`;
    case 'won':
      return `won${entry.amount === undefined ? '' : ` ${money(entry.amount)}`}${entry.onPriceAlone === true ? ', on price alone' : ''}`;
    case 'renewal':
      return `renews on ${spokenDay(entry.renewsOn)}`;
    case 'lost':
      return `lost${causeText(entry.cause)}`;
    case 'notice':
      return noticeText(entry);
    case 'conditions':
      return `they brought: ${entry.conditions.join(', ')}`;
    case 'away':
    case 'hardship':
      return `${entry.type} from ${spokenDay(entry.from)} to ${spokenDay(entry.to)}`;
    case 'change':
      return entry.tags?.includes(CONSIDERING) === true
        ? 'they think about leaving'
        : `something changed: ${entry.kind}`;
    case 'learned':
      return `learned their ${entry.learned.join(' and ')}`;
    case 'step':
      if (entry.step === WAIT && entry.next !== undefined)
        return `left in peace until ${spokenDay(entry.next)}`;
      return `rebuilding: ${entry.step}${entry.answer === undefined ? '' : ` (${entry.answer})`}`;
    case 'decision':
      return `decided ${entry.verdict}${entry.until === undefined ? '' : ` until ${spokenDay(entry.until)}`}${entry.reason === undefined ? '' : `: ${entry.reason}`}`;
    case 'lesson':
      return `lesson${entry.rule === undefined ? '' : ` (${entry.rule})`}: ${entry.text}`;
    case 'intent':
      return entry.until === undefined
        ? `meaning to ${entry.what}`
        : `to be settled by ${spokenDay(entry.until)}, else ${entry.what}`;
    case 'mood':
      return `own mood ${entry.feel}`;
    default:
      return PLAIN[entry.type];
  }
}

/** `final notice by letter until 20 Nov 2026: “answer our calls”; asked: pay the March invoice`. */
function noticeText({ channel, conditions, deadline, words }: Extract<Turn, { type: 'notice' }>) {
  return [
    'final notice',
    channel === undefined ? '' : ` by ${channel}`,
    deadline === undefined ? '' : ` until ${spokenDay(deadline)}`,
    words === undefined ? '' : `: “${words}”`,
    conditions === undefined ? '' : `; asked: ${conditions.join(', ')}`,
  ].join('');
}

function causeText(cause: Extract<Turn, { type: 'lost' }>['cause']): string {
  if (cause === undefined) return '';
  if (cause === 'unknown') return ', nobody knows why yet';
  return cause === 'other' ? ', for another reason' : `, because of ${cause}`;
}

const PLAIN = {
  met: 'the notice was met',
  drop: 'dropped',
  return: 'taken back',
  refuse: 'they refused',
  accept: 'they accepted it as mended',
  read: 'read the brief',
} as const;

function givenText(entry: Extract<Turn, { type: 'promise' }>): string {
  const who = entry.by === 'them' ? 'they' : 'we';
  const what = promiseText(entry);
  const verb = entry.kind === 'payment' ? 'owe' : 'promised';
  if (what === UNNAMED) return `${who} promised something by ${spokenDay(entry.due)}`;
  return `${who} ${verb}: ${what}, by ${spokenDay(entry.due)}`;
}
