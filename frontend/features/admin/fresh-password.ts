/** Without look-alikes: easy to read out. */
const LETTERS = 'abcdefghjkmnpqrstuvwxyzABCDEFGHJKLMNPQRSTUVWXYZ23456789';
const LENGTH = 20;

/** Twenty random letters and digits, over 110 bits. */
export function freshPassword(): string {
  const letters: string[] = [];
  while (letters.length < LENGTH) {
    const [byte = 255] = crypto.getRandomValues(new Uint8Array(1));
    if (byte < LETTERS.length * 4) letters.push(LETTERS.charAt(byte % LETTERS.length));
  }
  return letters.join('');
}
