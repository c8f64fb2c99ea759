import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { isAbout, isObjectOf, isSameAct, type PromisedAct, readAct } from './promised-act.ts'

function act(content: string): PromisedAct {
  const found = readAct(content)
  assert.ok(found, content)
  return found
}

describe('readAct', () => {
  it('reads verb, thing, what stands beside it and how many', () => {
    const { verb, head, others, count } = act('hire 300 young workers in Kelby')
    assert.deepEqual([verb, head, [...others], count], ['hire', 'worker', ['young', 'kelby'], 300])
    assert.deepEqual([act('step aside while the inquiry sits').particle, act('resign').head], ['aside', undefined])
    assert.equal(readAct(''), undefined)
    assert.equal(readAct('12 to'), undefined)
  })
})

describe('isActedOn', () => {
  it('holds what was done against what was promised', () => {
    for (const [promised, done, isSame] of [
      ['sign the fishing treaty with Sudland', ' the fishing treaty in Sandvik on Friday', true],
      ['sign the fishing treaty with Sudland', ' the treaty on Friday', true],
      ['sign the fishing treaty with Sudland', ' a rail treaty with Norland', false],
      ['sign the fishing treaty with Sudland', ' another fishing treaty', false],
      ['publish the report on the tunnel', ' a summary of the report on the tunnel', false],
      ['hire 300 workers in Kelby', ' 12 workers in Kelby', false],
      ['hire 300 workers in Kelby', ' 320 workers in Kelby', true],
      ['resign', ' on Friday', true],
      ['step aside', ' aside on Friday', true],
      ['step aside', ' up', false],
    ] as const)
      assert.equal(isObjectOf(act(promised), done), isSame, `${promised}:${done}`)
  })
})

describe('isAbout', () => {
  it('also knows the thing in a nominal of the verb', () => {
    const open = act('open the chip plant')
    assert.equal(isAbout(open, ' the opening of the chip plant to May'), true)
    assert.equal(isAbout(open, ' the sale of the chip plant to May'), false)
  })
})

describe('isSameAct', () => {
  it('is the same thing done in the same way to as many', () => {
    const same = (a: string, b: string) => isSameAct(act(a), act(b))
    assert.equal(same('send engineers to the harbor of Sandvik', 'send engineers to the Sandvik harbor'), true)
    assert.equal(same('send engineers to the harbor', 'send doctors to the harbor'), false)
    assert.equal(same('hire 300 workers', 'hire 20 workers'), false)
    assert.equal(same('meet', 'meet'), false)
  })
})
