import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import process from 'node:process';
import { pathToFileURL } from 'node:url';
import { describe, test } from '@jest/globals';
import axe from 'axe-core';
import { type Browser, type BrowserContextOptions, chromium, type Page } from 'playwright-core';
import { layoutFaults, openAll, removeFolded, structureFaults, textsOf } from './in-page.js';

const NAMES = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable', 'chrome'];

/** The browser of this machine: the one that CHROME_PATH names, else one on the path. */
function installed(): string | undefined {
  const named = process.env['CHROME_PATH'];
  if (named !== undefined && existsSync(named)) return named;
  for (const name of NAMES) {
    const { status, stdout } = spawnSync('which', [name], { encoding: 'utf8' });
    if (status === 0) return stdout.trim();
  }
  return undefined;
}

const program = installed();

/** Skipped, and named as such, where there is no browser. */
export function describeInBrowser(name: string, tests: () => void): void {
  if (program === undefined) test.skip(`${name} …, in a browser`, () => undefined);
  else describe(name, tests);
}

/** A browser without a window; whoever starts it closes it. */
export function startBrowser(): Promise<Browser> {
  if (program === undefined) throw new Error('there is no browser');
  return chromium.launch({
    executablePath: program,
    // Chromium's own sandbox does not run as root.
    args: process.getuid?.() === 0 ? ['--no-sandbox'] : [],
  });
}

/** A page of a file, as a browser shows it, and what it complained of or asked for meanwhile. */
export interface Opened {
  readonly page: Page;
  /** What the console said, errors, and requests for anything but the file itself. */
  readonly complaints: readonly string[];
  close(): Promise<void>;
}

/** Opens a file as somebody does who was sent it. */
export async function openFile(
  browser: Browser,
  path: string,
  options: BrowserContextOptions = {},
): Promise<Opened> {
  const context = await browser.newContext({
    viewport: DESKTOP,
    // Nothing is on its way while it is looked at.
    reducedMotion: 'reduce',
    ...options,
  });
  const page = await context.newPage();
  const complaints: string[] = [];
  const { href } = pathToFileURL(path);
  page.on('console', (message) => complaints.push(`${message.type()}: ${message.text()}`));
  page.on('pageerror', ({ message }) => complaints.push(`error: ${message}`));
  page.on('request', (request) => {
    const url = request.url().replace(/#.*$/, '');
    if (url !== href) complaints.push(`asks for ${url}`);
  });
  page.on('dialog', (dialog) => {
    complaints.push(`dialog: ${dialog.message()}`);
    void dialog.dismiss();
  });
  await page.goto(href);
  return { page, complaints, close: () => context.close() };
}

export const PHONE = { width: 390, height: 844 };
const SMALL_PHONE = { width: 360, height: 740 };
const DESKTOP = { width: 1280, height: 800 };
/** A sheet of A4 without its margins, in pixels of CSS. */
const PAPER = { width: 718, height: 1047 };

/**
 * What sticks out of the page at any width, and on paper. A line each.
 * @param unfolds look once more with everything unfolded, and leave it so; else what is folded away is taken away, because a
 *   big page would take long
 */
export async function faultsAtAllWidths(page: Page, unfolds: boolean): Promise<readonly string[]> {
  const faults: string[] = [];
  const look = async (where: string): Promise<void> => {
    const found = await page.evaluate(layoutFaults);
    faults.push(...found.map((fault) => `${where}: ${fault}`));
  };
  const widths = [DESKTOP, PHONE, SMALL_PHONE];
  for (const size of widths) {
    await page.setViewportSize(size);
    await look(`${size.width}`);
  }
  if (!unfolds) {
    await page.evaluate(removeFolded);
  } else {
    await page.evaluate(openAll);
    for (const size of [DESKTOP, SMALL_PHONE]) {
      await page.setViewportSize(size);
      await look(`${size.width}, unfolded`);
    }
  }
  await page.emulateMedia({ media: 'print' });
  await page.setViewportSize(PAPER);
  await look('paper');
  await page.emulateMedia({ media: 'screen' });
  await page.setViewportSize(DESKTOP);
  return faults;
}

/** What an engine for accessibility finds wrong with the page as it stands, contrast among it. A line each. */
export async function accessibilityFaults(page: Page): Promise<readonly string[]> {
  const isThere = await page.evaluate('"axe" in globalThis');
  if (isThere !== true) await page.evaluate(axe.source);
  const { violations } = await page.evaluate<axe.AxeResults>(
    `axe.run({ resultTypes: ['violations'] })`,
  );
  return violations.flatMap(({ id, nodes }) =>
    nodes.map(({ failureSummary = '', html }) => `${id}: ${html} ${failureSummary}`),
  );
}

export const structureOf = (page: Page): Promise<string[]> => page.evaluate(structureFaults);
export const textsIn = (page: Page, selector: string): Promise<string[]> =>
  page.evaluate(textsOf, selector);
