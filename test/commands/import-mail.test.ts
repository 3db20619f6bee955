import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { Console } from '../support/console.ts';

const console = new Console();
beforeAll(async () => {
  await console.must('rel log Acme --new call && rel config set me me@seller.test');
});
afterAll(() => console.remove());

const MAIL =
  'From a@b.c Mon Nov 16 10:00:00 2026\\nFrom: a@b.c\\nTo: me@seller.test\\nDate: Mon, 16 Nov 2026 10:00:00 +0000\\n\\nhi\\n';

test.each(['UTF-16LE', 'UTF-16BE'])('a mailbox in %s is refused by that name', async (encoding) => {
  const mark = encoding === 'UTF-16LE' ? '\\xff\\xfe' : '\\xfe\\xff';
  const letters = encoding === 'UTF-16LE' ? 's/./&\\x00/gs' : 's/./\\x00&/gs';
  await console.must(`(printf '${mark}'; printf '${MAIL}' | perl -0pe '${letters}') > wide.mbox`);
  const { code, stderr, stdout } = await console.run('rel import wide.mbox');
  expect([code, stdout]).toEqual([2, '']);
  expect(stderr).toContain('wide.mbox is in UTF-16, in which rel reads no mail');
});
