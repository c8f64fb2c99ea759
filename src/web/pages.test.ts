import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { admin, quietAdmin } from '../../test/examples/admin.ts'
import * as find from '../../test/examples/find.ts'
import { exampleReader, visibleText } from '../../test/examples/reader.ts'
import { spanOf, wire } from '../../test/examples/texts.ts'
import * as views from '../../test/examples/views.ts'
import { asId, type EntityId, type FeedId } from '../core/ids.ts'
import { backupPage } from './admin/pages/backup.ts'
import { jobsPage } from './admin/pages/jobs.ts'
import { serverPage } from './admin/pages/server.ts'
import { articlePage } from './articles/pages/article.ts'
import { citationFragment, citationPage } from './articles/pages/citation.ts'
import { entryPage } from './articles/pages/entry.ts'
import { todayPage, welcomePage } from './day/pages/today.ts'
import { addPage } from './feeds/pages/add.ts'
import { feedsPage } from './feeds/pages/feeds.ts'
import { sourcePage, sourcesPage } from './feeds/pages/source.ts'
import { aboutPage } from './layout/pages/about.ts'
import { problemPage } from './layout/pages/problem.ts'
import { searchPage } from './search/pages/search.ts'
import { storyPage } from './stories/pages/story.ts'

const reader = exampleReader()

const all: Readonly<Record<string, string>> = {
  today: todayPage(views.today, reader),
  firstRun: welcomePage(views.add, reader),
  gathering: todayPage(views.gathering, reader),
  story: storyPage(views.story, reader),
  article: articlePage(views.article, reader),
  arabic: articlePage(views.arabicArticle, reader),
  citation: citationPage(views.citation, reader),
  entry: entryPage(views.entryView, reader),
  feeds: feedsPage(views.river, reader),
  oneFeed: feedsPage(views.oneFeed, reader),
  sources: sourcesPage(views.sources, reader),
  source: sourcePage(views.sources[0]!, reader),
  search: searchPage(find.foundAt('articles'), reader),
  add: addPage(views.add, reader),
  jobs: jobsPage(admin, reader, 1),
  about: aboutPage(reader),
  notFound: problemPage('not-found', reader),
}

