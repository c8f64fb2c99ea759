import { createCipheriv, createECDH, hkdfSync, randomBytes } from 'node:crypto'

/** What a browser gives out for sending to it: the address of its push service, and two keys, base64url. */
export type PushSubscription = {
  readonly endpoint: string
  readonly keys: { readonly p256dh: string; readonly auth: string }
}

/** Largest text that fits into one record of 4096 bytes. */
export const mostPushBytes = 3992

/** Chosen at random for each message; given by a test that compares with the one in the RFC. */
export type PushRandomness = { readonly salt: Buffer; readonly privateKey: Buffer }

/** True when both keys are what a browser would give: a point of P-256, uncompressed, and 16 bytes. */
export function isSubscription({ keys }: PushSubscription): boolean {
  const [point, auth] = [Buffer.from(keys.p256dh, 'base64url'), Buffer.from(keys.auth, 'base64url')]
  if (point.length !== 65 || point[0] !== 4 || auth.length !== 16) return false
  const own = createECDH('prime256v1')
  own.generateKeys()
  try {
    return own.computeSecret(point).length === 32
  } catch {
    return false // not on the curve: there is no other way to ask
  }
}

/** A message as only that browser can read it (RFC 8291, one record of RFC 8188). Throws for keys that are none. */
export function encryptPush(text: string, { keys }: PushSubscription, random?: PushRandomness): Buffer {
  const receiver = Buffer.from(keys.p256dh, 'base64url')
  const salt = random?.salt ?? randomBytes(16)
  const sender = createECDH('prime256v1')
  if (random) sender.setPrivateKey(random.privateKey)
  else sender.generateKeys()
  const point = sender.getPublicKey()
  const info = Buffer.concat([Buffer.from('WebPush: info\0'), receiver, point])
  const secret = derive(Buffer.from(keys.auth, 'base64url'), sender.computeSecret(receiver), info, 32)
  const key = derive(salt, secret, Buffer.from('Content-Encoding: aes128gcm\0'), 16)
  const nonce = derive(salt, secret, Buffer.from('Content-Encoding: nonce\0'), 12)
  const cipher = createCipheriv('aes-128-gcm', key, nonce)
  // The delimiter of the last record; no padding, since what the texts tell is in the news anyway.
  const record = Buffer.concat([cipher.update(Buffer.from(text)), cipher.update(Buffer.from([2])), cipher.final()])
  const size = Buffer.alloc(4)
  size.writeUInt32BE(4096)
  return Buffer.concat([salt, size, Buffer.from([point.length]), point, record, cipher.getAuthTag()])
}

function derive(salt: Buffer, secret: Buffer, info: Buffer, length: number): Buffer {
  return Buffer.from(hkdfSync('sha256', secret, salt, info, length))
}
