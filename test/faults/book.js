import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { seededJournal } from '../bench/seeded-journal.js';

/** A journal of six years with all that makes a file: settings, people, corrections, undone changes, a recorded review. */
export async function makeBook(rel, place, { entries, customers, seed }) {
  const [lines, db] = [join(place, 'book.jsonl'), join(place, 'book.db')];
  writeFileSync(lines, [...seededJournal(entries, customers, seed)].join(''));
  for (const words of [
    ['import', lines],
    ['config', 'set', 'floor', '40'],
    ['log', 'Customer', '1', 'call', 'a line that is taken back'],
    ['undo'],
    ['log', 'Customer', '2', 'visit', 'they:"send the drawings"', 'by:"in 2 weeks"'],
    ['log', 'Customer', '3', 'call', 'a line that is deleted'],
    ['delete', String(entries + 4), '--yes'],
    ['undo'],
    ['redo'],
    ['log', 'Customer', '4', 'call', 'a line that is corrected'],
    ['rename', 'Customer 5', 'Harlan Supply'],
  ]) {
    const { code, stderr } = await rel([...words, '--db', db]);
    if (code !== 0) throw new Error(`rel ${words.join(' ')}: exit ${code}, ${stderr}`);
  }
  return db;
}
