import type { TouchType } from '../journal/entry.ts';
import { RelError } from '../journal/error.ts';
import type { Channel } from '../journal/vocabulary.ts';
import type { Doubt } from './doubt.ts';
import { type DraftContext, one } from './one.ts';
import { type Said, saidAs, type Slot } from './said.ts';

/** By these one writes and waits; by the others one meets, or one does not. */
const WRITTEN: ReadonlySet<Channel> = new Set(['email', 'text', 'chat', 'letter']);
const FACE_TO_FACE: ReadonlySet<Channel> = new Set(['call', 'visit', 'meeting']);

/** What the words make of a touch; what contradicts itself is refused. */
export function touchType(
  said: readonly Said[],
  doubt: Doubt | undefined,
  context: DraftContext,
): TouchType {
  const channel = one(said, 'channel') ?? 'call';
  const outcome = one(said, 'outcome');
  const fyi = saidAs(said, 'flag').some(({ value }) => value === 'fyi');
  const direction = one(said, 'direction') ?? 'out';
  if (direction === 'in' && outcome !== undefined && outcome !== 'voicemail') {
    throw new RelError(
      'usage',
      `in and ${outcome} contradict each other: what came in has reached you`,
      `if you tried to reach them: rel log ${context.customer} ${outcome}`,
    );
  }
  if (fyi) refuseFyi(direction, outcome, channel, context);
  const type = plainType(direction === 'in', outcome !== undefined, channel, fyi);
  refuseDoubt(doubt, said, type, context);
  return type;
}

/** in → heard; with an outcome → tried; in writing → tried, or sent where no answer is expected; else spoke. */
export function plainType(
  isIn: boolean,
  hasOutcome: boolean,
  channel: Channel,
  fyi: boolean,
): TouchType {
  if (isIn) return 'heard';
  if (hasOutcome) return 'tried';
  if (fyi) return 'sent';
  return WRITTEN.has(channel) ? 'tried' : 'spoke';
}

function refuseFyi(
  direction: string,
  outcome: string | undefined,
  channel: Channel,
  { customer }: DraftContext,
): void {
  const against =
    direction === 'in' ? 'in' : (outcome ?? (FACE_TO_FACE.has(channel) ? channel : undefined));
  if (against === undefined) return;
  throw new RelError(
    'usage',
    `:fyi and ${against} contradict each other: :fyi is something sent that needs no answer`,
    `type rel log ${customer} email :fyi … (or text, chat, letter), or leave :fyi out`,
  );
}

function refuseDoubt(
  doubt: Doubt | undefined,
  said: readonly Said[],
  type: TouchType,
  { line }: DraftContext,
): void {
  if (doubt === undefined || saidAs(said, 'outcome').length > 0) return;
  const isSaid = (slot: Slot): boolean => saidAs(said, slot).length > 0;
  const tellsHowItWent = type !== 'spoke' || isSaid('minutes');
  const slot = SETTLING[doubt.settledBy];
  if (slot !== undefined && isSaid(slot)) return;
  if ((doubt.settledBy === 'talk' || doubt.settledBy === 'channel') && tellsHowItWent) return;
  const readings = readingsOf(doubt).map((each) => ({ means: each.means, line: line(each) }));
  throw new RelError(
    'usage',
    `"${doubt.words}" can be read in ${COUNTED[readings.length - 1] ?? 'many'} ways, so nothing is written`,
    undefined,
    [...readings, { means: plainly(doubt, type), line: line() }],
  );
}

const SETTLING: Readonly<Partial<Record<Doubt['settledBy'], Slot>>> = {
  channel: 'channel',
  way: 'channel',
  direction: 'direction',
  day: 'on',
  minutes: 'minutes',
};

/** What the line says as it stands. */
function plainly({ settledBy }: Doubt, type: TouchType): string {
  if (settledBy === 'day') return 'today';
  if (type !== 'spoke') return 'as the note';
  return settledBy === 'way' ? 'by telephone' : 'you spoke';
}

const COUNTED = ['two', 'three', 'four', 'five'];

const readingsOf = (doubt: Doubt): readonly Doubt[] => [
  doubt,
  ...(doubt.or === undefined ? [] : readingsOf(doubt.or)),
];
