import assert from 'node:assert/strict'
import { test } from 'node:test'
import { gzipSync } from 'node:zlib'
import { listsKept } from '../../../test/lists-kept.ts'
import { readWarc } from './read-warc.ts'

test('a field that a record says very often is gathered in one list, which is never copied', (t) => {
  const block = 'title: 1\r\n'.repeat(10_000)
  const head = `WARC/1.0\r\nWARC-Type: metadata\r\nContent-Type: application/warc-fields\r\nContent-Length: ${block.length}`
  const lists = listsKept(t.mock, 'title')
  readWarc(Buffer.from(`${head}\r\n\r\n${block}\r\n\r\n`))
  assert.equal(lists.size, 1)
})

test('pages that unpack to more than is taken in all are left out, each with the reason', () => {
  const http = Buffer.from('HTTP/1.1 200 OK\r\nContent-Type: text/html\r\nContent-Encoding: gzip\r\n\r\n')
  const block = Buffer.concat([http, gzipSync('<p>The ferry runs.</p>'.padEnd(1_000_000))])
  const record = (at: number) =>
    Buffer.concat([
      Buffer.from(
        `WARC/1.0\r\nWARC-Type: response\r\nWARC-Target-URI: https://a.example/${at}\r\nContent-Length: ${block.length}\r\n\r\n`,
      ),
      block,
      Buffer.from('\r\n\r\n'),
    ])
  const { pages, skipped } = readWarc(Buffer.concat([0, 1, 2, 3].map(record)), 2_500_000)
  assert.deepEqual(
    pages.map(({ url, body }) => [url, body.length]),
    [0, 1].map((at) => [`https://a.example/${at}`, 1_000_000]),
  )
  assert.deepEqual(
    skipped,
    [2, 3].map((at) => `https://a.example/${at}: could not be unpacked`),
  )
})
