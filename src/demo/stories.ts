import avoidingResponsibility from './avoiding-responsibility.ts';
import dumpingBestCustomer from './dumping-best-customer.ts';
import firingYourCustomer from './firing-your-customer.ts';
import fixingBrokenRelationship from './fixing-broken-relationship.ts';
import lostBestClient from './lost-best-client.ts';
import ordinaryCustomer from './ordinary-customer.ts';
import type { Story } from './story.ts';

/** The Friday on which the demo is reviewed. */
export const DEMO_DAY = '2025-06-27';

const SETTINGS = '{"type":"settings","floor":60,"currency":"EUR"}\n';

/** The five essays as somebody's book, and an ordinary customer to measure them by. */
export const STORIES: readonly Story[] = [
  dumpingBestCustomer,
  firingYourCustomer,
  fixingBrokenRelationship,
  lostBestClient,
  avoidingResponsibility,
  ordinaryCustomer,
];

/** All stories as one journal, ready to import. */
export const DEMO_JOURNAL = SETTINGS + STORIES.map(({ journal }) => journal).join('');