describe('every page', () => {
  for (const [name, page] of Object.entries(all))
    it(`of ${name} is whole: one heading, landmarks, a way past the navigation, no inline style, no foreign address`, () => {
      assert.match(page, /^<!doctype html>\n<html lang="en" dir="ltr">/)
      assert.equal(page.match(/<h1[ >]/g)?.length, 1)
      for (const part of ['<main id="main"', '<header class="top">', '<footer', 'href="#main"', '<title>'])
        assert.ok(page.includes(part), part)
      assert.doesNotMatch(
        page,
        /\sstyle="|\son(?:click|error|load)="|href="javascript|<img(?![^>]*\ssrc="\/)|undefined|\[object|NaN/i,
      )
      assert.doesNotMatch(page, /(?:src|action)="https?:/)
      assert.doesNotMatch(page, /<script>alert|<b>bold|<!-- sdrawkcab/)
      const ids = [...page.matchAll(/\sid="([^"]+)"/g)].map((match) => match[1])
      assert.equal(new Set(ids).size, ids.length, `ids are not unique: ${ids}`)
    })
})

describe('today', () => {
  const page = all.today!
  it('shows the reports and articles of each story, in numbers that the bar beside them adds up to, and ends', () => {
    const text = visibleText(page)
    assert.match(text, /4 independent reports · 25 articles \(22 carry the same text\)/)
    const groups = views.today.stories[0]!.groups
    assert.equal(groups.length, 4)
    assert.match(text, /That’s all for Tuesday\. ?7 stories\./)
    assert.match(text, /71 unread in Feeds/)
    assert.match(page, /<form method="post" action="\/stories\/read-all"/)
  })

  it('dims what is read, and counts it at the end', () => {
    const [first, ...others] = views.today.stories
    const read = todayPage({ ...views.today, stories: [{ ...first!, isRead: true }, ...others] }, reader)
    assert.match(read, /<article class="lead read"/)
    assert.match(visibleText(read), /7 stories, 1 read\./)
  })

  it('shows a story of one source once, and what is planned in the words of an article', () => {
    const { id } = views.today.oneSourceOnly[0]!
    assert.equal(page.split(`href="/stories/${id}"`).length, 2)
    assert.match(page, /<a href="\/citations\/[^"]+" data-cite[^>]*><bdi>/)
  })

  it('leads to the day before and to sections and languages, keeping the other choice', () => {
    const filtered = todayPage(
      { ...views.today, section: 'Region' },
      { ...reader, path: '/days/2026-03-17?section=Region' },
    )
    assert.match(page, /href="\/days\/2026-03-16" rel="prev"/)
    assert.match(filtered, /href="\/days\/2026-03-17\?section=Region&amp;language=ar"/)
    assert.match(filtered, /aria-current="true">\s*<bdi>Region/)
    assert.match(visibleText(filtered.slice(filtered.indexOf('sift'))), /^[^A-Z]*Region/)
    assert.match(page, /<summary[^>]*>[^/]*<\/i><span>All news/)
  })

  it('does not stumble over a language that is none', () => {
    const languages = ['en', '"><x', 'zz-ZZZZZZZZZZ'].map((value) => ({ value, label: value, count: 1 }))
    assert.match(todayPage({ ...views.today, facets: { ...views.today.facets, languages } }, reader), /&quot;&gt;&lt;x/)
  })

  it('welcomes a new reader, and shows progress while the first refresh runs', () => {
    assert.match(all.firstRun!, /action="\/packs"[\s\S]*?name="pack" value="[^"]+" checked/)
    assert.match(all.gathering!, /<live-progress data-events="\/progress\/events" data-stories="9"/)
    assert.match(visibleText(all.gathering!), /7 \/ 12/)
  })

  it('says why a day or a choice is empty, truly, and leads on', () => {
    const empty = (more: Partial<typeof views.quietDay>) =>
      visibleText(todayPage({ ...views.quietDay, ...more }, reader))
    assert.match(empty({}), /No stories yet ?1,230 unread in Feeds/)
    assert.match(empty({ failingCount: 9 }), /9 feeds can’t load\.[\s\S]*See why/)
    assert.doesNotMatch(empty({ failingCount: 2 }), /can’t load/)
    const most = { failingCount: 9, mostFail: { of: 12, since: '2026-03-12T08:00:00.000Z' } }
    assert.match(empty(most), /9 of 12 feeds haven’t loaded since Mar 12/)
    assert.match(empty({ unreadCount: 0 }), /Add/)
    assert.match(empty({ nextDay: '2026-03-18' }), /No stories on this day/)
    assert.match(empty({ section: 'World', dayCount: 5 }), /No stories match[\s\S]*Show everything/)
  })
})

describe('article', () => {
  const page = all.article!
  it('shows the text of every block, in order', () => {
    const text = visibleText(page.slice(page.indexOf('<div class="text"'))).replace(/ /g, '')
    let last = -1
    for (const block of wire.blocks) {
      const place = text.indexOf(block.replace(/\s/g, ''))
      assert.ok(place > last, block)
      last = place
    }
  })

  it('marks the cited span and gives it one anchor', () => {
    const cited = spanOf(wire, 'The council will “accept” a shared night watch')
    const marked = articlePage({ ...views.article, cited }, reader)
    assert.equal(marked.match(/id="cited"/g)?.length, 1)
    assert.match(marked, /<mark class="cited"[^>]*>[\s\S]*?accept/)
  })

  it('leads from a sure quotation to its speaker, and from an unsure one nowhere', () => {
    assert.match(page, /id="people"[\s\S]*href="\/stories\/story-1\/quotes\?speaker=person%3Atomas-reyd"/)
    assert.match(page, /<span class="said"[^>]*>all of us would obviously/)
  })

  it('names a speaker below the floor only as probable', () => {
    const items = views.article.annotations.quotes!.items.map((quote) => ({ ...quote, confidence: 0.59 }))
    const unsure = { ...views.article.annotations, quotes: { by: 'quotes', version: 1, items } } as const
    const marked = articlePage({ ...views.article, annotations: unsure }, reader)
    assert.match(marked, /<span class="said"[^>]* title="probably Tomas Reyd">/)
    assert.doesNotMatch(marked, /title="Tomas Reyd"/)
    assert.match(page, /<span class="said"[^>]* title="Tomas Reyd">/)
  })

  it('shows what it says, every line leading to its words', () => {
    const text = visibleText(page.slice(page.indexOf('id="promises"')))
    assert.match(text, /Promises/)
    assert.match(text, /said by Ellind/)
    assert.match(text, /signs by Friday ?probably Tomas Reyd/)
    const { start, end } = views.article.stated.figures[0]!.span
    assert.match(
      page,
      new RegExp(
        `href="/articles/article-wire\\?start=${start}&amp;end=${end}#cited"><bdi[^>]*>Around <b>140</b> people`,
      ),
    )
    assert.doesNotMatch(all.arabic!, /id="promises"/)
  })

  it('numbers copied passages by the article they stand in', () => {
    assert.match(page, /<span class="wire"><a class="mark" href="#origin-1">1<\/a>/)
    assert.match(page, /<li id="origin-1">/)
    assert.equal(page.match(/class="mark"/g)?.length, 1, 'one mark for a run of copied sentences')
  })

  it('says what is missing, what changed, and what was left out', () => {
    const text = visibleText(page)
    assert.match(text, /Beginning missing the page begins in the middle/)
    assert.match(page, /<del class="gone">It was a historic day for the strait\.<\/del>/)
    assert.match(page, /<ins>Engineers will start detailed work on Tuesday\.<\/ins>/)
    assert.match(text, /Versions .*Harbor talks end with historic plan/)
    assert.match(text, /Not included \(2\)/)
    assert.match(page, /Sign up for our &lt;b&gt;newsletter/)
  })

  it('warns of an earlier text', () => {
    assert.match(articlePage({ ...views.article, isCurrent: false }, reader), /This is an older version/)
  })

  it('sets language and direction of the outlet on its text', () => {
    assert.match(all.arabic!, /<div class="text" id="text" lang="ar" dir="rtl">/)
  })

  it('puts lists, headings, quotes, code and rows into their own elements', () => {
    const blocks = wire.blocks.map((_, index) => ({
      ...views.article.document.blocks[index]!,
      kind: (['paragraph', 'heading', 'list-item', 'list-item', 'quote', 'code', 'table-row', 'table-row'] as const)[
        index
      ]!,
    }))
    const page = articlePage({ ...views.article, document: { ...views.article.document, blocks } }, reader)
    assert.match(page, /<h2 id="p2" class="sub">/)
    assert.match(page, /<ul>\s*<li id="p3">[\s\S]*?<\/li>\s*<li id="p4">[\s\S]*?<\/li>\s*<\/ul>/)
    assert.match(page, /<blockquote id="p5">/)
    assert.match(page, /<pre id="p6"/)
    assert.match(page, /<div class="rows" tabindex="0"><table><tbody><tr id="p7"><td>/)
  })
})

describe('citation', () => {
  it('shows the exact words in their paragraph, as a page and as a fragment', () => {
    for (const markup of [all.citation!, String(citationFragment(views.citation, reader))]) {
      assert.match(
        markup,
        /<mark id="cited">The council will “accept” a shared night watch on the strait<\/mark>, Ellind told/,
      )
      assert.match(visibleText(markup), /version 2 of 2/)
    }
    assert.doesNotMatch(String(citationFragment(views.citation, reader)), /<html|<h1/)
  })

  it('names the speaker of a quotation and says how we know, with doubt where there is any', () => {
    const quotation = { kind: 'direct', pattern: 'cue-right', confidence: 0.5, cue: 'told' } as const
    const speaker = { id: asId<EntityId>('person:mara-ellind'), name: 'Mara Ellind' }
    const markup = citationPage({ ...views.citation, quotation: { ...quotation, speaker } }, reader)
    assert.match(visibleText(markup), /How we identified the speaker ?probably Mara Ellind · .* ?told/)
    assert.doesNotMatch(citationPage(views.citation, reader), /How we identified/)
  })

  it('says when the words no longer stand there', () => {
    assert.match(citationPage({ ...views.citation, holds: false }, reader), /class="holds bad">No match/)
  })
})

describe('feeds', () => {
  it('shows folders with what is unread, and marks the failing feed', () => {
    assert.match(visibleText(all.feeds!), /Northern Wire 24/)
    assert.match(visibleText(all.feeds!), /Varn Echo Can’t load/)
    assert.match(visibleText(all.oneFeed!), /didn’t answer in time\. We’ll keep trying/)
    assert.match(visibleText(all.oneFeed!), /Details No answer within 30 seconds/)
  })

  it('marks all read of exactly what is shown', () => {
    assert.match(all.feeds!, /action="\/feeds\/read"[\s\S]*?name="all" value="1"/)
    const wire = { ...views.oneFeed, filter: { feedId: asId<FeedId>('feed-wire'), show: 'all' as const } }
    assert.match(feedsPage(wire, reader), /action="\/feeds\/read"[\s\S]*?name="feed" value="feed-wire"/)
    assert.doesNotMatch(all.oneFeed!, /action="\/feeds\/read"/, 'nothing of it is unread')
    const folder = feedsPage({ ...views.river, filter: { folder: 'Region', show: 'unread' } }, reader)
    assert.match(folder, /action="\/feeds\/read"[\s\S]*?name="folder" value="Region"/)
  })

  it('comes back to the page it was on', () => {
    const page = feedsPage(views.river, { ...reader, path: '/feeds?show=all&x="' })
    assert.match(page, /name="back" value="\/feeds\?show=all&amp;x=&quot;"/)
  })

  it('offers to move and remove the one feed that is shown, asking first', () => {
    assert.match(all.oneFeed!, /action="\/feeds\/edit"[\s\S]*?name="title" value="Varn Echo"/)
    assert.match(all.oneFeed!, /name="sure" value="1" required/)
    assert.doesNotMatch(all.feeds!, /action="\/feeds\/remove"/)
  })

  it('opens the article of an entry, or the feed’s own text when there is none', () => {
    assert.match(all.feeds!, /href="\/articles\/article-wire" data-open/)
    assert.match(all.feeds!, /href="\/entries\/entry-3" data-open/)
    assert.match(all.feeds!, /href="\/feeds\?cursor=cursor-2"/)
  })

  it('says so when there is nothing', () => {
    assert.match(feedsPage(views.noFeeds, reader), /No feeds yet/)
    const empty = { ...views.river, entries: [] }
    assert.match(feedsPage(empty, reader), /You’re all caught up/)
    assert.match(feedsPage({ ...empty, filter: { show: 'starred' } }, reader), /No saved articles yet/)
    assert.match(feedsPage({ ...empty, filter: { show: 'all' } }, reader), /No articles yet/)
    assert.match(feedsPage({ ...empty, failingCount: 9 }, reader), /9 feeds can’t load\.[\s\S]*See why/)
  })
})

describe('the other pages', () => {
  it('entry shows the feed’s own text and no picture', () => {
    assert.match(all.entry!, /<b>own<\/b> text/)
    assert.match(all.entry!, /href="https:\/\/pictures\.example\/a\.jpg\?x=1&amp;y=2"/)
    assert.match(all.entry!, /Ida &lt;Holm&gt;/)
  })

  it('source shows own text, firsts and health; an unknown share stays unknown', () => {
    assert.match(visibleText(all.source!), /98%/)
    assert.match(visibleText(sourcePage(views.sources[1]!, reader)), /Owned by Coast Papers/)
    assert.doesNotMatch(sourcePage(views.sources[2]!, reader), /<dt>Original text</)
    assert.match(sourcesPage([], reader), /No sources yet/)
  })

  it('search marks the words found, and says how many there are, and that there are more', () => {
    assert.match(all.search!, /second <mark>ferry<\/mark> between/)
    assert.match(all.search!, /href="\/search\?q=ferry\+%22night\+watch%22&amp;tab=articles&amp;page=3"/)
    assert.match(visibleText(all.search!), /Stories 5 Articles 400\+ Quotes 1/)
  })

  it('search says what has no results, and offers broader searches', () => {
    const page = searchPage(find.nothing, reader)
    assert.match(visibleText(page), /No results for nothing "at all", Said by Nobody, March 2026\./)
    assert.match(page, /href="\/search\?q=nothing\+%22at\+all%22\+in%3A2026-03"><bdi>without “Said by Nobody”/)
    assert.doesNotMatch(searchPage(find.form, reader), /No results/)
  })

  it('search says of a speaker how sure it is, and leaves out nobody', () => {
    const text = visibleText(searchPage(find.foundAt('quotes'), reader))
    assert.match(text, /probably Mara Ellind/)
    assert.match(text, /Speaker unknown/)
  })

  it('add says what became of it', () => {
    const refused = addPage(views.add, reader, {
      outcome: { kind: 'refused', message: 'No <feed>' },
      typed: { url: '"x', folder: '', cookie: '', userAgent: '', headers: '' },
    })
    assert.match(refused, /role="alert"[\s\S]*No &lt;feed&gt;/)
    assert.match(refused, /name="url" value="&quot;x"/)
    const candidates = [{ url: 'https://a.example/1', title: '' }]
    const choose = addPage(views.add, reader, { outcome: { kind: 'choose', pageUrl: 'https://a.example', candidates } })
    assert.match(choose, /name="url" value="https:\/\/a\.example\/1"/)
    const done = addPage(views.add, reader, { outcome: { kind: 'done', added: 3, existing: 2 }, progress: views.busy })
    assert.match(visibleText(done), /Added 3 feeds\. 2 were already here\./)
    assert.match(done, /<live-progress/)
  })

  it('jobs can be tried again, one or all', () => {
    assert.match(all.jobs!, /name="job" value="job-1"/)
    assert.match(all.jobs!, /name="all" value="1"/)
    assert.match(all.jobs!, /503 &lt;html&gt;/)
    const quiet = { ...views.jobs, jobs: [], failingFeeds: [], store: { ...views.jobs.store, isOk: false } }
    assert.match(serverPage({ ...quietAdmin, ...quiet }, reader), /The database is damaged/)
    assert.match(backupPage({ ...quietAdmin, ...quiet }, reader, 1), /not in order/)
    assert.match(serverPage(quietAdmin, reader), /Everything works\./)
  })

  it('problems name themselves and a way on', () => {
    assert.match(problemPage('broken', reader, 'ref-1'), /Something went wrong[\s\S]*ref-1/)
    for (const kind of ['refused', 'bad-request', 'too-large'] as const)
      assert.match(problemPage(kind, reader), /href="\/"/)
  })
})
