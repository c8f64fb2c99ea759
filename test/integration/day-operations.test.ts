import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { expected } from '../../src/app/demo/expected.ts'
import { matchesText } from '../../src/core/citation.ts'
import { asId, type SourceId, type StoryId } from '../../src/core/ids.ts'
import { ownerId } from '../../src/core/reader-identity.ts'
import { markStoriesRead } from '../../src/operations/articles/mark-opened.ts'
import { getBrief } from '../../src/operations/day/get-brief.ts'
import { getToday } from '../../src/operations/day/get-today.ts'
import type { OperationContext } from '../../src/operations/operation.ts'
import { find } from '../../src/operations/search/find.ts'
import { listSearches, removeSearch, saveSearch, searchFeed } from '../../src/operations/search/saved-searches.ts'
import { type DemoRun, demoNow, runDemo } from './demo-run.ts'

let run: DemoRun
let context: OperationContext

before(async () => {
  run = await runDemo()
  context = run.context.operations
})
after(() => run.close())

// ── today ──

test('Today shows the newest day, confirmed stories first, each with what its place depends on, and knows the day before but none after', async () => {
  const today = await getToday.run(context, {})
  assert.equal(today.day, demoNow.toISOString().slice(0, 10))
  assert.ok(today.previousDay !== undefined && today.previousDay < today.day)
  assert.equal(today.nextDay, undefined)
  const isConfirmed = today.stories.map(({ place }) => (place?.reports ?? 0) > 1)
  assert.deepEqual(
    isConfirmed,
    isConfirmed.toSorted((a, b) => Number(b) - Number(a)),
  )
  for (const { place, reportCount } of today.stories)
    assert.ok(place && place.reports <= reportCount && place.reports > 0)
  assert.equal(today.feedCount, 9)
  assert.equal(today.progress, undefined)
  for (const { badges } of today.oneSourceOnly) assert.ok(badges.includes('one source only'))
})

test('walking back day by day and forward again passes the same days and every story', async () => {
  const back: string[] = []
  const seen = new Set<StoryId>()
  for (let day: string | undefined = (await getToday.run(context, {})).day; day; ) {
    const view: Awaited<ReturnType<typeof getToday.run>> = await getToday.run(context, { day })
    back.push(day)
    for (const { id } of view.stories) seen.add(id)
    day = view.previousDay
  }
  const forth = [back.at(-1) ?? '']
  for (let next = (await getToday.run(context, { day: forth[0] })).nextDay; next; ) {
    forth.push(next)
    next = (await getToday.run(context, { day: next })).nextDay
  }
  assert.deepEqual(forth, back.toReversed())
  assert.deepEqual(seen, new Set(run.stories.map(({ id }) => id)))
})

test('a day without news is empty and says where the news is', async () => {
  const early = await getToday.run(context, { day: '2020-01-01' })
  assert.deepEqual([early.stories, early.articleCount, early.sourceCount], [[], 0, 0])
  assert.ok(early.nextDay)
  assert.equal(getToday.input.safeParse({ day: 'yesterday' }).success, false)
})

test('language, section and source narrow the stories as their counts say, and leave the choices as they were', async () => {
  const all = await getToday.run(context, {})
  const { languages, sections, sources } = all.facets
  for (const { value: language, count } of languages) {
    const view = await getToday.run(context, { language })
    assert.ok(view.stories.every((card) => card.language === language))
    assert.equal(view.storyCount, count)
    assert.deepEqual(view.facets.languages, languages)
  }
  for (const { value: section, count } of sections) {
    const view = await getToday.run(context, { section })
    assert.ok(view.stories.every((card) => card.section === section))
    assert.equal(view.storyCount, count)
    assert.ok(view.articleCount < all.articleCount)
  }
  for (const { value, label, count } of sources) {
    const view = await getToday.run(context, { source: asId<SourceId>(value) })
    assert.ok(view.stories.every(({ outlets }) => outlets.includes(label)))
    assert.equal(view.storyCount, count)
    assert.equal(view.source?.name, label)
  }
  const both = await getToday.run(context, { language: 'en', section: sections[0]?.value })
  const facet = both.facets.languages.find(({ value }) => value === 'en')
  assert.equal(both.storyCount, facet?.count ?? 0)
  assert.deepEqual((await getToday.run(context, { language: 'xx' })).stories, [])
})

