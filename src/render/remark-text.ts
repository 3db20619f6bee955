import type { Json } from '../journal/fields.ts';
import type { Remark, RemarkKind } from '../practice/remark.ts';
import type { CustomerReview } from '../verdict/review.ts';
import { FEW_ENTRIES, hanging, wrapped } from './finding-text.ts';
import { pasteable } from './next-command.ts';
import { type Page, sign } from './page.ts';
import { quotedName } from './quoted.ts';
import { visible } from './visible.ts';

export type RemarksOf = (review: CustomerReview) => readonly Remark[];

/** `you quoted before you asked #12 #14`. */
export const remarkWords = ({ evidence, says }: Remark, most: number): string => {
  const numbers = evidence.map(({ seq }) => `#${seq}`);
  const more = numbers.length - most;
  return `${visible(says)} ${more > 0 ? `${numbers.slice(-most).join(' ')} +${more}` : numbers.join(' ')}`;
};

/** As it can be pasted; undefined where nothing is to be typed. */
const commandOf = ({ command }: Remark, customer: string): string | undefined =>
  command === undefined ? undefined : pasteable(command, quotedName(customer));

/** The section of `rel why`. */
export function remarkLines(
  remarks: readonly Remark[],
  customer: string,
  page: Page,
): readonly string[] {
  if (remarks.length === 0) return [];
  const lines = remarks.flatMap((remark) => {
    const command = commandOf(remark, customer);
    return [
      ...wrapped(
        `${remark.kind.name}: ${remarkWords(remark, FEW_ENTRIES)}`,
        Math.max(20, page.width - 4),
      ).map((line, index) => `${index === 0 ? '  ' : '    '}${line}`),
      ...(command === undefined
        ? []
        : [`    ${page.paint('strong', `${sign(page).arrow} ${command}`)}`]),
    ];
  });
  return ['', page.paint('strong', 'Beside the rules, weighing nothing'), ...lines];
}

export const remarkJson = (remark: Remark, customer: string): Readonly<Record<string, Json>> => ({
  remark: remark.kind.name,
  side: remark.kind.side,
  says: remark.says,
  evidence: remark.evidence.map(({ id }) => id),
  command: commandOf(remark, customer) ?? null,
});

/** One kind of remark as it explains itself. */
export const remarkKindText = ({ asks, name, side, source, why }: RemarkKind, page: Page): string =>
  [
    ...wrapped(`${page.paint('strong', name)}: ${asks}`, page.width),
    page.paint('quiet', `  ${side}, a remark: it weighs nothing`),
    '',
    page.paint('strong', 'Why'),
    ...hanging(why, page),
    '',
    page.paint('strong', 'Source'),
    ...hanging(source, page),
    '',
  ].join('\n');

export const remarkKindJson = ({ asks, name, side, source, why }: RemarkKind) => ({
  name,
  side,
  asks,
  source,
  why,
});
