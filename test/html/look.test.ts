import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import type { Browser } from 'playwright-core';
import {
  accessibilityFaults,
  describeInBrowser,
  faultsAtAllWidths,
  openFile,
  startBrowser,
  structureOf,
} from '../support/browser.ts';

/** Everything that a page must not have. */
const BAD = `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>Bad</title>
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; img-src http:; style-src 'unsafe-inline'; script-src-elem 'none'">
<style>.faint { color: #bbb; background: #fff } .wide { width: 500px; margin: 0 }</style></head><body><main>
<h1>One</h1><h1>Two</h1><h3>Three</h3>
<p class="wide" id="twice">As wide as no phone</p><p class="faint" id="twice">Hardly to be read</p>
<a href="#nowhere">nowhere</a> <a href="http://127.0.0.1:9/away">away</a>
<img src="http://127.0.0.1:9/seen.png" alt="seen"><script>console.error('ran')</script>
<p onclick="console.error('clicked')">click</p>
<details><summary>folded</summary><p class="wide" style="width: 2000px">very wide</p></details>
<svg width="100" height="20"><text x="90" y="15">sticks out</text><text x="92" y="15">lies over it</text></svg>
</main></body></html>`;

describeInBrowser('a look at a page in the browser sees', () => {
  const folder = mkdtempSync(join(tmpdir(), 'rel-look-'));
  let browser: Browser;
  beforeAll(async () => {
    browser = await startBrowser();
    writeFileSync(join(folder, 'bad.html'), BAD);
  });
  afterAll(async () => {
    await browser.close();
    rmSync(folder, { recursive: true, force: true });
  });

  test('whatever a page must not have', async () => {
    const opened = await openFile(browser, join(folder, 'bad.html'));
    const { complaints, page } = opened;
    expect(complaints).toEqual(
      expect.arrayContaining([
        'asks for http://127.0.0.1:9/seen.png',
        expect.stringMatching(/^error: .*script/),
      ]),
    );
    expect(await structureOf(page)).toEqual(
      expect.arrayContaining([
        '2 titles',
        'a title of level 3 after 1: Three',
        'two elements are called twice',
        'a link leads nowhere: #nowhere',
        'a link leads to http://127.0.0.1:9/away',
        'there is a <img>',
        'there is a <script>',
        `there is a onclick="console.error('clicked')"`,
        'there is a style="width: 2000px"',
      ]),
    );
    const axe = await accessibilityFaults(page);
    expect(axe.filter((fault) => fault.startsWith('color-contrast:'))).toHaveLength(1);
    const layout = await faultsAtAllWidths(page, true);
    expect(layout).toEqual(
      expect.arrayContaining([
        '390: <p class="wide"> As wide as no phone goes from 8 to 508',
        expect.stringMatching(/^1280, unfolded: the page is \d+ wide, of 1280$/),
        expect.stringMatching(/^1280: <text> sticks out is \d+ outside of its picture$/),
        '1280: <text> sticks out lies over <text> lies over it',
      ]),
    );
    expect(layout.filter((fault) => fault.startsWith('1280: the page'))).toEqual([]);
    await opened.close();
  });
});
