import assert from 'node:assert/strict'
import { test } from 'node:test'
import { codeKeyOf, codeStep, foldRecoveryCode, newCodeSecret, newRecoveryCodes } from './one-time-code.ts'

// RFC 6238, appendix B: the key `12345678901234567890`, the last six of its eight digits.
const secret = 'GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ'
const vectors = [
  [59, '287082'],
  [1111111109, '081804'],
  [1111111111, '050471'],
  [1234567890, '005924'],
  [2000000000, '279037'],
  [20000000000, '353130'],
] as const

test('codes are those of RFC 6238', () => {
  for (const [seconds, code] of vectors)
    assert.equal(codeStep(secret, code, new Date(seconds * 1000)), Math.floor(seconds / 30))
})

test('a code counts one step early and late, and no more', () => {
  const [seconds, code] = vectors[2]
  const at = (steps: number) => codeStep(secret, code, new Date((seconds + steps * 30) * 1000))
  const step = Math.floor(seconds / 30)
  assert.deepEqual([-2, -1, 0, 1, 2].map(at), [undefined, step, step, step, undefined])
})

test('a code is six digits, however they are grouped, and nothing else', () => {
  const at = new Date(59_000)
  assert.equal(codeStep(secret, ' 287 082 ', at), 1)
  for (const bad of ['', '28708', '2870822', '２８７０８２', '-287082x', '94287082', '287083', 'NaN', '1e5'])
    assert.equal(codeStep(secret, bad, at), undefined, bad)
})

test('a key has 160 bits and is shown as a link and in groups of four', () => {
  const made = newCodeSecret()
  assert.match(made, /^[A-Z2-7]{32}$/)
  const { link, typed } = codeKeyOf(made, 'Mira & Söhne', 'Twosource')
  const url = new URL(link)
  assert.equal(url.protocol, 'otpauth:')
  assert.deepEqual(
    [url.searchParams.get('secret'), url.searchParams.get('issuer'), url.searchParams.get('digits')],
    [made, 'Twosource', '6'],
  )
  assert.equal(typed.replaceAll(' ', ''), made)
  assert.ok(typed.split(' ').every((group) => group.length === 4))
})

test('ten recovery codes, all different, taken however they are typed', () => {
  const codes = newRecoveryCodes()
  assert.equal(new Set(codes).size, 10)
  for (const code of codes) {
    assert.match(code, /^([A-Z2-7]{4} ){3}[A-Z2-7]{4}$/)
    assert.equal(foldRecoveryCode(code.toLowerCase().replaceAll(' ', '-')), code.replaceAll(' ', ''))
  }
  for (const bad of ['', '287082', 'AAAA BBBB CCCC', 'AAAA BBBB CCCC DDD1'])
    assert.equal(foldRecoveryCode(bad), undefined)
})
