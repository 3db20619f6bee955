import { RelError } from '../journal/error.ts';
import type { Json } from '../journal/fields.ts';
import { valueText } from '../render/field-changes.ts';
import { wrapped } from '../render/finding-text.ts';
import type { Line, Sheet } from './edit-fields.ts';
import type { Wish } from './edit-words.ts';

const WIDTH = 76;

type Fields = ReadonlyMap<string, readonly string[]>;

/** The line for an editor: one `field: value` a line, the rows of a longer text indented. */
export function sheetText(title: string, line: Line, sheet: Sheet, numbered: Line): string {
  const fields = textsOf(line, sheet, numbered);
  const rows = [...fields].flatMap(([field, texts]) =>
    texts.map((text) => `${field}: ${text.replaceAll('\n', '\n  ')}`),
  );
  const free = Object.keys(sheet.fields).filter((field) => !fields.has(field));
  const head = [
    `# ${title}`,
    '# Change what is wrong, save and leave. A line taken out removes its field; nothing',
    '# changed, nothing written. To a longer text add rows that begin with two blanks.',
    ...(free.length === 0
      ? []
      : wrapped(`Not set: ${free.join(' ')}`, WIDTH).map((row) => `# ${row}`)),
  ];
  return `${[...head, ...rows].join('\n')}\n`;
}

/** @param shown values that are written in another way than they are stored: a reference as #12 */
function textsOf(line: Line, { fields }: Sheet, shown: Line): Fields {
  return new Map(
    Object.keys(fields).flatMap((field) => {
      const value = shown[field] ?? line[field];
      return value === undefined ? [] : [[field, textOf(field, value)] as const];
    }),
  );
}

/** Names and sentences of a list get a row each, for they may hold a comma. */
function textOf(field: string, value: Json): readonly string[] {
  const plain = (each: Json) => (typeof each === 'string' ? each : valueText(each));
  if (!Array.isArray(value)) return [plain(value)];
  const all = (value as readonly Json[]).map(plain);
  const isWords = all.every((each) => /^[a-z-]+$/.test(each));
  return isWords && !OF_TEXTS.has(field) ? [all.join(', ')] : all;
}

const OF_TEXTS = new Set(['aliases', 'needs']);

/** What the edited text wishes to be otherwise. Throws RelError('usage') for what is no field. */
export function wishesOf(before: string, after: string): readonly Wish[] {
  const [old, wished] = [before, after].map(parsed);
  if (old === undefined || wished === undefined) return [];
  const fields = [...new Set([...old.keys(), ...wished.keys()])];
  return fields.flatMap((key) => {
    const texts = wished.get(key) ?? [];
    if (JSON.stringify(texts) === JSON.stringify(old.get(key) ?? [])) return [];
    return texts.length === 0 ? [{ key, text: '' }] : texts.map((text) => ({ key, text }));
  });
}

function parsed(text: string): Fields {
  const fields = new Map<string, string[]>();
  let last: string[] | undefined;
  for (const [index, row] of text.replaceAll('\r\n', '\n').split('\n').entries()) {
    if (row.startsWith('#')) continue;
    const [, key, value = ''] = /^([A-Za-z][A-Za-z-]*):[ \t]?(.*)$/.exec(row) ?? [];
    if (key !== undefined) {
      last = fields.get(key) ?? [];
      last.push(value.trimEnd());
      fields.set(key, last);
    } else if (row.startsWith(' ') && last !== undefined) {
      last.push(`${last.pop() ?? ''}\n${row.replace(/^ {1,2}/, '').trimEnd()}`);
    } else if (row.trim() !== '') {
      const hint = 'a row is field: value; more rows of a text begin with two blanks';
      throw new RelError('usage', `line ${index + 1} is no field: ${row}`, hint);
    }
  }
  return fields;
}
