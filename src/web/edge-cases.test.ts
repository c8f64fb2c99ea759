import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { foundAt } from '../../test/examples/find.ts'
import { all, parseMarkup, textOf, texts, values } from '../../test/examples/markup.ts'
import { exampleReader } from '../../test/examples/reader.ts'
import * as views from '../../test/examples/views.ts'
import { articlePage } from './articles/pages/article.ts'
import { citationPage } from './articles/pages/citation.ts'
import { entryPage } from './articles/pages/entry.ts'
import { todayPage } from './day/pages/today.ts'
import { allFeedsPage } from './feeds/pages/all-feeds.ts'
import { sourcesPage } from './feeds/pages/source.ts'
import { searchPage } from './search/pages/search.ts'
import { storyPage } from './stories/pages/story.ts'

const reader = exampleReader()

describe('today', () => {
  it('says of each story when its newest article came out, however late it was read', () => {
    const [lead, dense] = views.today.stories
    const late = [lead!, dense!].map((card) => ({ ...card, changedAt: reader.now }))
    for (const isBySection of [false, true]) {
      const bySection = [{ storyCount: 2, stories: late }]
      const page = parseMarkup(todayPage({ ...views.today, stories: late, bySection, isBySection }, reader))
      assert.deepEqual(values(page.querySelector('.today')!, 'time', 'datetime'), [lead!.lastAt, dense!.lastAt])
    }
  })

  it('shows a feed’s language as written when it is no tag, however much it looks like one', () => {
    const languages = ['en', 'en-US-US', 'en-ab-cd', 'x'].map((value) => ({ value, label: value, count: 1 }))
    const facets = { ...views.today.facets, languages, sources: [] }
    const page = parseMarkup(todayPage({ ...views.today, facets }, reader))
    assert.deepEqual(texts(page, '.sift .further a').slice(1, 4), ['English 1', 'en-US-US 1', 'en-ab-cd 1'])
  })

  it('offers no choice where there is none', () => {
    const one = [{ value: 'en', label: 'en', count: 5 }]
    const facets = { ...views.today.facets, periods: [], sections: one, languages: one, sources: one }
    const page = parseMarkup(todayPage({ ...views.today, facets }, reader))
    assert.equal(page.querySelector('.sift .further'), null)
    assert.doesNotMatch(textOf(page.querySelector('.sift')), /Section/)
  })

  it('leads only to days there are', () => {
    const page = parseMarkup(todayPage({ ...views.today, nextDay: '2026-03-18' }, reader))
    assert.deepEqual(values(page, '.cal [rel=prev], .cal [rel=next]', 'href'), ['/days/2026-03-16', '/days/2026-03-18'])
    const linked = new Set(values(page, '.cal table a', 'href'))
    for (const { day, storyCount } of views.today.days) assert.equal(linked.has(`/days/${day}`), storyCount > 0, day)
    assert.equal(parseMarkup(todayPage(views.today, reader)).querySelector('[rel=next]'), null)
  })
})

describe('a story', () => {
  it('says when its newest article came out by an absolute time, not when that was read', () => {
    const facts = parseMarkup(storyPage(views.story, reader)).querySelector('.meta')!
    const times = all(facts, 'time')
    assert.deepEqual(values(facts, 'time', 'datetime'), [views.story.firstAt, views.story.lastAt])
    assert.match(times[1]?.getAttribute('title') ?? '', /Tue, Mar 17, 2026, 9:00\sAM UTC/)
  })

  it('names as first the outlet that was first, not the one whose zone sorts first', () => {
    const [a, b] = views.story.dossier.members
    const members = [
      { ...a!, sourceName: 'Later', publishedAt: '2026-03-16T22:10:00Z' },
      { ...b!, sourceName: 'Earlier', publishedAt: '2026-03-17T01:00:00+05:00' },
    ]
    const page = parseMarkup(storyPage({ ...views.story, dossier: { ...views.story.dossier, members } }, reader))
    assert.match(textOf(page.querySelector('.meta')), /First: Earlier/)
  })
})

describe('an entry', () => {
  const untitled = (url?: string) => {
    const { url: _url, ...entry } = views.entryView.entry
    return parseMarkup(entryPage({ ...views.entryView, entry: { ...entry, title: ' ', ...(url && { url }) } }, reader))
  }

  it('without a title is called by its address, else by a dash, and never by nothing', () => {
    assert.equal(textOf(untitled('https://a.example/1').querySelector('h1')), 'https://a.example/1')
    assert.equal(textOf(untitled().querySelector('h1')), '—')
    assert.equal(textOf(untitled().querySelector('title')), '— · Twosource')
  })

  it('keeps the page’s heading the only one of the first level', () => {
    const page = parseMarkup(entryPage({ ...views.entryView, html: '<h1>Feed</h1>' }, reader))
    assert.equal(all(page, 'h1').length, 1)
    assert.equal(textOf(page.querySelector('.feed h2')), 'Feed')
  })
})

describe('sources', () => {
  it('say of a feed that was stopped that it was, not how often it failed', () => {
    const { lastError: _error, ...feed } = views.failingFeed
    const health = (feeds: readonly (typeof views.failingFeed)[]) =>
      texts(parseMarkup(sourcesPage([{ ...views.sources[0]!, feeds }], reader)), 'tbody th small').at(-1)
    assert.equal(health([{ ...feed, isStopped: true }]), '120 articles · stopped')
    assert.equal(health([views.failingFeed]), '120 articles · can’t load (4 failures)')
    assert.equal(health([feed]), '120 articles')
  })

  it('show a dash where the share of own text is not known', () => {
    const page = parseMarkup(sourcesPage([views.sources[2]!], reader))
    assert.equal(texts(page, 'tbody td')[0], '–')
  })
})

