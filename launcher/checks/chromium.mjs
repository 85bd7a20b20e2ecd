// @ts-check
import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';

/** A browser and the environment it needs. @typedef {{ executablePath: string, env: Record<string, string> }} Chromium */

const SYSTEM_PATHS = [
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome-stable',
  '/usr/bin/google-chrome',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
];
const TRY_MS = 30_000;

/**
 * A Chromium that runs here: CHROMIUM_PATH, the one packed into @sparticuz/chromium, the system's, or Debian's,
 * installed now. The packed one is a headless shell: it draws no window around the page and needs half the CPU.
 *
 * @returns {Promise<Chromium>}
 * @throws Error with one sentence when none can be had
 */
export async function findChromium() {
  const explicit = process.env['CHROMIUM_PATH'];
  if (explicit) return { executablePath: explicit, env: {} };
  const found = (await fromPackage()) ?? fromSystem() ?? fromDebian();
  if (found !== undefined) return found;
  throw new Error('No Chromium runs here and none could be installed: install one, or set CHROMIUM_PATH to it.');
}

function fromSystem() {
  const candidates = SYSTEM_PATHS.filter((file) => existsSync(file)).map((executablePath) => ({
    executablePath,
    env: {},
  }));
  return candidates.find(runs);
}

/**
 * It unpacks into the folder for temporary files under a fixed name: each user gets a folder of their own.
 *
 * @returns {Promise<Chromium | undefined>}
 */
async function fromPackage() {
  const folder = path.join(os.tmpdir(), `tributary-chromium-${process.getuid?.() ?? 'user'}`);
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  const before = process.env['TMPDIR'];
  process.env['TMPDIR'] = folder;
  process.env['AWS_LAMBDA_JS_RUNTIME'] = 'nodejs22.x'; // makes it unpack the libraries it needs, too
  try {
    const { default: packed } = await import('@sparticuz/chromium');
    const executablePath = await packed.executablePath();
    const env = { LD_LIBRARY_PATH: path.join(folder, 'al2023/lib'), FONTCONFIG_FILE: writeFontList(folder) };
    const chromium = { executablePath, env };
    return runs(chromium) ? chromium : undefined;
  } catch {
    return undefined; // not made for this platform
  } finally {
    delete process.env['AWS_LAMBDA_JS_RUNTIME'];
    if (before === undefined) delete process.env['TMPDIR'];
    else process.env['TMPDIR'] = before;
  }
}

/**
 * Names the fonts that came along and the system's. The list inside the package names folders of another machine;
 * without a font, Chromium ends at the first text field.
 *
 * @param {string} folder @returns {string} the list's file
 */
function writeFontList(folder) {
  const folders = [path.join(folder, 'fonts'), '/usr/share/fonts', '/usr/local/share/fonts'];
  const list = [
    ...folders.map((dir) => `<dir>${dir}</dir>`),
    `<cachedir>${path.join(folder, 'font-cache')}</cachedir>`,
  ];
  const file = path.join(folder, 'fonts.conf');
  writeFileSync(file, `<?xml version="1.0"?>\n<fontconfig>\n${list.join('\n')}\n</fontconfig>\n`);
  return file;
}

function fromDebian() {
  if (process.getuid?.() !== 0 || !existsSync('/usr/bin/apt-get')) return undefined;
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
  spawnSync('apt-get', ['update'], { env, stdio: 'ignore' });
  spawnSync('apt-get', ['install', '--yes', '--no-install-recommends', 'chromium'], { env, stdio: 'ignore' });
  return fromSystem();
}

/** Whether it starts with the libraries that are there. @param {Chromium} chromium */
function runs({ executablePath, env }) {
  const { status, stdout } = spawnSync(executablePath, ['--version'], {
    env: { ...process.env, ...env },
    timeout: TRY_MS,
    encoding: 'utf8',
  });
  return status === 0 && /Chrom/.test(stdout);
}
