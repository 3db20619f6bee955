import process from 'node:process';

const ENDING = ['SIGHUP', 'SIGINT', 'SIGQUIT', 'SIGTERM'] as const;

/** Asks; a signal that ends the program meanwhile leaves a terminal that shows what is typed. */
export async function givingBackTheTerminal<T>(ask: () => Promise<T>): Promise<T> {
  const give = (signal: NodeJS.Signals): void => {
    stopListening();
    if (process.stdin.isTTY) process.stdin.setRawMode(false);
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
