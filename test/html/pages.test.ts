import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type { Browser, Page } from 'playwright-core';
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
import type { Console } from '../support/console.ts';
import { focusable, focused } from '../support/in-page.js';
import { type BookName, pageOf, userWith } from './books.ts';

interface Shown {
  readonly book: BookName;
  readonly words: string;
  /** With everything unfolded, too; in a big page nobody has patience for that. */
  readonly unfolds: boolean;
  readonly colours: readonly ('light' | 'dark')[];
}

const PAGES: readonly Shown[] = [
  { book: 'one customer', words: 'review', unfolds: true, colours: ['light', 'dark'] },
  { book: 'fifteen customers', words: 'review', unfolds: false, colours: ['light', 'dark'] },
  { book: 'three hundred customers', words: 'review', unfolds: false, colours: ['light'] },
  { book: 'hostile texts', words: 'review', unfolds: false, colours: ['dark'] },
  { book: 'hostile texts', words: 'show Plain --private', unfolds: true, colours: ['light'] },
  { book: 'nobody', words: 'review', unfolds: true, colours: ['light'] },
];

const TILE_WIDTHS =
  "[...document.querySelectorAll('.tally li')].map((tile) => tile.getBoundingClientRect().width)";

const innerText = (page: Page): Promise<string> => page.evaluate('document.body.innerText');

describeInBrowser('the page of', () => {
  const users = new Map<BookName, Console>();
  let browser: Browser;
  beforeAll(async () => {
    browser = await startBrowser();
  });
  afterAll(async () => {
    await browser.close();
    for (const user of users.values()) user.remove();
  });

  async function userOf(book: BookName): Promise<Console> {
    const user = users.get(book) ?? (await userWith(book));
    users.set(book, user);
    return user;
  }

  describe.each(PAGES)('rel $words, with $book,', ({ book, colours, unfolds, words }) => {
    let path = '';
    let opened: Opened;
    beforeAll(async () => {
      path = await pageOf(await userOf(book), words);
      opened = await openFile(browser, path);
    });
    afterAll(() => opened.close());

    test('is built of what may be there, each link with its target', async () => {
      expect(await structureOf(opened.page)).toEqual([]);
    });

    test('has no character that cannot be seen, and nothing that was not worded', () => {
      const words = readFileSync(path, 'utf8')
        .replace(/<style>[^]*?<\/style>/, '')
        .replace(/<[^>]*>/g, ' ');
      expect(/(?!\n)\p{Cc}|[\p{Bidi_Control}\ufdd0-\ufdef]/u.exec(words)).toBeNull();
      expect(/(?:undefined|NaN|null|\[object)/.exec(words)).toBeNull();
    });

    test('says the same where no script may run', async () => {
      await opened.page.setViewportSize(PHONE);
      // The tally stands in a grid, however many there are of a verdict.
      const tiles: readonly number[] = await opened.page.evaluate(TILE_WIDTHS);
      expect(new Set(tiles).size).toBeLessThan(2);
      const bare = await openFile(browser, path, { javaScriptEnabled: false, viewport: PHONE });
      expect(await innerText(bare.page)).toBe(await innerText(opened.page));
      expect(bare.complaints).toEqual([]);
      await bare.close();
    });

    test('fits phone, desktop and paper', async () => {
      expect(await faultsAtAllWidths(opened.page, unfolds)).toEqual([]);
    });

    // What is folded is unfolded by now, or gone.
    test('leaves an engine for accessibility nothing to mind', async () => {
      for (const colorScheme of colours) {
        await opened.page.emulateMedia({ colorScheme });
        expect([colorScheme, await accessibilityFaults(opened.page)]).toEqual([colorScheme, []]);
      }
    });

    test('asks for nothing, and the console is silent', () => {
      expect(opened.complaints).toEqual([]);
    });
  });

  test('one customer takes the Tab key to every link and fold in turn, and shows where it is', async () => {
    const opened = await openFile(browser, await pageOf(await userOf('one customer'), 'review'));
    const places = await opened.page.evaluate(focusable);
    expect(places.length).toBeGreaterThan(20);
    expect(places[0]).toBe('Skip to the content');
    for (const [place, name] of places.entries()) {
      await opened.page.keyboard.press('Tab');
      const at = await opened.page.evaluate(focused);
      expect({ name, ...at }).toEqual({ name, place, isSeen: true });
    }
    await opened.close();
  });

  test('three hundred customers are counted in numbers that are never broken', async () => {
    const path = await pageOf(await userOf('three hundred customers'), 'review');
    const opened = await openFile(browser, path, { viewport: PHONE });
    const counts = await opened.page.locator('.tally strong').all();
    const boxes = await Promise.all(counts.map((count) => count.boundingBox()));
    expect(boxes).toHaveLength(4);
    expect(new Set(boxes.map((box) => box?.height)).size).toBe(1);
    await opened.close();
  });

  test('fifteen customers has all folds open on paper, and unfolds the one that a link leads to', async () => {
    const opened = await openFile(
      browser,
      await pageOf(await userOf('fifteen customers'), 'review'),
    );
    const folded = opened.page.locator('details.folded section').last();
    expect(await folded.isVisible()).toBe(false);
    await opened.page.emulateMedia({ media: 'print' });
    expect(await folded.isVisible()).toBe(true);
    await opened.page.emulateMedia({ media: 'screen' });
    const id = (await folded.getAttribute('id')) ?? '';
    await opened.page.locator(`.customers a[href="#${id}"]`).click();
    expect(await folded.isVisible()).toBe(true);
    expect(opened.complaints).toEqual([]);
    await opened.close();
  });
});
