import type { World } from '../platform/world.ts';
import type { JournalOption } from './common.ts';

interface Options extends JournalOption {
  readonly json?: boolean;
}

export async function salvage(world: World, out: string, options: Options): Promise<void> {
  world.print(`${out}${options.db ?? ''}\n`);
  await Promise.resolve();
}
