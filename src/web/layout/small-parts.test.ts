import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { all, nameOf, parseMarkup, textOf, texts, values } from '../../../test/examples/markup.ts'
import { pacedFeeds } from '../../../test/examples/paced-feeds.ts'
import { exampleReader } from '../../../test/examples/reader.ts'
import { busy, entries, failingFeed, idle } from '../../../test/examples/views.ts'
import { hub } from '../../../test/examples/websub.ts'
import { type PollReason, pollReasons } from '../../core/feed/feed-pace.ts'
import { type ArticleId, asId } from '../../core/ids.ts'
import { guest } from '../../core/reader-identity.ts'
import { articleRow, titleOf } from '../articles/parts/article-row.ts'
import { entryMarks } from '../articles/parts/entry-marks.ts'
import { feedHealth } from '../feeds/parts/feed-health.ts'
import { interfaceLanguages, type Reader, wordsIn } from '../reader.ts'
import { bar, percent, storyChips } from './badges.ts'
import { buttonClass, buttonForm } from './forms.ts'
import { html } from './html.ts'
import { layout } from './layout.ts'
import { progressBlock } from './progress.ts'
import { reportBar } from './report-bar.ts'
import { section, sectionName } from './section.ts'

const reader = exampleReader('en', '/feeds?show=all&x="')

describe('the bar of reports', () => {
  const cells = (...groups: readonly number[]) =>
    all(parseMarkup(String(reportBar(groups))), '.ib i').map((cell) => cell.getAttribute('class') || 'own')

  it('has a cell for each article, those of one text together', () => {
    assert.deepEqual(cells(2, 1, 1), ['own', 'own', 'c', 'j'])
  })

  it('has few cells for a large story, and never shows a shared text as one of its own', () => {
    const large = cells(20, 14, 9, 2, ...Array.from({ length: 15 }, () => 1))
    assert.ok(large.length <= 24, `${large.length} cells`)
    assert.equal(large.filter((look) => look === 'own').length, 15)
    assert.equal(large.filter((look) => look === 'c').length, 4)
    assert.equal(cells(...Array.from({ length: 90 }, () => 3)).filter((look) => look === 'own').length, 0)
  })
})

describe('a bar', () => {
  it('keeps any number within the drawing', () => {
    assert.deepEqual([0, 0.375, 1, 1.5, -1, Number.NaN, Number.POSITIVE_INFINITY, 1 / 3].map(percent), [
      '0%',
      '37.5%',
      '100%',
      '100%',
      '0%',
      '0%',
      '0%',
      '33.33%',
    ])
  })

  it('only repeats a number, so screen readers skip it', () => {
    assert.equal(
      parseMarkup(String(bar(0.5)))
        .querySelector('svg')
        ?.getAttribute('aria-hidden'),
      'true',
    )
  })
})

describe('badges', () => {
  it('are words, in the order given; that there is one source only, the counts say', () => {
    const list = ['new', 'developing', 'changed', 'one source only', 'differs'] as const
    assert.deepEqual(texts(parseMarkup(String(html`${storyChips(list, reader)}`)), 'span'), [
      ...['New', 'Developing', 'Changed', 'Accounts differ'],
    ])
    assert.deepEqual(storyChips([], reader), [])
  })
})

describe('marks of an entry', () => {
  for (const [isRead, isStarred] of [
    [false, false],
    [true, true],
  ] as const)
    it(`offer the opposite of what is: read ${isRead}, saved ${isStarred}`, () => {
      const made = parseMarkup(String(entryMarks({ id: 'e"1', isRead, isStarred }, reader, 'A <b>')))
      assert.deepEqual(values(made, 'input[name=entry]', 'value'), ['e"1', 'e"1'])
      assert.equal(made.querySelector('button[name=read]')?.getAttribute('value'), isRead ? '0' : '1')
      assert.equal(made.querySelector('button[name=star]')?.getAttribute('value'), isStarred ? '0' : '1')
      assert.deepEqual(
        all(made, 'button').map((button) => nameOf(button, made)),
        isRead ? ['Mark unread: A <b>', 'Remove from saved: A <b>'] : ['Mark read: A <b>', 'Save: A <b>'],
      )
      assert.deepEqual(values(made, 'input[name=back]', 'value'), [reader.path, reader.path])
    })
})

