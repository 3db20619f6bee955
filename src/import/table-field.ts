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
}

/** @param called the other names, with blanks between them */
export const field = (kind: CellKind, called = ''): TableField => ({
  kind,
  called: called.split(' ').filter((name) => name !== ''),
});

/** How a customer is called, whatever the table. */
export const customer = field(
  'name',
  'customer customername client clientname company companyname companyaccount account accountname associatedcompany associatedcompanyname primaryassociatedcompany organization organisation organizationname organization1name personorganization activityorganization business kunde kundenname firma firmenname unternehmen organisationsname auftraggeber client societe entreprise cliente empresa',
);
