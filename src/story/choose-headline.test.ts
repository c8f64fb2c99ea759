import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { cite } from '../core/citation.ts'
import { chooseHeadline, languageOf } from './choose-headline.ts'
import { countReports } from './count-reports.ts'
import { type ArticleFixture, storyInput, syndication } from './story-fixture.ts'
import { readMembers } from './story-text.ts'

function choose(...fixtures: ArticleFixture[]) {
  const texts = readMembers(fixtures.map(storyInput))
  return chooseHeadline(texts, countReports(texts).members, languageOf(texts))
}

describe('chooseHeadline', () => {
  it('takes the title whose words the other articles share', () => {
    const headline = choose(
      { id: 'a', title: 'A day of surprises in the town hall', text: 'The council approved the harbor bridge.' },
      {
        id: 'b',
        title: 'Council approves harbor bridge after long debate',
        text: 'The harbor bridge will be built, the council decided on Monday.',
      },
      { id: 'c', title: 'Harbor bridge approved', text: 'The council approved the bridge after a debate.' },
    )
    assert.deepEqual(headline, { documentId: 'b', title: 'Council approves harbor bridge after long debate' })
  })

  it('takes the title that a sentence of its own article tells', () => {
    const feature = {
      id: 'a',
      title: 'Council, mud and a bridge closed by flood at the harbor',
      text: `Nets were mended here when the harbor was still a place for fishermen.
A council may hope that the water falls, and so may a town.
Two engineers drink their coffee where the flood left mud on the tables.
Nobody has walked over the bridge since then, and a closed shop has no customers.`,
    }
    const news = {
      id: 'b',
      title: 'Harbor bridge closed after flood, council says',
      text: 'The harbor bridge was closed after a flood, the council said on Monday, and engineers will test it.',
    }
    assert.equal(choose(feature, news).documentId, 'b')
  })

  it('leaves the title of an article that reads as a column', () => {
    const column = {
      id: 'a',
      title: 'Council halts work on the harbor bridge, a decision for the town',
      text: `Of course the council was right to halt work on the harbor bridge, a decision that the town should have seen.
Why must a town pay for such folly? Surely nobody is so foolish as to think that ships are going to wait.
But the truth is that the mayor has to admit what is wrong. Perhaps we should all admit it.`,
    }
    const news = {
      id: 'b',
      title: 'Harbor bridge: council decides to halt work',
      text: `The council decided to halt work on the harbor bridge in the town on Monday, mayor Dana Holt said.
Engineers reported 14 cracks, according to a report released on Friday.`,
    }
    assert.equal(choose(column, news).documentId, 'b')
  })

  it('reads British and American English as one language', () => {
    const headline = choose(
      { id: 'a', title: 'A day of surprises in the town hall', text: 'The council approved the harbor bridge.' },
      {
        id: 'b',
        title: 'A night of surprises in the town hall',
        text: 'The council approved the bridge.',
        language: 'en-US',
      },
      { id: 'c', title: 'Council approves harbor bridge', text: 'The harbor bridge will be built.', language: 'en-GB' },
    )
    assert.equal(headline.documentId, 'c')
  })

  it('leaves a title with a number that a later report replaced', () => {
    const fixtures: ArticleFixture[] = [
      {
        id: 'a',
        title: '11 hurt as ferry and freighter collide',
        text: 'A ferry and a freighter collided and 11 people were injured.',
      },
      {
        id: 'b',
        title: 'Ferry and freighter collide in fog off the port',
        text: 'A ferry and a freighter collided. The number of people injured rose to 27.',
        at: '2025-03-04T18:00:00Z',
      },
    ]
    const texts = readMembers(fixtures.map(storyInput))
    const citation = cite(texts[0]!.input.document, { start: 0, end: 7 })
    const readings = [11, 27].map((value) => ({ at: '2025-03-04T18:00:00Z', value, citation }))
    const figures = [{ unit: 'people injured', readings }]
    const { members } = countReports(texts)
    assert.equal(chooseHeadline(texts, members, 'en').documentId, 'a')
    assert.equal(chooseHeadline(texts, members, 'en', [], new Set(), figures).documentId, 'b')
  })

  it('counts a text once, however many sites print it', () => {
    const text = 'The quake in Varnel was faked by the government, residents said.'
    const copies = ['s2', 's3', 's4'].map((id) => ({
      id,
      title: 'Varnel quake was faked, say residents',
      text,
      syndications: [syndication(id, 's1')],
    }))
    const headline = choose(
      { id: 'a', title: 'Quake kills 12 in Varnel', text: 'A quake in Varnel killed 12 people, the ministry said.' },
      { id: 'b', title: 'Quake kills 12 and levels school', text: 'The Varnel quake killed 12 in a school.' },
      { id: 's1', title: 'Varnel quake was faked, say residents', text },
      ...copies,
    )
    assert.equal(headline.documentId, 'a')
  })

  it('prefers an original over a copy and a whole article over a stub', () => {
    const headline = choose(
      { id: 'a', title: 'Council approves the harbor bridge', text: 'The council approved the bridge.' },
      {
        id: 'b',
        title: 'Council approves the harbor bridge at last',
        text: 'The council approved the bridge.',
        at: '2025-03-04T11:00:00Z',
        syndications: [syndication('b', 'a')],
      },
      {
        id: 'c',
        title: 'Council approves the harbor bridge today',
        text: 'The council approved the bridge.',
        article: { completeness: { kind: 'paywalled', reason: 'test' } },
      },
    )
    assert.equal(headline.documentId, 'a')
  })

  it('prefers a title that tells over one that asks', () => {
    const headline = choose(
      { id: 'a', title: 'What will the harbor bridge look like?', text: 'The council approved the harbor bridge.' },
      { id: 'b', title: 'Council approves harbor bridge', text: 'What the bridge will look like is open.' },
    )
    assert.equal(headline.documentId, 'b')
  })

  it('prefers a title that its own article tells first over a play on words', () => {
    const headline = choose(
      {
        id: 'a',
        title: 'After the harbor fireworks, a bridge too far for Arend',
        text: 'Fireworks lit the harbor on Monday.\nChildren cheered in Halvik.',
      },
      {
        id: 'b',
        title: 'Arend resigns over harbor bridge',
        text: 'Tove Arend resigned over the harbor bridge.\nThe council of Halvik accepted it.',
      },
    )
    assert.equal(headline.documentId, 'b')
  })

  it('prefers a report over an article in which its writer speaks, and over an opinion', () => {
    const report = {
      id: 'a',
      title: 'Ferries run as harbor bridge in Halvik closed',
      text: 'The harbor bridge in Halvik closed on Monday. Ferries run instead of it.',
    }
    const column = {
      id: 'b',
      title: 'Harbor bridge in Halvik closed, ferries run',
      text: 'I stood at the harbor bridge in Halvik when it closed on Monday.\nWe deserve ferries that run instead of it.\nOur council sleeps.\nMy patience ends.',
    }
    assert.equal(choose(report, column).documentId, 'a')
    const labeled = { ...column, text: `Opinion contributor\n${report.text}` }
    assert.equal(choose(report, labeled).documentId, 'a')
  })

  it('falls back to whatever title there is', () => {
    const video = { kind: 'video' } as const
    assert.equal(
      choose({ id: 'a', title: 'Watch the bridge fall', text: 'A bridge fell.', article: video }).documentId,
      'a',
    )
    assert.deepEqual(choose({ id: 'a', text: 'A bridge fell.' }), { documentId: 'a', title: '' })
  })

  it('takes the title in the language most articles are written in', () => {
    const headline = choose(
      { id: 'a', title: 'Le conseil approuve le pont', text: 'Le conseil a approuvé.', language: 'fr' },
      { id: 'b', title: 'Council approves bridge', text: 'The council approved it.' },
      { id: 'c', title: 'Bridge approved by council', text: 'The council approved it.' },
    )
    assert.notEqual(headline.documentId, 'a')
  })

  it('refuses a story without members', () => {
    assert.throws(() => chooseHeadline([], [], 'en'), /at least one member/)
  })
})

describe('languageOf', () => {
  it('leaves undetermined languages out and lets the earliest win a tie', () => {
    const texts = readMembers([
      storyInput({ id: 'a', text: 'x', language: 'und' }),
      storyInput({ id: 'b', text: 'x', language: 'fr', at: '2025-03-04T11:00:00Z' }),
      storyInput({ id: 'c', text: 'x', language: 'en', at: '2025-03-04T12:00:00Z' }),
    ])
    assert.equal(languageOf(texts), 'fr')
    assert.equal(languageOf(texts.slice(0, 1)), 'und')
  })
})
