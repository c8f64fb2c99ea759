import assert from 'node:assert/strict'
import { test } from 'node:test'
import { type Said, softPasskey } from '../../test/sign-in/soft-authenticator.ts'
import { checkNewPasskey, checkUseOfPasskey, type PasskeyRefusal, passkeyIdOf } from './passkey.ts'
import { fixedSignature } from './passkey-parts.ts'

const instance = { rpId: 'news.example', origins: ['https://news.example'] }
const challenge = 'a-challenge-of-this-server-and-of-no-other'
const said: Said = { challenge, origin: instance.origins[0]!, rpId: instance.rpId, userHandle: 'mira' }
const key = softPasskey()
const kept = { id: key.id, publicKey: key.publicKey, algorithm: 'ES256' as const, counter: 3, readerId: 'mira' }

test('a new passkey on P-256 or RSA is taken with its id, its key and its counter', async () => {
  const made = await checkNewPasskey(key.create(said), { ...instance, challenge })
  assert.deepEqual(made, {
    kind: 'passkey',
    passkey: { id: key.id, publicKey: key.publicKey, algorithm: 'ES256', counter: 1 },
  })
  const rsa = softPasskey('rsa')
  const other = await checkNewPasskey(rsa.create({ ...said, counter: 0 }), { ...instance, challenge })
  assert.equal(other.kind === 'passkey' && other.passkey.algorithm, 'RS256')
})

const badNew: readonly (readonly [string, PasskeyRefusal, () => unknown])[] = [
  ['nothing', 'malformed', () => undefined],
  ['a list', 'malformed', () => []],
  ['the answer to using one', 'malformed', () => key.get(said)],
  ['another type of answer', 'wrong-type', () => key.create({ ...said, type: 'webauthn.get' })],
  ['another challenge', 'wrong-challenge', () => key.create({ ...said, challenge: 'another' })],
  ['another origin', 'wrong-origin', () => key.create({ ...said, origin: 'https://news.example.evil.example' })],
  ['the origin without TLS', 'wrong-origin', () => key.create({ ...said, origin: 'http://news.example' })],
  ['a page within another', 'wrong-origin', () => key.create({ ...said, crossOrigin: true })],
  ['another house', 'wrong-house', () => key.create({ ...said, rpId: 'evil.example' })],
  ['nobody there', 'not-present', () => key.create({ ...said, isPresent: false })],
  ['nobody verified', 'not-verified', () => key.create({ ...said, isVerified: false })],
  ['backed up against its kind', 'malformed', () => key.create({ ...said, backup: 'nonsense' })],
  ['no credential in it', 'malformed', () => key.create({ ...said, withCredential: false })],
  ['the id of another credential', 'wrong-passkey', () => key.create({ ...said, claimedId: softPasskey().id })],
  ['an id that is too short', 'malformed', () => key.create({ ...said, claimedId: 'c2hvcnQ' })],
  ['EdDSA, which nobody asked for', 'unknown-algorithm', () => key.create({ ...said, algorithm: -8 })],
  ['no algorithm', 'unknown-algorithm', () => key.create({ ...said, algorithm: 0 })],
  ['an algorithm the key is not of', 'weak-key', () => key.create({ ...said, algorithm: -257 })],
  ['RSA of 1024 bits', 'weak-key', () => softPasskey('weak-rsa').create(said)],
  ['another curve', 'weak-key', () => softPasskey('p384').create(said)],
  ['a key that is none', 'weak-key', () => key.create({ ...said, tamper: (r) => (r.publicKey = 'bm9uZQ') })],
  [
    'data too large',
    'malformed',
    () => key.create({ ...said, tamper: (r) => (r.clientDataJSON = 'A'.repeat(12_000)) }),
  ],
  ['padded base64', 'malformed', () => key.create({ ...said, tamper: (r) => (r.authenticatorData += '=') })],
  [
    'client data that is no JSON',
    'malformed',
    () => key.create({ ...said, tamper: (r) => (r.clientDataJSON = 'bm9uZQ') }),
  ],
]
for (const [name, why, answer] of badNew)
  test(`a new passkey is refused: ${name}`, async () => {
    assert.deepEqual(await checkNewPasskey(answer(), { ...instance, challenge }), { kind: 'refused', why })
  })

test('a passkey is used, and its counter grows', async () => {
  assert.deepEqual(await checkUseOfPasskey(key.get({ ...said, counter: 4 }), kept, { ...instance, challenge }), {
    kind: 'used',
    counter: 4,
  })
  assert.equal(passkeyIdOf(key.get(said)), key.id)
  assert.equal(passkeyIdOf({ id: key.id }), undefined)
})

