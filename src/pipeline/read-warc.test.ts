import assert from 'node:assert/strict'
import { test } from 'node:test'
import { readWarc } from './read-warc.ts'

test('a field that a record says a hundred thousand times takes no time that grows with its square', async () => {
  const block = 'title: 1\r\n'.repeat(100_000)
  const head = `WARC/1.0\r\nWARC-Type: metadata\r\nContent-Type: application/warc-fields\r\nContent-Length: ${block.length}`
  const { user } = process.cpuUsage()
  await readWarc(Buffer.from(`${head}\r\n\r\n${block}\r\n\r\n`))
  assert.ok(process.cpuUsage().user - user < 3_000_000)
})
