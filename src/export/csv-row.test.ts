import assert from 'node:assert/strict'
import { test } from 'node:test'
import { csvRow } from './csv-row.ts'

test('a cell does not become two where another sign parts cells, and the second is no formula', () => {
  assert.equal(csvRow(['a;b', 'a\tb']), '"a;b","a\tb"\r\n')
  assert.equal(csvRow([`Dam;=cmd|'/C calc'!A0;x`]), `"Dam;'=cmd|'/C calc'!A0;x"\r\n`)
  assert.equal(csvRow(['x;＝1;@a\t-1']), `"x;'＝1;'@a\t'-1"\r\n`)
  assert.equal(csvRow(['well;-)\n=1']), `"well;-)\n'=1"\r\n`)
  // A URL stays unchanged, or it would lead elsewhere.
  assert.equal(csvRow(['https://x.example/?a=1;b=-2;-3']), '"https://x.example/?a=1;b=-2;%2D3"\r\n')
})

test('a cell is no formula and bids no terminal', () => {
  assert.equal(csvRow(['a', 'b, "c"', '=1+1', '＠x']), `a,"b, ""c""","'=1+1","'＠x"\r\n`)
  assert.equal(csvRow(['\u001b[31mred\u0007\u009b', '\u0001=1+1']), `[31mred,"'=1+1"\r\n`)
})
