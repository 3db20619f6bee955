import process from 'node:process';

const ENDING = ['SIGHUP', 'SIGINT', 'SIGQUIT', 'SIGTERM'] as const;

const SHOW_CURSOR = '\u001b[?25h';

/** Asks; a signal that ends the program meanwhile leaves a terminal that shows what is typed. */
export async function givingBackTheTerminal<T>(ask: () => Promise<T>): Promise<T> {
  const give = (signal: NodeJS.Signals): void => {
    stopListening();
    try {
      if (process.stdin.isTTY) process.stdin.setRawMode(false);
      process.stdout.write(`${SHOW_CURSOR}\n`);
    } catch {
      // The terminal itself has gone.
    }
    process.kill(process.pid, signal);
  };
  const stopListening = (): void => ENDING.forEach((signal) => process.off(signal, give));
  ENDING.forEach((signal) => process.on(signal, give));
  try {
    return await ask();
  } finally {
    stopListening();
  }
}
