/** One requirement of the page. */
export interface Row {
  /** `0.01`: the essay, then the number. */
  readonly id: string;
  readonly recorded: string;
  readonly comesBack: string;
  readonly shownBy: string;
}

/** A place in a test that shows a requirement: a title, a heading, a command, or the beginning of a line of a session. */
export interface Proof {
  readonly file: string;
  readonly text: string;
}

/** What the second cell of a requirement says that was judged wrong for the product; the third says why. */
export const NOT_IN_REL = 'not in rel';

const ROW = /^\| (\d\.\d\d) \|(.*)\|$/gm;
const PROOF = /`(test\/[^`]+)` "(.+?)"(?=; `test\/|$)/g;
const BAR = /(?<!\\)\|/;

export const rowsOf = (page: string): readonly Row[] =>
  [...page.matchAll(ROW)].map(([, id = '', cells = '']) => {
    const [recorded = '', comesBack = '', shownBy = '', ...more] = cells
      .split(BAR)
      .map((cell) => cell.trim().replaceAll('\\|', '|'));
    if (more.length > 0) throw new Error(`${id} has more than four cells`);
    return { id, recorded, comesBack, shownBy };
  });

/** Not written yet. */
export const isOpen = ({ comesBack, recorded, shownBy }: Row): boolean =>
  recorded === '' && comesBack === '' && shownBy === '';

/** Throws where the cell is anything but files with a quotation each. */
export function proofsOf({ id, shownBy }: Row): readonly Proof[] {
  const proofs = [...shownBy.matchAll(PROOF)].map(([, file = '', text = '']) => ({ file, text }));
  const whole = proofs.map(({ file, text }) => `\`${file}\` "${text}"`).join('; ');
  if (whole !== shownBy) throw new Error(`${id}: not a list of \`test/FILE\` "TITLE": ${shownBy}`);
  return proofs;
}

/** What stands in backticks where a fact is recorded or comes back. */
export const spansOf = ({ comesBack, recorded }: Row): readonly string[] =>
  [...`${recorded} ${comesBack}`.matchAll(/`([^`]+)`/g)].map(([, span = '']) => span);

const MARKS = /^(#+ |\$ |> |! )/;

/** Whether the quotation is a title in a test, or stands at the beginning of a line of a session. */
export function isIn(text: string, file: string, content: string): boolean {
  if (file.endsWith('.md'))
    return content.split('\n').some((line) => line.replace(MARKS, '').trimStart().startsWith(text));
  return ["'", '"', '`'].some((quote) => content.includes(`${quote}${text}${quote}`));
}
