import assert from 'node:assert/strict'
import { test } from 'node:test'
import { csvRow } from './csv-row.ts'

test('a cell is no formula and bids no terminal', () => {
  assert.equal(csvRow(['a', 'b, "c"', '=1+1', '＠x']), `a,"b, ""c""","'=1+1","'＠x"\r\n`)
  assert.equal(csvRow(['\u001b[31mred\u0007\u009b', '\u0001=1+1']), `[31mred,"'=1+1"\r\n`)
})
