import { invalid } from '../../shared/errors';
import { COMMON_PASSWORDS } from './common-passwords';

const SHORTEST = 12;
const LONGEST = 128;

/**
 * Length and notoriety, no rule of composition: length is what costs a guesser.
 *
 * @throws DomainError INVALID naming the rule; never with the password
 */
export function checkNewPassword(password: string, username: string): void {
  const { length } = Array.from(password); // characters, not UTF-16 units
  if (length < SHORTEST || length > LONGEST) {
    throw invalid(`Password: takes ${SHORTEST} to ${LONGEST} characters`);
  }
  const lower = password.toLowerCase();
  if (COMMON_PASSWORDS.has(lower) || new Set(lower).size < 4) throw invalid('Password: is among the most common ones');
  if (lower.includes(username.toLowerCase()) && username.length >= 4) {
    throw invalid('Password: must not contain the username');
  }
}