describe('very long and reordering words', () => {
  const long = `\u202E${'ferry '.repeat(5000)}\u2066`
  it('says under the headline that its page is for subscribers, and nothing of one that is free', () => {
    const line = (access: 'free' | 'metered' | 'locked', language?: 'ar') =>
      textOf(
        parseMarkup(
          articlePage({ ...views.article, article: { ...views.article.article, access } }, exampleReader(language)),
        ).querySelector('.line'),
      )
    assert.match(line('locked'), /Subscription/)
    assert.match(line('locked', 'ar'), /للمشتركين/)
    assert.match(line('metered'), /Limited free reading/)
    assert.doesNotMatch(line('free'), /Subscription|free/)
  })

  it('stay whole and isolated', () => {
    const { document } = views.article
    // An open isolate would end at the end of its element; the value of a field stays as it was.
    const shown = long.replace('\u2066', '\u200b')
    const page = parseMarkup(articlePage({ ...views.article, document: { ...document, title: long } }, reader))
    assert.equal(page.querySelector('h1')?.textContent, shown)
    const source = { ...views.article.source, name: long }
    const isolated = parseMarkup(articlePage({ ...views.article, source }, reader)).querySelector('.from bdi')
    assert.equal(isolated?.textContent, shown)
    const found = searchPage({ ...foundAt('stories'), query: long }, reader)
    assert.equal(parseMarkup(found).querySelector('.ask input')?.getAttribute('value'), long)
  })
})

describe('an article', () => {
  const { authors: _authors, updatedAt: _updated, credit: _credit, section: _section, ...bare } = views.article.article
  it('shows byline, credit and update only where they are', () => {
    const page = parseMarkup(articlePage({ ...views.article, article: { ...bare, authors: [] } }, reader))
    assert.match(texts(page, '.line > span').join('|'), /^Mar 16, \S+ [AP]M\|Edited after publication$/)
    const full = texts(parseMarkup(articlePage(views.article, reader)), '.line > span')
    assert.equal(full.length, 3)
    assert.deepEqual(full.slice(0, 2), [
      views.article.article.authors.join(', '),
      `Credit: ${views.article.article.credit}`,
    ])
    assert.match(full[2] ?? '', /, updated \S/)
  })

  it('links to no original that is no web address', () => {
    const article = { ...views.article.article, url: 'javascript:alert(1)' }
    const page = parseMarkup(articlePage({ ...views.article, article }, reader))
    assert.equal(page.querySelector('[data-original]'), null)
    assert.doesNotMatch(articlePage({ ...views.article, article }, reader), /javascript:/)
  })
})

describe('a citation', () => {
  it('opens the very revision and span it cites', () => {
    const { documentId, span } = views.citation.citation
    const page = parseMarkup(citationPage(views.citation, reader))
    assert.equal(
      page.querySelector('.acts a')?.getAttribute('href'),
      `/articles/article-wire?revision=${documentId}&start=${span.start}&end=${span.end}#cited`,
    )
  })

  it('shows its neighbors only where there are some', () => {
    const { before: _before, after: _after, ...alone } = views.citation
    assert.equal(all(parseMarkup(citationPage(alone, reader)), '.near').length, 0)
    assert.equal(all(parseMarkup(citationPage(views.citation, reader)), '.near').length, 2)
  })
})

describe('fifty thousand feeds', () => {
  const [folder] = views.folders
  const [feed] = folder!.feeds
  const named = (count: number, of: number) =>
    Array.from({ length: count }, (_, index) => ({ ...feed!, id: `${of}-${index}` as never, title: `Feed ${index}` }))
  const folders = Array.from({ length: 250 }, (_, index) => ({
    name: `Folder ${index}`,
    unreadCount: 0,
    feeds: named(200, index),
  }))
  const pageOf = (...given: [query?: string, place?: { folder?: string; page?: string }]) =>
    allFeedsPage({ folders, offered: [] }, reader, ...given)

  it('stand as folders, each with its feeds on a page of its own, and none is large', () => {
    const page = pageOf()
    assert.ok(page.length < 60_000, `${page.length} letters`)
    const links = values(parseMarkup(page), '.all-feeds a', 'href')
    assert.ok(links.includes('/feeds/all?folder=Folder%20199') && links.includes('/feeds/all?page=2'))
    assert.equal(all(parseMarkup(pageOf('', { folder: 'Folder 7' })), '.all-feeds section li').length, 200)
    assert.ok(pageOf('', { folder: 'Folder 7' }).length < 60_000)
    const found = parseMarkup(pageOf('feed 1', { page: '2' }))
    assert.equal(all(found, '.all-feeds section li').length, 100)
    assert.ok(values(found, '.all-feeds a', 'href').includes('/feeds/all?q=feed+1&page=3'))
    assert.ok(pageOf('feed 1', { page: '2' }).length < 60_000)
  })

  it('are sources on pages, sorted as a whole', () => {
    const many = Array.from({ length: 700 }, (_, index) => ({
      ...views.sources[0]!,
      name: `S${String(index).padStart(3, '0')}`,
    }))
    const page = parseMarkup(sourcesPage(many, reader, { isReversed: false, sort: 'name', page: '3' }))
    assert.equal(all(page, 'tbody tr').length, 60)
    assert.match(textOf(page.querySelector('tbody th')), /S120/)
    assert.ok(values(page, 'nav a', 'href').includes('/sources?sort=name&page=2'))
  })
})
