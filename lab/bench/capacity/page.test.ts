import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { test } from 'node:test'
import { readCosts } from './costs.ts'
import { withTables } from './page.ts'

test('the page in the guide says what follows from the costs that were measured', () => {
  const page = readFileSync(new URL('../../../docs/guide/capacity.md', import.meta.url), 'utf8')
  assert.equal(withTables(page, readCosts()), page, 'npm run bench -- capacity writes it anew')
})
