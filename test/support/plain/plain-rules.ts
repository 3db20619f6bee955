import { change, responsiveness, silence } from './plain-answer-rules.ts';
import { concessions, priceOnly, returnOnTime, toll } from './plain-economics.ts';
import {
  cadence,
  discovery,
  orderTaking,
  ownFailure,
  ownPromises,
  renewal,
  singleThread,
} from './plain-our-rules.ts';
import type { Rule } from './plain-rule.ts';
import {
  blameShifting,
  dealbreaker,
  payment,
  promises,
  providerBashing,
  reciprocity,
  respect,
} from './plain-their-rules.ts';

export const RULES: readonly Rule[] = [
  ownFailure,
  ownPromises,
  cadence,
  orderTaking,
  renewal,
  singleThread,
  discovery,
  responsiveness,
  change,
  silence,
  promises,
  payment,
  blameShifting,
  providerBashing,
  reciprocity,
  respect,
  dealbreaker,
  priceOnly,
  concessions,
  returnOnTime,
  toll,
];
