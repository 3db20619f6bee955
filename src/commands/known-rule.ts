import { nearWords } from '../grammar/likeness.ts';
import { RelError } from '../journal/error.ts';
import { REMARKS } from '../practice/remarks.ts';
import { ruleNamed, RULES } from '../rules/index.ts';
import type { Rule } from '../rules/rule.ts';

/** The rule of that name. Throws RelError('usage') where there is none, with those whose names are alike. */
export function knownRule(name: string): Rule {
  const rule = ruleNamed(name.toLowerCase());
  if (rule !== undefined) return rule;
  const near = nearWords(
    name,
    [...RULES, ...REMARKS].map((each) => each.name),
  );
  throw new RelError(
    'usage',
    `there is no rule called ${name}`,
    near.length > 0 ? `did you mean ${near.join(' or ')}?` : 'see them all: rel rules',
  );
}
