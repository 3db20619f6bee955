import type { Day } from '../journal/days.ts';
import { draftOf, type EntryDraft } from './draft.ts';
import type { LogKind } from './head.ts';
import { readTokens } from './line.ts';
import { type PromiseDraft, promisesOf } from './promises.ts';
import { type Said, saidAs } from './said.ts';
import { lineMeant } from './line-meant.ts';
import { partsOf } from './sentence.ts';
import { type CommandOptions, tokensOf } from './tokens.ts';

export interface LogContext {
  readonly today: Day;
  /** `work` for `rel work`: no channel, direction or outcome. Default `touch`. */
  readonly kind?: LogKind;
  /** The customer as it was typed, for the hints of errors. */
  readonly customer?: string;
  /** The person by whom the customer was named (`dana@brazos`). */
  readonly person?: string;
  /** Full names of the customer's people, so that `with:dana whitfield` needs no quotes. */
  readonly people?: readonly string[];
  /** Options of the command itself; they come back in the draft, unread. */
  readonly commandOptions?: CommandOptions;
  /** Text of the note from a file, an editor or an answer, after the words; `:words` and keys in it count, options do not. */
  readonly text?: string;
}

/** What one line says; the store adds ids, customer and time of recording. */
export interface LogDraft {
  readonly entry: EntryDraft;
  readonly promises: readonly PromiseDraft[];
  /** For the card; `entry.learned` says that they were learned here. */
  readonly needs: readonly string[];
  readonly wins: readonly string[];
  readonly commandOptions: ReadonlyMap<string, string | true>;
  /** What was understood, in short phrases for the answer; date and promises left to the caller. */
  readonly understood: readonly string[];
}

const NO_OPTIONS: CommandOptions = new Map();

/**
 * Reads the words after the customer. Throws RelError('usage') where something cannot be read or has two readings; then
 * nothing is to be written.
 * @param words the shell's arguments, uncut; text from a file or an editor is one of them
 */
export function parseLog(words: readonly string[], context: LogContext): LogDraft {
  const { today, kind = 'touch', customer = 'CUSTOMER', people = [] } = context;
  const commandOptions = context.commandOptions ?? NO_OPTIONS;
  const tokens = tokensOf(words, commandOptions, context.text);
  const line = readTokens(tokens, { today, kind, people, commandOptions });
  const said = [...personSays(context.person, line.said), ...line.said];
  const entry = draftOf(said, line.note, line.doubt, {
    today,
    kind,
    customer,
    line: (doubt) =>
      ['rel', doubt?.command ?? (kind === 'work' ? 'work' : 'log'), customer]
        .concat(lineMeant({ ...line, said }, doubt))
        .filter((part) => part !== '')
        .join(' '),
  });
  return {
    entry,
    promises: promisesOf(said, entry.on),
    needs: saidAs(said, 'need').map(({ value }) => value),
    wins: saidAs(said, 'win').map(({ value }) => value),
    commandOptions: line.commandOptions,
    understood: partsOf(entry),
  };
}

/** `dana@brazos with:dana` says it twice, but nothing new. */
function personSays(person: string | undefined, said: readonly Said[]): readonly Said[] {
  const first = person?.toLowerCase().split(' ')[0];
  const again = saidAs(said, 'with').some(
    ({ value }) => value.toLowerCase().split(' ')[0] === first,
  );
  return person === undefined || again ? [] : [{ slot: 'with', value: person, shown: person }];
}

/** The command's own options in the line, which it may need before the line can be read (`--db`). */
export function commandOptionsIn(
  words: readonly string[],
  commandOptions: CommandOptions,
): ReadonlyMap<string, string | true> {
  const tokens = tokensOf(words, commandOptions);
  return new Map(
    tokens.flatMap((token) => (token.is === 'command' ? [[token.name, token.value]] : [])),
  );
}

/**
 * Takes the options off the front, so that the customer's words come first: `--channel call brazos` becomes options
 * `--channel call` and words `brazos`. Both together go to `parseLog`, without the words of the customer.
 */
export function optionsFirst(
  words: readonly string[],
  commandOptions: CommandOptions = NO_OPTIONS,
): { readonly options: readonly string[]; readonly words: readonly string[] } {
  const tokens = tokensOf(words, commandOptions);
  const first = tokens.find((token) => token.is !== 'option' && token.is !== 'command');
  const begins = first?.argument ?? words.length;
  return { options: words.slice(0, begins), words: words.slice(begins) };
}
