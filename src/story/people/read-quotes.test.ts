import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { entity, type QuoteFixture, storyInput } from '../story-fixture.ts'
import { readMembers } from '../story-text.ts'
import { readQuotes } from './read-quotes.ts'

const speaker = entity('person', 'Anna Lindqvist')

function read(text: string, ...quotes: QuoteFixture[]) {
  return readMembers([storyInput({ id: 'a', text, quotes: quotes.map((quote) => ({ speaker, ...quote })) })])
    .flatMap(readQuotes)
    .map(({ kind, span }) => [kind, text.slice(span.start, span.end)])
}

describe('readQuotes', () => {
  it('lets own words stand for the reported clause they fill', () => {
    assert.deepEqual(
      read(
        'Lindqvist said that “the bridge will open in May”.',
        { words: 'that “the bridge will open in May”', kind: 'indirect' },
        { words: 'the bridge will open in May', kind: 'mixed' },
      ),
      [['mixed', 'the bridge will open in May']],
    )
  })

  it('lets a clause stand for the fragment in it, as mixed', () => {
    assert.deepEqual(
      read(
        'Lindqvist said that nobody wants the bridge, being “tired of it” after three years.',
        { words: 'that nobody wants the bridge, being “tired of it” after three years', kind: 'indirect' },
        { words: 'tired of it', kind: 'mixed' },
      ),
      [['mixed', 'nobody wants the bridge, being “tired of it” after three years']],
    )
  })

  it('takes the outer of two clauses where the inner one is unsure', () => {
    const text = 'Lindqvist said that he hoped the bridge would open in May.'
    const outer = { words: 'that he hoped the bridge would open in May', kind: 'indirect' } as const
    const inner = { words: 'the bridge would open in May', kind: 'indirect' } as const
    const whole = [['indirect', 'he hoped the bridge would open in May']]
    assert.deepEqual(read(text, outer, { ...inner, confidence: 0.5 }), whole)
  })

  it('leaves out a reported clause that is not sure, unless words in it are quoted', () => {
    const text = 'Lindqvist announced the bridge would “open in May” at last.'
    const clause = { words: 'the bridge would “open in May” at last', kind: 'indirect', confidence: 0.63 } as const
    assert.deepEqual(read(text, clause), [])
    assert.deepEqual(read(text, clause, { words: 'open in May', kind: 'mixed' }), [
      ['mixed', 'the bridge would “open in May” at last'],
    ])
  })

  it('leaves out what is told by the way, and a few words beside what somebody did', () => {
    const quote = (text: string, cue: string, words: string, kind: 'mixed' | 'indirect' = 'mixed') =>
      read(text, { words, kind, cue, source: 'Lindqvist', pattern: 'cue-left' })
    const bridge = 'After Lindqvist announced the works, the mayor called them “a bad idea at last”.'
    assert.deepEqual(quote(bridge, 'announced', 'a bad idea at last'), [])
    assert.deepEqual(quote('Lindqvist painted “the bridge is open” on it.', 'painted', 'the bridge is open'), [])
    const said = 'After Lindqvist said the bridge would open, they left.'
    assert.equal(quote(said, 'said', 'the bridge would open', 'indirect').length, 1)
    const called = 'Lindqvist called it “a very bad idea”.'
    assert.equal(quote(called, 'called', 'a very bad idea').length, 1)
  })

  it('takes the innermost of clauses inside each other', () => {
    assert.deepEqual(
      read(
        'Lindqvist spoke, adding that the bridge would open in May.',
        { words: 'adding that the bridge would open in May', kind: 'indirect' },
        { words: 'the bridge would open in May', kind: 'indirect' },
      ),
      [['indirect', 'the bridge would open in May']],
    )
  })

  it('keeps the verb before what others claim', () => {
    assert.deepEqual(
      read('Lindqvist criticized claims that the bridge had moved at night.', {
        words: 'the bridge had moved at night',
        kind: 'indirect',
        cue: 'criticized',
      }),
      [['indirect', 'criticized claims that the bridge had moved at night']],
    )
    assert.deepEqual(
      read('Lindqvist rejected a reporter’s suggestion that the bridge had moved at night.', {
        words: 'that the bridge had moved at night',
        kind: 'indirect',
        cue: 'rejected',
      }),
      [['indirect', 'rejected a reporter’s suggestion that the bridge had moved at night']],
    )
  })

  it('keeps the verb that turns what is reported', () => {
    assert.deepEqual(
      read('Lindqvist denied that she told officers to wait for the rain.', {
        words: 'that she told officers to wait for the rain',
        kind: 'indirect',
        cue: 'denied',
      }),
      [['indirect', 'denied that she told officers to wait for the rain']],
    )
  })

  it('leaves what one person says that another said with the one who says so', () => {
    const erik = entity('person', 'Erik Holm')
    assert.deepEqual(
      read(
        'Lindqvist said Erik Holm believed the bridge was safe for all.',
        { words: 'Erik Holm believed the bridge was safe for all', kind: 'indirect' },
        { words: 'the bridge was safe for all', kind: 'indirect', speaker: erik },
      ),
      [['indirect', 'Erik Holm believed the bridge was safe for all']],
    )
  })

  it('drops a reported piece that only frames a quotation of the same cue', () => {
    const text = '“The bridge will open in May,” Lindqvist said late on Monday evening.'
    const quotes = [
      { words: 'The bridge will open in May,', cue: 'said' },
      { words: 'Lindqvist', cue: 'said', kind: 'indirect' },
    ] as const
    assert.deepEqual(read(text, ...quotes), [['direct', 'The bridge will open in May,']])
  })

  it('takes what leads up to the clause off', () => {
    for (const lead of ['that ', 'reporters after the meeting that ', 'on social media that ']) {
      const words = `${lead}the bridge would open in May`
      assert.deepEqual(read(`Lindqvist said ${words}.`, { words, kind: 'indirect' }), [
        ['indirect', 'the bridge would open in May'],
      ])
    }
  })

  it('leaves out words too few to tell anything', () => {
    assert.deepEqual(
      read(
        'It was “very good”, said Lindqvist on Monday.',
        { words: 'very good', kind: 'mixed' },
        { words: 'on Monday', kind: 'indirect' },
      ),
      [],
    )
  })

  it('leaves out what was only spoken of', () => {
    const input = storyInput({
      id: 'a',
      text: 'Lindqvist criticized the plan for a new bridge.',
      quotes: [{ words: 'the plan for a new bridge', kind: 'indirect', speaker }],
    })
    const { quotes } = input.annotations
    const topics = quotes && { ...quotes, items: quotes.items.map((quote) => ({ ...quote, isTopic: true })) }
    const spokenOf = { ...input, annotations: { ...input.annotations, ...(topics ? { quotes: topics } : {}) } }
    assert.equal(readMembers([input]).flatMap(readQuotes).length, 1)
    assert.deepEqual(readMembers([spokenOf]).flatMap(readQuotes), [])
  })

  it('leaves out what the author asks in an interview, and keeps the answers', () => {
    const text = 'Ada North: What did you see at the dam?\nAnna Lindqvist: A crack as long as my arm.'
    const turn = { pattern: 'colon' } as const
    const quotes = [
      { ...turn, words: 'What did you see at the dam?', source: 'Ada North' },
      { ...turn, words: 'A crack as long as my arm.', source: 'Anna Lindqvist', speaker },
    ]
    const members = readMembers([storyInput({ id: 'a', text, authors: ['ADA NORTH'], quotes })])
    assert.deepEqual(
      members.flatMap(readQuotes).map(({ span }) => text.slice(span.start, span.end)),
      ['A crack as long as my arm.'],
    )
  })

  it('leaves out a quotation that leaves the text', () => {
    const input = storyInput({ id: 'a', text: 'The bridge will open.', quotes: [{ words: 'The bridge will open.' }] })
    const short = { ...input, document: { ...input.document, text: 'The bridge' } }
    assert.deepEqual(readMembers([short]).flatMap(readQuotes), [])
  })

  it('lets what a person set stand before what was found around or inside it', () => {
    const text = 'Lindqvist said that “the bridge will open in May”, which is two years too late for her.'
    const clause = {
      words: 'that “the bridge will open in May”, which is two years too late for her',
      kind: 'indirect',
    } as const
    const inside = { words: 'the bridge will open in May', kind: 'mixed' } as const
    const label = { pattern: 'label' } as const
    assert.deepEqual(read(text, clause, { ...inside, ...label }), [['mixed', inside.words]])
    assert.deepEqual(read(text, { ...clause, ...label }, inside), [['mixed', clause.words.slice(5)]])
  })

  it('shows what somebody dismissed with the verb, whoever has said it', () => {
    assert.deepEqual(
      read('Lindqvist dismissed the argument that the bridge was unsafe.', {
        words: 'that the bridge was unsafe',
        kind: 'indirect',
        cue: 'dismissed',
      }),
      [['indirect', 'dismissed the argument that the bridge was unsafe']],
    )
    assert.deepEqual(
      read('Lindqvist rejected talk from the palace that the bridge was unsafe.', {
        words: 'that the bridge was unsafe',
        kind: 'indirect',
        cue: 'rejected',
      }),
      [['indirect', 'rejected talk from the palace that the bridge was unsafe']],
    )
  })
})
