import { createCipheriv, createECDH, hkdfSync, randomBytes } from 'node:crypto'

/** What a browser gives us for sending to it: the URL at its push service, and two keys, base64url. */
export type PushSubscription = {
  readonly endpoint: string
  readonly keys: { readonly p256dh: string; readonly auth: string }
}

/** Largest text that fits in one record of 4096 bytes. */
export const maxPushBytes = 3992

/** Random for each message; a test passes the values of the RFC's example. */
type PushRandomness = { readonly salt: Buffer; readonly privateKey: Buffer }

/** True when both keys are valid: an uncompressed point of P-256, and 16 bytes. */
export function isSubscription({ keys }: PushSubscription): boolean {
  const [point, auth] = [Buffer.from(keys.p256dh, 'base64url'), Buffer.from(keys.auth, 'base64url')]
  if (point.length !== 65 || point[0] !== 4 || auth.length !== 16) return false
  const own = createECDH('prime256v1')
  own.generateKeys()
  try {
    return own.computeSecret(point).length === 32
  } catch {
    return false // not on the curve; this is the only way to find out
  }
}

/** Encrypts a message for this browser only (RFC 8291, one record of RFC 8188). Throws for invalid keys. */
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
  // The delimiter of the last record. No padding: the texts are public news.
  const record = Buffer.concat([cipher.update(Buffer.from(text)), cipher.update(Buffer.from([2])), cipher.final()])
  const size = Buffer.alloc(4)
  size.writeUInt32BE(4096)
  return Buffer.concat([salt, size, Buffer.from([point.length]), point, record, cipher.getAuthTag()])
}

function derive(salt: Buffer, secret: Buffer, info: Buffer, length: number): Buffer {
  return Buffer.from(hkdfSync('sha256', secret, salt, info, length))
}
