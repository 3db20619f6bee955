import type { Entry, Recorded } from '../../src/journal/entry.ts';
import { type JournalLine, readLine } from '../../src/journal/line.ts';
import type { Settings } from '../../src/journal/settings.ts';
import type { Account } from '../../src/verdict/book.ts';

interface Book {
  readonly accounts: readonly Account[];
  readonly settings: Settings;
}

function parsed(text: string): readonly JournalLine[] {
  const lines = text.split('\n').filter((line) => line.trim() !== '');
  return lines.map((line, index) => {
    const read = readLine(JSON.parse(line));
    if (read.problem !== undefined) throw new Error(`line ${index + 1}: ${read.problem}`);
    return read.value;
  });
}

/** A journal in the interchange format, as the verdict sees it. */
export function bookFrom(text: string): Book {
  const lines = parsed(text);
  const names = new Set(
    lines.flatMap((line) => {
      if (line.is === 'customer') return [line.customer.name];
      return line.is === 'entry' ? [line.entry.customer] : [];
    }),
  );
  const entries = lines.flatMap((line, index) =>
    line.is === 'entry' ? [recorded(line.entry, index)] : [],
  );
  return {
    settings: lines.find((line) => line.is === 'settings')?.settings ?? {},
    accounts: [...names].map((name) => ({
      customer: lines.flatMap((line) =>
        line.is === 'customer' && line.customer.name === name ? [line.customer] : [],
      )[0] ?? { name },
      entries: entries.filter((entry) => entry.customer === name),
    })),
  };
}

const recorded = (entry: Entry, index: number): Recorded => ({ ...entry, seq: index + 1 });
