import type { ComponentChildren } from 'preact';
import { renderToString } from 'preact-render-to-string';

/** The base64 of the SHA-256 of a text. */
export type Digest = (text: string) => string;

interface Document {
  readonly title: string;
  readonly children: ComponentChildren;
}

/** A whole page in one file: it asks nothing of anybody, and runs nothing. */
export function documentOf({ title, children }: Document, digest: Digest): string {
  const policy = `default-src 'none'; style-src 'sha256-${digest(STYLE)}'`;
  const page = renderToString(
    <html lang="en">
      <head>
        <meta charset="utf-8" />
        <meta http-equiv="Content-Security-Policy" content={policy} />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="color-scheme" content="light dark" />
        <title>{title}</title>
        <style>{STYLE}</style>
      </head>
      <body>{children}</body>
    </html>,
  );
  return `<!doctype html>\n${page}\n`;
}

const STYLE = 'body { font: 1rem/1.5 system-ui, sans-serif; }';
