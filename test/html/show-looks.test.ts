import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import type { Browser } from 'playwright-core';
import { DEMO_DAY, DEMO_JOURNAL } from '../../src/demo/stories.ts';
import {
  accessibilityFaults,
  describeInBrowser,
  faultsAtAllWidths,
  openFile,
  type Opened,
  PHONE,
  startBrowser,
  structureOf,
} from '../support/browser.ts';
import { Console } from '../support/console.ts';
import { detailsShown } from '../support/in-page.js';
import { pageOf, userWith } from './books.ts';

describeInBrowser('the page of one customer', () => {
  const stories = new Console({ REL_TODAY: DEMO_DAY });
  let hostile: Console;
  let browser: Browser;
  const pages: Opened[] = [];
  beforeAll(async () => {
    browser = await startBrowser();
    writeFileSync(join(stories.home, 'demo.jsonl'), DEMO_JOURNAL);
    await stories.must('rel import demo.jsonl');
    for (const name of ['Tamarind', 'Kettleby', 'Castellan'])
      pages.push(await openFile(browser, await pageOf(stories, `show ${name}`)));
    hostile = await userWith('hostile texts');
    const { customers } = JSON.parse(await hostile.must('rel review --all --json --no-hangs-on'));
    const [worst] = customers as readonly { readonly customer: string }[];
    const subject = `'${worst?.customer.replaceAll("'", "'\\''") ?? ''}'`;
    pages.push(await openFile(browser, await pageOf(hostile, `show ${subject}`)));
  });
  afterAll(async () => {
    await browser.close();
    stories.remove();
    hostile.remove();
  });

  test('is built of what may be there, and fits phone, desktop and paper', async () => {
    for (const { page } of pages) {
      expect(await structureOf(page)).toEqual([]);
      expect(await faultsAtAllWidths(page, true)).toEqual([]);
    }
  });

  test('leaves an engine for accessibility nothing to mind, light and dark', async () => {
    for (const { page } of pages)
      for (const colorScheme of ['light', 'dark'] as const) {
        await page.emulateMedia({ colorScheme });
        expect([colorScheme, await accessibilityFaults(page)]).toEqual([colorScheme, []]);
      }
  });

  test('shows what a mark means to whom has no mouse, inside the drawing', async () => {
    for (const { page } of pages) {
      await page.setViewportSize(PHONE);
      const seen = await page.evaluate(detailsShown);
      expect(seen.length).toBeGreaterThan(5);
      expect(seen.filter(({ isSeen }) => !isSeen)).toEqual([]);
      expect(seen.filter(({ out }) => out > 0.5)).toEqual([]);
    }
  });

  test('asks for nothing, and the console is silent', () => {
    expect(pages.map(({ complaints }) => complaints)).toEqual(pages.map(() => []));
  });
});
