import assert from 'node:assert/strict'
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { describe, it } from 'node:test'
import type { PublishedScores, PublishedSet } from '../../src/operations/stories/audit-views.ts'
import { accuracyFile, accuracyPage } from './accuracy-page.ts'
import { floorsOf, plain, scoresFile, withMeasured } from './publish.ts'

const published = JSON.parse(readFileSync(scoresFile, 'utf8')) as PublishedScores
const folder = new URL('./', import.meta.url)
const scored = readdirSync(folder).filter((name) => existsSync(new URL(`${name}/score.ts`, folder)))
const pinned = scored.filter((name) => existsSync(new URL(`${name}/baseline.json`, folder)))
const again = 'Measure and publish it: npm run eval -- NAME --publish'

describe('the published scores', () => {
  for (const name of pinned)
    it(`have ${name}, with the floors that are pinned, and no figure below its floor`, () => {
      const sets = published.evals[name]?.sets
      assert.ok(sets, again)
      for (const [set, floors] of floorsOf(name)) {
        const one: PublishedSet | undefined = sets[plain(set)]
        assert.ok(one, `${set} was not measured. ${again}`)
        assert.deepEqual(one.floors, floors, `${set}. ${again}`)
        for (const [figure, floor] of Object.entries(floors)) assert.ok((one.figures[figure] ?? 0) >= floor, figure)
      }
    })

  it('are what the guide says', () => {
    assert.equal(readFileSync(accuracyFile, 'utf8'), accuracyPage(published), again)
  })

  it('have nothing that is measured no more', () => {
    assert.deepEqual(
      Object.keys(published.evals).filter((name) => !scored.includes(name)),
      [],
    )
  })
})

describe('publishing', () => {
  const result = { name: 'pos', set: 'own.jsonl', records: 3, figures: { accuracy: 0.97126 }, isOwnSet: true }
  const measured = new Map([['pos', [{ ...result, notes: ['In-sample.', 'out of sample: 3 of 9'] }]]])
  const before: PublishedScores = { at: '2020-01-01', evals: { words: { at: '2020-01-01', sets: {} } } }

  it('puts what was measured beside what was published before, with its floors and where the rules come from', () => {
    const { at, evals } = withMeasured(before, measured, '2026-03-12')
    assert.equal(at, '2026-03-12')
    assert.deepEqual(Object.keys(evals), ['pos', 'words'])
    const { sample, isOwnSet, figures, floors } = evals.pos?.sets.own ?? assert.fail()
    assert.deepEqual([sample, isOwnSet, figures], ['both', true, { accuracy: 0.9713 }])
    assert.deepEqual(floors, floorsOf('pos').get('own.jsonl'))
  })

  it('leaves out the words of notes: they may quote a text of somebody', () => {
    assert.doesNotMatch(JSON.stringify(withMeasured(before, measured, '2026-03-12')), /In-sample|of 9/)
  })
})