test('pages hold every story once, in the order of the whole list', async () => {
  const whole = await getToday.run(context, {})
  const ids: StoryId[] = []
  for (let page = 1; page <= whole.storyCount; page += 1) {
    const view = await getToday.run(context, { page, pageSize: 2 })
    if (page > view.pageCount) break
    assert.deepEqual([view.page, view.skipped, view.storyCount], [page, (page - 1) * 2, whole.storyCount])
    ids.push(...view.stories.map(({ id }) => id))
  }
  assert.deepEqual(
    ids,
    whole.stories.map(({ id }) => id),
  )
})

test('by section, every section names how many stories it has and shows its first', async () => {
  const whole = await getToday.run(context, {})
  const { bySection, stories } = await getToday.run(context, { isBySection: true })
  assert.deepEqual(stories, [])
  assert.equal(
    bySection.reduce((sum, { storyCount }) => sum + storyCount, 0),
    whole.storyCount,
  )
  for (const { section, stories } of bySection) assert.ok(stories.every((card) => card.section === section))
})

test('who comes back sees first what changed since, and can see that alone', async () => {
  const visitedAt = new Date(demoNow.getTime() - 3_600_000).toISOString()
  // All of it came in just now; of every other story say that nothing has since the visit.
  for (const [index, { id }] of (await getToday.run(context, {})).stories.entries()) {
    const { dossier, ...row } = (await context.store.stories.find(id))!
    if (index % 2 === 0) await context.store.stories.saveDossier(id, dossier!, { ...row, changedAt: visitedAt })
  }
  const view = await getToday.run(context, { visitedAt })
  assert.equal(view.visitedAt, visitedAt)
  for (const { changedAt, place } of view.stories) assert.equal(place?.isNew === true, changedAt > visitedAt)
  assert.ok(view.newCount > 0)
  for (const card of view.stories.slice(0, view.newCount)) assert.ok(card.place?.isNew)
  const alone = await getToday.run(context, { visitedAt, period: 'visit' })
  assert.equal(alone.storyCount, alone.facets.periods.find(({ value }) => value === 'visit')?.count)
  assert.ok(alone.stories.every(({ changedAt }) => changedAt > visitedAt))
})

test('the last hours are those of the news, however late it was read', async () => {
  const from = new Date(demoNow.getTime() - 6 * 3_600_000).toISOString()
  const whole = await getToday.run(context, {})
  const { stories } = await getToday.run(context, { period: 'hours' })
  assert.deepEqual(
    new Set(stories.map(({ id }) => id)),
    new Set(whole.stories.filter(({ lastAt }) => lastAt > from).map(({ id }) => id)),
  )
  assert.ok(stories.length < whole.stories.length)
})

test('the days of a month are counted as their pages are, and the week has the stories of seven', async () => {
  const { days, day, month } = await getToday.run(context, {})
  assert.ok(day.startsWith(month))
  assert.equal(days[0]?.day, `${month}-01`)
  assert.equal(new Set(days.map((each) => each.day.slice(0, 7))).size, 1)
  const ofDay = days.find((each) => each.day === day)?.storyCount ?? 0
  assert.ok(ofDay > 0)
  for (const each of days.filter(({ storyCount }) => storyCount > 0))
    assert.equal((await getToday.run(context, { day: each.day })).storyCount, each.storyCount)
  assert.ok((await getToday.run(context, { period: 'week' })).storyCount >= ofDay)
  const before = await getToday.run(context, { month: '2026-02' })
  assert.deepEqual([before.day, before.days.length], [day, 28])
})

