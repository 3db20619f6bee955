import { logPlainly } from './commands/log-plain.ts';
import { runToTheEnd } from './ended.ts';

/** Starts the whole program; handed in by `platform/start.ts`. */
declare function startOver(): void;

// What is typed ten times a day: with nothing in it that a plain line does not need.
void runToTheEnd((world) => {
  if (!logPlainly(world)) startOver();
});
