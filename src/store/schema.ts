/** In the header of every journal: "relj". */
export const APPLICATION_ID = 0x72_65_6c_6a;

/*
 * What a row holds beyond its keys is one JSON object, `body`, in the interchange form, and not
 * forty columns that are mostly NULL: reading costs per value that crosses into JavaScript, and
 * this way one list of fields (in src/journal) says what an entry is. `crc` is the checksum of the
 * row's other columns.
 *
 * An entry names its customer by key, so that a renamed customer is one changed row. `seq`, the
 * order of recording and the entry's number in the terminal, is never given twice, not even after
 * the entry was deleted.
 */
const VERSION_1 = `
  PRAGMA application_id = ${APPLICATION_ID};

  CREATE TABLE meta (
    key INTEGER PRIMARY KEY CHECK (key = 1),
    device TEXT NOT NULL,
    clock TEXT NOT NULL,
    crc INTEGER NOT NULL
  ) STRICT;

  CREATE TABLE settings (
    key INTEGER PRIMARY KEY CHECK (key = 1),
    body TEXT NOT NULL,
    crc INTEGER NOT NULL
  ) STRICT;

  CREATE TABLE customer (
    key INTEGER PRIMARY KEY AUTOINCREMENT,
    id TEXT NOT NULL UNIQUE,
    folded TEXT NOT NULL UNIQUE,
    body TEXT NOT NULL,
    crc INTEGER NOT NULL
  ) STRICT;

  CREATE TABLE person (
    key INTEGER PRIMARY KEY AUTOINCREMENT,
    id TEXT NOT NULL UNIQUE,
    customer INTEGER NOT NULL REFERENCES customer,
    folded TEXT NOT NULL,
    body TEXT NOT NULL,
    crc INTEGER NOT NULL,
    UNIQUE (customer, folded)
  ) STRICT;

  -- Looking a type up here costs a tenth of a CHECK with a list, and a migration can add one
  -- without a new table.
  CREATE TABLE entry_type (name TEXT PRIMARY KEY) STRICT, WITHOUT ROWID;
  INSERT INTO entry_type VALUES
    ('spoke'), ('tried'), ('heard'), ('sent'), ('work'), ('learned'), ('promise'), ('done'), ('broken'),
    ('waived'), ('moved'), ('paid'), ('income'), ('won'), ('renewal'), ('lost'), ('notice'), ('met'), ('drop'),
    ('conditions'), ('return'), ('refuse'), ('accept'), ('away'), ('hardship'), ('change'), ('step'),
    ('decision'), ('lesson'), ('read'), ('intent'), ('mood');

  CREATE TABLE entry (
    seq INTEGER PRIMARY KEY AUTOINCREMENT,
    id TEXT NOT NULL UNIQUE,
    customer INTEGER NOT NULL REFERENCES customer,
    type TEXT NOT NULL REFERENCES entry_type,
    day INTEGER NOT NULL CHECK (day BETWEEN 0 AND 84370),
    ref TEXT REFERENCES entry (id) DEFERRABLE INITIALLY DEFERRED,
    body TEXT NOT NULL,
    crc INTEGER NOT NULL
  ) STRICT;
  CREATE INDEX entry_in_order ON entry (customer, day, seq);
  CREATE INDEX entry_by_ref ON entry (ref) WHERE ref IS NOT NULL;

  -- What one command did, undone in one step.
  CREATE TABLE change (
    key INTEGER PRIMARY KEY AUTOINCREMENT,
    id TEXT NOT NULL UNIQUE,
    command TEXT NOT NULL,
    device TEXT NOT NULL,
    at TEXT NOT NULL,
    day INTEGER NOT NULL,
    crc INTEGER NOT NULL
  ) STRICT;

  -- Lines of the journal before and after; the subject and the customer by id, as names may change.
  -- No reference to their rows, which may be gone.
  CREATE TABLE operation (
    seq INTEGER PRIMARY KEY AUTOINCREMENT,
    id TEXT NOT NULL UNIQUE,
    change INTEGER NOT NULL REFERENCES change,
    kind TEXT NOT NULL CHECK (instr(' settings customer person entry ', ' ' || kind || ' ') > 0),
    subject TEXT NOT NULL,
    customer TEXT,
    number INTEGER,
    before TEXT,
    after TEXT,
    clock TEXT NOT NULL,
    crc INTEGER NOT NULL,
    CHECK (before IS NOT NULL OR after IS NOT NULL)
  ) STRICT;
  CREATE INDEX operation_by_change ON operation (change);

  CREATE TRIGGER change_is_final BEFORE UPDATE ON change
    BEGIN SELECT RAISE(ABORT, 'a recorded change is never altered'); END;
  CREATE TRIGGER operation_is_final BEFORE UPDATE ON operation
    BEGIN SELECT RAISE(ABORT, 'a recorded operation is never altered'); END;
`;

