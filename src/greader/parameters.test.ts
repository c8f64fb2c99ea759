import assert from 'node:assert/strict'
import { test } from 'node:test'
import { readParameters } from './parameters.ts'

async function readFrom(query: string, body?: string, type?: string) {
  const headers = type === undefined ? {} : { headers: { 'content-type': type } }
  const read = await readParameters(
    new Request(`https://x.example/${query}`, body === undefined ? {} : { method: 'POST', body, ...headers }),
  )
  return read.kind === 'read' ? { i: read.parameters.all('i'), s: read.parameters.one('s') } : read.kind
}

test('what stands in the address and in the body is read alike', async () => {
  const form = 'application/x-www-form-urlencoded'
  assert.deepEqual(await readFrom('?i=1&s=a'), { i: ['1'], s: 'a' })
  assert.deepEqual(await readFrom('?i=1&s=a', 'i=2&i=3%2F4&s=b+c', form), { i: ['1', '2', '3/4'], s: 'b c' })
  assert.deepEqual(await readFrom('', '{"i":["1",2],"s":true,"x":{"y":1}}', 'application/json'), {
    i: ['1', '2'],
    s: 'true',
  })
  assert.deepEqual(await readFrom('?s=a', '', 'application/json'), { i: [], s: 'a' })
  const multipart =
    '--XyZ\r\nContent-Disposition: form-data; name="i"\r\n\r\n7\r\n--XyZ\r\ncontent-disposition: form-data; name="s"\r\n\r\nline\r\n\r\ntwo\r\n--XyZ--\r\n'
  assert.deepEqual(await readFrom('', multipart, 'multipart/form-data; boundary=XyZ'), {
    i: ['7'],
    s: 'line\r\n\r\ntwo',
  })
})

test('what cannot be read is said, and nobody sends without end', async () => {
  assert.equal(await readFrom('', '{"i":', 'application/json'), 'unreadable')
  assert.equal(await readFrom('', '[1]', 'application/json'), 'unreadable')
  assert.equal(await readFrom('', 'x', 'multipart/form-data'), 'unreadable')
  assert.equal(await readFrom('', `i=${'x'.repeat(2_000_001)}`), 'too-large')
})