describe('a row of the river', () => {
  it('is called by its title, else its address, else a dash, in its link and its buttons alike', () => {
    assert.equal(titleOf({ title: ' ', url: 'https://a.example/1' }), 'https://a.example/1')
    assert.equal(titleOf({ title: '' }), '—')
    const made = parseMarkup(String(articleRow({ ...entries[0]!, title: '' }, reader)))
    assert.equal(textOf(made.querySelector('h3')), 'https://wire.example/1')
    assert.equal(nameOf(all(made, 'button')[1]!, made), 'Mark read: https://wire.example/1')
  })

  it('shows excerpt and original only where they are', () => {
    const [full, , , hostile, read] = entries
    const of = (entry: (typeof entries)[number]) => parseMarkup(String(articleRow(entry, reader)))
    assert.equal(of(hostile!).querySelector('[data-original]'), null)
    assert.equal(of(full!).querySelector('[data-original]')?.hasAttribute('hidden'), true)
    assert.equal(of(read!).querySelector('.ex'), null)
    assert.match(of(read!).querySelector('.it')?.getAttribute('class') ?? '', /\brd\b/)
  })

  it('is written the same whether or not it was written before, for whoever reads it, wherever and whenever', () => {
    const entry = { ...entries[0]! }
    const later = (hours: number) => new Date(Date.parse(reader.now) + hours * 3_600_000).toISOString()
    for (const one of [
      reader,
      { ...reader, path: '/feeds?folder="<&' },
      { ...reader, now: later(3) },
      { ...reader, now: later(24 * 400) },
      { ...reader, timeZone: 'Asia/Tokyo' },
      { ...reader, language: 'ar' as const, words: wordsIn('ar') },
      { ...reader, identity: guest },
      reader,
    ])
      for (const options of [{}, { picture: 'none' }, { picture: 'card' }, { form: 'rows' }] as const)
        assert.equal(String(articleRow(entry, one, options)), String(articleRow({ ...entry }, one, options)))
  })

  it('loses its picture once that could not be had as wide as it is shown', () => {
    const of = { articleId: asId<ArticleId>('a') }
    const entry = { ...entries[0]!, picture: { of, url: 'https://p.example/1.jpg', alt: 'A quay' } }
    const withLost = (lost: number): Reader => ({
      ...reader,
      preferences: { ...reader.preferences, images: 'on' },
      pictures: { version: () => 0, iconOf: () => undefined, isMissing: (_key, width) => width === lost },
    })
    for (const [picture, width] of [
      ['row', 200],
      ['card', 520],
    ] as const) {
      assert.match(String(articleRow(entry, withLost(0), { picture })), /class="pic"/)
      assert.doesNotMatch(String(articleRow(entry, withLost(width), { picture })), /class="pic"/)
    }
  })
})

describe('the health of a feed', () => {
  const { lastError: _error, lastPolledAt: _last, nextPollAt: _next, ...fresh } = failingFeed
  const text = (feed: Parameters<typeof feedHealth>[0]) =>
    textOf(parseMarkup(String(feedHealth(feed, reader))).querySelector('p'))

  it('says never of a feed not yet read, and no next time of a stopped one', () => {
    assert.equal(text(fresh), 'Checked: never')
    assert.match(text({ ...failingFeed, isStopped: true }), /stopped$/)
    assert.doesNotMatch(text({ ...failingFeed, isStopped: true }), /next/)
    assert.match(text(failingFeed), /Next check: in 40 min$/)
  })

  it('says why it is read then, in every language, and nothing where it is as usual', () => {
    for (const { code: language } of interfaceLanguages) {
      const said = pacedFeeds.map((feed) => String(feedHealth(feed, exampleReader(language))))
      assert.equal(new Set(said).size, pollReasons.length, 'each reason in its own words')
      assert.equal(said.filter((one) => !/<\/time> – \S/.test(one)).length, 1)
    }
    const of = (reason: PollReason) => text(pacedFeeds[pollReasons.indexOf(reason)]!)
    assert.match(of('asked'), / – it asks to be left alone for 6 hours$/)
    assert.match(of('rhythm'), / – about 7 days between two entries, so it is left alone for 6 hours$/)
    assert.match(of('host-paused'), /in 40 min – paused: its server asks to be left alone until then$/)
  })

  it('says which hub tells of it, as long as it does', () => {
    const told = (more: object) => texts(parseMarkup(String(feedHealth({ ...fresh, ...more }, reader))), 'p')[1]
    assert.equal(told({ hub }), 'Instant updates from hub.example until Mar 26, 9:05 PM · last update: 1 hr ago')
    const { pushedAt: _, ...silent } = hub
    assert.equal(told({ hub: silent }), 'Instant updates from hub.example until Mar 26, 9:05 PM')
    assert.equal(told({ hub: { ...hub, until: reader.now } }), undefined)
    assert.equal(told({ hub, isStopped: true }), undefined)
    assert.match(String(feedHealth({ ...fresh, hub: { ...hub, host: '<b>' } }, reader)), /<bdi>&lt;b&gt;<\/bdi>/)
  })

  it('says what went wrong, as text', () => {
    const lastError = { reason: 'x', message: '<i>no</i>', count: 1 }
    assert.match(
      String(feedHealth({ ...failingFeed, lastError }, reader)),
      /can’t load \(1 failure\): <bdi>&lt;i&gt;no/,
    )
  })
})

