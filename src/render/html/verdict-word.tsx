import type { Verdict } from '../../journal/vocabulary.ts';

/** The shape of each verdict, in a square of ten by ten around the origin. */
export const SHAPES: Readonly<Record<Verdict, string>> = {
  KEEP: 'M0-5A5 5 0 1 1 0 5A5 5 0 1 1 0-5Z',
  FIX: 'M0-6L6 0L0 6L-6 0Z',
  REBUILD: 'M0-5.5L6 5L-6 5Z',
  DROP: 'M-5-5H5V5H-5Z',
};

/** The class that gives something the colour of a verdict. */
export const verdictClass = (verdict: Verdict): string => `v-${verdict.toLowerCase()}`;

/** The word, in its colour and behind its shape. */
export const VerdictWord = ({ verdict }: { readonly verdict: Verdict }) => (
  <span class={`verdict ${verdictClass(verdict)}`}>
    <svg viewBox="-6 -6 12 12" aria-hidden="true">
      <path d={SHAPES[verdict]} />
    </svg>
    {verdict}
  </span>
);
