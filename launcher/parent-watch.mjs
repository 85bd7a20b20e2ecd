// @ts-check
// Loaded into every service before its own code: when the launcher is gone, killed with -9 perhaps, the service stops.
const GRACE_MS = 5000;

process.on('disconnect', () => {
  process.kill(process.pid, 'SIGTERM');
  setTimeout(() => process.exit(1), GRACE_MS).unref();
});
process.channel?.unref();
