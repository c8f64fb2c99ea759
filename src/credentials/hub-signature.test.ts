import assert from 'node:assert/strict'
import { createHmac } from 'node:crypto'
import { test } from 'node:test'
import { isSignedBy } from './hub-signature.ts'

const secret = 'a secret of ours'
const body = new TextEncoder().encode('<rss>\r\n é</rss>\n')
const sign = (method: string, key = secret, over: Uint8Array = body) =>
  `${method}=${createHmac(method, key).update(over).digest('hex')}`

for (const method of ['sha1', 'sha256', 'sha384', 'sha512'])
  test(`a body signed by ${method} holds, and no other does`, () => {
    const good = sign(method)
    assert.ok(isSignedBy(secret, good, body))
    assert.ok(isSignedBy(secret, ` ${good.toUpperCase()} `, body))
    assert.ok(!isSignedBy(secret, good, body.subarray(1)))
    assert.ok(!isSignedBy(secret, sign(method, 'another secret'), body))
    assert.ok(!isSignedBy(secret, good.slice(0, -2), body))
    assert.ok(!isSignedBy(secret, `${good}00`, body))
    assert.ok(!isSignedBy(secret, good.replace(/^sha\d+/, method === 'sha1' ? 'sha256' : 'sha1'), body))
  })

test('no signature, another method and what is none do not hold', () => {
  for (const header of [
    undefined,
    '',
    'sha1=',
    'sha1',
    sign('md5'),
    sign('sha224'),
    `sha256=${'zz'.repeat(32)}`,
    `__proto__=${'0'.repeat(40)}`,
  ])
    assert.ok(!isSignedBy(secret, header, body), header)
})

test('an empty body can be signed', () => {
  const nothing = new Uint8Array()
  assert.ok(isSignedBy(secret, sign('sha256', secret, nothing), nothing))
})
