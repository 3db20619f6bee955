import type { ComponentChildren } from 'preact';
import { VERDICTS } from '../../journal/vocabulary.ts';
import { type Page, type Role, sign } from '../page.ts';
import { VerdictWord } from './verdict-word.tsx';

/**
 * What is printed on a page in HTML by those who print on a terminal: no line is ever broken, and what a piece of text is
 * stands between two characters that no text of others can have, because `visible` writes them out.
 */
const [FIRST, END] = [0xfdd0, '\ufddf'] as const;
const ROLES: readonly Role[] = ['strong', 'quiet', 'good', 'warn', 'bad'];
const mark = (role: Role): string => String.fromCharCode(FIRST + ROLES.indexOf(role));
const PAINTED = /([\ufdd0-\ufdde][^\ufddf]*\ufddf)/;
const MARKS = /[\ufdd0-\ufddf]/g;

export const WIDE_PAGE: Page = {
  width: 100_000,
  // Blanks around it are for columns.
  paint: (role, text) => {
    const said = text.trim();
    return text.replace(said, () => mark(role) + said + END);
  },
  unicode: true,
};

/** Where the entries are that the page lists. */
export type Listed = ReadonlySet<number>;

interface ToldProps {
  /** Lines set for `WIDE_PAGE`: titles, and what stands under them further in. */
  readonly lines: readonly string[];
  readonly listed: Listed;
  readonly heading: 'h2' | 'h3';
}

/** Sections of a terminal page: each title a heading, each line below it one of a list. */
export function Told({ heading: Heading, lines, listed }: ToldProps) {
  return (
    <>
      {sectionsOf(lines).map(({ title, said }) => (
        <div class="told">
          {title !== '' && <Heading>{bare(title)}</Heading>}
          {said.length > 0 && (
            <ul>
              {said.map((line) => (
                <li class={depthOf(line)}>
                  <Line text={line.trim()} listed={listed} />
                </li>
              ))}
            </ul>
          )}
        </div>
      ))}
    </>
  );
}

function sectionsOf(lines: readonly string[]) {
  const sections: { title: string; said: string[] }[] = [];
  for (const line of lines) {
    const last = sections.at(-1);
    if (bare(line).trim() === '') continue;
    if (line.startsWith(mark('strong')) || last === undefined)
      sections.push({ title: line, said: [] });
    else last.said.push(line);
  }
  return sections;
}

/** How far in a line stands. */
function depthOf(line: string): string | undefined {
  if (line.startsWith(' '.repeat(FAR))) return 'far';
  return line.startsWith(' '.repeat(IN)) ? 'in' : undefined;
}

const [IN, FAR] = [4, 10] as const;

const bare = (line: string): string => line.replace(MARKS, '');

/** A label of one word, and two blanks or more before what belongs to it. */
const LABELLED = /^(\S+) {2,}(.+)$/;

/** What is typed stands behind an arrow. */
const COMMAND = `${sign(WIDE_PAGE).arrow} `;

function Line({ listed, text }: WordsProps) {
  const said = bare(text);
  if (said.startsWith(COMMAND)) return <code class="command">{said.slice(COMMAND.length)}</code>;
  const [, label, rest] = LABELLED.exec(text) ?? [];
  if (label === undefined || rest === undefined) return <Words text={text} listed={listed} />;
  return (
    <span class="labelled">
      <span class="term">
        <Words text={label} listed={listed} />
      </span>{' '}
      <span>
        <Line text={rest} listed={listed} />
      </span>
    </span>
  );
}

interface WordsProps {
  readonly text: string;
  readonly listed: Listed;
}

/** A line with its roles, and each `#12` a link to the entry, where the page has it. */
export const Words = ({ listed, text }: WordsProps) => (
  <>
    {text
      .split(PAINTED)
      .map((piece, index) =>
        index % 2 === 0 ? (
          linked(piece, listed)
        ) : (
          <Painted
            role={ROLES[piece.charCodeAt(0) - FIRST]}
            text={piece.slice(1, -1)}
            listed={listed}
          />
        ),
      )}
  </>
);

/** A verdict looks the same wherever it stands; all else has the colour of its role. */
function Painted({ listed, role, text }: WordsProps & { readonly role: Role | undefined }) {
  const verdict = VERDICTS.find((each) => each === text);
  if (verdict !== undefined) return <VerdictWord verdict={verdict} />;
  return <span class={role}>{linked(text, listed)}</span>;
}

const linked = (text: string, listed: Listed): ComponentChildren =>
  text.split(/(#\d+)/).map((piece, index) => {
    const seq = Number(piece.slice(1));
    return index % 2 === 1 && listed.has(seq) ? <EntryLink seq={seq} /> : piece;
  });

/** The numbers of the entries that these lines name. */
export const numbersIn = (lines: readonly string[]): readonly number[] =>
  lines.flatMap((line) => [...line.matchAll(/#(\d+)/g)].map(([, seq]) => Number(seq)));

/** `#12`, which leads to the entry. */
export const EntryLink = ({ seq }: { readonly seq: number }) => (
  <a class="entry" href={`#entry-${seq}`}>
    #{seq}
  </a>
);
