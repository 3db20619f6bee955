import { plainType } from '../grammar/touch-type.ts';
import { ENTRY_FIELDS } from '../journal/entry.ts';
import { type Day, formatDay } from '../journal/days.ts';
import { day as dayKind, type Json } from '../journal/fields.ts';
import { CHANNELS, type Channel, OUTCOMES } from '../journal/vocabulary.ts';
import { remembering } from './remembered.ts';
import { textOf, type Values, withoutFields } from './row-values.ts';
import { LeftOutRow, unknownWord, WrongRow } from './table-cells.ts';
import { ACTIVITIES, type Activity, plainWord } from './table-words.ts';

/** The fields of an entry as its line has them, without the id. */
export type EntryRecord = Readonly<Record<string, Json | undefined>>;

/** What is no field of an entry but is made into some. */
const MADE_INTO_OTHERS = ['id', 'type', 'direction', 'status', 'title', 'seconds', 'milliseconds'];

/**
 * What makes an entry of the journal of each activity of a table. It throws WrongRow, or LeftOutRow for what is no fact
 * yet.
 */
export function entryReader(
  words: ReadonlyMap<string, string>,
  today: Day,
): (values: Values) => EntryRecord {
  const activityOf = remembering((type) => activityNamed(type, words));
  return (values) => entryRecord(values, activityOf, today);
}

function entryRecord(
  values: Values,
  activityOf: (type: string) => Activity,
  today: Day,
): EntryRecord {
  const type = values['type'];
  if (typeof type === 'string' && Object.hasOwn(ENTRY_FIELDS, type)) return ownEntry(type, values);
  refuseUndone(values, today);
  const activity = typeof type === 'string' ? activityOf(type) : {};
  const said = withoutFields(values, MADE_INTO_OTHERS);
  const channel = channelOf(values['channel']) ?? activity.channel;
  const shared = {
    ...said,
    note: noteOf(values),
    minutes: minutesOf(values) ?? activity.minutes,
    about: aboutOf(values['about'], activity),
  };
  if (activity.type === 'work')
    return { type: 'work', ...shared, channel: undefined, outcome: undefined };
  const direction = values['direction'] ?? activity.direction;
  if (type === undefined && channel === undefined && direction === undefined)
    throw new WrongRow(
      'nothing says what happened',
      'map a column to it: --map COLUMN=type, or say it of all rows: --set type=call (email, visit, complaint, delivery …)',
    );
  const isIn = direction === 'in';
  const reached = outcomeOf(values['outcome'] ?? activity.outcome, isIn);
  return {
    type: plainType(isIn, reached !== undefined, channel ?? 'call', activity.type === 'sent'),
    ...shared,
    channel,
    outcome: reached,
  };
}

/** As rel exports it: nothing is read into it. */
function ownEntry(type: string, values: Values): EntryRecord {
  const { invoice, ...fields } = withoutFields(values, MADE_INTO_OTHERS);
  const note = noteOf(values);
  return {
    type,
    ...fields,
    ...(note === undefined ? {} : { note }),
    ...(invoice === undefined ? {} : { number: invoice }),
  };
}

function refuseUndone(values: Values, today: Day): void {
  const { status = 'done', outcome } = values;
  if (status !== 'done' || outcome === 'ahead') throw new LeftOutRow('not done');
  const on = values['on'];
  const day = dayKind.read(on);
  if (day !== undefined && day > today)
    throw new LeftOutRow(`after today, ${formatDay(today)}: only what has happened comes in`);
}

function activityNamed(type: string, words: ReadonlyMap<string, string>): Activity {
  const activity = ACTIVITIES.get(plainWord(words.get(plainWord(type)) ?? type));
  if (activity === undefined) throw unknownWord('type', type, ACTIVITIES.keys());
  return activity;
}

const channelOf = (value: Json | undefined): Channel | undefined =>
  CHANNELS.find((channel) => channel === value);

/** Nobody reached is an outcome of what went out; whoever came to us has reached us. */
function outcomeOf(value: Json | undefined, isIn: boolean): string | undefined {
  const outcome = OUTCOMES.find((each) => each === value);
  if (!isIn || outcome === undefined || outcome === 'voicemail') return outcome;
  throw new LeftOutRow(`incoming, and ${outcome}: nobody spoke with anybody`);
}

function noteOf(values: Values): string | undefined {
  const [title, note] = [textOf(values, 'title'), textOf(values, 'note')];
  // Some programs begin the text with its own title.
  if (title.trim() === '' || note.startsWith(title)) return note === '' ? undefined : note;
  return note.trim() === '' ? title : `${title}\n${note}`;
}

const minutesOf = ({ minutes, seconds, milliseconds }: Values): Json | undefined =>
  minutes ?? seconds ?? milliseconds;

function aboutOf(about: Json | undefined, activity: Activity): Json | undefined {
  if (about === undefined && activity.about === undefined) return undefined;
  const said: readonly Json[] = Array.isArray(about) ? about : [];
  const all = [...new Set([...said, ...(activity.about === undefined ? [] : [activity.about])])];
  return all.length === 0 ? undefined : all;
}
