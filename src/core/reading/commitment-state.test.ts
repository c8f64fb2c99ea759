import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { asId } from '../ids.ts'
import type { Commitment, CommitmentChange } from '../story.ts'
import { lastDayOf, stateOf } from './commitment-state.ts'

const citation = { documentId: asId<never>('d'), span: { start: 0, end: 3 }, exact: 'Yes' }
const change = (kind: CommitmentChange['kind'], dueDate?: string): CommitmentChange => {
  return { kind, at: '2026-03-02T10:00:00Z', citation, ...(dueDate === undefined ? {} : { dueDate }) }
}
const state = (facts: Partial<Commitment>, now = '2026-03-10T12:00:00Z') =>
  stateOf({ by: 'Norland', statement: { text: 'Yes', citations: [citation] }, ...facts }, now)

describe('stateOf', () => {
  it('is open until something is told or its day is past', () => {
    assert.equal(state({}), 'open')
    assert.equal(state({ dueDate: '2026-03-10' }), 'open')
    assert.equal(state({ dueDate: '2026-03-09' }), 'due-passed')
    assert.equal(state({ dueDate: '2026-03' }), 'open')
    assert.equal(state({ dueDate: '2026-02' }), 'due-passed')
  })

  it('is what the latest article says', () => {
    assert.equal(state({ dueDate: '2026-03-01', changes: [change('kept')] }), 'kept')
    assert.equal(state({ changes: [change('changed', '2026-05-01'), change('withdrawn')] }), 'withdrawn')
  })

  it('goes by the new date where there is one', () => {
    assert.equal(state({ dueDate: '2026-03-01', changes: [change('changed', '2026-05-01')] }), 'changed')
    assert.equal(state({ dueDate: '2026-03-01', changes: [change('changed', '2026-03-05')] }), 'due-passed')
    assert.equal(state({ dueDate: '2026-03-01', changes: [change('changed')] }), 'changed')
  })
})

it('a TIMEX3 value ends with its last day', () => {
  assert.deepEqual(['2026', '2026-02', '2028-02', '2026-03-05', '2026-03-05T14:00', 'P3Y', '2026-W10'].map(lastDayOf), [
    '2026-12-31',
    '2026-02-28',
    '2028-02-29',
    '2026-03-05',
    '2026-03-05',
    undefined,
    undefined,
  ])
})
