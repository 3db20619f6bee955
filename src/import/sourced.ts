import { hash } from 'node:crypto';

/** Where an import found an entry, and the id that follows from it. */
export interface Sourced {
  readonly id: string;
  readonly source: { readonly importer: string; readonly key: string };
}

/**
 * The same place in the same source gives the same id, on every machine: what was imported before is known by it.
 * @param importer who reads it: `csv`, `ics`
 * @param key what it has in that source and nothing else has
 */
export function sourced(importer: string, key: string): Sourced {
  const normal = key.normalize('NFC');
  const hex = hash('sha256', `${importer}\n${normal}`);
  const variant = ((parseInt(hex.slice(16, 17), 16) & 0x3) | 0x8).toString(16);
  // Version 8 of a UUID is one of one's own making.
  const id = `${hex.slice(0, 8)}-${hex.slice(8, 12)}-8${hex.slice(13, 16)}-${variant}${hex.slice(17, 20)}-${hex.slice(20, 32)}`;
  return { id, source: { importer, key: normal } };
}
