import type { Connection } from './connection.ts';
import { connect } from './driver.ts';
import { MIGRATIONS } from './schema.ts';

type Part = readonly [name: string, sql: string | null];

const PARTS = 'SELECT name, sql FROM sqlite_schema ORDER BY name';
const TYPES = 'SELECT name FROM entry_type ORDER BY name';

/** What the file itself says it is made of. */
export interface Schema {
  readonly version: number;
  /** The tables that its version has. */
  readonly tables: ReadonlySet<string>;
  readonly problems: readonly string[];
}

/**
 * Whether the tables, indexes and triggers are those of the file's version. A flipped bit in the text that says what an
 * index holds leaves a database that is sound to SQLite.
 */
export function schemaOf(connection: Connection): Schema {
  const [version] = connection.statement('PRAGMA user_version').get() as readonly [number];
  const { parts, types } = expectedAt(version);
  const found = connection.statement(PARTS).all() as Part[];
  const wanted = new Map(parts);
  const held = new Map(found);
  const problems = [
    ...parts.flatMap(([name, sql]) =>
      !held.has(name)
        ? [`${name} is missing`]
        : held.get(name) === sql
          ? []
          : [`${name} is not as this version makes it`],
    ),
    ...found.flatMap(([name]) =>
      // What somebody's own tool keeps for its statistics.
      wanted.has(name) || name.startsWith('sqlite_stat') ? [] : [`${name} does not belong here`],
    ),
  ];
  if (held.has('entry_type') && !isSame(connection.statement(TYPES).all(), types))
    problems.push('the types of entries are not those of this version');
  return { version, tables: new Set(parts.map(([name]) => name)), problems };
}

function expectedAt(version: number): {
  readonly parts: readonly Part[];
  readonly types: readonly unknown[];
} {
  const empty = connect(':memory:', 0);
  try {
    for (const step of MIGRATIONS.slice(0, version)) empty.exec(step);
    return {
      parts: empty.prepare(PARTS).raw().all() as Part[],
      types: version === 0 ? [] : empty.prepare(TYPES).raw().all(),
    };
  } finally {
    empty.close();
  }
}

const isSame = (one: unknown, other: unknown): boolean =>
  JSON.stringify(one) === JSON.stringify(other);
