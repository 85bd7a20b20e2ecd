import { invalid } from '../../shared/errors';

const USERNAME = /^[a-z0-9][a-z0-9._@+-]{1,63}$/i;
const EMAIL = /^[^\s@<>"\p{Cc}]{1,64}@[^\s@<>"\p{Cc}]{1,189}$/u;
const LONGEST_NAME = 100;

/** @throws DomainError INVALID naming the field and its rule */
export function checkPersonText(person: { username: string; displayName: string; email: string | null }): void {
  if (!USERNAME.test(person.username)) {
    throw invalid('Username: takes 2 to 64 letters, digits, dots, dashes, underscores, @ and +');
  }
  checkName('Display name', person.displayName);
  if (person.email !== null && !EMAIL.test(person.email)) throw invalid('Email: is not an address');
}

/** A name for people to read. @throws DomainError INVALID when it is empty, long, or has control characters */
export function checkName(what: string, name: string): void {
  const isPrintable = name.trim() !== '' && name.length <= LONGEST_NAME && !/\p{Cc}/u.test(name);
  if (!isPrintable) throw invalid(`${what}: takes 1 to ${LONGEST_NAME} printable characters`);
}
