import assert from 'node:assert/strict'
import { globSync, readFileSync } from 'node:fs'
import { test } from 'node:test'
import { operations } from './all.ts'

test('the list of operations leaves none out, and no two have one name', () => {
  const declared = globSync(new URL('./**/*.ts', import.meta.url).pathname)
    .filter((file) => !file.endsWith('.test.ts'))
    .flatMap((file) => [...readFileSync(file, 'utf8').matchAll(/= defineOperation\(\{\s+name: '(\w+)'/g)])
    .map(([, name]) => name)
  const listed = operations.map(({ name }) => name)
  assert.deepEqual(listed.toSorted(), declared.toSorted())
  assert.equal(new Set<string>(listed).size, listed.length)
})

test('an operation refuses a field that it does not have', () => {
  for (const { name, input } of operations)
    assert.ok(!input.safeParse({ noSuchField: 'a' }).success, `${name} takes a field that it does not have`)
})
