// @ts-check
// `npm start`. Before anything is installed only Node is there, perhaps an old one: this file keeps to old syntax and
// loads the rest when the version fits.
const OLDEST = '20.19';
const [major = 0, minor = 0] = process.versions.node.split('.').map(Number);

if (major > 20 || (major === 20 && minor >= 19)) {
  const { start } = await import('./start/run.mjs');
  await start();
} else {
  console.error('Tributary needs Node ' + OLDEST + ' or newer; this is ' + process.versions.node + '.');
  process.exitCode = 1;
}
