import type { ChalkInstance } from 'chalk';
import type { Page, Role } from '../render/page.ts';
import type { Environment, Preferences } from './world.ts';

export type Paint = Page['paint'];

export const plain: Paint = (_role, text) => text;

/**
 * Whether a stream gets colours: NO_COLOR and FORCE_COLOR first, then what config.toml says, then whether it is a
 * terminal that can.
 */
export function wantsColour(
  environment: Environment,
  isTerminal: boolean,
  chosen: Preferences['colour'] = 'auto',
): boolean {
  const { NO_COLOR: none = '', FORCE_COLOR: forced = '', TERM: terminal } = environment;
  if (none !== '') return false;
  if (forced !== '') return forced !== '0' && forced !== 'false';
  if (chosen !== 'auto') return chosen === 'always';
  return isTerminal && terminal !== 'dumb';
}

/** Loads the colours; only called where they are wanted. */
export async function colours(): Promise<Paint> {
  const { Chalk } = await import('chalk');
  // chalk knows nothing of NO_COLOR; the decision was taken before. Sixteen colours follow the terminal's own theme.
  const chalk = new Chalk({ level: 1 });
  const styles: Readonly<Record<Role, ChalkInstance>> = {
    strong: chalk.bold,
    quiet: chalk.dim,
    good: chalk.green,
    warn: chalk.yellow,
    bad: chalk.red,
  };
  return (role, text) => styles[role](text);
}
