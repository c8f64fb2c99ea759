import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { heldOn, officeHolders, reviewedOn, wikidataIdOf } from './office-holders.ts'

const DAY = /^\d{4}-\d{2}-\d{2}$/

describe('the list of office holders', () => {
  it('dates every row and names a public source for it', () => {
    for (const { name, from, until, source } of officeHolders) {
      assert.match(from, DAY, name)
      if (until !== undefined) assert.match(until, DAY, name)
      assert.equal(URL.canParse(source), true, name)
    }
  })

  it('begins every term before it ends, and before the day the list was read over', () => {
    for (const { name, from, until } of officeHolders) {
      assert.ok(from < reviewedOn, name)
      if (until !== undefined) assert.ok(from < until, name)
    }
  })

  it('writes offices and countries small, as they are compared', () => {
    for (const { office, of } of officeHolders) assert.deepEqual([office, of], [office.toLowerCase(), of.toLowerCase()])
  })

  it('never gives one office to two people on one day', () => {
    for (const { from } of officeHolders) {
      const held = heldOn(from).map(({ office, of }) => `${of} ${office}`)
      assert.equal(new Set(held).size, held.length, from)
    }
  })

  it('gives a person one item of Wikidata, in any spelling, from the first term on', () => {
    for (const { wikidataId } of officeHolders) if (wikidataId !== undefined) assert.match(wikidataId, /^Q[1-9]\d*$/)
    const ids = new Map(
      officeHolders.flatMap(({ name, wikidataId }) => (wikidataId ? [[wikidataId, name] as const] : [])),
    )
    for (const { name, wikidataId } of officeHolders) if (wikidataId) assert.equal(ids.get(wikidataId), name)
    assert.equal(wikidataIdOf('Volodymyr Zelenskyy', '2025-06-10'), 'Q3874799')
    assert.equal(wikidataIdOf('Donald Trump', '2016-06-10'), undefined)
    assert.equal(wikidataIdOf('Donald Trump', '2022-06-10'), 'Q22686')
    assert.equal(wikidataIdOf('Zebulon Quill', '2025-06-10'), undefined)
  })

  it('hands an office over on the day itself', () => {
    const primeMinister = (day: string): string | undefined =>
      heldOn(day).find(({ office, of }) => office === 'prime minister' && of === 'uk')?.name
    assert.equal(primeMinister('2022-10-24'), 'Liz Truss')
    assert.equal(primeMinister('2022-10-25'), 'Rishi Sunak')
    assert.equal(primeMinister('2024-07-05T09:00:00+01:00'), 'Keir Starmer')
  })

  it('knows two terms of one person apart', () => {
    const president = (day: string): string | undefined =>
      heldOn(day).find(({ office, of }) => office === 'president' && of === 'us')?.name
    assert.deepEqual(['2020-06-01', '2023-06-01', '2025-06-01'].map(president), [
      'Donald Trump',
      'Joe Biden',
      'Donald Trump',
    ])
  })

  it('is empty before its first row', () => {
    assert.deepEqual(heldOn('1900-01-01'), [])
  })
})
