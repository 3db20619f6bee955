/** How the cells of a field are read. */
export type CellKind =
  | 'text'
  | 'name'
  | 'date'
  | 'time'
  | 'money'
  | 'minutes'
  | 'seconds'
  | 'milliseconds'
  | 'number'
  | 'flag'
  | 'names'
  | 'words'
  | 'word'
  | 'json';

export interface TableField {
  readonly kind: CellKind;
  /** Other names it goes by in tables, in the form of `plainHeader`. */
  readonly called: readonly string[];
  /** All columns with one of its names are its own, and those with a number in it: `E-mail 2 - Value`. */
  readonly isSeveral?: true;
}

/** @param called the other names, with blanks between them */
export const field = (kind: CellKind, called = ''): TableField => ({
  kind,
  called: called.split(' ').filter((name) => name !== ''),
});

/** One of which a row may have several, each in a column of its own. */
export const severalFields = (called: string): TableField => ({
  ...field('text', called),
  isSeveral: true,
});

/** How a customer is called, whatever the table. */
export const customer = field(
  'name',
  'customer customername client clientname company companyname companyaccount account accountname associatedcompany associatedcompanyname primaryassociatedcompany organization organisation organizationname organization1name personorganization activityorganization business kunde kundenname firma firmenname unternehmen organisationsname auftraggeber client societe entreprise cliente empresa',
);
