import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { storyInput } from './story-fixture.ts'
import { isRunningText, isSummarizable, readMembers } from './story-text.ts'

describe('readMembers', () => {
  it('puts the earliest first and numbers members in that order', () => {
    const late = storyInput({ id: 'late', text: 'One.', at: '2025-03-04T12:00:00Z' })
    const early = storyInput({ id: 'early', text: 'Two.', at: '2025-03-04T10:00:00+02:00' })
    const texts = readMembers([late, early])
    assert.deepEqual(
      texts.map(({ member, input }) => [member, input.document.id]),
      [
        [0, 'early'],
        [1, 'late'],
      ],
    )
  })

  it('begins a sentence after its dateline, word for word', () => {
    for (const dateline of [
      'SANDVIK (CNA) – ',
      'SANDVIK, March 4 (Reuters) - ',
      'PORT SANDVIK — ',
      'Sandvik (AP) — ',
    ]) {
      const input = storyInput({ id: 'a', text: `${dateline}Two people died in fog.` })
      const sentence = readMembers([input])[0]?.sentences[0]
      assert.equal(sentence?.text, 'Two people died in fog.', dateline)
      assert.equal(input.document.text.slice(sentence?.span.start, sentence?.span.end), sentence?.text)
    }
  })

  it('keeps a sentence whole that only looks like it has a dateline', () => {
    for (const line of [
      'The mayor – a man of few words – said no.',
      'NATO’s chief (left) said no.',
      'Sandvik – a port – slept.',
    ]) {
      const sentence = readMembers([storyInput({ id: 'a', text: line })])[0]?.sentences[0]
      assert.equal(sentence?.text, line)
    }
  })

  it('gives each sentence its words and the kind of its block', () => {
    const [text] = readMembers([storyInput({ id: 'a', text: '# The plan\nThe council met. It agreed a plan.' })])
    assert.deepEqual(
      text?.sentences.map(({ text, blockKind }) => [text, blockKind]),
      [
        ['The plan', 'heading'],
        ['The council met.', 'paragraph'],
        ['It agreed a plan.', 'paragraph'],
      ],
    )
  })

  it('reads a document without layers as one without sentences', () => {
    const input = { ...storyInput({ id: 'a', text: 'The council met.' }), annotations: {} }
    const [text] = readMembers([input])
    assert.deepEqual([text?.sentences, text?.quotes, text?.times, text?.mentions], [[], [], [], []])
  })
})

describe('isSummarizable', () => {
  it('takes whole news articles only', () => {
    const complete = { kind: 'complete' } as const
    assert.equal(isSummarizable({ kind: 'article', completeness: complete }), true)
    assert.equal(isSummarizable({ kind: 'press-release', completeness: complete }), true)
    for (const kind of ['live', 'video', 'audio', 'gallery', 'roundup', 'index', 'opinion'] as const)
      assert.equal(isSummarizable({ kind, completeness: complete }), false)
    for (const kind of ['feed-only', 'paywalled', 'blurb', 'lead-missing', 'failed'] as const)
      assert.equal(isSummarizable({ kind: 'article', completeness: { kind, reason: 'test' } }), false)
  })
})

describe('isRunningText', () => {
  const sentencesOf = (text: string) => readMembers([storyInput({ id: 'a', text })])[0]?.sentences ?? []

  it('leaves out headings and captions', () => {
    for (const text of [
      '# A heading of some length',
      'The mayor opens the new bridge (Jo Field/PA)',
      'The mayor opens the new bridge (AP Photo/Jo Field).',
      'People at the bridge on Monday (file photo).',
      'The bridge at dawn. Photograph: Jo Field/Wire',
      'Photo: the bridge at dawn',
    ])
      assert.equal(sentencesOf(text).every(isRunningText), false, text)
  })

  it('keeps sentences with brackets of another kind', () => {
    const [sentence] = sentencesOf('The alliance (founded in 1949) met on Monday.')
    assert.ok(sentence && isRunningText(sentence))
  })
})
