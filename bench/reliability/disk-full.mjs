// @ts-check
// F9: the disk of the database is full while events stream in: writes are answered with 503, nothing else fails, and
// when there is room again everything that was sent is there.
//   node bench/reliability/disk-full.mjs [--seconds 5]     Linux; the disk is a small tmpfs, and mounting one takes root
import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { setTimeout as sleep } from 'node:timers/promises';

import { stream } from '../generate/events.mjs';
import { checkEvents, promise, verdict } from './check.mjs';
import { openRig } from './rig.mjs';
import { sendAll } from './sender.mjs';

const { values } = parseArgs({ options: { seconds: { type: 'string', default: '5' } } });
const disk = mkdtempSync(path.join(tmpdir(), 'tributary-small-disk-'));
const { status } = spawnSync('mount', ['-t', 'tmpfs', '-o', 'size=320m,mode=0777', 'tmpfs', disk]);
try {
  if (status === 0) await onSmallDisk();
  else process.stdout.write('not tried: this account may not mount a tmpfs\n');
} finally {
  if (status === 0) spawnSync('umount', ['-l', disk]);
  rmSync(disk, { recursive: true, force: true });
}
verdict();

async function onSmallDisk() {
  const rig = await openRig({ folder: disk, settings: { max_wal_size: '64MB', min_wal_size: '32MB' } });
  try {
    await fill(rig);
  } finally {
    await rig.close();
  }
}

/** @param {import('./rig.mjs').Rig} rig */
async function fill(rig) {
  const bodies = stream(3_000, 'disk full');
  const ballast = path.join(disk, 'ballast');
  const before = await sendAll(rig, bodies.slice(0, 500), { connections: 10 });
  spawnSync('sh', ['-c', `cat /dev/zero > ${ballast} 2>/dev/null`]);
  const sending = sendAll(rig, bodies.slice(500), { connections: 10 });
  await sleep(Number(values.seconds) * 1_000);
  rmSync(ballast, { force: true });
  const after = await sending;
  const statuses = Object.fromEntries(after.statuses);
  process.stdout.write(`${JSON.stringify(statuses)}\n`);
  const lost = before.lost.length + after.lost.length;
  promise('writes were answered with 503', statuses['503'] ?? 0, Number(statuses['503'] ?? 0) > 0);
  const odd = Object.keys(statuses).filter((one) => one !== '201' && one !== '503');
  promise('other failures', odd.join(' ') || 'none', odd.length === 0);
  promise('never acknowledged', lost, lost === 0);
  await checkEvents(rig, bodies);
}
