import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { asId } from '../core/ids.ts'
import { relationSummary, unrelated } from './related/relation-fixture.ts'
import type { RelationSummary } from './related/relation-summary.ts'
import { poolOf } from './story-pool.ts'
import { storylineOf } from './storyline.ts'

const dam = {
  people: ['Eva Sandh'],
  words: 'Sandh Quillbeck dam valley wall engineers water reservoir level concrete pumps spillway',
}
const crack = relationSummary({ id: 'crack', day: 5, title: 'Crack found in Quillbeck dam', ...dam })
const leave = relationSummary({ id: 'leave', day: 7, title: 'Quillbeck told to leave below dam', ...dam })
const inquiry = relationSummary({ id: 'inquiry', day: 10, title: 'Inquiry into Quillbeck dam opens', ...dam })
const line = (id: string, ...stories: RelationSummary[]) => storylineOf(poolOf([...stories, ...unrelated]), asId(id))

describe('storylineOf', () => {
  it('orders the stories of a matter in time and marks the present one, wherever it stands', () => {
    for (const id of ['crack', 'leave', 'inquiry']) {
      const steps = line(id, inquiry, crack, leave)
      assert.deepEqual(
        steps.map((step) => step.id),
        ['crack', 'leave', 'inquiry'],
      )
      assert.deepEqual(
        steps.filter(({ isPresent }) => isPresent).map((step) => step.id),
        [id],
      )
    }
  })

  it('says from which story each step was reached, with what both have', () => {
    const steps = line('leave', crack, leave, inquiry)
    assert.deepEqual(
      steps.map(({ from }) => [from?.id, from?.reason]),
      [
        ['leave', 'leads to'],
        [undefined, undefined],
        ['leave', 'follows'],
      ],
    )
    assert.deepEqual(steps[0]?.from?.sharedNames, ['Eva Sandh'])
    assert.ok(steps[0]?.from?.sharedWords.includes('dam'))
  })

  it('takes in a story that is likely, if not surely, of one matter with two of it, from either side', () => {
    const report = relationSummary({
      id: 'report',
      day: 12,
      title: 'Engineer tells of lost report',
      people: ['Eva Sandh'],
      words: 'Sandh Quillbeck dam engineers water valley level cabinet drawer minister letter archive',
    })
    for (const id of ['crack', 'report'])
      assert.deepEqual(
        line(id, crack, leave, report).map((step) => step.id),
        ['crack', 'leave', 'report'],
        id,
      )
    assert.deepEqual(line('report', crack, report), [])
  })

  it('is empty for one neighbor only, and for none', () => {
    assert.deepEqual(line('crack', crack, leave), [])
    assert.deepEqual(line('crack', crack), [])
    assert.deepEqual(line('absent', crack), [])
  })

  it('leaves out what is on another matter or in another language', () => {
    const school = relationSummary({
      id: 'school',
      day: 6,
      title: 'School roof repaired',
      people: ['Eva Sandh'],
      words: 'pupils',
    })
    const french = relationSummary({ id: 'french', day: 8, language: 'fr', title: 'Quillbeck dam inquiry', ...dam })
    assert.deepEqual(
      line('leave', crack, leave, inquiry, school, french).map((step) => step.id),
      ['crack', 'leave', 'inquiry'],
    )
  })
})
