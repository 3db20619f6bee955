import type { Json } from '../journal/fields.ts';
import { type Page, sign } from './page.ts';
import { columns, cut, pad, visible } from './visible.ts';

/** One setting as it stands. */
export interface ShownSetting {
  readonly key: string;
  readonly means: string;
  /** Null where nothing is set, and nothing holds by itself. */
  readonly value: Json;
  readonly standard: Json;
  /** Where the value comes from: `--db`, `REL_DB`, `the journal`, `default` … */
  readonly from: string;
}

const INDENT = '  ';
const NOT_SET = 'not set';
/** A longer value takes the place of what it means. */
const LONGEST = 20;
const LEAST_MEANS = 12;

/** The settings under what they are kept in. @param more limits that are as they come, and so left out */
export function settingsText(
  groups: readonly (readonly [title: string, settings: readonly ShownSetting[]])[],
  { explain, more }: { readonly explain: boolean; readonly more: number },
  page: Page,
): string {
  const all = groups.flatMap(([, settings]) => settings);
  const keyWidth = widest(all.map(({ key }) => shortKey(key)));
  const values = all.map(({ value }) => valueText(value));
  const valueWidth = widest(values.filter((text) => columns(text) <= LONGEST));
  const lines = groups.flatMap(([title, settings]) => [
    page.paint('strong', title),
    ...settings.map((setting) => {
      const { key, means, standard, from, value } = setting;
      const other =
        standard === null || from === 'default' ? '' : ` (default ${valueText(standard)})`;
      const text = valueText(value);
      const shown = pad(text, valueWidth);
      const lead = `${INDENT}${pad(shortKey(key), keyWidth)}  ${from === 'default' ? page.paint('quiet', shown) : shown}`;
      if (explain) return `${lead}  ${page.paint('quiet', `${from}${other}`)}`;
      const room = page.width - INDENT.length - keyWidth - valueWidth - 4;
      if (columns(text) > valueWidth || room < LEAST_MEANS) return lead.trimEnd();
      return `${lead}  ${page.paint('quiet', cut(means, room, sign(page).ellipsis))}`;
    }),
    '',
  ]);
  return [
    ...lines,
    `${more} more limits are as they come (rel rules, rel rule NAME).`,
    'Try one: rel rules --try RULE.LIMIT=VALUE. Set one: rel config set KEY VALUE',
    '',
  ].join('\n');
}

/** Limits are known by their rule. */
export const shortKey = (key: string): string => key.replace(/^rules\./, '');

const widest = (texts: readonly string[]): number =>
  texts.reduce((most, text) => Math.max(most, columns(text)), 0);

/** A value as one would type it. */
export function valueText(value: Json): string {
  if (value === null) return NOT_SET;
  if (Array.isArray(value)) return visible(value.join(' '));
  return visible(typeof value === 'object' ? JSON.stringify(value) : String(value));
}

export const settingJson = ({
  from,
  key,
  means,
  standard,
  value,
}: ShownSetting): Readonly<Record<string, Json>> => ({
  key,
  value,
  default: standard,
  from,
  means,
});
