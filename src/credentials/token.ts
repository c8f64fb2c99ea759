import { createHmac, hash, randomBytes, timingSafeEqual } from 'node:crypto'

/** A secret nobody can guess: 256 bits, in characters for URLs and cookies. */
export function newToken(): string {
  return randomBytes(32).toString('base64url')
}

/** A row id that reveals nothing and isn't secret: 96 bits. */
export function newId(): string {
  return randomBytes(12).toString('base64url')
}

/** The stored hash of a token: SHA-256 in hexadecimal. One hash is enough, since a random token can't be guessed like a password. */
export function hashToken(token: string): string {
  return hash('sha256', token, 'hex')
}

/** Signs a text with a secret (HMAC-SHA256, RFC 2104), in characters that are safe in URLs and headers. */
export function signWith(secret: string, text: string): string {
  return createHmac('sha256', secret).update(text).digest('base64url')
}

/** Compares two hashes in constant time. */
export function isSameHash(one: string, other: string): boolean {
  const [first, second] = [Buffer.from(one), Buffer.from(other)]
  return first.length === second.length && timingSafeEqual(first, second)
}

/** Letters and digits that no mail server changes and nobody confuses (RFC 4648 section 6, in lower case). */
const alphabet = 'abcdefghijklmnopqrstuvwxyz234567'
const LENGTH = 20

/** The local part of an email address that nobody can guess: 100 bits. */
export function newLocalPart(): string {
  return [...randomBytes(LENGTH)].map((byte) => alphabet[byte & 31]).join('')
}
