import type { Standing } from '../../src/journal/stage.ts';

interface Judged {
  readonly standing: Standing;
  readonly row: { readonly row: string };
  readonly rules: readonly {
    readonly rule: { readonly name: string };
    readonly level: unknown;
    readonly outcome: unknown;
  }[];
}

/** All that a review says of a customer, as plain values that can be compared. */
export const said = ({ rules, standing, ...rest }: Judged) => ({
  ...rest,
  row: rest.row.row,
  standing: { ...standing, conditions: [...standing.conditions] },
  rules: rules.map(({ level, outcome, rule }) => ({ rule: rule.name, level, outcome })),
});
