import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { isTitleAlone } from './score-speakers.ts'

describe('a name that is a title alone', () => {
  it('is any row of titles', () => {
    for (const name of ['Sen', 'Lt. Gov.', 'Prime Minister', 'Jr.']) assert.ok(isTitleAlone(name), name)
  })

  it('is no name of a person or a body', () => {
    for (const name of ['Jane Roe', 'Judge Roe', 'Bank', 'Roe Jr']) assert.ok(!isTitleAlone(name), name)
  })
})
