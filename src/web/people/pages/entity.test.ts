import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { all, parseMarkup, textOf, texts, values } from '../../../../test/examples/markup.ts'
import { older, people, person, place, shared, speakers } from '../../../../test/examples/people.ts'
import { exampleReader } from '../../../../test/examples/reader.ts'
import { entityPage, sharedNamePage } from './entity.ts'
import { peoplePage } from './people.ts'

const reader = exampleReader()
const page = parseMarkup(entityPage(person, reader))

describe('the page of a person', () => {
  it('cites every sentence it shows', () => {
    const said = all(page, '#said .qt, #changed .two > div, #changed .sig, #promised li, #figures li')
    assert.ok(said.length >= 5)
    for (const each of said) assert.ok(each.querySelector('a.cite'))
    assert.ok(values(page, '.roles a', 'href').every((href) => href.startsWith('/citations/')))
    assert.ok(values(page, 'a.cite', 'href').every((href) => href.startsWith('/citations/')))
  })

  it('puts only what was said in these words into quotation marks, and says how sure it is', () => {
    const kinds = person.said[0]!.utterances.map(({ wordings }) => wordings[0].kind)
    assert.equal(all(page, '#said blockquote:not(.para)').length, kinds.filter((kind) => kind === 'direct').length)
    assert.ok(all(page, '#said blockquote.para').length > 0)
    assert.match(textOf(page.querySelector('#said .unsure')), /probably Tomas Reyd/)
  })

  it('leads to what is older, to the rest of a story, and to Wikidata', () => {
    assert.match(
      values(page, 'a[rel=next]', 'href')[0] ?? '',
      /^\/people\/person%3Atomas-reyd\?before=2026-03-10.*#said$/,
    )
    assert.match(textOf(page.querySelector('.spoke > .small')), /4 more in this story/)
    assert.ok(values(page, '.pop a', 'href').includes('https://www.wikidata.org/wiki/Q4242'))
  })

  it('tells what was promised with how it stands, and what changed with the sentence that says so', () => {
    assert.match(textOf(page.querySelector('#promised .chip')), /Open|Overdue/)
    assert.equal(all(page, '#changed .clash .two > div').length, 2)
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
    assert.match(silent, /No quotes yet/)
    assert.doesNotMatch(silent, /rel="next"/)
  })

  it('with older quotations have nothing but them, and lead back', () => {
    const back = parseMarkup(entityPage(older, reader))
    assert.deepEqual(texts(back, 'main h2'), ['Quotes 61'])
    assert.ok(values(back, '#said a.btn', 'href').includes('/people/person%3Atomas-reyd'))
    assert.equal(back.querySelector('aside'), null)
  })

  it('list whom a shared name stands for', () => {
    assert.deepEqual(texts(parseMarkup(sharedNamePage(shared, reader)), '.with a'), ['Tomas Reyd', 'Hanne Reyd'])
  })
})

describe('the list of people', () => {
  const list = (more: object) => parseMarkup(peoplePage({ ...people, ...more }, reader))

  it('says first who spoke in today’s news, each with cited words', () => {
    const page = parseMarkup(peoplePage(people, reader, speakers))
    const said = all(page, '.speaking > article')
    assert.equal(said.length, speakers.speakers.length)
    for (const each of said) assert.ok(each.querySelector('blockquote') && each.querySelector('a.cite'))
    assert.match(textOf(said[0]?.querySelector('.who') ?? null), /Reydleads the island council · 12 stories/)
    assert.deepEqual(texts(page, '.people h2'), ['In today’s news', 'Most in the news'])
  })

  it('leads to its next page, and no further at the end', () => {
    const pages = (more: object) => values(list(more), '.people nav.acts a', 'href')
    assert.deepEqual(pages({}), ['/people?page=2'])
    assert.deepEqual(pages({ page: 2, isCut: false, order: 'name' }), ['/people?order=name'])
    assert.deepEqual(pages({ isCut: false }), [])
  })

  it('keeps kind, period, order and query in its links', () => {
    const tabs = values(list({ days: 30, query: 'a&b', order: 'quotes' }), '.tabs a', 'href')
    assert.deepEqual(tabs[1], '/people?kind=organization&days=30&order=quotes&q=a%26b')
    assert.deepEqual(values(list({ kind: 'place', page: 3 }), '.rollhead .pop a', 'href'), [
      '/people?kind=place',
      '/people?kind=place&order=quotes',
      '/people?kind=place&order=name',
      '/people?kind=place',
      '/people?kind=place&days=30',
    ])
  })

  it('offers a longer time when nobody is named', () => {
    const none = list({ rows: [], kind: 'place' })
    assert.match(textOf(none.querySelector('.empty h2')), /No places in the news yet/)
    assert.deepEqual(values(none, '.empty a', 'href'), ['/people?kind=place&days=30'])
  })
})
