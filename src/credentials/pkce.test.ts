import assert from 'node:assert/strict'
import { test } from 'node:test'
import { isChallenge, isVerifierOf } from './pkce.ts'

// RFC 7636, appendix B.
const verifier = 'dBjftJeZ4CVP-mB92K27uhbUJU1p1r_wW1gFWFOEjXk'
const challenge = 'E9Melhoa2OwvFrEMTJguCHaoeK1t8URWbuGJSstw-cM'

test('a verifier fits the challenge that was made from it, and no other', () => {
  assert.ok(isChallenge(challenge))
  assert.ok(isVerifierOf(verifier, challenge))
  assert.ok(!isVerifierOf(verifier.replace('d', 'e'), challenge))
  assert.ok(!isVerifierOf(challenge, challenge), 'the plain method')
  assert.ok(!isVerifierOf(undefined, challenge))
})

test('what is too short, too long or has other characters is none', () => {
  for (const bad of [undefined, '', challenge.slice(1), `${challenge}A`, `${challenge.slice(1)}=`])
    assert.ok(!isChallenge(bad), bad)
  for (const bad of ['', 'a'.repeat(42), 'a'.repeat(129), `${verifier}é`]) assert.ok(!isVerifierOf(bad, challenge), bad)
})
