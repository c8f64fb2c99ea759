import { createPrivateKey, generateKeyPairSync, type JsonWebKey, sign } from 'node:crypto'

/** Lifetime of one proof: half of the day that RFC 8292 section 2 allows. */
const PROOF_SECONDS = 12 * 3600

/** Creates the key by which push services recognize this server: a private JSON Web Key, as text. */
export function makeVapidKey(): string {
  return JSON.stringify(generateKeyPairSync('ec', { namedCurve: 'P-256' }).privateKey.export({ format: 'jwk' }))
}

/** Its public half in the form browsers need: the uncompressed point, base64url. */
export function publicVapidKey(key: string): string {
  const { x = '', y = '' } = JSON.parse(key) as JsonWebKey
  return Buffer.concat([Buffer.from([4]), Buffer.from(x, 'base64url'), Buffer.from(y, 'base64url')]).toString(
    'base64url',
  )
}

/**
 * The Authorization header that identifies this server to a push service (RFC 8292 section 3). `contact` is an https or mailto
 * URL.
 */
export function vapidAuthorization(key: string, endpoint: string, contact: string, now: Date): string {
  const part = (value: unknown) => Buffer.from(JSON.stringify(value)).toString('base64url')
  const claims = {
    aud: new URL(endpoint).origin,
    exp: Math.floor(now.getTime() / 1000) + PROOF_SECONDS,
    sub: contact,
  }
  const unsigned = `${part({ typ: 'JWT', alg: 'ES256' })}.${part(claims)}`
  const signature = sign('sha256', Buffer.from(unsigned), {
    key: createPrivateKey({ key: JSON.parse(key) as JsonWebKey, format: 'jwk' }),
    dsaEncoding: 'ieee-p1363',
  })
  return `vapid t=${unsigned}.${signature.toString('base64url')}, k=${publicVapidKey(key)}`
}
