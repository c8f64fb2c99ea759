import { randomBytes } from 'node:crypto'

/** Letters and digits that no mail server changes and nobody confuses (RFC 4648 section 6, in lower case). */
const alphabet = 'abcdefghijklmnopqrstuvwxyz234567'
const LENGTH = 20

/** The local part of an email address that nobody can guess: 100 bits. */
export function newLocalPart(): string {
  return [...randomBytes(LENGTH)].map((byte) => alphabet[byte & 31]).join('')
}
