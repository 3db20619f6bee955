import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { Console } from '../support/console.ts';

interface Why {
  readonly customer: string;
  readonly verdict: string;
  readonly changes: readonly {
    readonly if: string;
    readonly on: string;
    readonly verdict: string;
    readonly entries: readonly object[];
  }[];
}

/** A story up to a day, and whose verdict is asked for. */
const STORIES = [
  ['complacency-before-renewal', 'leeward', '2024-02-01'],
  ['prospect-bashes-everyone', 'valmont', '2024-02-01'],
  ['best-customer-vanishes', 'brazos', '2023-12-24'],
] as const;

describe('what why says would change the verdict', () => {
  let shell: Console;
  beforeAll(() => {
    shell = new Console();
  });
  afterAll(() => shell.remove());

  test.each(STORIES)('%s: entered by another process, it does', async (story, name, asOf) => {
    const until = `"$FIXTURES/${story}.jsonl" | jq -c 'select((.on // "") <= "${asOf}")'`;
    await shell.must(`cat ${until} > past.jsonl`);
    const first = { REL_DB: `${story}.db` };
    await shell.must('rel import past.jsonl', first);
    const why = JSON.parse(
      await shell.must(`rel why ${name} --as-of ${asOf} --json`, first),
    ) as Why;
    expect(why.changes.length).toBeGreaterThan(0);
    for (const [index, change] of why.changes.entries()) {
      const journal = { REL_DB: `${story}-${index}.db` };
      await shell.must('rel import past.jsonl', journal);
      shell.write(
        'more.jsonl',
        change.entries.map((entry) => `${JSON.stringify(entry)}\n`).join(''),
      );
      if (change.entries.length > 0) await shell.must('rel import more.jsonl', journal);
      const again = await shell.must(
        `rel review ${name} --as-of ${change.on} --all --json --no-hangs-on | jq -r '.customers[0].verdict'`,
        { ...journal, REL_TODAY: change.on },
      );
      expect([change.if, again.trim()]).toEqual([change.if, change.verdict]);
      expect(change.verdict).not.toBe(why.verdict);
    }
  });
});
