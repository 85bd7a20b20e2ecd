/** An API token as it travels: `trib_<kind>_<id>_<secret>`; the prefix is for people and secret scanners. */
export interface TokenParts {
  /** UUID of the stored row. */
  readonly id: string;
  /** 64 hexadecimal digits: 256 random bits. */
  readonly secret: string;
}

const TOKEN = /^trib_[a-z]{1,20}_([0-9a-f]{8})([0-9a-f]{4})([0-9a-f]{4})([0-9a-f]{4})([0-9a-f]{12})_([0-9a-f]{64})$/;

/** The parts of a token's text; null for anything else. */
export function parseToken(text: string): TokenParts | null {
  const match = TOKEN.exec(text);
  if (!match) return null;
  const [, a = '', b = '', c = '', d = '', e = '', secret = ''] = match;
  return { id: `${a}-${b}-${c}-${d}-${e}`, secret };
}

/** The text that its maker sees once. */
export const formatToken = (kind: string, { id, secret }: TokenParts): string =>
  `trib_${kind}_${id.replaceAll('-', '')}_${secret}`;
