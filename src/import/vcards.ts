import type { ByteLine } from './byte-lines.ts';
import { cardLine } from './card-lines.ts';
import { cleanName } from './clean.ts';
import { componentsIn, type IcalLibrary, type JComponent, type JProperty } from './components.ts';

/** What a card of an address book says, as far as rel has a use for it. */
export interface AddressCard {
  /** Where it begins. */
  readonly line: number;
  readonly is: 'person' | 'company' | 'group';
  readonly name?: string;
  readonly company?: string;
  readonly role?: string;
  /** The preferred one first. */
  readonly emails: readonly string[];
  /** As `emails`. */
  readonly phones: readonly string[];
  /** Lines of it that nobody can read. */
  readonly bad: readonly number[];
  /** The file ends before it does. */
  readonly isCut: boolean;
}

/** The cards of an address book, of any version of vCard. */
export function* addressCards(
  lines: Iterable<ByteLine>,
  ical: IcalLibrary,
): Generator<AddressCard> {
  for (const { component, line, bad, isCut } of componentsIn(lines, ical, { wanted: cardLine })) {
    if (component[0] === 'vcard') yield { line, bad, isCut, ...cardOf(component) };
  }
}

const NONE: JProperty[] = [];
/** Where a text has no parts, the library leaves these as they are; Apple and Google write them so. */
const ESCAPED = /\\([;:])/g;

type Said = Omit<AddressCard, 'line' | 'bad' | 'isCut'>;

function cardOf([, properties]: JComponent): Said {
  const named = new Map<unknown, JProperty[]>();
  for (const property of properties) {
    const alike = named.get(property[0]);
    if (alike === undefined) named.set(property[0], [property]);
    else alike.push(property);
  }
  const all = (name: string): readonly JProperty[] => {
    const given = named.get(name) ?? NONE;
    return given.length > 1 ? given.sort(byPreference) : given;
  };
  const first = (name: string): string | undefined => {
    for (const property of all(name)) {
      const text = cleanName(textIn(property[3], ' ').replace(ESCAPED, '$1'));
      if (text !== undefined) return text;
    }
    return undefined;
  };
  const company = cleanName(textIn(partsOf(all('org')[0])[0], ' '));
  const emails = all('email').flatMap((each) => addressIn(textIn(each[3], ' ')) ?? []);
  const called = first('fn') ?? nameFrom(partsOf(all('n')[0]));
  const name = called ?? first('nickname') ?? (company === undefined ? emails[0] : undefined);
  const kind = (first('kind') ?? first('x-addressbookserver-kind') ?? '').toLowerCase();
  const isCompany =
    kind === 'org' ||
    /company/i.test(first('x-abshowas') ?? '') ||
    (company !== undefined && (name ?? company) === company);
  return {
    is: kind === 'group' ? 'group' : isCompany ? 'company' : 'person',
    emails: [...new Set(emails)],
    phones: [...new Set(all('tel').flatMap(spokenNumber))],
    ...present({
      name,
      company: company ?? (isCompany ? name : undefined),
      role: first('title') ?? first('role'),
    }),
  };
}

const present = <T extends object>(fields: T): { [K in keyof T]?: NonNullable<T[K]> } =>
  Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined)) as {
    [K in keyof T]?: NonNullable<T[K]>;
  };

/** The parts of a name or of a company. */
function partsOf(property: JProperty | undefined): readonly unknown[] {
  const value: unknown = property?.[3];
  return Array.isArray(value) ? (value as readonly unknown[]) : [value];
}

const textIn = (value: unknown, between: string): string =>
  Array.isArray(value)
    ? value.map((each) => textIn(each, between)).join(between)
    : typeof value === 'string'
      ? value
      : '';

/** Family name, given name, further names: as they are spoken. Titles stay away. */
const nameFrom = ([family, given, further]: readonly unknown[]): string | undefined =>
  cleanName([given, further, family].map((each) => textIn(each, ' ')).join(' '));

const ADDRESS = /[^\s<>,;:"()]{1,128}@[^\s<>,;:"()@]{1,255}/;

const addressIn = (text: string): string | undefined => ADDRESS.exec(text.slice(0, 1000))?.[0];

/** A fax and a pager answer nobody. */
function spokenNumber(property: JProperty): readonly string[] {
  if (/\b(fax|pager|modem)\b/.test(typesOf(property))) return [];
  const number = cleanName(textIn(property[3], ' ').replace(/^tel:/i, ''));
  return number === undefined ? [] : [number];
}

const parameters = ([, given]: JProperty): Readonly<Record<string, unknown>> =>
  given as Readonly<Record<string, unknown>>;

const typesOf = (property: JProperty): string =>
  textIn(parameters(property)['type'], ' ').toLowerCase();

/** In vCard 4.0 a number from 1, the best, to 100; before, a word. */
function preference(property: JProperty): number {
  const given = Number(parameters(property)['pref']);
  if (Number.isFinite(given)) return given;
  return /\bpref\b/.test(typesOf(property)) ? 1 : 101;
}

const byPreference = (a: JProperty, b: JProperty): number => preference(a) - preference(b);
