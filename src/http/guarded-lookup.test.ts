import assert from 'node:assert/strict'
import type { LookupAddress, LookupOptions } from 'node:dns'
import { test } from 'node:test'
import { guardedLookup, RefusedAddressError } from './guarded-lookup.ts'

/** The result of looking up a name that has these addresses. */
function look(addresses: string[], options: LookupOptions = { all: true }): Promise<string | LookupAddress[]> {
  const lookup = guardedLookup((_name, _options, callback) =>
    callback(
      null,
      addresses.map((address) => ({ address, family: address.includes(':') ? 6 : 4 })),
    ),
  )
  return new Promise((resolve, reject) =>
    lookup('example.com', options, (error, found) => (error ? reject(error) : resolve(found))),
  )
}

test('public addresses are handed over, one or all', async () => {
  assert.equal(await look(['8.8.8.8', '1.1.1.1'], {}), '8.8.8.8')
  assert.deepEqual(await look(['8.8.8.8', '2620:fe::fe']), [
    { address: '8.8.8.8', family: 4 },
    { address: '2620:fe::fe', family: 6 },
  ])
})

test('of a mixed answer only the public part is handed over', async () => {
  assert.deepEqual(await look(['127.0.0.1', '8.8.8.8', '::1', 'fd00::1']), [{ address: '8.8.8.8', family: 4 }])
  assert.equal(await look(['10.0.0.1', '8.8.8.8'], {}), '8.8.8.8')
})

test('a name with private addresses only, or none, is refused', async () => {
  await assert.rejects(look(['127.0.0.1']), RefusedAddressError)
  await assert.rejects(look(['169.254.169.254', 'fe80::1'], {}), RefusedAddressError)
  await assert.rejects(look([]), RefusedAddressError)
})

test('a name that answers differently each time never gets a private address through', async () => {
  let turn = 0
  const lookup = guardedLookup((_name, _options, callback) => {
    turn++
    callback(null, [{ address: turn % 2 === 1 ? '8.8.8.8' : '127.0.0.1', family: 4 }])
  })
  for (let count = 0; count < 100; count++) {
    const found = await new Promise((resolve) =>
      lookup('rebind.example.com', { all: true }, (error, addresses) => resolve(error ?? addresses)),
    )
    if (found instanceof Error) assert.ok(found instanceof RefusedAddressError)
    else assert.deepEqual(found, [{ address: '8.8.8.8', family: 4 }])
  }
})

test('a failure of the resolver is passed on', async () => {
  const lookup = guardedLookup((_name, _options, callback) =>
    callback(Object.assign(new Error('no such name'), { code: 'ENOTFOUND' }), []),
  )
  const error = await new Promise((resolve) => lookup('nowhere.example', { all: true }, resolve))
  assert.match(String(error), /no such name/)
})
