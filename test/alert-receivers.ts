import {
  createDecipheriv,
  createECDH,
  createHmac,
  createPublicKey,
  hkdfSync,
  randomBytes,
  timingSafeEqual,
  verify,
} from 'node:crypto'
import type { PushText } from '../src/delivery/push.ts'

/** What a receiver got: the fields in lower case, and the bytes. */
export type Received = { readonly headers: Readonly<Record<string, string>>; readonly body: Buffer }

/** A browser's side of Web Push: its keys, and how it reads what comes (RFC 8291 and 8188, written from the receiver's side). */
export function pushReceiver() {
  const own = createECDH('prime256v1')
  const p256dh = own.generateKeys().toString('base64url')
  const auth = randomBytes(16).toString('base64url')
  return { keys: { p256dh, auth }, open: (body: Buffer) => decrypt(body, own, Buffer.from(auth, 'base64url')) }
}

function decrypt(body: Buffer, own: ReturnType<typeof createECDH>, auth: Buffer): PushText {
  const salt = body.subarray(0, 16)
  const size = body.readUInt32BE(16)
  const length = body.readUInt8(20)
  const sender = body.subarray(21, 21 + length)
  const record = body.subarray(21 + length)
  if (record.length > size) throw new Error('More than one record')
  const shared = own.computeSecret(sender)
  const derive = (from: Buffer, key: Buffer, info: Buffer, bytes: number) =>
    Buffer.from(hkdfSync('sha256', key, from, info, bytes))
  const material = derive(auth, shared, Buffer.concat([Buffer.from('WebPush: info\0'), own.getPublicKey(), sender]), 32)
  const key = derive(salt, material, Buffer.from('Content-Encoding: aes128gcm\0'), 16)
  const nonce = derive(salt, material, Buffer.from('Content-Encoding: nonce\0'), 12)
  const decipher = createDecipheriv('aes-128-gcm', key, nonce)
  decipher.setAuthTag(record.subarray(-16))
  const plain = Buffer.concat([decipher.update(record.subarray(0, -16)), decipher.final()])
  const end = plain.lastIndexOf(2)
  if (end < 0 || plain.subarray(end + 1).some((byte) => byte !== 0)) throw new Error('No delimiter of the last record')
  return JSON.parse(plain.subarray(0, end).toString()) as PushText
}

/** The claims of a VAPID proof whose signature holds, and the key that signed it (RFC 8292). Throws for one that does not. */
export function checkVapid(authorization: string): {
  readonly claims: { readonly aud: string; readonly exp: number; readonly sub: string }
  readonly key: string
} {
  const [, token = '', key = ''] = /^vapid t=([\w.-]+), k=([\w-]+)$/.exec(authorization) ?? []
  const [header = '', claims = '', signature = ''] = token.split('.')
  const point = Buffer.from(key, 'base64url')
  if (point.length !== 65 || point[0] !== 4) throw new Error('The key is not a point of P-256')
  const [x, y] = [point.subarray(1, 33), point.subarray(33)].map((part) => part.toString('base64url'))
  const publicKey = createPublicKey({ key: { kty: 'EC', crv: 'P-256', x: x!, y: y! }, format: 'jwk' })
  const isSigned = verify(
    'sha256',
    Buffer.from(`${header}.${claims}`),
    { key: publicKey, dsaEncoding: 'ieee-p1363' },
    Buffer.from(signature, 'base64url'),
  )
  if (!isSigned) throw new Error('The signature does not hold')
  return { claims: JSON.parse(Buffer.from(claims, 'base64url').toString()), key }
}

/** How a webhook's receiver checks the signature field, over the bytes as they came; undefined when it does not hold. */
export function signedAt(secret: string, field: string, body: Uint8Array): number | undefined {
  const [, at = '', given = ''] = /^t=(\d{1,12}),v1=([0-9a-f]{64})$/.exec(field) ?? []
  const wanted = Buffer.from(createHmac('sha256', secret).update(`${at}.`).update(body).digest('hex'))
  return given.length === wanted.length && timingSafeEqual(Buffer.from(given), wanted) ? Number(at) : undefined
}
