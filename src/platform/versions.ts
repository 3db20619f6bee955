/** Node's version and the machine it was made for. */
export const nodeVersion = (): string =>
  `${process.version.slice(1)} (${process.platform} ${process.arch})`;
