import { createHash } from 'node:crypto';
import { type Command, Option } from 'commander';
import { RelError } from '../journal/error.ts';
import type { World } from '../platform/world.ts';

/** Where a page in HTML goes; without any of these to standard output. */
export interface PageOptions {
  readonly output?: string;
  readonly force?: boolean;
  readonly open?: boolean;
}

export const withPage = (command: Command): Command =>
  command
    .option('--output <file>', 'the page in HTML into a file instead of standard output')
    .option('--force', 'replace the file')
    .addOption(
      new Option(
        '--open',
        'show the page in HTML in your browser; it is kept for you alone',
      ).implies({ format: 'html' }),
    );

/** What a page names its style by; as base64. */
export const sha256 = (text: string): string => createHash('sha256').update(text).digest('base64');

/** Refuses what goes with a page alone, where another form is printed. */
export function checkPage({ force, open, output }: PageOptions, format: string): void {
  const named = open === true ? '--open' : output !== undefined ? '--output' : undefined;
  if (named !== undefined && format !== 'html') {
    throw new RelError(
      'usage',
      `${named} does not go with --format ${format}`,
      named === '--open' ? 'leave out one of the two' : 'add --format html, or write: > FILE',
    );
  }
  if (force === true && output === undefined)
    throw new RelError('usage', '--force goes with --output', 'name the file: --output FILE');
}

/**
 * Prints the page, or writes it where it was asked to be, or shows it.
 * @param name of the file where rel itself keeps the page: the next one of that name replaces it
 */
export async function handOut(
  world: World,
  name: string,
  text: string,
  { force = false, open, output }: PageOptions,
): Promise<void> {
  const isFile = output !== undefined && output !== '-';
  if (isFile) world.writeFile(output, [text], force);
  else if (open !== true) world.print(text);
  if (open !== true) return;
  const file = isFile ? output : await world.keepPage(name, text);
  await world.openFile(file);
  world.tell(`rel: shown in your browser: ${file}`);
}
