import { Command } from 'commander';
import { leadingDate } from '../grammar/dated-words.ts';
import { nearWords } from '../grammar/likeness.ts';
import { addDays, spokenDay } from '../journal/days.ts';
import { isOccasion, type Occasion } from '../journal/entry.ts';
import { RelError } from '../journal/error.ts';
import { isOurFailure, openFailures } from '../journal/failures.ts';
import { CHANGES } from '../journal/vocabulary.ts';
import type { World } from '../platform/world.ts';
import { entryText } from '../render/entry-text.ts';
import { quotedName } from '../render/quoted.ts';
import renewalRule from '../rules/renewal.ts';
import { entriesIn, type OpenBook } from './book.ts';
import { withExamples } from './common.ts';
import { entryNumbered, numberIn } from './entry-number.ts';
import { noted, recordTurn, type TurnOptions, withTurnOptions } from './turn.ts';
import { ofCustomer } from './turn-words.ts';

export function renewalCommand(world: World): Command {
  const command = withTurnOptions(new Command('renewal'))
    .description('the day on which their contract renews, or ends')
    .usage('[options] CUSTOMER DATE [WORDS…]')
    .argument('[customer...]', 'who, then the date, then words for a note')
    .action((words: readonly string[], options: TurnOptions) => renewal(world, words, options));
  return withExamples(
    command,
    'rel renewal brazos 2027-06-30',
    'rel renewal harlan 1 mar three years',
  );
}

/** `on 1 mar`, `until 1 mar`. */
const BEFORE_DATE: ReadonlySet<string> = new Set(['on', 'until', 'till', 'to']);

function renewal(world: World, words: readonly string[], options: TurnOptions): Promise<void> {
  return recordTurn(world, options, ofCustomer(world, words, options), (scene, found) => {
    const name = quotedName(found.customer);
    if (found.rest.length === 0)
      throw new RelError('usage', 'the date is missing', `type it: rel renewal ${name} 2027-06-30`);
    const [first = '', ...others] = found.rest;
    const said = BEFORE_DATE.has(first.toLowerCase()) ? others : found.rest;
    const { date, rest } = leadingDate('', said, scene.today, 'future');
    const renewsOn = date.day;
    if (renewsOn < scene.today) {
      const message = `${spokenDay(renewsOn)} has been: a renewal lies ahead`;
      throw new RelError(
        'usage',
        message,
        `what they did then: rel won ${name}, or rel lost ${name}`,
      );
    }
    scene.add({ type: 'renewal', renewsOn, ...noted(rest) });
    return ({ history }) => {
      const { horizon } = renewalRule.check(history).numbers;
      const begins = horizon === undefined ? undefined : addDays(renewsOn, -horizon);
      const from =
        begins === undefined || begins <= scene.today
          ? 'from today on'
          : `from ${spokenDay(begins)} on`;
      return {
        stage: false,
        says: [
          `in ${renewsOn - scene.today} days`,
          begins === undefined
            ? `looked at once business is going on; now they are: ${history.standing.stage}`
            : `${from} the review asks whether you talked about need, review or people`,
        ],
        next: `rel log ${name} meeting :review`,
      };
    };
  });
}

export function changeCommand(world: World): Command {
  const command = withTurnOptions(new Command('change'))
    .description('something changed on their side: for a lost customer, a time to try again')
    .usage('[options] CUSTOMER WHAT [WORDS…]')
    .argument('[customer...]', 'who, then what changed, then words for a note')
    .addHelpText('after', `\nWHAT is one of:\n  ${CHANGES.join(', ')}`)
    .action((words: readonly string[], options: TurnOptions) => change(world, words, options));
  return withExamples(
    command,
    'rel change brazos buyer-moved Ray went to Castellan',
    'rel change harlan rival-failing --on yesterday',
  );
}

