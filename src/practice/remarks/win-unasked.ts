import discovery from '../../rules/discovery.ts';
import { newRelationship } from '../new-relationship.ts';
import type { RemarkKind } from '../remark.ts';

export default {
  name: 'win-unasked',
  side: 'ours',
  asks: 'Is it still unknown what the person wants to win?',
  source: 'firing-your-customer: get personal',
  why: 'Whoever knows what the person wants for themselves can be of use to them. Told from a month after the first touch to the end of the first 90 days, where too few talks have taken place for the rule discovery.',
  observe({ history, judgement }) {
    const slip = newRelationship(history)?.slips.find(({ kind }) => kind === 'win unknown');
    const isAsked = judgement.rules.some(
      ({ rule, level }) => rule.name === discovery.name && level !== null,
    );
    if (slip === undefined || isAsked) return undefined;
    return { says: slip.says, evidence: slip.evidence, command: 'log call :personal' };
  },
} satisfies RemarkKind;
