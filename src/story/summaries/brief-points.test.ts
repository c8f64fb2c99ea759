import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { matchesText } from '../../core/citation.ts'
import { countReports } from '../count-reports.ts'
import { trackFigures } from '../differences/track-figures.ts'
import { type ArticleFixture, entity, storyInput, syndication } from '../story-fixture.ts'
import { readMembers } from '../story-text.ts'
import { briefPoints } from './brief-points.ts'

const holm = entity('person', 'Anna Holm')
const headline = 'Council approves harbor bridge'

function brief(...fixtures: ArticleFixture[]) {
  const texts = readMembers(fixtures.map(storyInput))
  const points = briefPoints(texts, countReports(texts).members, { headline, language: 'en' })
  return { points, texts, sentences: points.map((point) => point.text) }
}

const herald: ArticleFixture = {
  id: 'herald',
  outlet: 'Herald',
  text: `The town council of Sandvik approved a new harbor bridge on Monday after six hours of debate.
The bridge will cost 40 million crowns and replace the ferry that carries 900 people a day.
He said the vote was close.
Opponents of the bridge announced a complaint to the regional court in the coming weeks.
The mayor opens the debate in the town hall (Jo Field/PA)
Ferry workers in Sandvik fear for 35 jobs when the bridge opens in two years.
“We will find work for everybody who now works on the ferry, and I promise that.”`,
}
const post: ArticleFixture = {
  id: 'post',
  outlet: 'Post',
  at: '2025-03-04T11:00:00Z',
  text: `Sandvik gets a harbor bridge: the town council approved the plan late on Monday evening.
The new bridge will cost 40 million crowns and replace the ferry.
Shop owners near the harbor welcomed the decision of the council with relief.`,
}

