import assert from 'node:assert/strict'
import { Readable } from 'node:stream'
import { test } from 'node:test'
import { firstLine } from './read-line.ts'

const bytes = (...texts: string[]) => Readable.from(texts.map((text) => Buffer.from(text)))

test('the first line is read, whatever comes after it and wherever the pieces end', async () => {
  assert.equal(await firstLine(bytes('pass', 'word\r\nmore'), 200), 'password')
  assert.equal(await firstLine(bytes('no end'), 200), 'no end')
  assert.equal(await firstLine(bytes(), 200), '')
  const [before, after] = [Buffer.from('ä').subarray(0, 1), Buffer.from('ä').subarray(1)]
  assert.equal(await firstLine(Readable.from([before, after]), 200), 'ä')
})

test('a line without an end is read no further than it may be long', async () => {
  let read = 0
  async function* endless() {
    for (;;) {
      read += 1
      yield Buffer.from('x'.repeat(100))
    }
  }
  const line = await firstLine(Readable.from(endless(), { objectMode: false, highWaterMark: 100 }), 1000)
  assert.ok(line.length > 1000 && read < 100, `${line.length} letters of ${read} pieces`)
})
