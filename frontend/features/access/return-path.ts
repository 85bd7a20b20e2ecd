/** Where to go after signing in: a path of our own, never another site; home for anything else. */
export function returnPath(wanted: string | undefined): string {
  if (wanted === undefined || !/^\/(?![/\\])/.test(wanted) || hasControlCharacter(wanted)) return '/';
  const resolved = new URL(wanted, 'http://self.invalid');
  const isOurs = resolved.host === 'self.invalid' && !resolved.pathname.startsWith('/sign-in');
  return isOurs ? resolved.pathname + resolved.search + resolved.hash : '/';
}

/** Browsers drop tabs and line ends from addresses: what is left could be another site's. */
function hasControlCharacter(text: string): boolean {
  return Array.from(text).some((letter) => letter < ' ');
}
