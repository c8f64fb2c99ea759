import assert from 'node:assert/strict'
import { it } from 'node:test'
import { requestedRange } from './requested-range.ts'

const file = { etag: '"one"', size: 10 }
const ask = (headers: Record<string, string>, size = 10, method = 'GET') => {
  const asked = requestedRange({ method, headers: new Headers(headers) }, { ...file, size })
  return asked.kind === 'part' ? [asked.from, asked.last] : asked.kind
}

it('is one range of bytes, none where it begins behind the end, and else the whole', () => {
  const ranges = {
    'bytes=0-4': [0, 4],
    'Bytes=5-': [5, 9],
    'bytes=-3': [7, 9],
    'bytes=-99': [0, 9],
    'bytes=0-99': [0, 9],
    'bytes=9-9': [9, 9],
    'bytes=10-': 'none',
    'bytes=99999999999999999999-': 'none',
    'bytes=-0': 'none',
    'bytes=4-2': 'whole',
    'bytes=0-1,3-4': 'whole',
    'bytes=-': 'whole',
    'lines=0-4': 'whole',
    x: 'whole',
  }
  for (const [range, asked] of Object.entries(ranges)) assert.deepEqual(ask({ range }), asked, range)
  assert.equal(ask({}), 'whole')
  for (const range of ['bytes=0-', 'bytes=-1']) assert.equal(ask({ range }, 0), 'none', `${range} of an empty file`)
})

it('is the whole of a file that is another than the part before', () => {
  const range = 'bytes=2-4'
  assert.deepEqual(ask({ range, 'if-range': '"one"' }), [2, 4])
  for (const other of ['"another"', 'W/"one"', 'Sat, 28 Nov 2026 22:00:00 GMT'])
    assert.equal(ask({ range, 'if-range': other }), 'whole')
  assert.equal(ask({ range }, 10, 'HEAD'), 'whole')
})