test('a passkey that never counts is used as often as its holder likes', async () => {
  const answer = key.get({ ...said, counter: 0 })
  const used = await checkUseOfPasskey(answer, { ...kept, counter: 0 }, { ...instance, challenge })
  assert.deepEqual(used, { kind: 'used', counter: 0 })
})

test('every honest signature is taken: those with short numbers too', async () => {
  const lengths = new Set<number>()
  for (let round = 0; round < 600; round++) {
    const answer = key.get({ ...said, counter: 4 }) as { response: { signature: string } }
    lengths.add(Buffer.from(answer.response.signature, 'base64url').length)
    const used = await checkUseOfPasskey(answer, kept, { ...instance, challenge })
    assert.equal(used.kind, 'used')
  }
  assert.ok(lengths.size >= 3, 'numbers of several lengths came up')
})

const flip = (text: string) => {
  const bytes = Buffer.from(text, 'base64url')
  bytes[bytes.length - 1]! ^= 1
  return bytes.toString('base64url')
}
const badUse: readonly (readonly [string, PasskeyRefusal, () => unknown])[] = [
  ['another type', 'wrong-type', () => key.get({ ...said, type: 'webauthn.create' })],
  ['another challenge', 'wrong-challenge', () => key.get({ ...said, challenge: 'another' })],
  ['another origin', 'wrong-origin', () => key.get({ ...said, origin: 'https://evil.example' })],
  ['another port', 'wrong-origin', () => key.get({ ...said, origin: 'https://news.example:8443' })],
  ['a page within another', 'wrong-origin', () => key.get({ ...said, crossOrigin: true })],
  ['another house', 'wrong-house', () => key.get({ ...said, rpId: 'evil.example' })],
  ['nobody there', 'not-present', () => key.get({ ...said, isPresent: false })],
  ['nobody verified', 'not-verified', () => key.get({ ...said, isVerified: false })],
  ['no reader named', 'malformed', () => key.get({ challenge, origin: said.origin, rpId: said.rpId })],
  ['another reader named', 'wrong-passkey', () => key.get({ ...said, userHandle: 'owner' })],
  ['another passkey', 'wrong-passkey', () => softPasskey().get(said)],
  ['another key under its id', 'bad-signature', () => ({ ...softPasskey().get(said), id: key.id, rawId: key.id })],
  [
    'a changed signature',
    'bad-signature',
    () => key.get({ ...said, tamper: (r) => (r.signature = flip(r.signature!)) }),
  ],
  ['no signature', 'malformed', () => key.get({ ...said, tamper: (r) => (r.signature = '') })],
  ['a signature of zeros', 'bad-signature', () => key.get({ ...said, tamper: (r) => (r.signature = 'MAYCAQACAQA') })],
  ['changed client data', 'bad-signature', () => key.get({ ...said, tamper: addToClient })],
  ['changed flags', 'bad-signature', () => key.get({ ...said, isVerified: false, tamper: setVerified })],
  ['the counter it had', 'cloned', () => key.get({ ...said, counter: 3 })],
  ['a counter that went back', 'cloned', () => key.get({ ...said, counter: 2 })],
  ['a counter that stopped counting', 'cloned', () => key.get({ ...said, counter: 0 })],
]
for (const [name, why, answer] of badUse)
  test(`the use of a passkey is refused: ${name}`, async () => {
    assert.deepEqual(await checkUseOfPasskey(answer(), kept, { ...instance, challenge }), { kind: 'refused', why })
  })

test('a signature that is not written by the rules is none', () => {
  const bad = [
    '',
    '30',
    '300602010002',
    '3006020181020101',
    '300702020001020101',
    '3006020101020101ff',
    '310602010102010100',
  ]
  for (const hex of bad) assert.equal(fixedSignature(Buffer.from(hex, 'hex')), undefined, hex)
  assert.equal(fixedSignature(Buffer.from('3006020101020102', 'hex'))?.length, 72)
})

function addToClient(response: Record<string, string>): void {
  const client = JSON.parse(Buffer.from(response.clientDataJSON!, 'base64url').toString())
  response.clientDataJSON = Buffer.from(JSON.stringify({ ...client, more: 1 })).toString('base64url')
}

function setVerified(response: Record<string, string>): void {
  const data = Buffer.from(response.authenticatorData!, 'base64url')
  data[32]! |= 4
  response.authenticatorData = data.toString('base64url')
}
