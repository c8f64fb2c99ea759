import { randomBytes } from 'node:crypto'
import { Secret, TOTP } from 'otpauth'

/** RFC 6238 with what every authenticator app supports: SHA-1, six digits, 30 seconds. */
const PERIOD_SECONDS = 30
const rules = { algorithm: 'SHA1', digits: 6, period: PERIOD_SECONDS } as const

/** How many steps away from now a code may be: clocks differ, and typing takes time. */
const WINDOW = 1

const recoveryCount = 10
/** Base32 without easily confused characters (RFC 4648 §6): A to Z, 2 to 7. */
const letters = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567'

/** A new key for a device: 160 bits (RFC 4226 §4), base32. */
export function newCodeSecret(): string {
  return new Secret({ size: 20 }).base32
}

/** The key for an authenticator app: a link it opens, and letters in groups of four for typing. */
export function codeKeyOf(
  secret: string,
  name: string,
  instance: string,
): { readonly link: string; readonly typed: string } {
  const link = new TOTP({ ...rules, issuer: instance, label: name, secret: Secret.fromBase32(secret) }).toString()
  return { link, typed: inGroups(secret) }
}

/**
 * The time step of a code (RFC 6238 §4.2), at most one away from now; undefined if the code doesn't match this key. The caller
 * must accept each step only once (§5.2).
 */
export function codeStep(secret: string, code: string, at: Date): number | undefined {
  const token = code.replace(/[\s-]/gu, '')
  if (!/^\d{6}$/.test(token)) return undefined
  const timestamp = at.getTime()
  const totp = new TOTP({ ...rules, secret: Secret.fromBase32(secret) })
  const delta = totp.validate({ token, timestamp, window: WINDOW })
  return delta === null ? undefined : Math.floor(timestamp / 1000 / PERIOD_SECONDS) + delta
}

/** Ten codes for a lost device, each of 80 bits: long enough that storing a plain hash is safe. */
export function newRecoveryCodes(): readonly string[] {
  return Array.from({ length: recoveryCount }, () =>
    inGroups([...randomBytes(16)].map((byte) => letters[byte % 32]).join('')),
  )
}

/** A recovery code in the form that is hashed, however it was typed; undefined if it can't be one. */
export function foldRecoveryCode(code: string): string | undefined {
  const folded = code.replace(/[\s-]/gu, '').toUpperCase()
  return /^[A-Z2-7]{16}$/.test(folded) ? folded : undefined
}

function inGroups(text: string): string {
  return text.match(/.{1,4}/g)?.join(' ') ?? ''
}
