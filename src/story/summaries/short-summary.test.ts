import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { matchesText } from '../../core/citation.ts'
import { countReports } from '../count-reports.ts'
import { type ArticleFixture, storyInput } from '../story-fixture.ts'
import { readMembers } from '../story-text.ts'
import { wordCount } from './brief-story.ts'
import { mostShortWords, shortSummary } from './short-summary.ts'

function short(fixtures: readonly ArticleFixture[], language = 'en') {
  const texts = readMembers(fixtures.map(storyInput))
  const points = shortSummary(texts, countReports(texts).members, {
    headline: 'Sandvik to get a harbor bridge',
    language,
  })
  return { texts, points, sentences: points.map(({ text }) => text) }
}

const herald: ArticleFixture = {
  id: 'herald',
  outlet: 'Herald',
  title: 'Council approves harbor bridge | Herald',
  text: `The town council of Sandvik approved a new harbor bridge on Monday after six hours of debate.
The bridge will cost 40 million crowns and replace the ferry that carries 900 people a day.
He said the vote was close.
Opponents of the bridge announced a complaint to the regional court in the coming weeks.
The mayor opens the debate in the town hall (Jo Field/PA)
Last year the town painted the benches of the park in a shade of green that many disliked.`,
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

describe('shortSummary', () => {
  it('gives sentences word for word, cited, within its length', () => {
    const { points, texts } = short([herald, post])
    assert.ok(points.length >= 2)
    assert.ok(wordCount(points.map(({ text }) => text).join(' ')) <= mostShortWords)
    for (const { text, citations } of points) {
      assert.equal(text, citations[0].exact)
      for (const citation of citations) {
        const document = texts.find(({ input }) => input.document.id === citation.documentId)?.input.document
        assert.ok(document && matchesText(document, citation))
      }
    }
  })

  it('tells the event and its main figure, each once, and nothing beside it', () => {
    const { sentences } = short([herald, post])
    assert.equal(sentences.filter((text) => /council .*approved/.test(text)).length, 1)
    assert.equal(sentences.filter((text) => text.includes('40 million crowns')).length, 1)
    assert.ok(!sentences.some((text) => /benches|He said|Jo Field/.test(text)))
  })

  it('names every outlet that carries a sentence', () => {
    const copy: ArticleFixture = { ...herald, id: 'copy', outlet: 'Courier', at: '2025-03-04T12:00:00Z' }
    const { points } = short([herald, copy])
    assert.ok(points.every(({ outlets }) => outlets.includes('Herald') && outlets.includes('Courier')))
  })

  it('says nothing where nothing may be summarized', () => {
    assert.deepEqual(short([{ ...herald, article: { kind: 'live' } }]).points, [])
    assert.deepEqual(short([herald], 'fr').points, [])
  })

  it('takes one long sentence alone', () => {
    const { sentences } = short([
      {
        ...herald,
        text: 'The town council of Sandvik approved a new harbor bridge on Monday after six hours of debate between those who want to keep the old ferry and those who say that it is too slow for the many people who travel to work across the water every day of the year.',
      },
    ])
    assert.equal(sentences.length, 1)
  })

  it('reads only beginnings, so that a large story costs little', () => {
    const fixtures = Array.from({ length: 60 }, (_, index): ArticleFixture => {
      const text = `The town council of Sandvik approved a new harbor bridge on Monday, the outlet ${index} learned.
${Array.from({ length: 30 }, (_, line) => `Reporter ${index} counted ${index * 31 + line + 10} separate remarks about topic ${line * 7 + index}.`).join('\n')}`
      return { id: `n${index}`, outlet: `Outlet ${index}`, title: 'Harbor bridge approved by council', text }
    })
    const { sentences } = short(fixtures)
    assert.match(sentences.join(' '), /approved a new harbor bridge/)
  })
})
