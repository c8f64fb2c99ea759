import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { all, parseMarkup, textOf, texts, values } from '../../../../test/examples/markup.ts'
import { older, people, person, place, shared } from '../../../../test/examples/people.ts'
import { exampleReader } from '../../../../test/examples/reader.ts'
import { entityPage, sharedNamePage } from './entity.ts'
import { peoplePage } from './people.ts'

const reader = exampleReader()
const page = parseMarkup(entityPage(person, reader))

describe('the page of a person', () => {
  it('cites every sentence it shows', () => {
    const said = all(page, '#said .quote, #changed .words, #promised .words, #figures li, .roles:has(.cite)')
    assert.ok(said.length >= 5)
    for (const each of said) assert.ok(each.querySelector('a.cite') ?? each.parentElement?.querySelector('a.cite'))
    assert.ok(values(page, 'a.cite', 'href').every((href) => href.startsWith('/citations/')))
  })

  it('puts only what was said in these words into quotation marks, and says how sure it is', () => {
    const kinds = person.said[0]!.utterances.map(({ wordings }) => wordings[0].kind)
    assert.equal(all(page, '#said q').length, kinds.filter((kind) => kind === 'direct').length)
    assert.ok(all(page, '#said .reported').length > 0)
    assert.match(textOf(page.querySelector('#said .unsure')), /probably Tomas Reyd/)
  })

  it('leads to what is older, to the rest of a story, and to Wikidata', () => {
    assert.match(
      values(page, 'a[rel=next]', 'href')[0] ?? '',
      /^\/people\/person%3Atomas-reyd\?before=2026-03-10.*#said$/,
    )
    assert.match(textOf(page.querySelector('.spoke .small')), /4 more in this story/)
    assert.ok(values(page, '.facts a', 'href').includes('https://www.wikidata.org/wiki/Q4242'))
  })

  it('tells what was promised with how it stands, and what changed with the sentence that says so', () => {
    assert.match(textOf(page.querySelector('#promised .tag')), /open|date passed/)
    assert.equal(all(page, '#changed .clash .words').length, 2)
  })

  it('can be followed under its id and name', () => {
    assert.deepEqual(values(page, 'form[action="/follow"] input[name=target]', 'value'), ['person:tomas-reyd'])
    assert.deepEqual(values(page, 'form[action="/follow"] input[name=label]', 'value'), ['Tomas Reyd'])
  })

  it('draws its stories over time, with a row for each stretch in which there were any', () => {
    const rows = texts(page, '#over-time tbody td').map(Number)
    assert.equal(
      rows.reduce((sum, count) => sum + count, 0),
      person.storyCount,
    )
  })
})

describe('other pages of names', () => {
  it('of a place say nothing of what it does not do', () => {
    const about = parseMarkup(entityPage(place, reader))
    assert.deepEqual(texts(about, 'main h2'), ['Stories 1'])
    assert.equal(all(about, 'svg[role=img]').length, 0)
  })

  it('say so when nothing is quoted, and end', () => {
    const silent = entityPage({ ...place, entity: person.entity }, reader)
    assert.match(silent, /No quotation of this name is kept/)
    assert.doesNotMatch(silent, /rel="next"/)
  })

  it('with older quotations have nothing but them, and lead back', () => {
    const back = parseMarkup(entityPage(older, reader))
    assert.deepEqual(texts(back, 'main h2'), ['Said 61'])
    assert.ok(values(back, '.older a', 'href').includes('/people/person%3Atomas-reyd'))
    assert.equal(back.querySelector('aside'), null)
  })

  it('list whom a shared name stands for', () => {
    assert.deepEqual(texts(parseMarkup(sharedNamePage(shared, reader)), '.with a'), ['Tomas Reyd', 'Hanne Reyd'])
  })
})

describe('the list of people', () => {
  const list = (more: object) => parseMarkup(peoplePage({ ...people, ...more }, reader))

  it('says where it ends', () => {
    assert.match(textOf(list({}).querySelector('.people > .note')), /^The 9 most named/)
    assert.match(textOf(list({ isCut: false }).querySelector('.people > .note')), /whole list/)
  })

  it('keeps kind, period and query in its links', () => {
    const tabs = values(list({ days: 30, query: 'a&b' }), '.tabs a', 'href')
    assert.deepEqual(tabs[1], '/people?kind=organization&days=30&q=a%26b')
    assert.deepEqual(values(list({ kind: 'place' }), '.periods a', 'href'), [
      '/people?kind=place',
      '/people?kind=place&days=30',
    ])
  })

  it('offers a longer time when nobody is named', () => {
    const none = list({ rows: [], kind: 'place' })
    assert.match(textOf(none.querySelector('.empty h2')), /No place is named/)
    assert.deepEqual(values(none, '.empty a', 'href'), ['/people?kind=place&days=30'])
  })
})
