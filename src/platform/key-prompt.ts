import process from 'node:process';
import {
  createPrompt,
  isEnterKey,
  makeTheme,
  useKeypress,
  usePrefix,
  useState,
  type Theme,
} from '@inquirer/core';
import type { Choice, KeyQuestion } from './asker.ts';

const GAP = '   ';
const DEFAULT_WIDTH = 80;

/** A question that one key answers, without Enter; Enter alone takes what is usual. */
export const keyPrompt = createPrompt<string, KeyQuestion & { readonly theme?: Partial<Theme> }>(
  (question, done) => {
    const { choices, message, usual } = question;
    const theme = makeTheme(question.theme);
    const [status, setStatus] = useState<'idle' | 'done'>('idle');
    const [taken, setTaken] = useState<Choice | undefined>(undefined);
    const [wrong, setWrong] = useState('');
    const prefix = usePrefix({ status, theme });

    useKeypress((event, readline) => {
      const typed = readline.line;
      readline.clearLine(0);
      if (status === 'done') return;
      const choice = isEnterKey(event)
        ? choices.find(({ value }) => value === usual)
        : choices.find(({ key }) => key === typed.toLowerCase());
      if (choice === undefined) {
        setWrong(typed.trim() === '' ? '' : `${typed} is none of these keys`);
        return;
      }
      setTaken(choice);
      setStatus('done');
      done(choice.value);
    });

    if (taken !== undefined) return `${prefix} ${message} ${theme.style.answer(taken.says)}`;
    const usually = choices.find(({ value }) => value === usual)?.says;
    const byEnter = usually === undefined ? '' : `${theme.style.defaultAnswer(usually)} `;
    const below = [
      ...rows(choices, process.stdout.columns || DEFAULT_WIDTH),
      ...(wrong === '' ? [] : [theme.style.error(wrong)]),
    ];
    return [`${prefix} ${message} ${byEnter}`, below.join('\n')];
  },
);

/** The choices side by side, in as many lines as the terminal needs. */
function rows(choices: readonly Choice[], width: number): readonly string[] {
  const lines: string[] = [];
  for (const { key, says } of choices) {
    const shown = `${key} ${says}`;
    const line = lines.at(-1);
    const longer = line === undefined ? undefined : `${line}${GAP}${shown}`;
    if (longer !== undefined && longer.length < width) lines[lines.length - 1] = longer;
    else lines.push(`  ${shown}`);
  }
  return lines;
}
