import type { Listed } from './catalogue.ts';

/** The commands for the journal as a whole: where it goes, what comes in, and how it is kept. */
export const KEEPING: readonly Listed[] = [
  {
    name: 'export',
    group: 'data',
    summary: 'write customers, entries, verdicts … as CSV or JSON, or the whole journal',
    load: async () => (await import('./export.ts')).exportCommand,
  },
  {
    name: 'import',
    group: 'data',
    summary: 'take in a journal, or a table: rel import FILE.csv --as entries',
    load: async () => (await import('./import.ts')).importCommand,
  },
  {
    name: 'sync',
    group: 'data',
    summary: 'exchange what was done with your other devices: rel sync FOLDER',
    load: async () => (await import('./sync.ts')).syncCommand,
  },
  {
    name: 'backup',
    group: 'data',
    summary: 'copy the journal to a safe place, and check the copy',
    load: async () => (await import('./backup.ts')).backupCommand,
  },
  {
    name: 'restore',
    group: 'data',
    summary: 'list the backups, or put one back: rel restore [BACKUP]',
    load: async () => (await import('./restore.ts')).restoreCommand,
  },
  {
    name: 'doctor',
    group: 'data',
    summary: 'is the journal sound, safe and backed up? And save what a damaged one holds',
    load: async () => (await import('./doctor.ts')).doctorCommand,
  },
  {
    name: 'config',
    group: 'data',
    summary: 'floor, cadences, limits, display, paths: rel config set KEY VALUE',
    load: async () => (await import('./config.ts')).configCommand,
  },
];