describe('inBrief', () => {
  it('gives sentences of the documents word for word, cited', () => {
    const { points, texts } = brief(herald, post)
    assert.ok(points.length >= 2)
    for (const point of points) {
      assert.equal(point.text, point.citations[0].exact)
      for (const citation of point.citations) {
        const document = texts.find(({ input }) => input.document.id === citation.documentId)?.input.document
        assert.ok(document && matchesText(document, citation))
      }
    }
  })

  it('begins with what leads the reports and is in the headline', () => {
    const { sentences } = brief(herald, post)
    assert.match(sentences[0] ?? '', /council .*approved/)
  })

  it('does not repeat a point in other words', () => {
    const { sentences } = brief(herald, post)
    assert.equal(sentences.filter((text) => text.includes('40 million crowns')).length, 1)
  })

  it('takes one of two openings on one event, and one of two sentences with the same number', () => {
    const votes = 'The toll passed the council of Halvik by 316 votes after a debate of many hours.'
    const again = 'Councilors voted 316-90 in Halvik for the toll, which starts in June on the bridge.'
    const angry = 'Angry fishermen besieged the council of Halvik on Monday and burned a toll booth by the bridge.'
    const crowds =
      'Crowds stormed through the gates of Halvik harbor, chanting at a council that wants its bridge toll.'
    const { sentences } = brief(
      { id: 'a', title: 'Toll protest', text: `${angry}\n${votes}` },
      { id: 'b', title: 'Toll protest in Halvik', text: `${crowds}\n${again}` },
    )
    assert.equal(sentences.filter((text) => text === angry || text === crowds).length, 1)
    assert.equal(sentences.filter((text) => text.includes('316')).length, 1)
  })

  it('leaves out captions, leaning sentences and bare quotations', () => {
    const { sentences } = brief(herald, post)
    for (const text of sentences) assert.doesNotMatch(text, /Jo Field|^He said|^“/)
  })

  it('tells as somebody’s word what one outlet states and another reports, and cites no report for a statement', () => {
    const stated = 'The contractor of the harbor bridge in Sandvik paid three members of the council.'
    const reported =
      'The contractor of the harbor bridge in Sandvik paid three members of the council, the opposition claimed.'
    const both = brief({ id: 'a', outlet: 'A', text: stated }, { id: 'b', outlet: 'B', text: reported })
    assert.equal(both.sentences[0], reported)
    // The report is not understandable alone here, so it must not be evidence.
    const leaning = `But the contractor of the harbor bridge in Sandvik paid three members of the council, the opposition claimed.`
    const alone = brief({ id: 'a', outlet: 'A', text: stated }, { id: 'b', outlet: 'B', text: leaning })
    assert.deepEqual(
      alone.points.map(({ text, outlets }) => [text, outlets]),
      [[stated, ['A']]],
    )
  })

  it('names every outlet that carries a point and cites each', () => {
    const copy: ArticleFixture = {
      ...herald,
      id: 'copy',
      outlet: 'Courier',
      at: '2025-03-04T12:00:00Z',
      syndications: [syndication('copy', 'herald')],
    }
    const { points } = brief(herald, copy)
    const lead = points.find((point) => point.text.includes('six hours'))
    assert.deepEqual(lead?.outlets, ['Herald', 'Courier'])
    assert.deepEqual(
      lead?.citations.map(({ documentId }) => documentId),
      ['herald', 'copy'],
    )
  })

  it('never summarizes a live page, a stub or an opinion, but lets a stub support', () => {
    for (const article of [
      { kind: 'live' },
      { kind: 'opinion' },
      { completeness: { kind: 'paywalled', reason: 'test' } },
    ] as const)
      assert.deepEqual(brief({ ...herald, article }).points, [])
    const stub: ArticleFixture = {
      id: 'stub',
      outlet: 'Times',
      at: '2025-03-04T12:00:00Z',
      text: 'The town council of Sandvik approved a new harbor bridge on Monday after six hours of debate.',
      article: { completeness: { kind: 'paywalled', reason: 'test' } },
    }
    const { points } = brief(herald, stub)
    assert.deepEqual(points.find((point) => point.text.includes('six hours'))?.outlets, ['Herald', 'Times'])
  })

  it('prefers what independent reports share over what one of them adds', () => {
    const { sentences } = brief(
      {
        ...herald,
        text: `The weather in Sandvik was mild for the season and many people walked along the harbor.\n${herald.text}`,
      },
      post,
    )
    assert.match(sentences[0] ?? '', /council/)
  })

  it('has nothing to say about a story without text', () => {
    assert.deepEqual(brief({ id: 'a', text: '' }).points, [])
  })

  it('keeps to four points in a long story', () => {
    const lines = Array.from(
      { length: 60 },
      (_, i) => `Village number${i} reported storm damage${i} to its roof${i} and closed school${i} for week${i}.`,
    )
    assert.ok(brief({ id: 'a', text: lines.join('\n') }).points.length <= 4)
  })

  it('goes on in the article it begins with, and takes from others what several have', () => {
    const promise = '“We will build the bridge of Sandvik for everybody,” Mayor Anna Holm said.'
    const quote = {
      words: 'We will build the bridge of Sandvik for everybody,',
      speaker: holm,
      cue: 'said',
      source: 'Mayor Anna Holm',
    }
    const other = (id: string): ArticleFixture => ({
      id,
      text: `The bridge plan of Sandvik passed.\nThe bridge costs 40 million crowns.\n${promise}`,
      quotes: [quote],
    })
    const { sentences } = brief(herald, other('post'), other('times'))
    assert.deepEqual(sentences, [...herald.text.split('\n').slice(0, 2), promise])
  })

  it('keeps a sentence that points back a little behind one that does not', () => {
    const { sentences } = brief({
      id: 'a',
      text: `The meeting ended late on Monday evening after six hours of debate in the town hall.
The town council of Sandvik approved a new harbor bridge that will replace the old ferry.
Ferry workers in Sandvik fear for 35 jobs when the bridge opens in two years.`,
    })
    assert.match(sentences[0] ?? '', /^The town council/)
  })

  it('speaks the language of the headline', () => {
    const french: ArticleFixture = {
      id: 'fr',
      language: 'fr',
      text: 'Le conseil municipal de Sandvik a approuvé lundi un nouveau pont sur le port après six heures de débat.',
    }
    assert.ok(brief(herald, french).sentences.every((text) => !text.startsWith('Le conseil')))
  })

  it('reads the beginnings of a large story only, and still finds the point all share', () => {
    const many = Array.from({ length: 60 }, (_, index): ArticleFixture => {
      const own = Array.from(
        { length: 40 },
        (_, line) => `Reporter${index} saw detail${index}x${line} near house${index}x${line} in street${line}.`,
      )
      return {
        id: `m${index}`,
        text: ['The council of Sandvik approved the harbor bridge on Monday evening.', ...own].join('\n'),
      }
    })
    const { points } = brief(...many)
    assert.match(points[0]?.text ?? '', /^The council of Sandvik/)
    assert.equal(points[0]?.outlets.length, 60)
  })

  it('prefers the latest count over one it has overtaken', () => {
    const texts = readMembers(
      [
        { id: 'a', text: 'The flood in the Orla valley killed 12 people on Monday night, police said.' },
        {
          id: 'b',
          at: '2025-03-04T15:00:00Z',
          text: 'The flood in the Orla valley has killed 31 people, the interior ministry said on Tuesday.',
        },
      ].map(storyInput),
    )
    const figures = trackFigures(texts)
    assert.equal(figures.length, 1)
    const points = briefPoints(texts, countReports(texts).members, {
      headline: 'Flood in the Orla valley',
      language: 'en',
      figures,
    })
    assert.match(points[0]?.text ?? '', /31 people/)
    assert.equal(points.length, 1)
  })
})
