import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { hasInitialsFirst, hasPersonParticle, isIberian, isSurnameFirst, isThing } from './name-shapes.ts'

const split = (name: string): string[] => name.split(' ')

describe('the shape of a name', () => {
  it('has the surname first in Chinese and Korean', () => {
    for (const name of ['Lam Cheuk-wing', 'Park Ji-won', 'Wang Xiaolu', 'Kim Jong Un', 'Deng Li'])
      assert.equal(isSurnameFirst(split(name)), true, name)
    for (const name of ['Jane Roe', 'Lee Harper', 'Park Avenue', 'Long Beach', 'Wang', 'Kim Kardashian', 'Sun City'])
      assert.equal(isSurnameFirst(split(name)), false, name)
  })

  it('has initials first, which are no country', () => {
    assert.equal(hasInitialsFirst(['J.K', 'Quill'], true), true)
    assert.equal(hasInitialsFirst(['A', 'R', 'Nair'], true), true)
    assert.equal(hasInitialsFirst(['A', 'Nair'], false), false)
    assert.equal(hasInitialsFirst(['U.S', 'Treasury'], true), false)
    assert.equal(hasInitialsFirst(['D.C.', 'Council'], false), false)
  })

  it('has particles that only persons have', () => {
    assert.equal(hasPersonParticle(split('Ludwig von Hagen')), true)
    assert.equal(hasPersonParticle(split('Tour de France')), false)
  })

  it('has two surnames after an Iberian given name', () => {
    assert.equal(isIberian('José'), true)
    assert.equal(isIberian('Jane'), false)
  })

  it('is that of a thing by its last or first word', () => {
    for (const name of ['Alice Springs', 'Martin Luther King Day', 'Hurricane Edda', 'Whitlock Street Station'])
      assert.equal(isThing(split(name)), true, name)
    for (const name of ['Dorothy Day', 'Jane Street', 'Springs']) assert.equal(isThing(split(name)), false, name)
  })
})
