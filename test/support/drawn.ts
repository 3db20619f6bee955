import { type ComponentType, h } from 'preact';
import { renderToString } from 'preact-render-to-string';
import { type Picture, pictureOf } from '../../src/practice/picture.ts';
import { type Judgement, judge } from '../../src/verdict/judge.ts';
import { weeksOf } from '../../src/verdict/weeks.ts';
import { dayOf } from './days.ts';
import { AS_OF, type Line, relationshipFrom } from './lines.ts';

export interface Pictured {
  readonly picture: Picture;
  readonly judgement: Judgement;
}

/** The half year of a relationship up to `AS_OF`. */
export function pictured(lines: readonly Line[], privately = false): Pictured {
  const relationship = relationshipFrom(lines);
  const review = { relationship, judgement: judge(relationship, dayOf(AS_OF)) };
  const weeks = weeksOf(review, () => undefined);
  return { picture: pictureOf(review, { weeks, privately }), judgement: review.judgement };
}

/** What a chart needs of its page: an entry is told by its id, and listed unless it is private. */
const TELLING = {
  told: ({ id }: { readonly id: string }) => id,
  listed: ({ seq, private: isPrivate }: { readonly seq: number; readonly private?: boolean }) =>
    isPrivate === true ? undefined : seq,
};

export const drawn = <Props>(
  chart: ComponentType<Props>,
  props: Omit<Props, keyof typeof TELLING>,
) => renderToString(h(chart as ComponentType<object>, { ...TELLING, ...props }));

/** The sheets of a drawing, without those of a legend. */
export const sheetsOf = (html: string): readonly string[] =>
  [...html.matchAll(/<svg viewBox="0 0 [^]*?<\/svg>/g)].map(([sheet]) => sheet);

export interface Drawn {
  /** The classes it has beside that of all marks. */
  readonly kind: string;
  /** What it says where it is pointed at. */
  readonly says: string;
  /** The number of the entry that it leads to. */
  readonly leadsTo: number | undefined;
  /** Where its form stands. */
  readonly x: number;
  readonly y: number;
  readonly isHollow: boolean;
  readonly html: string;
}

/** The marks of a sheet that can be pointed at, in their order. */
export const marksOf = (sheet: string): readonly Drawn[] =>
  [...sheet.matchAll(/<(a|g) class="m\b[^]*?<g class="tip">[^]*?<\/g><\/\1>/g)].map(([html]) => {
    const [, kind = ''] = /class="m ?([^"]*)"/.exec(html) ?? [];
    const [, x, y] = /translate\((\S+) (\S+)\)/.exec(html) ?? [];
    const [, entry] = /href="#entry-(\d+)"/.exec(html) ?? [];
    const [, tip = ''] = /<g class="tip">([^]*)<\/g>/.exec(html) ?? [];
    return {
      kind,
      says: tip.replace(/<[^>]*>/g, ''),
      leadsTo: entry === undefined ? undefined : Number(entry),
      x: Number(x),
      y: Number(y),
      isHollow: /<path class="o" d=[^>]*translate/.test(html),
      html,
    };
  });

interface Box {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

/** The boxes of the details of a sheet. */
export const detailsOf = (sheet: string): readonly Box[] =>
  [...sheet.matchAll(/<g class="tip"><rect ([^>]*)>/g)].map(([, attributes = '']) => {
    const of = (name: string): number =>
      Number(new RegExp(`\\b${name}="([^"]*)"`).exec(attributes)?.[1]);
    return { x: of('x'), y: of('y'), width: of('width'), height: of('height') };
  });

/** The size of a sheet. */
export function sizeOf(sheet: string): { readonly width: number; readonly height: number } {
  const [, width, height] = /viewBox="0 0 (\S+) (\S+)"/.exec(sheet) ?? [];
  return { width: Number(width), height: Number(height) };
}
