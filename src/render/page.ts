/** What a piece of text is; which colour that has is the terminal's affair. */
export type Role = 'strong' | 'quiet' | 'good' | 'warn' | 'bad';

/** How text is laid out for whoever reads it. */
export interface Page {
  /** Columns. */
  readonly width: number;
  readonly paint: (role: Role, text: string) => string;
  /** Whether characters beyond ASCII can be shown. */
  readonly unicode: boolean;
}

/** The few signs beyond letters, and what stands for them where only ASCII is shown. */
export const sign = ({ unicode }: Page) => ({
  arrow: unicode ? '→' : '->',
  dot: unicode ? '·' : '-',
  ellipsis: unicode ? '…' : '...',
});
