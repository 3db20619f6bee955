import type { default as Ical, DesignSet } from 'ical.js';
import type { ByteLine } from './byte-lines.ts';
import { unfolded } from './content-lines.ts';

/** Name, parameters, type and values of a property, as jCal has it. */
export type JProperty = readonly unknown[];
/** A vCard, a calendar or a part of one, as jCal: its name, its properties, and what it holds. */
export type JComponent = readonly [
  name: string,
  properties: readonly JProperty[],
  components: readonly JComponent[],
];

export interface ReadComponent {
  readonly component: JComponent;
  /** Where it begins. */
  readonly line: number;
  /** The lines in it that nobody can read. */
  readonly bad: readonly number[];
  /** Where each component in it begins. */
  readonly lines: ReadonlyMap<JComponent, number>;
  /** The file ends before it does. */
  readonly isCut: boolean;
}

export type IcalLibrary = typeof Ical;

export const loadIcal = async (): Promise<IcalLibrary> => (await import('./ical-library.ts')).ical;

/** How the lines of one kind of file are read. */
export interface Manner {
  /** The line as the library reads it; undefined for what is not wanted. */
  wanted(this: void, bytes: string, component: string): string | undefined;
}

interface Open {
  readonly name: string;
  readonly properties: JProperty[];
  readonly components: Open[];
  readonly line: number;
}

/** Deeper ones are not looked at. */
const DEPTH = 20;

/** Each component that stands in none other, as soon as it ends; one without its end ends where the next begins. */
export function* componentsIn(
  lines: Iterable<ByteLine>,
  ical: IcalLibrary,
  { wanted }: Manner,
): Generator<ReadComponent> {
  const stack: Open[] = [];
  let bad: number[] = [];
  let tooDeep = 0;
  let before = '';
  function* ended(isCut: boolean): Generator<ReadComponent> {
    const [root] = stack.splice(0);
    const lines = new Map<JComponent, number>();
    if (root !== undefined)
      yield { component: jCal(root, lines), line: root.line, bad, lines, isCut };
    bad = [];
  }
  for (const { line, bytes } of unfolded(lines)) {
    const [, begins] = BEGIN.exec(bytes) ?? [];
    const isWithin = stack.length > 0 && isAgent(before);
    before = bytes.trim() === '' ? before : bytes;
    if (begins !== undefined) {
      const name = begins.toLowerCase();
      if (name === stack[0]?.name && !isWithin) yield* ended(false);
      const open = { name, properties: [], components: [], line };
      if (stack.length >= DEPTH) tooDeep += 1;
      else {
        stack.at(-1)?.components.push(open);
        stack.push(open);
      }
    } else if (END.test(bytes)) {
      if (tooDeep > 0) tooDeep -= 1;
      else if (stack.length <= 1) yield* ended(false);
      else stack.pop();
    } else if (tooDeep === 0 && bytes.trim() !== '') {
      readInto(stack, bytes, ical, wanted, () => bad.push(line));
    }
  }
  yield* ended(true);
}

const BEGIN = /^\s*BEGIN\s*:\s*([\w-]{1,64})\s*$/i;
const END = /^\s*END\s*:/i;

/** A vCard 2.1 may hold the card of somebody's agent. */
const isAgent = (line: string): boolean => /^AGENT\b/i.test(line);

function readInto(
  stack: readonly Open[],
  bytes: string,
  ical: IcalLibrary,
  wanted: Manner['wanted'],
  isBad: () => void,
): void {
  const [root, into] = [stack[0], stack.at(-1)];
  // What stands before, between and behind is none of our business.
  if (root === undefined || into === undefined) return;
  const text = wanted(bytes, into.name);
  if (text === undefined) return;
  try {
    into.properties.push(ical.parse.property(text, designOf(root, ical)));
  } catch {
    isBad();
  }
}

/** vCard 4.0 says first which version it is; all others are read as 3.0. */
function designOf({ name, properties }: Open, ical: IcalLibrary): DesignSet {
  const [first] = properties;
  const isOld = name === 'vcard' && first !== undefined && first[3] !== '4.0';
  return ical.design.getDesignSet(isOld ? 'vcard3' : name);
}

function jCal(
  { name, properties, components, line }: Open,
  lines: Map<JComponent, number>,
): JComponent {
  const component: JComponent = [name, properties, components.map((each) => jCal(each, lines))];
  lines.set(component, line);
  return component;
}