test('an aside takes stories of one source out of the list, so that each is shown once', async () => {
  const whole = await getToday.run(context, {})
  const view = await getToday.run(context, { hasAside: true })
  assert.ok(view.oneSourceOnly.length > 0)
  assert.equal(view.asideCount, view.oneSourceOnly.length)
  assert.equal(view.storyCount, whole.storyCount)
  const shown = [...view.stories, ...view.oneSourceOnly].map(({ id }) => id)
  assert.deepEqual([shown.length, new Set(shown)], [whole.storyCount, new Set(whole.stories.map(({ id }) => id))])
  for (const { reportCount } of view.oneSourceOnly) assert.equal(reportCount, 1)
  assert.equal((await getToday.run(context, { hasAside: true, isBySection: true })).oneSourceOnly.length, 0)
})

test('stories can be listed by time, and only those of several sources', async () => {
  const times = (await getToday.run(context, { isByTime: true })).stories.map(({ lastAt }) => lastAt)
  assert.deepEqual(times, times.toSorted().toReversed())
  const { stories, storyCount, facets } = await getToday.run(context, { isConfirmedOnly: true })
  assert.ok(stories.length > 0 && stories.every(({ reportCount }) => reportCount > 1))
  assert.equal(facets.all.sections, storyCount)
})

test('the stories of a list are marked read at once, and unread again', async () => {
  const before = await getToday.run(context, {})
  const storyIds = before.stories.filter(({ isRead }) => !isRead).map(({ id }) => id)
  assert.ok(storyIds.length > 1)
  await markStoriesRead.run(context, { storyIds, isRead: true })
  const read = await getToday.run(context, {})
  assert.ok(read.stories.every(({ isRead }) => isRead === true))
  assert.ok((read.unreadCount ?? 0) < (before.unreadCount ?? 0))
  assert.equal((await getToday.run(context, { isUnreadOnly: true })).storyCount, 0)
  await markStoriesRead.run(context, { storyIds, isRead: false })
  const again = await getToday.run(context, { isUnreadOnly: true })
  assert.deepEqual(new Set(again.stories.map(({ id }) => id)), new Set(storyIds))
  assert.equal((await getToday.run(context, {})).unreadCount, before.unreadCount)
})

test('a story shows whether it is saved or followed', async () => {
  const [first] = (await getToday.run(context, {})).stories
  const { id, title } = first!
  const at = demoNow.toISOString()
  await context.store.saves.add(ownerId, [{ kind: 'story', target: id, title, at }])
  await context.store.follows.add(ownerId, [{ kind: 'story', target: id, label: title, at }])
  const marked = (await getToday.run(context, {})).stories.filter(({ isSaved }) => isSaved)
  assert.deepEqual(
    marked.map((card) => [card.id, card.isFollowed]),
    [[id, true]],
  )
  await context.store.saves.remove(ownerId, 'story', id)
  await context.store.follows.remove(ownerId, 'story', id)
})

test('the bar of a story has a cell for every article, and a group for every report', async () => {
  for (const { groups, articleCount, reportCount } of (await getToday.run(context, {})).stories) {
    assert.equal(groups.length, reportCount)
    assert.equal(
      groups.reduce((sum, size) => sum + size, 0),
      articleCount,
    )
  }
})

test('what is coming up is planned for the next seven days, in the words of an article', async () => {
  const { comingUp, stories } = await getToday.run(context, {})
  assert.ok(comingUp.length > 1)
  const dates = comingUp.map(({ date }) => date)
  assert.deepEqual(dates, dates.toSorted())
  const today = demoNow.toISOString().slice(0, 10)
  for (const { date, citation, story } of comingUp) {
    assert.ok(date >= today && Date.parse(date) - Date.parse(today) < 8 * 86_400_000, date)
    const document = await context.store.articles.findDocument(citation.documentId)
    assert.ok(document && matchesText(document, citation))
    assert.ok(stories.some(({ id }) => id === story.id))
    assert.doesNotMatch(citation.exact, /called off/)
  }
  assert.deepEqual((await getToday.run(context, { day: '2020-01-01' })).comingUp, [])
})

