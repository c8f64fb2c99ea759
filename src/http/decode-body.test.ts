import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { brotliCompressSync, deflateRawSync, deflateSync, gzipSync, zstdCompressSync } from 'node:zlib'
import fc from 'fast-check'
import { decodeBody } from './decode-body.ts'

const codings = [
  ['gzip', gzipSync],
  ['x-gzip', gzipSync],
  ['deflate', deflateSync],
  ['deflate', deflateRawSync],
  ['br', brotliCompressSync],
  ['zstd', zstdCompressSync],
] as const

describe('a packed body', () => {
  test('of any bytes comes out as it went in, whatever the coding', async () => {
    const bytes = fc.uint8Array({ minLength: 1, maxLength: 2_000 })
    await fc.assert(
      fc.asyncProperty(bytes, fc.constantFrom(...codings), async (body, [name, pack]) => {
        const decoded = await decodeBody(pack(body), ` ${name.toUpperCase()} `, 2_000)
        assert.ok(decoded.kind === 'body')
        assert.deepEqual(Buffer.from(decoded.body), Buffer.from(body))
      }),
    )
  })

  for (const [name, pack] of codings)
    test(`(${name}, ${pack.name}) of exactly the limit passes, of one byte more is too large`, async () => {
      const packed = pack(Buffer.alloc(1_000, 'x'))
      assert.equal((await decodeBody(packed, name, 1_000)).kind, 'body')
      assert.deepEqual(await decodeBody(packed, name, 999), { kind: 'too-large', limitBytes: 999 })
    })

  test('that is large is unpacked as a small one is', async () => {
    let seed = 1
    const noise = Uint8Array.from({ length: 300_000 }, () => (seed = (seed * 48_271) % 2_147_483_647) & 255)
    const packed = gzipSync(noise)
    assert.ok(packed.length > 128 * 1024)
    const decoded = await decodeBody(packed, 'gzip', 300_000)
    assert.deepEqual(decoded.kind === 'body' && Buffer.from(decoded.body), Buffer.from(noise))
    assert.equal((await decodeBody(packed, 'gzip', 299_999)).kind, 'too-large')
    assert.equal((await decodeBody(packed.subarray(0, -20_000), 'gzip', 300_000)).kind, 'bad-encoding')
  })

  test('cut anywhere is broken, never half a body', async () => {
    for (const [name, pack] of codings.filter(([name]) => name !== 'deflate')) {
      const packed = pack(Buffer.from('The ferry runs again. '.repeat(20)))
      for (let length = 1; length < packed.length; length += 5)
        assert.equal(
          (await decodeBody(packed.subarray(0, length), name, 10_000)).kind,
          'bad-encoding',
          `${name} ${length}`,
        )
    }
  })

  test('of one byte is broken, whatever the byte', async () => {
    for (const byte of [0x00, 0x78, 0x88, 0xc8, 0xff])
      assert.equal((await decodeBody(Buffer.from([byte]), 'deflate', 10_000)).kind, 'bad-encoding')
  })

  test('of noise is broken or bytes, never a crash', async () => {
    await fc.assert(
      fc.asyncProperty(fc.uint8Array(), fc.constantFrom('gzip', 'deflate', 'br', 'zstd'), async (bytes, name) => {
        assert.match((await decodeBody(Buffer.from(bytes), name, 10_000)).kind, /^(?:body|bad-encoding|too-large)$/)
      }),
    )
  })
})

describe('a body that is not packed', () => {
  for (const name of ['', 'identity', ' Identity '])
    test(`(“${name}”) is handed on as it is`, async () => {
      const body = Buffer.from('x')
      const decoded = await decodeBody(body, name, 0)
      assert.equal(decoded.kind === 'body' && decoded.body, body)
    })

  test('because it is empty is no error, whatever coding is named', async () => {
    for (const name of ['gzip', 'br', 'unheard-of'])
      assert.equal((await decodeBody(Buffer.alloc(0), name, 1)).kind, 'body')
  })

  for (const name of ['compress', 'gzip, br', 'gzip,gzip', 'sdch', 'constructor', '__proto__'])
    test(`but is said to be “${name}” is a bad encoding, by that name`, async () => {
      const decoded = await decodeBody(Buffer.from('x'), name, 10)
      assert.match(decoded.kind === 'bad-encoding' ? decoded.reason : '', new RegExp(`“${name}” is not supported`))
    })

  for (const document of ['<rss/>', ' \n<?xml version="1.0"?><feed/>', '\ufeff<!doctype html>', '{ "version": "1" }'])
    for (const name of ['gzip', 'br', 'deflate', 'zstd', 'utf-8', 'none', 'gzip, br'])
      test(`but a document (${JSON.stringify(document)}) that is said to be “${name}” is read as it is`, async () => {
        const decoded = await decodeBody(Buffer.from(document), name, 1_000)
        assert.equal(decoded.kind === 'body' && Buffer.from(decoded.body).toString(), document)
      })
})
