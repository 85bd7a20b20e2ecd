import type { LaunchOptions } from '@playwright/test';
import { findChromium } from '../launcher/checks/chromium.mjs';

/** Quiet and alike everywhere: nothing is fetched behind our back, pages look the same without a graphics card. */
const ARGS = [
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--force-color-profile=srgb',
  '--font-render-hinting=none',
];

/** How Playwright is to start the Chromium that `npm test` found, or that is found here. */
export async function chromiumOptions(): Promise<LaunchOptions> {
  const { executablePath, env } = await findChromium();
  process.env['CHROMIUM_PATH'] = executablePath; // workers read this file again
  Object.assign(process.env, env);
  return { executablePath, args: ARGS };
}
