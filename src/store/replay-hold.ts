import { RelError } from '../journal/error.ts';
import { flatLine } from './flat-line.ts';
import type { Replay } from './replay.ts';
import type { ReplayedSubject } from './replay-subject.ts';

const OF_A_PROMISE = new Set(['done', 'broken', 'waived', 'moved', 'paid']);
const OCCASIONS = new Set(['spoke', 'tried', 'heard', 'sent', 'work']);

/**
 * Makes all hold together that was done on several devices: what an entry refers to, and whoever an entry or person
 * belongs to, is there although it was taken away on another device. Returns what lives again. Throws RelError('journal')
 * where something refers to what no device has told of.
 */
export function holdTogether(replay: Replay): readonly ReplayedSubject[] {
  const lives = revived(replay);
  for (const each of replay.subjects()) {
    if (!each.alive || each.kind === 'customer' || each.kind === 'settings') continue;
    if (replay.customerOf(each) === undefined) incomplete(each, 'a customer');
    if (refOf(each) === undefined) continue;
    const target = targetOf(replay, each) ?? incomplete(each, 'an entry');
    if (!fits(each, target.line)) incomplete(each, 'a promise or an occasion');
  }
  return lives;
}

/** The same where something may be missing, as on an earlier day. */
export function revived(replay: Replay): readonly ReplayedSubject[] {
  const lives: ReplayedSubject[] = [];
  const revive = (subject: ReplayedSubject): void => {
    if (subject.alive) return;
    subject.revive();
    lives.push(subject);
  };
  const entries = replay.subjects().filter(({ kind }) => kind === 'entry');
  // An entry that lives again may itself refer to one.
  const referring = entries.filter(({ alive }) => alive);
  for (const entry of referring) {
    const target = targetOf(replay, entry);
    if (target === undefined || target.alive) continue;
    revive(target);
    referring.push(target);
  }
  for (const entry of referring) beFit(replay, entry);
  for (const entry of referring) entry.customer = ownerOf(replay, entry);
  const people = replay.subjects().filter(({ kind, alive }) => kind === 'person' && alive);
  for (const each of [...referring, ...people]) {
    const customer = replay.customerOf(each);
    if (customer !== undefined) revive(customer);
  }
  for (const each of lives) if (each.kind === 'customer') replay.settle(each);
  return lives;
}

const valueOf = (subject: ReplayedSubject, field: string): unknown => {
  const text = subject.line.get(JSON.stringify([field]));
  return text === undefined ? undefined : JSON.parse(text);
};

function refOf(entry: ReplayedSubject): string | undefined {
  const ref = valueOf(entry, 'ref');
  return typeof ref === 'string' ? ref : undefined;
}

function targetOf(replay: Replay, entry: ReplayedSubject): ReplayedSubject | undefined {
  const ref = refOf(entry);
  return ref === undefined ? undefined : replay.subject('entry', ref);
}

/** What refers to something is its customer's. */
function ownerOf(replay: Replay, entry: ReplayedSubject): string | null {
  const seen = new Set([entry]);
  let at = entry;
  for (;;) {
    const target = targetOf(replay, at);
    if (target === undefined || seen.has(target)) return at.customer;
    seen.add(target);
    at = target;
  }
}

/** What one device made something else of, while another one referred to it, stays what was referred to. */
function beFit(replay: Replay, entry: ReplayedSubject): void {
  const target = targetOf(replay, entry);
  if (target === undefined || fits(entry, target.line)) return;
  const version = target.operations.findLast(
    ({ after }) => after !== null && fits(entry, flatLine(after, new Set(['customer']))),
  );
  if (version === undefined || version.after === null) return;
  target.line = flatLine(version.after, new Set(['customer']));
}

function fits(entry: ReplayedSubject, target: ReplayedSubject['line']): boolean {
  const own = String(valueOf(entry, 'type'));
  const type: unknown = JSON.parse(target.get('["type"]') ?? '""');
  if (own === 'paid') return type === 'promise' && target.get('["kind"]') === '"payment"';
  if (OF_A_PROMISE.has(own)) return type === 'promise';
  return own !== 'accept' || OCCASIONS.has(String(type));
}

function incomplete({ id }: ReplayedSubject, what: string): never {
  throw new RelError(
    'journal',
    `entry ${id} belongs to ${what} that none of the devices has told of`,
    'nothing was written; sync the other devices again, and then this one',
  );
}
