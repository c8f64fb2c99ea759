import assert from 'node:assert/strict'
import { test } from 'node:test'
import { listsKept } from '../../test/lists-kept.ts'
import { readWarc } from './read-warc.ts'

test('a field that a record says very often is gathered in one list, which is never copied', (t) => {
  const block = 'title: 1\r\n'.repeat(10_000)
  const head = `WARC/1.0\r\nWARC-Type: metadata\r\nContent-Type: application/warc-fields\r\nContent-Length: ${block.length}`
  const lists = listsKept(t.mock, 'title')
  readWarc(Buffer.from(`${head}\r\n\r\n${block}\r\n\r\n`))
  assert.equal(lists.size, 1)
})
