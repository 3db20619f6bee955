import type { WholeChange } from '../store/whole-changes.ts';
import type { SyncDone } from './sync.ts';

/** The answer of `rel sync --json`. */
export function syncJson({ exchanged, taken, publication }: SyncDone, isTrial: boolean): string {
  const { notices, renumbered, isNewDevice, own } = exchanged;
  const parsed = (text: string | null): unknown => (text === null ? null : JSON.parse(text));
  return `${JSON.stringify({
    schema: 1,
    dryRun: isTrial,
    device: own.device === '' ? null : own.device,
    newDevice: isNewDevice,
    came: taken.fresh.map(changeJson),
    went: {
      file: publication?.name ?? null,
      changes: (publication?.changes ?? []).map(changeJson),
    },
    renumbered,
    notices: notices.map((notice) =>
      notice.is === 'conflict'
        ? { ...notice, kept: parsed(notice.kept), other: parsed(notice.other) }
        : { ...notice, field: null, kept: null, other: null },
    ),
    waiting: taken.remarks,
  })}\n`;
}

const changeJson = ({ id, at, command, device, operations }: WholeChange) => ({
  id,
  at,
  command,
  device,
  steps: operations.length,
});