/*
 * An undo is a change like any other, with operations of its own; this says which earlier changes
 * it took back, and a redo which ones it brought back, in the order in which it did.
 */
const VERSION_2 = `
  CREATE TABLE reversal (
    key INTEGER PRIMARY KEY AUTOINCREMENT,
    change INTEGER NOT NULL REFERENCES change,
    does TEXT NOT NULL CHECK (does IN ('undo', 'redo')),
    target INTEGER NOT NULL REFERENCES change,
    crc INTEGER NOT NULL
  ) STRICT;
  CREATE INDEX reversal_by_change ON reversal (change);

  CREATE TRIGGER reversal_is_final BEFORE UPDATE ON reversal
    BEGIN SELECT RAISE(ABORT, 'a recorded reversal is never altered'); END;
`;

/*
 * Which verdicts a review showed, by the customers' ids. Only the day is ever used, to say what has
 * changed since; verdicts are always worked out anew. One a day, so that it cannot grow with use.
 */
const VERSION_3 = `
  CREATE TABLE review (
    key INTEGER PRIMARY KEY AUTOINCREMENT,
    day INTEGER NOT NULL UNIQUE CHECK (day BETWEEN 0 AND 84370),
    at TEXT NOT NULL,
    verdicts TEXT NOT NULL,
    crc INTEGER NOT NULL
  ) STRICT;
`;

/*
 * With the type in the index, the turn points and talks of a customer are found without reading the
 * touches between them: the answer to `rel log` stays as fast in a journal of ten years.
 */
const VERSION_4 = `
  DROP INDEX entry_in_order;
  CREATE INDEX entry_in_order ON entry (customer, day, seq, type);
`;

/*
 * What counts whatever its age: everything but touches and work, and of those whatever a rule looks back
 * for without end. A review reads these and the last years, and leaves the rest of a long journal alone.
 * A note that looks like one of the fields only makes a row too many.
 */
export const IS_LASTING = `(
  type NOT IN ('spoke', 'tried', 'heard', 'sent', 'work') OR
  instr(body, '"learned":') OR instr(body, '"harm":') OR instr(body, '"blames":') OR
  instr(body, '"asked":') OR instr(body, '"signals":')
)`;
const VERSION_5 = `
  CREATE INDEX entry_lasting ON entry (customer, day, seq) WHERE ${IS_LASTING};
`;

/*
 * Entries that an import added, in place of an operation each: while such an entry is as it was added, an operation
 * would only say once more what stands in it. `first` is a place among the operations, `number` that of the first entry.
 * Whoever changes or removes one of them writes out its operation first, or is refused.
 */
const VERSION_6 = `
  CREATE TABLE addition (
    first INTEGER PRIMARY KEY,
    id TEXT NOT NULL,
    change INTEGER NOT NULL REFERENCES change,
    number INTEGER NOT NULL UNIQUE,
    count INTEGER NOT NULL CHECK (count > 0),
    clock TEXT NOT NULL,
    crc INTEGER NOT NULL
  ) STRICT;
  CREATE INDEX addition_by_change ON addition (change);
  -- How customers were called before.
  CREATE INDEX operation_on_card ON operation (subject, seq) WHERE kind = 'customer' AND before IS NOT NULL;

  CREATE TRIGGER addition_is_final BEFORE UPDATE ON addition
    BEGIN SELECT RAISE(ABORT, 'a recorded addition is never altered'); END;
  CREATE TRIGGER addition_needs_update BEFORE UPDATE ON entry
    WHEN (SELECT number + count FROM addition WHERE number <= OLD.seq ORDER BY number DESC LIMIT 1) > OLD.seq
    BEGIN SELECT RAISE(ABORT, 'the operation that added the entry is not written out'); END;
  CREATE TRIGGER addition_needs_delete BEFORE DELETE ON entry
    WHEN (SELECT number + count FROM addition WHERE number <= OLD.seq ORDER BY number DESC LIMIT 1) > OLD.seq
    BEGIN SELECT RAISE(ABORT, 'the operation that added the entry is not written out'); END;
`;

/**
 * What brings a journal of version N to version N + 1, at place N; released ones are never edited.
 */
export const MIGRATIONS: readonly string[] = [
  VERSION_1,
  VERSION_2,
  VERSION_3,
  VERSION_4,
  VERSION_5,
  VERSION_6,
];

/** The `user_version` that this program reads and writes. */
export const SCHEMA_VERSION = MIGRATIONS.length;
