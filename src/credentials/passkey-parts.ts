import { createHash } from 'node:crypto'

/** An authenticator's response, with the requested fields as bytes. */
export type Fields = {
  readonly id: string
  readonly answer: Readonly<Record<string, unknown>>
  readonly publicKeyAlgorithm: unknown
  readonly bytes: Readonly<Record<string, Buffer>>
}

/** Far more than authenticators send, and little enough to be harmless. */
const maxBytes = 8_192
const longestIdLetters = 1364

/** A response in the browser's form (WebAuthn §5.1, `toJSON`) with the named fields; undefined for any other value. */
export function fieldsOf(answer: unknown, names: readonly string[]): Fields | undefined {
  if (!isRecord(answer) || answer.type !== 'public-key' || !isRecord(answer.response)) return undefined
  const { id, response } = answer
  if (typeof id !== 'string' || id.length > longestIdLetters || !bytesOf(id) || answer.rawId !== id) return undefined
  const bytes: Record<string, Buffer> = {}
  for (const name of names) {
    const value = bytesOf(response[name])
    if (!value) return undefined
    bytes[name] = value
  }
  return { id, answer, publicKeyAlgorithm: response.publicKeyAlgorithm, bytes }
}

/** Decodes base64url without padding (RFC 4648 §5); undefined if it's invalid, empty or too long. */
function bytesOf(value: unknown): Buffer | undefined {
  if (typeof value !== 'string' || value === '' || value.length > (maxBytes * 4) / 3) return undefined
  const bytes = Buffer.from(value, 'base64url')
  return bytes.toString('base64url') === value ? bytes : undefined
}

/** The client data that was signed (CollectedClientData, WebAuthn §5.8.1); undefined if invalid. */
export function parseClientData(
  bytes: Buffer,
):
  | { readonly type: string; readonly challenge: string; readonly origin: string; readonly isEmbedded: boolean }
  | undefined {
  let data: unknown
  try {
    data = JSON.parse(bytes.toString('utf8'))
  } catch {
    return undefined
  }
  if (!isRecord(data)) return undefined
  const { type, challenge, origin, crossOrigin, topOrigin } = data
  if (typeof type !== 'string' || typeof challenge !== 'string' || typeof origin !== 'string') return undefined
  return { type, challenge, origin, isEmbedded: crossOrigin === true || topOrigin !== undefined }
}

/** Authenticator data (WebAuthn §6.1), at least 37 bytes. */
export function parseFlags(bytes: Buffer) {
  const flags = bytes[32]!
  return {
    isOf: (rpId: string) => createHash('sha256').update(rpId).digest().equals(bytes.subarray(0, 32)),
    isPresent: (flags & 1) !== 0,
    isVerified: (flags & 4) !== 0,
    hasCredential: (flags & 64) !== 0,
    /** It claims to be backed up and also that it can't be. */
    isBackedUpAgainstItsKind: (flags & 16) !== 0 && (flags & 8) === 0,
  }
}

/**
 * An ECDSA signature on P-256 in DER (RFC 3279 §2.2.3) with both numbers at full length. The library reads them at fixed
 * positions and rejects a number of fewer than 32 bytes, which about one signature in 130 has. Undefined if it isn't such a
 * signature.
 */
export function fixedSignature(der: Buffer): Buffer | undefined {
  if (der.length < 8 || der.length > 72 || der[0] !== 0x30 || der[1] !== der.length - 2) return undefined
  const first = numberAt(der, 2)
  const second = first && numberAt(der, first.end)
  if (!first || !second || second.end !== der.length) return undefined
  const head = Buffer.from([0x02, 0x21, 0x00])
  return Buffer.concat([Buffer.from([0x30, 0x46]), head, first.value, head, second.value])
}

/** Reads a positive DER integer, as 32 bytes. */
function numberAt(der: Buffer, at: number): { readonly value: Buffer; readonly end: number } | undefined {
  const length = der[at + 1] ?? 0
  const end = at + 2 + length
  if (der[at] !== 0x02 || length < 1 || length > 33 || end > der.length) return undefined
  const digits = der.subarray(at + 2, end)
  const isPadded = digits[0] === 0
  // Negative, or needlessly padded: not valid DER.
  if (digits[0]! >= 0x80 || (isPadded && length > 1 && digits[1]! < 0x80) || (length === 33 && !isPadded))
    return undefined
  const bare = isPadded ? digits.subarray(1) : digits
  return { value: Buffer.concat([Buffer.alloc(32 - bare.length), bare]), end }
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}
