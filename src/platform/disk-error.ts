import { RelError } from '../journal/error.ts';

const REASONS: Readonly<Record<string, string>> = {
  EIO: 'the disk fails',
  EROFS: 'the disk is read-only',
  ENOSPC: 'no space left',
  EDQUOT: 'no space left',
};

/** What a disk refused in a place where nobody expected it; undefined for every other error. */
export function diskError(error: unknown): RelError | undefined {
  if (!(error instanceof Error)) return undefined;
  const { code = '', path } = error as NodeJS.ErrnoException;
  const reason = REASONS[code];
  if (reason === undefined) return undefined;
  const where = path === undefined ? '' : `${path}: `;
  return new RelError(
    'output',
    `${where}${reason}`,
    'see to the disk; rel doctor looks at the journal',
  );
}
