// @ts-check
import { spawn } from 'node:child_process';
import {
  chmodSync,
  chownSync,
  cpSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { removeAbandonedPostgres } from '../embedded-postgres.mjs';
import { portProblem } from '../start/ports.mjs';

const ROOT = path.resolve(import.meta.dirname, '../..');

/** Stands in for the backend: says who the first administrator is, is ready, and dies when told to. */
const BACKEND = `
const http = require('node:http');
process.send?.({ type: 'first-admin', username: 'admin', password: 'correct horse' });
http.createServer((request, response) => {
  if (request.url === '/die') { console.error('out of luck'); process.exit(3); }
  response.end(JSON.stringify({ database: process.env.DATABASE_URL, launchToken: process.env.TRIBUTARY_LAUNCH_TOKEN }));
}).listen(process.env.API_PORT, '127.0.0.1');
`;

/** Stands in for the web app: forwards everything to the backend. */
const WEB = `
import http from 'node:http';
http.createServer(async (request, response) => {
  const answer = await fetch(process.env.API_ORIGIN + request.url).catch(() => undefined);
  response.writeHead(answer?.status ?? 503).end(JSON.stringify(process.env));
}).listen(process.env.PORT, '127.0.0.1');
`;

/**
 * An installation in a folder of its own with this launcher, and with stand-ins for what it launches.
 *
 * @param {{ uid?: number, gid?: number }} [owner] who starts it; ourselves when not given
 */
export async function givenInstallation(owner = {}) {
  const folder = mkdtempSync(path.join(os.tmpdir(), 'tributary-launcher-'));
  chmodSync(folder, 0o755);
  cpSync(path.join(ROOT, 'launcher'), path.join(folder, 'launcher'), {
    recursive: true,
    filter: (file) => !/node_modules|[/\\]test$/.test(path.relative(ROOT, file)),
  });
  cpSync(path.join(ROOT, 'package-lock.json'), path.join(folder, 'package-lock.json'));
  symlinkSync(path.join(ROOT, 'node_modules'), path.join(folder, 'node_modules'));
  writeJson(folder, 'package.json', { name: 'given', workspaces: ['backend', 'frontend'] });
  writePart(folder, 'backend', 'src/main.js', BACKEND, 'mkdir -p dist && cp src/main.js dist/main.js');
  writePart(folder, 'frontend', 'server.mjs', WEB, 'mkdir -p .next && touch .next/BUILD_ID');
  if (owner.uid !== undefined) giveTo(folder, owner.uid, owner.gid ?? owner.uid);
  const env = { PORT: String(await freePort()), API_PORT: String(await freePort()), TRIBUTARY_DEMO: '0' };
  /** @type {Launch[]} */
  const launches = [];
  return {
    folder,
    env,
    start: (/** @type {Record<string, string>} */ more = {}) => {
      const launch = new Launch(folder, { ...env, ...more }, owner);
      launches.push(launch);
      return launch;
    },
    /** Stops what a test has left running. */
    settle: async () => {
      for (const launch of launches.splice(0)) {
        launch.child.kill('SIGTERM');
        await launch.ended;
      }
    },
    remove: async () => {
      if (owner.uid === undefined) await removeAbandonedPostgres(path.join(folder, '.tributary'));
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

/** One `npm start`, and what it has said so far. */
class Launch {
  /**
   * @param {string} folder
   * @param {Record<string, string>} env
   * @param {{ uid?: number, gid?: number }} owner
   */
  constructor(folder, env, owner) {
    this.said = '';
    this.child = spawn(process.execPath, ['launcher/start.mjs'], {
      cwd: folder,
      env: { PATH: process.env['PATH'], HOME: folder, ...env },
      ...owner,
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    for (const stream of [this.child.stdout, this.child.stderr]) stream.on('data', (text) => (this.said += text));
    this.ended = new Promise((resolve) => this.child.once('close', (code, signal) => resolve(code ?? signal)));
  }

  /** @returns {Promise<string>} all it has said until it was up */
  async untilUp() {
    while (!this.said.includes('is running at')) {
      if (this.child.exitCode !== null) throw new Error(`it ended: ${this.said}`);
      await sleep(20);
    }
    return this.said;
  }

  /** @returns {Promise<string[]>} what it complained about before it ended */
  async complaints() {
    await this.ended;
    return this.said.split('\n').filter((line) => line.startsWith('✖'));
  }
}

/**
 * @param {string} folder
 * @param {string} part
 * @param {string} file
 * @param {string} text
 * @param {string} build
 */
function writePart(folder, part, file, text, build) {
  mkdirSync(path.join(folder, part, path.dirname(file)), { recursive: true });
  writeFileSync(path.join(folder, part, file), text);
  writeJson(path.join(folder, part), 'package.json', { name: part, version: '0.0.0', scripts: { build } });
}

/**
 * @param {string} folder
 * @param {string} file
 * @param {unknown} value
 */
function writeJson(folder, file, value) {
  writeFileSync(path.join(folder, file), JSON.stringify(value));
}

/**
 * @param {string} folder
 * @param {number} uid
 * @param {number} gid
 */
function giveTo(folder, uid, gid) {
  chownSync(folder, uid, gid);
  for (const entry of readdirSync(folder, { recursive: true, withFileTypes: true })) {
    if (!entry.isSymbolicLink() && !entry.parentPath.includes('node_modules'))
      chownSync(path.join(entry.parentPath, entry.name), uid, gid);
  }
}

/**
 * A port nobody listens on, below those that the system gives out by itself: nobody gets it before we use it.
 *
 * @returns {Promise<number>}
 */
export async function freePort() {
  for (;;) {
    const port = 20_000 + Math.floor(Math.random() * 12_000);
    if ((await portProblem('PORT', port)) === undefined) return port;
  }
}
