import type { Picture } from '../../practice/picture.ts';
import type { FormProps } from './shapes.tsx';
import { Form } from './shapes.tsx';
import { promiseForm } from './lane-promises.tsx';
import { TOUCH_FORMS } from './lane-touches.tsx';

interface Sign extends FormProps {
  readonly kind: 'us' | 'them' | 'money' | 'word';
  readonly says: string;
}

const TOUCH_WORDS = {
  spoke: 'talked',
  tried: 'tried or written, not answered at once',
  sent: 'sent, no answer wanted',
  heard: 'they came to you',
} as const;
const PROMISE_WORDS = {
  kept: 'kept',
  late: 'late',
  broken: 'broken',
  open: 'waits',
  waived: 'waived',
} as const;

/** What the forms on a timeline mean, as far as they are on it. */
export function TimelineLegend({ picture }: { readonly picture: Picture }) {
  return (
    <ul class="legend">
      {signsOf(picture).map(({ kind, says, ...form }) => (
        <li>
          <svg viewBox="-6 -6 12 12" aria-hidden="true">
            <g class={`m ${kind}`}>
              <Form {...form} x={0} y={0} />
            </g>
          </svg>
          {says}
        </li>
      ))}
    </ul>
  );
}

function signsOf({ income, promises, weeks }: Picture): readonly Sign[] {
  const touches = weeks.flatMap((week) => [...week.out, ...week.in]);
  const signs: readonly Sign[] = [
    ...touches.map(({ type }): Sign => ({
      kind: type === 'heard' ? 'them' : 'us',
      says: TOUCH_WORDS[type],
      ...TOUCH_FORMS[type],
    })),
    ...promises.map((each): Sign => ({
      kind: 'word',
      says: `promise ${PROMISE_WORDS[each.standing.status]}`,
      ...promiseForm(each),
    })),
    ...income.map(({ type }): Sign => ({
      kind: 'money',
      says: type === 'won' ? 'order' : 'payment',
      shape: 'diamond',
      hollow: type === 'won',
    })),
  ];
  const said = new Map(signs.map((sign) => [`${sign.says} ${String(sign.hollow === true)}`, sign]));
  return [...said.values()];
}
