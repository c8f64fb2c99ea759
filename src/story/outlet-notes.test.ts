import assert from 'node:assert/strict'
import { it } from 'node:test'
import { outletNotes } from './build-dossier.ts'
import { storyInput } from './story-fixture.ts'
import { readMembers } from './story-text.ts'

const notes = (...texts: string[]) =>
  outletNotes(readMembers(texts.map((text, index) => storyInput({ id: `d${index}`, text })))).map(
    ({ kind, citation }) => [kind, citation.documentId, citation.exact],
  )

const correction = 'Correction: an earlier version of this article said the bridge is 300 meters long.'

it('keeps what outlets correct, once, and updates that say what for', () => {
  const reason = 'This story has been updated to reflect the vote of the council.'
  assert.deepEqual(
    notes(
      `The bridge is open.\n${correction}`,
      `The bridge is open.\n${correction}\n${reason}`,
      'This story has been updated.',
    ),
    [
      ['correction', 'd0', correction],
      ['update', 'd1', reason],
    ],
  )
})
