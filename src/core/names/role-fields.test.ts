import assert from 'node:assert/strict'
import { test } from 'node:test'
import { rolesConflict } from './role-fields.ts'

test('a minister and a goalkeeper of one name may be two people', () => {
  for (const [one, other] of [
    ['Health Minister', 'goalkeeper'],
    ['the United striker', 'Mayor'],
    ['Senator', 'midfielder'],
    ['Detective', 'soprano'],
    ['the archbishop', 'winger'],
  ] as const) {
    assert.ok(rolesConflict(one, other), `${one} and ${other}`)
    assert.ok(rolesConflict(other, one), `${other} and ${one}`)
  }
})

test('who changes office, has played before, or leads a club may be one', () => {
  for (const [one, other] of [
    ['Health Minister', 'Prime Minister'],
    ['Prime Minister', 'former goalkeeper'],
    ['club president', 'striker'],
    ['president of the football association', 'goalkeeper'],
    ['Mayor', 'singer'],
    ['Mayor', 'surgeon'],
    ['spokesman', 'striker'],
    ['striker', 'captain'],
    ['footballer-turned-senator', 'Mayor'],
    ['', 'Mayor'],
  ] as const)
    assert.ok(!rolesConflict(one, other), `${one} and ${other}`)
})
