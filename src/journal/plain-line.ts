import { ENTRY_FIELDS, type EntryType } from './entry.ts';
import type { NewEntryText } from './entry-text.ts';
import {
  amount,
  clockTime,
  day,
  type Field,
  flag,
  instant,
  type Kind,
  name,
  text,
  title,
  zoneOffset,
} from './fields.ts';
import { fieldsOf } from './line.ts';

/*
 * Most lines are as this program writes them, in letters that need no second look: one expression for each type says so,
 * and what is kept of such a line is a part of it. Read into fields and written again it would be the same, at five
 * times the cost.
 */

// Letters and signs that JSON writes as they are, and that are the same in each form of Unicode.
const INK = String.raw`!#-\[\]-~\u00a1-\u02ff\u2010-\u2027\u20a0-\u20bf`;
const TEXT = `[ ${INK}]*`;
const NAME = ` *[${INK}]${TEXT}`;
const TITLE = `[${INK}]+(?: [${INK}]+)*`;
// Without 29 February, for which a calendar is asked.
const DAY =
  String.raw`(?:19[7-9]\d|2[01]\d\d|2200)-(?:(?:0[1-9]|1[0-2])-(?:0[1-9]|1\d|2[0-8])|` +
  String.raw`(?:0[13-9]|1[0-2])-(?:29|30)|(?:0[13578]|1[02])-31)`;
const TIME = String.raw`(?:[01]\d|2[0-3]):[0-5]\d`;
const OFFSET = String.raw`[+-](?:0\d|1[0-4]):[0-5]\d`;
const SECONDS = String.raw`:[0-5]\d(?:\.\d{1,9})?`;
/** So few digits that a number is written as it was read. */
const AMOUNT = String.raw`(?:0|[1-9]\d{0,8})(?:\.\d{0,5}[1-9])?`;

const quoted = (form: string): string => `"${form}"`;

const FORMS: ReadonlyMap<unknown, string> = new Map<unknown, string>([
  [text, quoted(TEXT)],
  [name, quoted(NAME)],
  [title, quoted(TITLE)],
  [day, quoted(DAY)],
  [clockTime, quoted(TIME)],
  [zoneOffset, quoted(OFFSET)],
  [instant, quoted(`${DAY}T${TIME}${SECONDS}(?:Z|${OFFSET})`)],
  [flag, '(?:true|false)'],
  [amount, AMOUNT],
]);

const oneOf = (forms: readonly (string | number)[]): string => `(?:${forms.join('|')})`;

/** How values of this kind are written that are certainly kept so; undefined where no expression tells. */
function formOf(kind: Kind<unknown>): string | undefined {
  const { madeOf } = kind;
  if (madeOf === undefined) return FORMS.get(kind);
  if ('words' in madeOf) return quoted(oneOf(madeOf.words));
  if ('least' in madeOf) {
    const { least, most } = madeOf;
    return oneOf(Array.from({ length: most - least + 1 }, (_, above) => least + above));
  }
  if ('items' in madeOf) {
    const item = formOf(madeOf.items);
    return item === undefined ? undefined : String.raw`\[(?:${item}(?:,${item})*)?\]`;
  }
  const inner = Object.entries(madeOf.fields).map((each) => formOfField(each));
  return inner.includes(undefined) ? undefined : String.raw`\{${inner.join('').slice(1)}\}`;
}

/** With the comma before it; empty where such a line has to be read field by field. */
function formOfField([key, field]: readonly [string, Field<unknown, boolean>]): string | undefined {
  const form = formOf(field.kind);
  if (form === undefined) return field.required ? undefined : '';
  return field.required ? `,"${key}":${form}` : `(?:,"${key}":${form})?`;
}

const HEAD = new Set(['id', 'customer', 'on']);
/** What they say may be wrong although each field is right. */
const CONTRADICTORY: readonly EntryType[] = ['away', 'hardship', 'learned', 'conditions'];

function lineOf(type: EntryType): RegExp | undefined {
  if (CONTRADICTORY.includes(type)) return undefined;
  const fields = Object.entries(fieldsOf(type)).filter(([key]) => !HEAD.has(key));
  const forms = fields.map((each) => (each[0] === 'ref' ? refOf(each[1]) : formOfField(each)));
  if (forms.includes(undefined)) return undefined;
  const ref = fields.findIndex(([key]) => key === 'ref');
  const before = forms.slice(0, Math.max(ref, 0)).join('');
  const others = forms.slice(Math.max(ref, 0)).join('');
  return new RegExp(
    String.raw`^\{"type":"${type}","id":"(${NAME})","customer":"(${TITLE})","on":"(${DAY})"(${before})${others}\}$`,
  );
}

const refOf = ({ required }: Field<unknown, boolean>): string =>
  `(?:,"ref":"(${NAME})")${required ? '' : '?'}`;

const lines = new Map<string, RegExp | undefined>();

function knownLine(type: string): RegExp | undefined {
  if (!lines.has(type))
    lines.set(type, Object.hasOwn(ENTRY_FIELDS, type) ? lineOf(type as EntryType) : undefined);
  return lines.get(type);
}

const BEFORE_TYPE = '{"type":"';
/** Longer ones may hold a text that is too long. */
const SHORT = 65_536;

/** The entry of a line of the interchange format; undefined where the line has to be read field by field. */
export function readPlainLine(line: string): NewEntryText | undefined {
  if (line.length > SHORT || !line.startsWith(BEFORE_TYPE)) return undefined;
  const type = line.slice(BEFORE_TYPE.length, line.indexOf('"', BEFORE_TYPE.length));
  const found = knownLine(type)?.exec(line);
  const on = day.read(found?.[3]);
  if (!found || on === undefined) return undefined;
  const [, id = '', customer = '', written = '', before = '', ref] = found;
  const head =
    `${BEFORE_TYPE}","id":"","customer":"","on":""`.length +
    type.length +
    id.length +
    customer.length +
    written.length;
  const afterRef = head + before.length + (ref === undefined ? 0 : ',"ref":""'.length + ref.length);
  const rest = before + line.slice(afterRef);
  return {
    type: type as EntryType,
    id,
    customer,
    on,
    ref: ref ?? null,
    rest: rest === '}' ? '{}' : `{${rest.slice(1)}`,
  };
}
