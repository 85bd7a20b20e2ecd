// @ts-check
import path from 'node:path';
import { makeFolder, makeFolderOfUser } from '../postgres/account.mjs';
import { PARTS, build, isBuildDue } from './build.mjs';
import { readEnvironment } from './environment.mjs';
import { install, isInstallDue } from './npm.mjs';
import { portProblem } from './ports.mjs';
import { oneLine, step } from './say.mjs';
import { Shutdown } from './shutdown.mjs';

const ROOT = path.resolve(import.meta.dirname, '../..');

/** Starts everything and returns when it is up; it then runs until a signal or until one part stops. */
export async function start() {
  const shutdown = new Shutdown();
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => void shutdown.begin(0));
  try {
    const { settings, problems } = readEnvironment(process.env, ROOT);
    if (problems.length > 0) return await shutdown.begin(1, problems);
    makeFolder(settings.home);
    const folder = makeFolderOfUser(settings.home);
    const taken = [await portProblem('PORT', settings.port), await portProblem('API_PORT', settings.apiPort)];
    const lines = taken.filter((line) => line !== undefined);
    if (lines.length > 0) return await shutdown.begin(1, lines);
    await prepare();
    const { serve } = await import('./serve.mjs'); // needs what has just been installed
    await serve(ROOT, folder, settings, shutdown);
  } catch (error) {
    if (!shutdown.hasBegun) await shutdown.begin(1, [oneLine(error)]);
  }
}

/** Installs and builds what is missing or out of date. */
async function prepare() {
  if (isInstallDue(ROOT)) await step('Installing packages', () => install(ROOT));
  const due = PARTS.filter((part) => isBuildDue(ROOT, part));
  if (due.length === 0) return;
  const names = due.map((part) => part.name).join(' and ');
  await step(`Building the ${names}`, () => Promise.all(due.map((part) => build(ROOT, part))));
}
