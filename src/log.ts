import { log, work } from './commands/log.ts';
import { runToTheEnd } from './ended.ts';

// A start of its own, because it is made ten times a day, in a car park: with nothing in it that only others need.
void runToTheEnd((world) => {
  const [command, ...words] = world.words;
  return command === 'work' ? work(world, words) : log(world, words);
});
