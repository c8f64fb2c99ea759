import { createHmac, hash, randomBytes, timingSafeEqual } from 'node:crypto'

/** A secret nobody can guess: 256 bits, in the letters of addresses and cookies. */
export function newToken(): string {
  return randomBytes(32).toString('base64url')
}

/** A name for a row that tells nothing and is no secret: 96 bits. */
export function newId(): string {
  return randomBytes(12).toString('base64url')
}

/** What is kept of a token: SHA-256 in hexadecimal. A token is no password: there is nothing to guess, so one hash does. */
export function hashToken(token: string): string {
  return hash('sha256', token, 'hex')
}

/** Signs a text with a secret (HMAC-SHA256, RFC 2104), in letters that an address or a header takes as they are. */
export function signWith(secret: string, text: string): string {
  return createHmac('sha256', secret).update(text).digest('base64url')
}

/** True when two hashes are the same, in a time that does not tell how alike they are. */
export function isSameHash(one: string, other: string): boolean {
  const [first, second] = [Buffer.from(one), Buffer.from(other)]
  return first.length === second.length && timingSafeEqual(first, second)
}
