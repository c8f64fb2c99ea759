import { createPublicKey } from 'node:crypto'
import { server } from '@passwordless-id/webauthn'
import { type Fields, fieldsOf, fixedSignature, parseClientData, parseFlags } from './passkey-parts.ts'

/** Where passkeys are created and used: the relying party of WebAuthn. */
export type RelyingParty = {
  /** The host, without port. */
  readonly rpId: string
  /** Origins whose pages may request them. */
  readonly origins: readonly string[]
}

type PasskeyKey = {
  readonly id: string
  /** SPKI, base64url. */
  readonly publicKey: string
  readonly algorithm: 'ES256' | 'RS256'
  readonly counter: number
}

export type PasskeyRefusal =
  | 'malformed'
  | 'wrong-type'
  | 'wrong-challenge'
  | 'wrong-origin'
  | 'wrong-house'
  | 'not-present'
  | 'not-verified'
  | 'unknown-algorithm'
  | 'weak-key'
  | 'wrong-passkey'
  | 'bad-signature'
  | 'cloned'

type Refused = { readonly kind: 'refused'; readonly why: PasskeyRefusal }

/** COSE algorithms we request and accept (RFC 9053): ES256 and RS256; every authenticator has one of them. */
export const passkeyAlgorithms = [-7, -257] as const

/** The longest credential id (WebAuthn §5.1), in bytes. */
const maxIdBytes = 1023
const shortestId = 16

/**
 * Checks the creation of a passkey (WebAuthn Level 3 §7.1) for one challenge. Attestation is neither requested nor evaluated:
 * the make of a person's device is their business. Beyond what the library checks: the shape and size of everything, that the
 * authenticator's credential is the one named, user presence and verification, no embedding page, the algorithm, and that the
 * key is valid for it.
 */
export async function checkNewPasskey(
  answer: unknown,
  expected: RelyingParty & { readonly challenge: string },
): Promise<{ readonly kind: 'passkey'; readonly passkey: PasskeyKey } | Refused> {
  const fields = fieldsOf(answer, ['clientDataJSON', 'authenticatorData', 'publicKey'])
  const algorithm = fields && namedAlgorithm(fields.publicKeyAlgorithm)
  if (!fields) return refused('malformed')
  if (!algorithm) return refused('unknown-algorithm')
  const wrong = wrongIn(fields, 'webauthn.create', expected)
  if (wrong) return refused(wrong)
  const bytes = fields.bytes.authenticatorData!
  const flags = parseFlags(bytes)
  const idLength = bytes.length >= 55 ? bytes.readUInt16BE(53) : 0
  if (!flags.hasCredential || idLength < shortestId || idLength > maxIdBytes) return refused('malformed')
  if (bytes.subarray(55, 55 + idLength).toString('base64url') !== fields.id) return refused('wrong-passkey')
  if (!isSound(fields.bytes.publicKey!, algorithm)) return refused('weak-key')
  const made = await checked(() =>
    server.verifyRegistration(fields.answer as unknown as Parameters<typeof server.verifyRegistration>[0], {
      challenge: expected.challenge,
      origin: (origin: string) => expected.origins.includes(origin),
      domain: expected.rpId,
      userVerified: true,
    }),
  )
  if (!made) return refused('malformed')
  const { counter } = made.authenticator
  return {
    kind: 'passkey',
    passkey: { id: fields.id, publicKey: fields.bytes.publicKey!.toString('base64url'), algorithm, counter },
  }
}

/** The id of the passkey in a response; undefined if it names none. */
export function passkeyIdOf(answer: unknown): string | undefined {
  return fieldsOf(answer, [])?.id
}

/**
 * Checks the use of a passkey (WebAuthn Level 3 §7.2) for one challenge. The passkey must name its owner (`readerId`): only
 * those usable without a user name are accepted. Beyond what the library checks: shape and size, no embedding page, the owner,
 * and that a counter which once counted keeps counting.
 */
export async function checkUseOfPasskey(
  answer: unknown,
  passkey: PasskeyKey & { readonly readerId: string },
  expected: RelyingParty & { readonly challenge: string },
): Promise<{ readonly kind: 'used'; readonly counter: number } | Refused> {
  const fields = fieldsOf(answer, ['clientDataJSON', 'authenticatorData', 'signature', 'userHandle'])
  if (!fields) return refused('malformed')
  const wrong = wrongIn(fields, 'webauthn.get', expected)
  if (wrong) return refused(wrong)
  if (fields.id !== passkey.id || fields.bytes.userHandle!.toString('utf8') !== passkey.readerId)
    return refused('wrong-passkey')
  const signature = passkey.algorithm === 'ES256' ? fixedSignature(fields.bytes.signature!) : fields.bytes.signature!
  if (!signature) return refused('bad-signature')
  const response = { ...(fields.answer.response as object), signature: signature.toString('base64url') }
  // We compare the counter ourselves: the library's error for it looks the same as for a bad signature.
  const used = await checked(() =>
    server.verifyAuthentication(
      { ...fields.answer, response } as unknown as Parameters<typeof server.verifyAuthentication>[0],
      { ...passkey, transports: [] },
      {
        challenge: expected.challenge,
        origin: (origin: string) => expected.origins.includes(origin),
        domain: expected.rpId,
        userVerified: true,
      },
    ),
  )
  if (!used) return refused('bad-signature')
  const { counter } = used
  const isGrown = counter > passkey.counter || (counter === 0 && passkey.counter === 0)
  return isGrown ? { kind: 'used', counter } : refused('cloned')
}

/** Checks common to creating and using: type, challenge, origin, relying party, presence and verification. */
function wrongIn(
  { bytes }: Fields,
  type: string,
  expected: RelyingParty & { readonly challenge: string },
): PasskeyRefusal | undefined {
  const client = parseClientData(bytes.clientDataJSON!)
  const authenticator = bytes.authenticatorData!
  if (!client || authenticator.length < 37) return 'malformed'
  if (client.type !== type) return 'wrong-type'
  if (client.challenge !== expected.challenge) return 'wrong-challenge'
  if (!expected.origins.includes(client.origin) || client.isEmbedded) return 'wrong-origin'
  const flags = parseFlags(authenticator)
  if (!flags.isOf(expected.rpId)) return 'wrong-house'
  if (!flags.isPresent) return 'not-present'
  if (!flags.isVerified) return 'not-verified'
  return flags.isBackedUpAgainstItsKind ? 'malformed' : undefined
}

function namedAlgorithm(code: unknown): PasskeyKey['algorithm'] | undefined {
  if (code === -7) return 'ES256'
  return code === -257 ? 'RS256' : undefined
}

function isSound(spki: Buffer, algorithm: PasskeyKey['algorithm']): boolean {
  try {
    const { asymmetricKeyType: type, asymmetricKeyDetails: details } = createPublicKey({
      key: spki,
      format: 'der',
      type: 'spki',
    })
    if (algorithm === 'ES256') return type === 'ec' && details?.namedCurve === 'prime256v1'
    const bits = details?.modulusLength ?? 0
    return type === 'rsa' && bits >= 2048 && bits <= 8192
  } catch {
    return false
  }
}

/** The library rejects by throwing, whatever the reason. */
async function checked<Answer>(check: () => Promise<Answer>): Promise<Answer | undefined> {
  try {
    return await check()
  } catch {
    return undefined
  }
}

function refused(why: PasskeyRefusal): Refused {
  return { kind: 'refused', why }
}
