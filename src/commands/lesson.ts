import { Command, Option } from 'commander';
import { resolveCustomer } from '../grammar/customers.ts';
import { isOccasion, type Recorded } from '../journal/entry.ts';
import { RelError } from '../journal/error.ts';
import { isOurFailure } from '../journal/failures.ts';
import type { World } from '../platform/world.ts';
import { firesAt, worstFinding } from '../practice/lessons.ts';
import { quotedName } from '../render/quoted.ts';
import { entryText } from '../render/entry-text.ts';
import blameShifting from '../rules/blame-shifting.ts';
import { RULES } from '../rules/index.ts';
import ownFailure from '../rules/own-failure.ts';
import type { CustomerReview } from '../verdict/review.ts';
import { namesIn, type OpenBook } from './book.ts';
import { withExamples } from './common.ts';
import { entryNumbered, readNumber } from './entry-number.ts';
import { knownRule } from './known-rule.ts';
import { reviewOfAll } from './one-customer.ts';
import { recordTurn, type TurnOptions, withTurnOptions } from './turn.ts';
import { ofCustomer } from './turn-words.ts';

interface Options extends TurnOptions {
  readonly rule?: string;
  readonly about?: number;
}

export function lessonCommand(world: World): Command {
  const command = withTurnOptions(new Command('lesson'))
    .description('what you learned from a customer; told again wherever the same rule fires')
    .usage('[options] CUSTOMER TEXT…')
    .argument('[customer...]', 'who it was learned from, then the lesson in your own words')
    .addOption(
      new Option('--rule <name>', 'the rule it is about (default: their worst finding)')
        .choices(RULES.map(({ name }) => name))
        .argParser(readRule),
    )
    .option('--about <number>', 'the incident it was learned from, by its number', readNumber)
    .action((words: readonly string[], options: Options) => lesson(world, words, options));
  return withExamples(
    command,
    'rel lesson brazos get a date for every promise',
    'rel lesson harlan --rule price-only ask what they need before the first quote',
    'rel lesson kettleby --about 12 I wrote where I should have rung',
  );
}

const readRule = (name: string): string => knownRule(name).name;

const MOST_NAMES = 3;

function lesson(world: World, words: readonly string[], options: Options): Promise<void> {
  const read = ofCustomer(world, words, options);
  const find = (book: OpenBook) => {
    if (options.rule !== undefined) refuseNobody(book, words, options.rule);
    const found = read(book);
    const customers = reviewOfAll(world, book, world.clock.today());
    const { about } = options;
    const incident = about === undefined ? undefined : entryNumbered(book, about, found.customer);
    return { ...found, customers, incident };
  };
  return recordTurn(world, options, find, (scene, { customer, rest, customers, incident }) => {
    const text = rest.join(' ').normalize('NFC');
    const name = quotedName(customer);
    if (text.trim() === '') {
      const hint = `say it: rel lesson ${name} get a date for every promise`;
      throw new RelError('usage', 'the lesson is missing', hint);
    }
    const rule = options.rule ?? ruleAbout(incident) ?? worstRule(customer, customers);
    scene.add({
      type: 'lesson',
      rule,
      text,
      ...(incident === undefined ? {} : { ref: incident.id }),
    });
    const others = customers.filter(
      ({ judgement, relationship }) =>
        relationship.customer.name !== customer && firesAt(judgement, rule),
    );
    return () => ({
      stage: false,
      says: [
        ...(incident === undefined ? [] : [`from #${incident.seq} ${entryText(incident)}`]),
        options.rule === undefined && ruleAbout(incident) === undefined
          ? `about the rule ${rule}, their worst finding now; for another one: rel undo, then --rule NAME`
          : `about the rule ${rule}`,
        others.length === 0
          ? 'told again wherever that rule counts; now at no other customer'
          : `told again wherever that rule counts; now at ${namesOf(others)}`,
      ],
      next: others[0] === undefined ? `rel why ${name}` : `rel why ${nameOf(others[0])}`,
    });
  });
}

const nameOf = ({ relationship }: CustomerReview): string => quotedName(relationship.customer.name);

function namesOf(some: readonly CustomerReview[]): string {
  const names = some.slice(0, MOST_NAMES).map(({ relationship }) => relationship.customer.name);
  const more = some.length - names.length;
  return `${names.join(', ')}${more > 0 ? ` and ${more} more` : ''}`;
}

/** Throws RelError('usage') where a rule is named, but nobody from whom it was learned. */
function refuseNobody(book: OpenBook, words: readonly string[], rule: string): void {
  if (resolveCustomer(words, namesIn(book)).is !== 'unknown') return;
  throw new RelError(
    'usage',
    'a lesson is learned from somebody: no customer is named',
    `put the name first: rel lesson CUSTOMER --rule ${rule} ${words.join(' ')}`,
  );
}

/** The rule that looks at such incidents. */
function ruleAbout(incident: Recorded | undefined): string | undefined {
  if (incident === undefined || !isOccasion(incident)) return undefined;
  const blamed = incident.fault === undefined ? undefined : blameShifting.name;
  return isOurFailure(incident) ? ownFailure.name : blamed;
}

function worstRule(customer: string, customers: readonly CustomerReview[]): string {
  const found = customers.find(({ relationship }) => relationship.customer.name === customer);
  const worst = found === undefined ? undefined : worstFinding(found.judgement);
  if (worst !== undefined) return worst.rule.name;
  throw new RelError(
    'usage',
    `${customer} has no finding that the lesson could be about`,
    `name the rule: rel lesson ${quotedName(customer)} --rule NAME …; rel rules shows them`,
  );
}
