import type { World } from '../platform/world.ts';
import type { Counted } from '../store/counted.ts';
import type { Watch } from '../store/verify.ts';

/** Lets whoever waits at a terminal see how far long work has come, in whatever it counts. */
export const countedBy =
  (world: World): Counted =>
  (things, what) =>
    world.counted(things, what);

/** The same of work that counts one kind of things. */
export const countedAs =
  (world: World, what: string): Watch =>
  (things) =>
    world.counted(things, what);
