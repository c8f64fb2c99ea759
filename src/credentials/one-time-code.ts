import { randomBytes } from 'node:crypto'
import { Secret, TOTP } from 'otpauth'

/** RFC 6238 with what every authenticator app understands: SHA-1, six digits, half a minute. */
const PERIOD_SECONDS = 30
const rules = { algorithm: 'SHA1', digits: 6, period: PERIOD_SECONDS } as const

/** How many steps before and after now a code may be of: clocks differ, and people type. */
const WINDOW = 1

const recoveryCount = 10
/** Base32 without the letters that are taken for others (RFC 4648 §6): A to Z, 2 to 7. */
const letters = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567'

/** A new key for a device: 160 bits (RFC 4226 §4), base32. */
export function newCodeSecret(): string {
  return new Secret({ size: 20 }).base32
}

/** The key as an authenticator app takes it: a link it opens, and letters in groups of four to be typed. */
export function codeKeyOf(
  secret: string,
  name: string,
  house: string,
): { readonly link: string; readonly typed: string } {
  const link = new TOTP({ ...rules, issuer: house, label: name, secret: Secret.fromBase32(secret) }).toString()
  return { link, typed: inGroups(secret) }
}

/**
 * The step that a code is of (RFC 6238 §4.2), at most one away from now; undefined for what is no code of this key. Whoever keeps
 * the steps must take each once (§5.2).
 */
export function codeStep(secret: string, code: string, at: Date): number | undefined {
  const token = code.replace(/[\s-]/gu, '')
  if (!/^\d{6}$/.test(token)) return undefined
  const timestamp = at.getTime()
  const totp = new TOTP({ ...rules, secret: Secret.fromBase32(secret) })
  const delta = totp.validate({ token, timestamp, window: WINDOW })
  return delta === null ? undefined : Math.floor(timestamp / 1000 / PERIOD_SECONDS) + delta
}

/** Ten codes for when the device is lost, each of 80 bits: long enough that a plain hash of them is safe to keep. */
export function newRecoveryCodes(): readonly string[] {
  return Array.from({ length: recoveryCount }, () =>
    inGroups([...randomBytes(16)].map((byte) => letters[byte % 32]).join('')),
  )
}

/** A recovery code as it is hashed, however it was typed; undefined for what cannot be one. */
export function foldRecoveryCode(code: string): string | undefined {
  const folded = code.replace(/[\s-]/gu, '').toUpperCase()
  return /^[A-Z2-7]{16}$/.test(folded) ? folded : undefined
}

function inGroups(text: string): string {
  return text.match(/.{1,4}/g)?.join(' ') ?? ''
}
