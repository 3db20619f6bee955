import { complete } from './commands/complete.ts';
import { runToTheEnd } from './ended.ts';

// A start of its own, because somebody waits for it with a finger on the key.
void runToTheEnd((world) => complete(world, world.words.slice(1)));
