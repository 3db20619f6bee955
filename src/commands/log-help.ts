import { Command } from 'commander';
import { withExamples, withJournal } from './common.ts';
import { grammarHelp } from './grammar-help.ts';

/** How `rel log` is explained; its words are read by the grammar, not by commander. */
export function logCommand(): Command {
  const command = withJournal(new Command('log'))
    .description('record a touchpoint with a customer')
    .usage('[CUSTOMER [WORDS…]]')
    .option('--new', 'make the customer; the name is one argument then')
    .option('--show', 'say what would be stored, and store nothing')
    .option('--edit', 'take the note from your editor (VISUAL, EDITOR)')
    .option('--stdin', 'take the note from standard input; so does a lone - at the end')
    .option('--json', 'answer as JSON')
    .option('--no-input', 'never ask; without it a name alone, on a terminal, begins a talk')
    .addHelpText('after', () => grammarHelp('touch'));
  return withExamples(
    command,
    'rel log brazos call no-answer',
    'rel log harlan in email asked for the drawings :need',
    'rel log acme 40m with:dana they:send the list by:fri :thanks',
    'rel log "Valmont Ltd" --new visit :need',
  );
}

const BENCHMARK = `
In the note of a favour, usual:4mo took:5w (h, d, w or mo) is how long it takes
as a rule, and how long it took you: rel why says by how much it was sooner.`;

/** How `rel work` is explained. */
export function workCommand(): Command {
  const command = withJournal(new Command('work'))
    .description('record time spent on a customer without contact')
    .usage('CUSTOMER TIME [WORDS…]')
    .option('--new', 'make the customer; the name is one argument then')
    .option('--show', 'say what would be stored, and store nothing')
    .option('--edit', 'take the note from your editor (VISUAL, EDITOR)')
    .option('--stdin', 'take the note from standard input; so does a lone - at the end')
    .option('--json', 'answer as JSON')
    .addHelpText('after', () => `${grammarHelp('work')}\n${BENCHMARK}`);
  return withExamples(
    command,
    'rel work brazos 2h gave:m fast-tracked the claim usual:4mo took:5w',
    'rel work acme 30m yesterday :admin sorted the invoices',
  );
}
