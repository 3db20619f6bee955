import { byteLines } from '../import/byte-lines.ts';
import { CONTENT_LIMIT } from '../import/content-lines.ts';
import { correspondentsOf } from '../import/correspondents.ts';
import type { Found, Reading } from '../import/found.ts';
import { friendsIn, type FriendsReader, placesIn, type SectionCounts } from '../import/friends.ts';
import { counted } from '../journal/counted.ts';
import { type Given, known, refuseOther } from './import-format.ts';

/** A journal of the program friends: its friends come with it. */
export function readFriends(given: Given): Reading {
  const { world, source } = given;
  const lines = () => byteLines(source.pieces(), CONTENT_LIMIT);
  const { customers, people } = known(given);
  const counts: SectionCounts = { activities: 0, notes: 0, friends: 0, locations: 0 };
  const reader: FriendsReader = {
    known: correspondentsOf(customers, people),
    places: placesIn(lines()),
    today: world.clock.today(),
    counts,
  };
  return {
    found: checked(given, friendsIn(world.counted(lines(), 'lines read'), reader), counts),
    newCustomers: 'add',
    notices: () => [
      `read ${counted(counts.activities, 'activity', 'activities')}, ${counted(counts.notes, 'note')}, ${counted(counts.friends, 'friend')}, ${counted(counts.locations, 'location')}`,
    ],
  };
}

function* checked(given: Given, found: Iterable<Found>, counts: SectionCounts): Generator<Found> {
  yield* found;
  if (Object.values(counts).every((count) => count === 0))
    refuseOther(
      given,
      'friends journal',
      'it has titles such as “### Activities:” and “### Friends:”',
    );
}
