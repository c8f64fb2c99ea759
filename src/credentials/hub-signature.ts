import { createHmac, timingSafeEqual } from 'node:crypto'
import { ownValue } from '../core/own-value.ts'

/** Hash methods a hub may sign with (WebSub §7.1.1), and their length in bytes. */
const lengths: Readonly<Record<string, number>> = { sha1: 20, sha256: 32, sha384: 48, sha512: 64 }

/**
 * True when a body was signed with a secret: `method=hexadecimal` in X-Hub-Signature, over its exact bytes (WebSub §7.1.2). The
 * hub chooses the method; SHA-1 is broken as a plain hash, but not in an HMAC. Compared in constant time.
 */
export function isSignedBy(secret: string, header: string | undefined, body: Uint8Array): boolean {
  const [, method = '', hexadecimal = ''] = /^\s*(sha\d{1,3})=([\da-f]{40,128})\s*$/i.exec(header ?? '') ?? []
  const algorithm = method.toLowerCase()
  const length = ownValue(lengths, algorithm)
  const given = Buffer.from(hexadecimal, 'hex')
  if (length === undefined || given.length !== length || hexadecimal.length !== 2 * length) return false
  return timingSafeEqual(given, createHmac(algorithm, secret).update(body).digest())
}
