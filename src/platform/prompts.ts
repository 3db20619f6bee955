import process from 'node:process';
import inquirer, { type Question } from 'inquirer';
import { givingBackTheTerminal } from './giving-back.ts';
import { keyPrompt } from './key-prompt.ts';
import type { Asker, KeyQuestion, NameQuestion, TextQuestion } from './asker.ts';
import type { Paint } from './paint.ts';

/** How inquirer says that somebody left: with Ctrl-C, with Ctrl-D, or because the terminal has gone. */
const LEFT = new Set(['ExitPromptError', 'AbortPromptError']);

/** Asks on the terminal; undefined where whoever sits there left before the end. */
export async function talkWith<T>(
  talk: (ask: Asker) => Promise<T>,
  look: { readonly paint: Paint; readonly unicode: boolean },
): Promise<T | undefined> {
  const leaving = new AbortController();
  // Readline takes Ctrl-D for the end of the input, and the question would never be answered.
  const leaveOnCtrlD = (_text: string | undefined, key: { ctrl?: boolean; name?: string }) => {
    if (key.ctrl === true && key.name === 'd') leaving.abort();
  };
  process.stdin.on('keypress', leaveOnCtrlD);
  try {
    return await givingBackTheTerminal(() => talk(askerOf(leaving.signal, look)));
  } catch (error) {
    if (error instanceof Error && LEFT.has(error.name)) return undefined;
    throw error;
  } finally {
    process.stdin.off('keypress', leaveOnCtrlD);
    process.stdin.pause();
  }
}

/** What every question of inquirer has; the rest is the business of its type. */
interface Asked {
  readonly type: 'key' | 'search' | 'input';
  readonly message: string;
  readonly [rest: string]: unknown;
}

interface Answer {
  readonly answer: string;
}

function askerOf(
  signal: AbortSignal,
  { paint, unicode }: { readonly paint: Paint; readonly unicode: boolean },
): Asker {
  const theme = themeOf(paint, unicode);
  const prompt = inquirer.createPromptModule({ signal });
  prompt.registerPrompt('key', keyPrompt);
  const answer = async (asked: Asked): Promise<string> => {
    const question: Question<Answer> & Asked = { ...asked, name: 'answer', theme };
    return (await prompt<Answer>([question])).answer;
  };
  return {
    key: (question: KeyQuestion) => answer({ ...question, type: 'key' }),
    name: ({ message, begun, find }: NameQuestion) =>
      answer({
        type: 'search',
        message,
        pageSize: PAGE_SIZE,
        ...(begun === undefined ? {} : { initialValue: begun }),
        source: (term: string | undefined) => find(term ?? ''),
      }),
    text: ({ message, usual, check }: TextQuestion) =>
      answer({
        type: 'input',
        message,
        ...(usual === undefined ? {} : { default: usual }),
        validate: (text: string) => check(text) ?? true,
      }),
  };
}

const PAGE_SIZE = 7;

/** inquirer's own look knows neither NO_COLOR nor terminals without Unicode. */
function themeOf(paint: Paint, unicode: boolean) {
  return {
    prefix: { idle: paint('strong', '?'), done: paint('good', unicode ? '✔' : '+') },
    icon: { cursor: '>' },
    spinner: { interval: 1000, frames: ['.'] },
    style: {
      answer: (text: string) => paint('strong', text),
      message: (text: string) => text,
      error: (text: string) => paint('bad', text),
      defaultAnswer: (text: string) => paint('quiet', `(${text})`),
      help: (text: string) => paint('quiet', text),
      highlight: (text: string) => paint('strong', text),
      key: (text: string) => paint('strong', text),
      searchTerm: (text: string) => text,
      description: (text: string) => paint('quiet', text),
      keysHelpTip: () => paint('quiet', 'type or use arrows; Enter takes it'),
    },
  };
}
