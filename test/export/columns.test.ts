import { expect, test } from '@jest/globals';
import { COLUMNS, type Table } from '../../src/export/tables.ts';

/** As scripts know them. A new column goes to the end of its line here; nothing else of a line ever changes. */
const PROMISED: Readonly<Record<Table, string>> = {
  customers: 'id name tier solo clash aliases value terms inheritedFrom needs standard',
  people: 'id customer name role decides wellWisher email phone win',
  entries:
    'number id customer type on time offset person channel outcome about minutes feel fault harm blames weBlame gave got conceded rude dealbreaker learned asked by what due kind amount invoice ref agreed onPriceAlone renewsOn cause deadline words conditions from to step answer verdict computed reason until rule text note tags signals private next recordedAt source',
  promises:
    'number id customer by what given due firstDue status lateness resolvedOn kind amount invoice',
  verdicts:
    'asOf customer verdict row stage tooEarly worsening previous changed theirs ours economics worth ample over met once value share next',
  findings: 'asOf customer verdict rule side level raw message evidence',
  decisions: 'number id customer on verdict computed agreed reason until stands',
};

test.each(Object.entries(PROMISED))('the columns of %s stay where they are', (table, promised) => {
  expect(COLUMNS[table as Table].join(' ')).toBe(promised);
});
