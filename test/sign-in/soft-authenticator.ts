import { createHash, generateKeyPairSync, randomBytes, sign } from 'node:crypto'

/** What an authenticator and its browser say; each can be made to say something else. */
export type Said = {
  readonly challenge: string
  readonly origin: string
  readonly rpId: string
  readonly type?: string
  readonly crossOrigin?: boolean
  readonly isPresent?: boolean
  readonly isVerified?: boolean
  readonly backup?: 'none' | 'eligible' | 'nonsense'
  readonly counter?: number
  readonly userHandle?: string
  /** Changes what is sent after it was signed. */
  readonly tamper?: (response: Record<string, string>) => void
}

/** A passkey in plain sight: an authenticator of ours whose key a test can use as it likes. */
export type SoftPasskey = {
  readonly id: string
  readonly publicKey: string
  /** The private key as Chromium's virtual authenticator takes it. */
  readonly pkcs8: string
  /** The answer to making it, as a browser writes it. */
  create(
    said: Said & { readonly algorithm?: number; readonly claimedId?: string; readonly withCredential?: boolean },
  ): object
  /** The answer to using it. */
  get(said: Said): object
}

/** Makes a passkey: on P-256, or what else is asked for. */
export function softPasskey(kind: 'ec' | 'rsa' | 'weak-rsa' | 'p384' = 'ec'): SoftPasskey {
  const { privateKey, publicKey } = generate(kind)
  const id = randomBytes(32).toString('base64url')
  const spki = publicKey.export({ format: 'der', type: 'spki' })
  const algorithm = kind === 'ec' || kind === 'p384' ? -7 : -257

  const envelope = (response: Record<string, unknown>) => ({
    id,
    rawId: id,
    type: 'public-key',
    clientExtensionResults: {},
    authenticatorAttachment: 'platform',
    response,
  })

  return {
    id,
    publicKey: spki.toString('base64url'),
    pkcs8: privateKey.export({ format: 'der', type: 'pkcs8' }).toString('base64'),
    create(said) {
      const client = clientData(said, 'webauthn.create')
      const withCredential = said.withCredential ?? true
      const head = authenticatorData(said, withCredential)
      const idBytes = Buffer.from(said.claimedId ?? id, 'base64url')
      const length = Buffer.alloc(2)
      length.writeUInt16BE(idBytes.length)
      // The key in COSE is not looked at: the browser hands it over as SPKI.
      const credential = Buffer.concat([Buffer.alloc(16), length, idBytes, Buffer.from([0xa0])])
      const response: Record<string, string> = {
        clientDataJSON: client.toString('base64url'),
        authenticatorData: (withCredential ? Buffer.concat([head, credential]) : head).toString('base64url'),
        publicKey: spki.toString('base64url'),
        attestationObject: Buffer.from('none').toString('base64url'),
      }
      said.tamper?.(response)
      return envelope({ ...response, publicKeyAlgorithm: said.algorithm ?? algorithm, transports: ['internal'] })
    },
    get(said) {
      const client = clientData(said, 'webauthn.get')
      const data = authenticatorData(said, false)
      const signed = Buffer.concat([data, createHash('sha256').update(client).digest()])
      const response: Record<string, string> = {
        clientDataJSON: client.toString('base64url'),
        authenticatorData: data.toString('base64url'),
        signature: sign('sha256', signed, privateKey).toString('base64url'),
        ...(said.userHandle !== undefined && { userHandle: Buffer.from(said.userHandle).toString('base64url') }),
      }
      said.tamper?.(response)
      return envelope(response)
    },
  }
}

function generate(kind: 'ec' | 'rsa' | 'weak-rsa' | 'p384') {
  if (kind === 'ec' || kind === 'p384')
    return generateKeyPairSync('ec', { namedCurve: kind === 'ec' ? 'P-256' : 'P-384' })
  return generateKeyPairSync('rsa', { modulusLength: kind === 'rsa' ? 2048 : 1024 })
}

function clientData({ challenge, origin, type, crossOrigin = false }: Said, usual: string): Buffer {
  return Buffer.from(JSON.stringify({ type: type ?? usual, challenge, origin, crossOrigin }))
}

function authenticatorData(said: Said, hasCredential: boolean): Buffer {
  const { isPresent = true, isVerified = true, backup = 'none', counter = 1 } = said
  const flags =
    (isPresent ? 1 : 0) |
    (isVerified ? 4 : 0) |
    (backup === 'eligible' ? 8 : 0) |
    (backup === 'nonsense' ? 16 : 0) |
    (hasCredential ? 64 : 0)
  const count = Buffer.alloc(4)
  count.writeUInt32BE(counter)
  return Buffer.concat([createHash('sha256').update(said.rpId).digest(), Buffer.from([flags]), count])
}