describe('progress', () => {
  it('counts what is done of everything there is, and leads to failures', () => {
    const made = parseMarkup(String(progressBlock(busy, reader)))
    assert.deepEqual(texts(made, '[data-count]'), ['7 / 12', '86 / 211', '9 / 13'])
    assert.deepEqual(texts(made, 'a[href="/server/jobs"]:not([hidden])'), ['1 failed'])
    assert.equal(textOf(made.querySelector('[data-state]')), 'Working')
  })

  it('of nothing at all is no division by zero', () => {
    const none = { waiting: 0, running: 0, failed: 0, done: 0 }
    const made = String(
      progressBlock({ ...idle, feeds: { total: 0, polled: 0, due: 0 }, articles: none, stories: none }, reader),
    )
    assert.doesNotMatch(made, /NaN/)
  })

  it('hides the note on new stories until there are some', () => {
    assert.equal(
      parseMarkup(String(progressBlock(idle, reader)))
        .querySelector('[data-new]')
        ?.hasAttribute('hidden'),
      true,
    )
  })
})

describe('forms and sections', () => {
  it('carry their fields and the way back, escaped', () => {
    const made = parseMarkup(String(buttonForm(reader, { action: '/x', fields: { a: '"><b>' }, label: 'Go' })))
    assert.deepEqual(values(made, 'input', 'value'), ['"><b>', reader.path])
    assert.deepEqual([buttonClass(), buttonClass('solid'), buttonClass('quiet')], ['btn', 'btn main', 'btn quiet'])
  })

  it('are known by their heading, with a count only when given, zero included', () => {
    assert.match(String(section('a', 'T', 'x', 0)), /aria-labelledby="a-h">\s*<h2 id="a-h">T <span class="n">0<\/span>/)
    assert.doesNotMatch(String(section('a', 'T', 'x')), /class="n"/)
  })
})

describe('the frame of a page', () => {
  const page = parseMarkup(
    layout({ ...reader, theme: 'dark' }, { title: '</title><x>', place: 'feeds', body: 'B', query: '"q' }),
  )

  it('keeps a hostile title a title', () => {
    assert.equal(textOf(page.querySelector('title')), '</title><x> · Twosource')
  })

  it('marks the place, the look and the language the reader has', () => {
    assert.deepEqual(texts(page, '[aria-current=page]'), ['Feeds'])
    assert.equal(page.querySelector('html')?.getAttribute('data-theme'), 'dark')
    assert.equal(page.querySelector('html')?.getAttribute('lang'), 'en')
  })

  it('lets the reader past the navigation and keeps the question asked', () => {
    assert.equal(page.querySelector('body > a')?.getAttribute('href'), '#main')
    assert.equal(page.querySelector('[role=search] input')?.getAttribute('value'), '"q')
  })
})

describe('names of sections', () => {
  it('are in the language of the page; those that are none of ours stay', () => {
    assert.equal(sectionName('Politics', wordsIn('fr')), 'Politique')
    assert.equal(sectionName('Politics', wordsIn('en')), 'Politics')
    assert.equal(sectionName('constructor', wordsIn('fr')), 'constructor')
  })
})
