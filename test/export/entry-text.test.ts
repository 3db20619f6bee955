import { expect, test } from '@jest/globals';
import { fieldsOfText, lineOfText, textOf } from '../../src/journal/entry-text.ts';
import { writeEntry } from '../../src/journal/line.ts';
import { ONE_OF_EACH } from '../store/one-of-each.ts';

test.each(ONE_OF_EACH.map((entry) => [entry.type, entry] as const))(
  'an unread %s is the line that is written for it',
  (_type, entry) => {
    const line = writeEntry(entry);
    expect(lineOfText(textOf(entry))).toBe(JSON.stringify(line));
    expect(fieldsOfText(textOf(entry))).toEqual(line);
  },
);
