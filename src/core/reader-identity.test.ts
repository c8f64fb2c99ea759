import assert from 'node:assert/strict'
import { test } from 'node:test'
import { mayActAs, roles } from './reader-identity.ts'

test('each role may do what those before it may, and nothing of those after', () => {
  for (const [at, role] of roles.entries()) {
    assert.equal(mayActAs(role, 'anyone'), true)
    for (const [needed, least] of roles.entries()) assert.equal(mayActAs(role, least), needed <= at)
  }
})
