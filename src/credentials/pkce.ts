import { createHash } from 'node:crypto'
import { isSameHash } from './token.ts'

/** A challenge of PKCE with S256 (RFC 7636 §4.2), the only method accepted. */
export function isChallenge(text: string | undefined): text is string {
  return text !== undefined && /^[\w-]{43}$/.test(text)
}

/** True when the challenge was made from this verifier (RFC 7636 §4.6). */
export function isVerifierOf(verifier: string | undefined, challenge: string): boolean {
  if (verifier === undefined || !/^[\w.~-]{43,128}$/.test(verifier)) return false
  return isSameHash(createHash('sha256').update(verifier, 'ascii').digest('base64url'), challenge)
}