test('what the reader follows stands higher', async () => {
  const { stories } = await getToday.run(context, {})
  const lower = stories.findLast(({ place }) => (place?.reports ?? 0) > 1)
  assert.ok(lower)
  const entity = run.stories.find(({ id }) => id === lower.id)?.dossier?.entities?.[0]?.entity
  assert.ok(entity)
  const followed = await getToday.run(context, { follows: [entity.id] })
  const placeIn = (list: typeof stories) => list.findIndex(({ id }) => id === lower.id)
  assert.ok(placeIn(followed.stories) < placeIn(stories))
  assert.equal(followed.stories.find(({ id }) => id === lower.id)?.place?.isFollowed, true)
})

test('every line on Today is cited from a document that is kept, letter by letter', async () => {
  for (const { line } of (await getToday.run(context, {})).stories) {
    if (!line) continue
    const document = await context.store.articles.findDocument(line.citation.documentId)
    assert.ok(document && matchesText(document, line.citation))
  }
})

test('the line under a headline is from the article that gave the headline', async () => {
  const { stories } = await getToday.run(context, {})
  const sameTitle = stories.filter(({ title, line }) => line?.document.title === title)
  assert.ok(sameTitle.length >= stories.length - 1, `${sameTitle.length} of ${stories.length}`)
})

test('articles changed after publication are named on their day', async () => {
  const { edited } = await getToday.run(context, {})
  const ids = edited.map(({ articleId }) => articleId)
  for (const edit of expected.edits) assert.ok(ids.includes(run.article(edit.article).article.id), edit.article)
})

// ── brief ──

test('a brief has an end, tells no story twice, and every word of it stands in an article that is held whole', async () => {
  const newest = await getBrief.run(context, {})
  for (const day of [undefined, newest.day, newest.previousDay]) {
    const brief = await getBrief.run(context, day === undefined ? {} : { day })
    assert.ok(brief.stories.length <= 12 && brief.minutes <= 6)
    assert.ok(brief.storyCount >= brief.stories.length)
    assert.equal(new Set(brief.stories.map(({ id }) => id)).size, brief.stories.length)
    for (const { points, strongest, documents, isWithheld } of brief.stories) {
      assert.ok(!isWithheld || points.length === 0)
      const said = strongest === undefined ? [] : strongest.kind === 'quote' ? [strongest] : [strongest.a, strongest.b]
      for (const { citation } of [...points, ...said]) {
        const document = await context.store.articles.findDocument(citation.documentId)
        assert.ok(document && matchesText(document, citation))
        assert.ok(documents[citation.documentId])
        assert.ok(document.publishedAt <= brief.until || Date.parse(document.publishedAt) <= Date.parse(brief.until))
      }
      for (const { citation } of points) {
        const stored = await context.store.articles.findByDocument(citation.documentId)
        assert.deepEqual([stored?.article.kind, stored?.article.completeness.kind], ['article', 'complete'])
      }
    }
  }
  const [first] = newest.stories
  assert.ok(first && first.points.length >= 2)
})

test('what is followed comes first in the brief', async () => {
  const before = await getBrief.run(context, {})
  const last = before.stories.at(-1)
  const entity = run.stories.find(({ id }) => id === last?.id)?.dossier?.entities?.[0]?.entity
  assert.ok(last && entity)
  await context.store.follows.add(ownerId, [
    { kind: 'entity', target: entity.id, label: entity.name, at: demoNow.toISOString() },
  ])
  const after = await getBrief.run(context, {})
  await context.store.follows.remove(ownerId, 'entity', entity.id)
  assert.equal(after.stories[0]?.isFollowed, true)
  const kinds = after.stories.map(({ isFollowed }) => isFollowed)
  assert.deepEqual(
    kinds,
    kinds.toSorted((a, b) => Number(b) - Number(a)),
  )
  assert.ok(after.stories.find(({ id }) => id === last.id)?.isFollowed)
})

