import type { World } from '../platform/world.ts';

export const STOPPED_BY_CTRL_C = 130;

/**
 * Asks before something that is not easily taken back; only where `world.interactive`. Enter means no.
 * @param otherwise what is said where the answer is no
 */
export async function saysYes(world: World, message: string, otherwise: string): Promise<boolean> {
  const answer = await world.converse((ask) =>
    ask.key({
      message,
      choices: [
        { key: 'y', value: 'yes', says: 'yes' },
        { key: 'n', value: 'no', says: 'no' },
      ],
      usual: 'no',
    }),
  );
  if (answer === undefined) world.end(STOPPED_BY_CTRL_C);
  if (answer !== 'yes') world.tell(otherwise);
  return answer === 'yes';
}
