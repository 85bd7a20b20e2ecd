/** Where to go after signing in: a path of our own, never another site; home for anything else. */
export function returnPath(wanted: string | undefined): string {
  if (wanted === undefined || !/^\/(?![/\\])/.test(wanted) || /[\u0000-\u001f]/.test(wanted)) return '/';
  const resolved = new URL(wanted, 'http://self.invalid');
  const isOurs = resolved.host === 'self.invalid' && !resolved.pathname.startsWith('/sign-in');
  return isOurs ? resolved.pathname + resolved.search + resolved.hash : '/';
}
