import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { heldOn, officeHolders } from './office-holders.ts'
import { entityId } from './people.ts'
import { normalizeOf, personInRole, type RoleFact } from './roles.ts'

const roe = entityId('person', 'Jane Roe')
const poe = entityId('person', 'Tom Poe')
const fact = (person: typeof roe, office: string, of?: string, isFormer = false): RoleFact => ({
  person,
  office: office === '' ? [] : office.split(' '),
  isFormer,
  ...(of ? { of } : {}),
})
const who = (words: string, facts: readonly RoleFact[], recent: (typeof roe)[] = []) =>
  personInRole(words.split(' '), facts, recent)

describe('personInRole', () => {
  it('finds the holder of an office of a country, however the country is said', () => {
    const facts = [fact(roe, 'president', 'us'), fact(poe, 'president', 'russia')]
    assert.equal(who('the us president', facts), roe)
    assert.equal(who('the american president', facts), roe)
    assert.equal(who('the russian president', facts), poe)
    assert.equal(who("russia 's president", facts), poe)
  })

  it('takes a leader for whoever leads', () => {
    const facts = [fact(roe, 'prime minister', 'france'), fact(poe, 'envoy', 'france')]
    assert.equal(who('the french leader', facts), roe)
  })

  it('takes the most recently named when no country is said', () => {
    const facts = [fact(roe, 'president', 'us'), fact(poe, 'president', 'russia')]
    assert.equal(who('the president', facts, [roe, poe]), poe)
    assert.equal(who('the president', facts, [poe, roe]), roe)
    assert.equal(who('the president', facts, []), undefined)
  })

  it('does not take a vice president for a president', () => {
    assert.equal(who('the president', [fact(roe, 'vice president', 'us')]), undefined)
    assert.equal(who('the vice-president', [fact(roe, 'vice president', 'us')]), roe)
  })

  it('does not take a former one for the present one, nor the other way round', () => {
    const facts = [fact(roe, 'mayor', 'paris', true), fact(poe, 'mayor', 'paris')]
    assert.equal(who('the mayor', facts), poe)
    assert.equal(who('the former mayor', facts), roe)
  })

  it('finds a person by nation alone', () => {
    assert.equal(who('the ukrainian', [fact(roe, '', 'ukraine')]), roe)
    assert.equal(who('the ukrainian', [fact(roe, 'president', 'russia')]), undefined)
  })

  it('does not let one country stand for another', () => {
    assert.equal(who('the french president', [fact(roe, 'president', 'us')]), undefined)
  })

  it('knows nobody from no words', () => {
    assert.equal(who('the', [fact(roe, 'president', 'us')]), undefined)
  })
})

describe('a bare office that two have in a text', () => {
  const facts = [fact(roe, 'president'), fact(poe, 'president')]
  it('means whom it named last, but not one whom it names once beside somebody it is full of', () => {
    assert.equal(who('the president', facts, [poe, roe, roe, poe]), poe)
    assert.equal(who('the president', facts, [roe, roe, roe, roe, roe, poe]), undefined)
  })
})

describe('normalizeOf', () => {
  it('gives one word for a country', () => {
    for (const word of ['US', 'American', 'America', 'U.S.', 'United States']) assert.equal(normalizeOf(word), 'us')
    assert.equal(normalizeOf('Constructor’s'), 'constructor')
    assert.equal(normalizeOf("Ukraine's"), 'ukraine')
  })
})

describe('office holders', () => {
  it('changes hands on the day', () => {
    const names = (day: string) =>
      heldOn(day)
        .filter(({ of, office }) => of === 'uk' && office === 'prime minister')
        .map(({ name }) => name)
    assert.deepEqual(names('2024-07-04'), ['Rishi Sunak'])
    assert.deepEqual(names('2024-07-05T09:00:00Z'), ['Keir Starmer'])
  })

  it('has at most one holder of an office on any day, each with a source', () => {
    for (const one of officeHolders) {
      assert.match(one.source, /^https?:\/\//)
      assert.match(one.from, /^\d{4}-\d{2}-\d{2}$/)
      const same = heldOn(one.from).filter(({ office, of }) => office === one.office && of === one.of)
      assert.deepEqual(
        same.map(({ name }) => name),
        [one.name],
      )
    }
  })
})
