import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { asId } from '../../core/ids.ts'
import { backgroundOf } from '../background.ts'
import { buildDossier } from '../build-dossier.ts'
import { type ArticleFixture, entity, storyInput } from '../story-fixture.ts'
import { wordCount } from './brief-story.ts'
import { longSummary, shortSummaryOf } from './long-summary.ts'

const now = '2025-03-05T00:00:00Z'
const holm = entity('person', 'Ada Holm')
const promise = '“We will find work for everybody who now works on the ferry,” said Mayor Ada Holm.'

const herald: ArticleFixture = {
  id: 'herald',
  outlet: 'Herald',
  title: 'Council approves harbor bridge',
  text: `The town council of Sandvik approved a new harbor bridge on Monday after six hours of debate.
The bridge will cost 40 million crowns and replace the ferry that carries 900 people a day.
${promise}
Opponents of the bridge announced a complaint to the regional court in the coming weeks.
The building of the bridge will begin on 1 June 2025, the harbor office of Sandvik said.`,
  mentions: [['Ada Holm', holm]],
  quotes: [
    {
      words: 'We will find work for everybody who now works on the ferry,',
      speaker: holm,
      confidence: 0.95,
      cue: 'said',
      source: 'Mayor Ada Holm',
    },
  ],
  times: [['1 June 2025', '2025-06-01']],
}
const post: ArticleFixture = {
  id: 'post',
  outlet: 'Post',
  title: 'Sandvik to get a harbor bridge',
  at: '2025-03-04T11:00:00Z',
  text: `Sandvik gets a harbor bridge: the town council approved the plan late on Monday evening.
The new bridge will cost 40 million crowns and replace the ferry.
Shop owners near the harbor welcomed the decision of the council with relief.`,
}

const dossier = buildDossier({ storyId: asId('story'), members: [herald, post].map(storyInput) })

describe('longSummary', () => {
  const parts = longSummary(dossier, now)
  const lines = parts.flatMap((part) => part.lines)

  it('tells what happened, who says what and what is next, word for word and cited', () => {
    assert.equal(parts[0]?.kind, 'happened')
    assert.ok(parts.some(({ kind }) => kind === 'said'))
    for (const { text, citations, outlets } of lines) {
      assert.equal(text, citations[0].exact)
      assert.ok(outlets.length > 0)
    }
    assert.ok(wordCount(lines.map(({ text }) => text).join(' ')) <= 300)
  })

  it('names who is quoted', () => {
    const said = parts.find(({ kind }) => kind === 'said')?.lines[0]
    assert.deepEqual(said?.said, { speaker: 'Ada Holm', isDirect: true })
  })

  it('tells nothing twice', () => {
    assert.equal(lines.filter(({ text }) => text.includes('40 million')).length, 1)
    assert.equal(new Set(lines.map(({ text }) => text)).size, lines.length)
  })

  it('leaves out what is over', () => {
    const later = longSummary(dossier, '2026-01-01T00:00:00Z')
    assert.ok(!later.some(({ kind, lines }) => kind === 'next' && lines.some(({ text }) => text.includes('1 June'))))
  })
})

describe('shortOf', () => {
  it('takes of a dossier kept before there was a short summary what fits', () => {
    const { short: _, ...kept } = dossier
    const told = shortSummaryOf(kept)
    assert.ok(told.length >= 1)
    assert.ok(wordCount(told.map(({ text }) => text).join(' ')) <= 60)
  })
})

describe('backgroundOf', () => {
  const story = (id: string, firstAt: string) => ({
    id: asId<never>(id),
    title: `Story ${id}`,
    language: 'en',
    firstAt,
    dossier,
  })

  it('tells earlier stories, the oldest first, with a sentence of each that no other told', () => {
    const steps = backgroundOf(
      [story('b', '2025-03-02T00:00:00Z'), story('a', '2025-03-01T00:00:00Z'), story('later', '2025-04-01T00:00:00Z')],
      '2025-03-04T00:00:00Z',
    )
    assert.deepEqual(
      steps.map(({ id }) => id),
      ['a', 'b'],
    )
    const [first, second] = steps.map(({ line }) => line?.text)
    assert.ok(first !== undefined && first !== second)
  })

  it('is empty without an earlier story', () => {
    assert.deepEqual(backgroundOf([story('a', '2025-03-04T00:00:00Z')], '2025-03-04T00:00:00Z'), [])
  })

  it('tells the latest eight', () => {
    const many = Array.from({ length: 12 }, (_, day) => story(`s${day}`, `2025-02-${String(day + 10)}T00:00:00Z`))
    const steps = backgroundOf(many, '2025-03-04T00:00:00Z')
    assert.equal(steps.length, 8)
    assert.equal(steps.at(-1)?.id, 's11')
  })
})
