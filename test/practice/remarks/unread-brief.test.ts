import unreadBrief from '../../../src/practice/remarks/unread-brief.ts';
import { card, heard, on, spoke, tried } from '../../support/lines.ts';
import { remarkCases } from '../../support/remark-cases.ts';

const inherited = card({ inheritedFrom: 'Tom' });

remarkCases(unreadBrief, [
  { title: 'nobody had them before', lines: [spoke(20)], says: undefined },
  {
    title: 'not touched yet',
    lines: [inherited, on('change', 30, { kind: 'other' })],
    says: undefined,
  },
  {
    title: 'read on the day before',
    lines: [inherited, on('read', 21), tried(20)],
    says: undefined,
  },
  {
    title: 'read first on the same day',
    lines: [inherited, on('read', 20), spoke(20)],
    says: undefined,
  },
  { title: 'long ago', lines: [inherited, spoke(91), spoke(20)], says: undefined },
  {
    title: 'records of the company, read in before the brief',
    lines: [
      inherited,
      heard(30, { source: { importer: 'csv', key: '1' } }),
      on('read', 21),
      spoke(20),
    ],
    says: undefined,
  },
  {
    title: 'called first',
    lines: [inherited, tried(21, { outcome: 'no-answer' }), spoke(20)],
    says: 'the first contact was on 9 Jun 2026, and you have not read the brief yet',
    evidence: ['e2'],
  },
  {
    title: 'called first, read on the same day',
    lines: [inherited, spoke(20), on('read', 20)],
    says: 'the first contact was on 10 Jun 2026, before you read the brief on 10 Jun 2026',
    evidence: ['e2'],
  },
  {
    title: 'the predecessor’s own calls stand in the same journal',
    lines: [inherited, spoke(500), spoke(20)],
    says: 'the first contact was on 10 Jun 2026, and you have not read the brief yet',
    evidence: ['e3'],
  },
]);
