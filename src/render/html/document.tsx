import type { ComponentChildren } from 'preact';
import { renderToString } from 'preact-render-to-string';
import { STYLE } from './style.ts';

/** The base64 of the SHA-256 of a text. */
export type Digest = (text: string) => string;

interface Document {
  readonly title: string;
  /** The one h1 of the page is among them. */
  readonly children: ComponentChildren;
}

/** A whole page in one file: it asks nothing of anybody, and runs nothing. */
export function documentOf({ title, children }: Document, digest: Digest): string {
  const policy = [
    `default-src 'none'`,
    `style-src 'sha256-${digest(STYLE)}'`,
    `base-uri 'none'`,
    `form-action 'none'`,
  ].join('; ');
  const page = renderToString(
    <html lang="en">
      <head>
        <meta charset="utf-8" />
        <meta http-equiv="Content-Security-Policy" content={policy} />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="color-scheme" content="light dark" />
        <meta name="referrer" content="no-referrer" />
        <title>{title}</title>
        {/* As it is: a quotation mark written as an entity would be none, and another hash. */}
        <style dangerouslySetInnerHTML={{ __html: STYLE }} />
      </head>
      <body>
        <a class="skip" href="#content">
          Skip to the content
        </a>
        <main id="content" tabIndex={-1}>
          {children}
        </main>
      </body>
    </html>,
  );
  return `<!doctype html>\n${page}\n`;
}
