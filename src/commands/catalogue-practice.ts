import type { Listed } from './catalogue.ts';

/** What is done about a relationship beyond the day's entries, in the order in which the help shows it. */
export const PRACTICE: readonly Listed[] = [
  {
    name: 'brief',
    group: 'practice',
    summary: 'what to read before you call, above all an account you inherited',
    load: async () => (await import('./brief.ts')).briefCommand,
  },
  {
    name: 'handover',
    group: 'practice',
    summary: 'give a customer to a colleague: rel handover CUSTOMER --to NAME --out FILE',
    load: async () => (await import('./handover.ts')).handoverCommand,
  },
  {
    name: 'dossier',
    group: 'practice',
    summary: 'every effort you made for a customer, dated',
    load: async () => (await import('./dossier.ts')).dossierCommand,
  },
  {
    name: 'rebuild',
    group: 'practice',
    summary: 'the way back after something broke: rel rebuild CUSTOMER [STEP]',
    load: async () => (await import('./rebuild.ts')).rebuildCommand,
  },
  {
    name: 'decide',
    group: 'practice',
    summary: 'your own verdict beside the computed one: rel decide CUSTOMER VERDICT',
    load: async () => (await import('./decide.ts')).decideCommand,
  },
  {
    name: 'lesson',
    group: 'practice',
    summary: 'what you learned, told again where the same rule fires',
    load: async () => (await import('./lesson.ts')).lessonCommand,
  },
  {
    name: 'mood',
    group: 'practice',
    summary: 'how you are yourself, private: rel mood CUSTOMER -1 [WORDS…]',
    load: async () => (await import('./mood.ts')).moodCommand,
  },
];