function change(world: World, words: readonly string[], options: TurnOptions): Promise<void> {
  return recordTurn(world, options, ofCustomer(world, words, options), (scene, found) => {
    const [first, ...others] = found.rest;
    const kind = CHANGES.find((each) => each === first?.toLowerCase());
    if (kind === undefined) {
      const [near] = first === undefined ? [] : nearWords(first.toLowerCase(), CHANGES);
      throw new RelError(
        'usage',
        first === undefined ? 'say what changed' : `“${first}” is no change that rel knows`,
        near === undefined
          ? `one of ${CHANGES.join(', ')}`
          : `did you mean ${near}? Nothing was written`,
      );
    }
    scene.add({ type: 'change', kind, ...noted(others) });
    const name = quotedName(found.customer);
    return ({ history: { standing } }) => {
      const waiting = standing.stage === 'lost' && !standing.refused;
      return {
        stage: false,
        says: [
          waiting
            ? 'an opening: try now, and clear the air first'
            : standing.refused
              ? 'they refused: it opens nothing'
              : 'noted; ask what it means for them',
        ],
        next: waiting ? `rel rebuild ${name}` : `rel log ${name} call :need`,
      };
    };
  });
}

export function acceptCommand(world: World): Command {
  const command = withTurnOptions(new Command('accept'))
    .description('they accepted a failure of ours as mended')
    .usage('[options] N|CUSTOMER [WORDS…]')
    .argument('[incident...]', 'its number, or a customer with one open failure; then a note')
    .action((words: readonly string[], options: TurnOptions) => accept(world, words, options));
  return withExamples(command, 'rel accept 12', 'rel accept 12 --on fri said so over lunch');
}

function accept(world: World, words: readonly string[], options: TurnOptions): Promise<void> {
  const [first = '', ...others] = words;
  const number = numberIn(first);
  const byNumber = (book: OpenBook) => {
    const incident = failureNumbered(book, number ?? 0);
    const found = ofCustomer(world, [incident.customer, ...others], options)(book);
    return { ...found, incident };
  };
  const byCustomer = (book: OpenBook) => {
    const found = ofCustomer(world, words, options)(book);
    return { ...found, incident: onlyFailure(book, found.customer) };
  };
  const find = number === undefined ? byCustomer : byNumber;
  return recordTurn(world, options, find, (scene, { incident, rest }) => {
    if (incident.on > scene.on) {
      const message = `#${incident.seq} happened on ${spokenDay(incident.on)}, after ${spokenDay(scene.on)}`;
      throw new RelError('usage', message, 'leave out --on, or type a later day');
    }
    scene.add({ type: 'accept', ref: incident.id, ...noted(rest) });
    return ({ relationship }) => {
      const open = openFailures(relationship.entries);
      return {
        stage: false,
        says: [
          `#${incident.seq} ${entryText(incident)}`,
          open.length === 0
            ? 'no failure of yours is open any more'
            : `still open: ${open.map(({ seq }) => `#${seq}`).join(', ')}`,
        ],
      };
    };
  });
}

function failureNumbered(book: OpenBook, number: number): Occasion {
  const entry = entryNumbered(book, number);
  const entries = entriesIn(book, entry.customer);
  const open = openFailures(entries);
  const hint =
    open.length === 0
      ? `${entry.customer} has no failure of yours that is open`
      : `open: ${open.map((each) => `#${each.seq} ${entryText(each)}`).join('; ')}`;
  const told = entries.find((each) => each.type === 'accept' && each.ref === entry.id);
  if (told !== undefined)
    throw new RelError(
      'usage',
      `#${number} was accepted on ${spokenDay(told.on)} (#${told.seq})`,
      hint,
    );
  const what =
    isOccasion(entry) && entry.harm === undefined ? 'names no harm' : 'is no fault of yours';
  if (isOurFailure(entry)) return entry;
  throw new RelError('usage', `#${number} ${what}: ${entryText(entry)}`, hint);
}

function onlyFailure(book: OpenBook, customer: string): Occasion {
  const entries = entriesIn(book, customer);
  const [first, second] = openFailures(entries);
  if (first !== undefined && second === undefined) return first;
  const open = openFailures(entries).map((each) => `#${each.seq} ${entryText(each)}`);
  throw new RelError(
    'usage',
    first === undefined
      ? `${customer} has no failure of yours that is open`
      : `${customer} has ${open.length} open failures: ${open.join('; ')}`,
    first === undefined
      ? `one is logged so: rel log ${quotedName(customer)} call fault:us harm:2`
      : `say which: rel accept ${first.seq}; nothing was written`,
  );
}