// ── finding ──

const findWith = (given: Record<string, unknown>) => find.run(context, find.input.parse(given))

test('what a search finds is counted under every tab, and every tab shows as many', async () => {
  for (const query of [
    'dam',
    'the',
    '"Sella Dam"',
    'said:Tolvay',
    'said:Tolvay dam',
    'lang:ar',
    'from:Radio in:2026',
  ]) {
    const first = await findWith({ query })
    for (const tab of ['stories', 'articles', 'quotes', 'people'] as const) {
      let shown = 0
      for (let page = 1; page <= 30; page += 1) {
        const view = await findWith({ query, tab, page })
        shown += view[tab].length
        if (page >= view.pageCount) break
      }
      assert.equal(shown, first.counts[tab].count, `${query} ${tab}`)
    }
  }
})

test('who said it narrows quotations to a speaker, and articles to those that quote them', async () => {
  const view = await findWith({ query: 'said:Tolvay' })
  assert.equal(view.tab, 'quotes')
  assert.ok(view.quotes.length > 0)
  for (const quote of view.quotes) {
    assert.match(quote.speakerName, /Tolvay/)
    assert.ok(quote.confidence > 0 && quote.confidence <= 1)
    const document = await context.store.articles.findDocument(quote.documentId)
    assert.equal(document?.text.slice(quote.start, quote.end), quote.text)
  }
  const articles = await findWith({ query: 'said:Tolvay', tab: 'articles' })
  assert.ok(articles.articles.length > 0)
  assert.equal((await findWith({ query: 'said:Tolvay in:2001' })).counts.quotes.count, 0)
})

test('the newest first is the newest first, and a filter that names nobody finds nothing', async () => {
  const { articles } = await findWith({ query: 'dam', tab: 'articles', sort: 'newest' })
  const times = articles.map(({ publishedAt }) => publishedAt)
  assert.deepEqual(times, times.toSorted().toReversed())
  const none = await findWith({ query: 'dam from:Nowhere' })
  assert.deepEqual([none.counts.stories.count, none.counts.articles.count, none.counts.quotes.count], [0, 0, 0])
})

test('without a search there are examples, and every one finds something', async () => {
  const { examples, hasAsked } = await findWith({})
  assert.equal(hasAsked, false)
  assert.ok(examples.length >= 3)
  for (const query of examples) {
    const { counts } = await findWith({ query })
    assert.ok(
      Object.values(counts).some(({ count }) => count > 0),
      query,
    )
  }
})

test('a kept search knows what is new since it was looked at, and looking at it is looking', async () => {
  const saved = await saveSearch.run(context, { query: ' dam  in:2026 ' })
  assert.equal(saved?.query, 'dam in:2026')
  assert.equal(await saveSearch.run(context, { query: '""' }).then((search) => search?.query), '""')
  await context.store.savedSearches.see(ownerId, saved!.id, '2020-01-01T00:00:00.000Z')
  const fresh = async () => (await listSearches.run(context, {})).find(({ id }) => id === saved!.id)?.fresh.count ?? -1
  assert.ok((await fresh()) > 0)
  assert.equal((await findWith({ query: 'in:2026 dam' })).saved?.id, saved?.id)
  assert.equal(await fresh(), 0)
  const feed = await searchFeed.run(context, { id: saved!.id })
  assert.ok(feed && feed.hits.length > 0)
  assert.equal((await removeSearch.run(context, { id: saved!.id }))?.query, 'dam in:2026')
  assert.equal(await searchFeed.run(context, { id: saved!.id }), undefined)
})
