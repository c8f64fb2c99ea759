import assert from 'node:assert/strict'
import { test } from 'node:test'
import { matchesText } from '../../src/core/citation.ts'
import { compareTexts } from '../../src/operations/articles/compare-revisions.ts'
import { getCitation } from '../../src/operations/articles/get-citation.ts'
import { getStory } from '../../src/operations/stories/get-story.ts'
import { coveragePage } from '../../src/web/stories/pages/coverage.ts'
import { storyPage } from '../../src/web/stories/pages/story.ts'
import { exampleReader } from '../examples/reader.ts'
import { dialects, skipReason } from './databases.ts'
import { filler, hourMs, openHouse, opening, start } from './look-house.ts'

for (const dialect of dialects)
  test(`${dialect}: a page that says something else later is a new revision, and citations keep naming the old one`, {
    skip: skipReason(dialect),
  }, async () => {
    const house = await openHouse(dialect)
    try {
      house.pages.set('/crane', { lines: `<p>${opening}</p>${filler('crane')}`, etag: '"1"' })
      house.feed('/feed.xml', ['/crane'])
      await house.subscribe('/feed.xml')
      await house.run()
      const first = await house.article('/crane')
      assert.deepEqual(house.asked, ['/crane'])

      // Alone in its story: nothing is asked for before the look that is for all.
      await house.run(1.5)
      assert.deepEqual(house.asked, ['/crane'])

      house.pages.set('/crane', {
        lines: `<p>${opening.replace('12', '15')}</p>${filler('crane')}<p>Correction: An earlier version of this article gave the number of people hurt as 12.</p>`,
        etag: '"2"',
      })
      await house.run(7)
      assert.deepEqual(house.asked, ['/crane', '/crane "1"'])
      const second = await house.article('/crane')
      assert.equal(second.revisions.length, 2)
      assert.notEqual(second.document.id, first.document.id)
      assert.equal(second.article.id, first.article.id)

      const view = await house.view(first.article.id)
      assert.equal(view?.lastLook?.outcome, 'changed')
      assert.deepEqual([view?.changes?.counts?.changed, view?.changes?.counts?.added], [1, 1])
      assert.equal(view?.changes?.counts?.figures, 1)
      assert.deepEqual(
        view?.annotations.amendments?.items.map(({ kind }) => kind),
        ['correction'],
      )

      // A citation of the first text still holds, and says what stands there now.
      const at = first.document.text.indexOf(opening)
      const input = { documentId: first.document.id, start: at, end: at + opening.length }
      const cited = await getCitation.run(house.context.operations, getCitation.input.parse(input))
      assert.ok(cited && matchesText(first.document, cited.citation) && cited.holds)
      assert.equal(cited.citation.exact, opening)
      assert.equal(cited.now?.span, undefined)
      assert.equal(cited.now?.instead?.exact, opening.replace('12', '15'))

      const diff = await compareTexts.run(house.context.operations, compareTexts.input.parse({ id: first.article.id }))
      assert.equal(diff?.cause, 'outlet')
      for (const row of diff?.rows ?? []) {
        if (row.before) assert.ok(matchesText(first.document, row.before))
        if (row.after) assert.ok(matchesText(second.document, row.after))
      }
    } finally {
      await house.close()
    }
  })

for (const dialect of dialects)
  test(`${dialect}: what only stands around an article, a wall, another page or an error makes no revision`, {
    skip: skipReason(dialect),
  }, async () => {
    const house = await openHouse(dialect)
    try {
      const body = (about: string) => `<p>${opening}</p>${filler(about)}`
      const lock = body('lock')
      const cases = {
        '/furniture': {
          lines: `<p>5 minutes ago</p>${body('quay')}<p>12 comments</p>`,
          later: { lines: `<p>6 hours ago</p>${body('quay')}<p>Most read</p><p>310 comments</p>` },
          outcome: 'unchanged',
        },
        '/typography': { lines: lock, later: { lines: lock.replaceAll(', ', ',&nbsp; ') }, outcome: 'unchanged' },
        '/wall': { lines: body('weir'), later: { lines: `<p>${opening}</p>` }, outcome: 'less' },
        '/gone': { lines: body('pier'), later: { lines: '', status: 404 }, outcome: 'missing' },
        '/no-more': {
          lines: body('winch'),
          later: { lines: '<p>This article is no longer available.</p>' },
          outcome: 'missing',
        },
        '/down': { lines: body('jetty'), later: { lines: '', status: 500 }, outcome: 'failed' },
        '/home': { lines: body('lock gate'), later: { lines: '', status: 301 }, outcome: 'other-page' },
        '/taken': { lines: body('dock'), later: { lines: '', status: 410 }, outcome: 'gone' },
        '/other': {
          lines: body('mole'),
          later: {
            title: 'Welcome',
            lines: filler('weather forecast')
              .replaceAll('council', 'office')
              .replaceAll(
                /th day of.*?mend/g,
                ' of many records of rain and sun that readers sent in over ten summers',
              ),
          },
          outcome: 'other-page',
        },
      } as const
      for (const [path, { lines }] of Object.entries(cases))
        house.pages.set(path, { lines, title: `The crane at ${path}` })
      house.feed('/feed.xml', Object.keys(cases))
      await house.subscribe('/feed.xml')
      await house.run()
      for (const [path, { later }] of Object.entries(cases))
        house.pages.set(path, { title: `The crane at ${path}`, ...later })
      house.pages.set('/', { title: 'The Crane, paper of Sandvik', lines: filler('ferry') })
      await house.run(7)
      for (const [path, { outcome }] of Object.entries(cases)) {
        const { article, revisions } = await house.article(path)
        assert.equal(revisions.length, 1, path)
        assert.equal((await house.store.rechecks.lastOf(article.id))?.outcome, outcome, path)
        assert.equal((await house.store.rechecks.goneOf([article.id])).has(article.id), path === '/taken', path)
        const isAbsent = ['/gone', '/no-more', '/home', '/other'].includes(path)
        assert.equal((await house.store.rechecks.absentOf([article.id])).has(article.id), isAbsent, path)
      }
    } finally {
      await house.close()
    }
  })

test('pages are looked at in their turns: those of stories more often, as their headers and robots.txt say, and not for ever', async () => {
  const house = await openHouse('sqlite')
  try {
    const lines = `<p>${opening}</p>${filler('crane')}`
    house.pages.set('/a', { lines })
    house.pages.set('/b', { lines })
    house.pages.set('/fresh', { lines: filler('ferry'), title: 'Ferry fare to rise in spring', maxAge: 10 * 3600 })
    house.feed('/one.xml', ['/a'])
    house.feed('/two.xml', ['/b', '/fresh'])
    await house.subscribe('/one.xml')
    await house.subscribe('/two.xml')
    await house.run()
    const count = (path: string) => house.asked.filter((line) => line.startsWith(path)).length
    const counts = async (hours: number) => {
      await house.run(hours)
      return ['/a', '/b', '/fresh'].map(count)
    }
    assert.deepEqual(await counts(0.5), [1, 1, 1])
    assert.deepEqual(await counts(1.2), [2, 2, 1])
    assert.deepEqual(await counts(5), [2, 2, 1])
    assert.deepEqual(await counts(7), [3, 3, 1])
    // Its answer was to be held for ten hours.
    assert.deepEqual(await counts(11), [3, 3, 2])
    house.setRobots('User-agent: *\nDisallow: /b')
    assert.deepEqual(await counts(27), [4, 3, 3])
    assert.equal((await house.store.rechecks.lastOf((await house.article('/b')).article.id))?.outcome, 'refused')
    assert.deepEqual(await counts(60), [4, 3, 3])
  } finally {
    await house.close()
  }
})

test('a page of few words that withdraws its article is the article now, though the feed goes on with the old text', async () => {
  const house = await openHouse('sqlite')
  try {
    for (const path of ['/a', '/b']) house.pages.set(path, { lines: `<p>${opening}</p>${filler('crane')}` })
    house.feed('/feed.xml', ['/a', '/b'])
    await house.subscribe('/feed.xml')
    await house.run()
    house.pages.set('/a', { lines: '<p>This article has been retracted.</p>' })
    house.pages.set('/b', { lines: '<p>This story has been deleted.</p>' })
    await house.run(7)
    for (const path of ['/a', '/b']) {
      const { article, annotations } = await house.article(path)
      assert.equal((await house.store.rechecks.lastOf(article.id))?.outcome, 'changed', path)
      assert.deepEqual(
        annotations.amendments?.items.map(({ kind }) => kind),
        ['retraction'],
      )
    }
  } finally {
    await house.close()
  }
})

test('a look that was cut short is made again, by whoever comes next, and changes nothing twice', async () => {
  const house = await openHouse('sqlite')
  try {
    house.pages.set('/crane', { lines: `<p>${opening}</p>${filler('crane')}` })
    house.feed('/feed.xml', ['/crane'])
    await house.subscribe('/feed.xml')
    await house.run()
    const due = new Date(start + 7 * hourMs).toISOString()
    // One who takes the look that is for all, and dies with it.
    const [first] = await house.store.rechecks.claimDue(new Date(start + 2 * hourMs).toISOString(), 9, 1000)
    assert.ok(first)
    assert.deepEqual(await house.store.rechecks.claimDue(new Date(start + 2 * hourMs).toISOString(), 9, 1000), [])
    house.pages.set('/crane', { lines: `<p>${opening.replace('12', '15')}</p>${filler('crane')}` })
    await house.run(2.1)
    await house.run(7)
    assert.equal((await house.article('/crane')).revisions.length, 2)
    await house.store.rechecks.save({ articleId: first.articleId, lookCount: 1, dueAt: due })
    await house.run(7.1)
    assert.equal((await house.article('/crane')).revisions.length, 2)
  } finally {
    await house.close()
  }
})

test('where it is switched off nobody looks again', async () => {
  const house = await openHouse('sqlite', { TWOSOURCE_FETCH_PAGES: 'once' })
  try {
    house.pages.set('/crane', { lines: filler('crane') })
    house.feed('/feed.xml', ['/crane'])
    await house.subscribe('/feed.xml')
    await house.run()
    await house.run(30)
    assert.deepEqual(house.asked, ['/crane'])
  } finally {
    await house.close()
  }
})

test('an entry that changes while its page is behind a wall keeps the text there was; one that tells more gets it', async () => {
  const house = await openHouse('sqlite')
  try {
    house.pages.set('/crane', { lines: `<p>${opening}</p>${filler('crane')}` })
    house.feed('/feed.xml', ['/crane'])
    await house.subscribe('/feed.xml')
    await house.run()
    const before = (await house.article('/crane')).document.id
    house.pages.set('/crane', { lines: '', status: 403 })
    const entry = (await house.article('/crane')).entryIds[0]!
    await house.store.jobs.enqueue([{ kind: 'ingest-entry', key: entry, runAt: new Date(start).toISOString() }])
    await house.run(0.1)
    assert.equal((await house.article('/crane')).document.id, before)
  } finally {
    await house.close()
  }
})

test('a story is told from the newest text, and what was cited of the older one says that it changed since', async () => {
  const house = await openHouse('sqlite')
  try {
    const said = '“The crane was checked in January and was safe,” said Anna Lind, the mayor of Sandvik.'
    const lines = (first: string, more: string) => `<p>${first}</p><p>${more}</p>${filler('crane')}`
    house.pages.set('/a', { lines: lines(opening, said) })
    house.pages.set('/b', {
      lines: lines(opening, 'Two cranes stand in the harbor of Sandvik.'),
      title: 'Crane falls in Sandvik',
    })
    house.feed('/one.xml', ['/a'])
    house.feed('/two.xml', ['/b'])
    await house.subscribe('/one.xml')
    await house.subscribe('/two.xml')
    await house.run()
    const first = await house.article('/a')
    assert.ok(first.storyId && first.storyId === (await house.article('/b')).storyId)
    const tell = async () => getStory.run(house.context.operations, getStory.input.parse({ id: first.storyId }))
    const cites = (view: unknown, id: string) => JSON.stringify(view).includes(`"documentId":"${id}","span"`)
    const before = await tell()
    assert.ok(JSON.stringify(before?.dossier).includes('checked in January'))
    assert.ok(cites(before?.dossier, first.document.id))

    house.pages.set('/a', {
      lines: lines(opening, 'This article has been corrected: a quotation of the mayor was taken out.'),
    })
    // The page is looked at, and the story is not told anew yet.
    await house.lookOnly(1.2)
    const second = await house.article('/a')
    assert.notEqual(second.document.id, first.document.id)
    const between = await tell()
    const at = first.document.text.indexOf('The crane was checked')
    assert.ok(between?.documents[first.document.id]?.gone?.some(({ start }) => start === at))
    assert.match(storyPage(between!, exampleReader()), /changed since/)

    await house.run(1.3)
    const after = await tell()
    assert.ok(!cites(after?.dossier, first.document.id))
    assert.ok(!JSON.stringify(after?.dossier).includes('checked in January'))
    assert.deepEqual(
      after?.dossier.amendments?.map(({ kind }) => kind),
      ['correction'],
    )
    assert.match(coveragePage(after!, exampleReader()), /href="#amendments">correction</)
  } finally {
    await house.close()
  }
})

test('an outlet that goes back to an earlier text has that one again, and what it had put in between is told', async () => {
  const house = await openHouse('sqlite')
  try {
    const lines = (count: string) => `<p>${opening.replace('12', count)}</p>${filler('crane')}`
    house.pages.set('/crane', { lines: lines('12') })
    house.feed('/feed.xml', ['/crane'])
    await house.subscribe('/feed.xml')
    await house.run()
    const { document, entryIds } = await house.article('/crane')
    const again = async (count: string, hours: number) => {
      house.pages.set('/crane', { lines: lines(count) })
      await house.store.jobs.enqueue([
        { kind: 'ingest-entry', key: entryIds[0]!, runAt: new Date(start).toISOString() },
      ])
      await house.run(hours)
    }
    await again('15', 0.2)
    await again('12', 0.4)
    const back = await house.article('/crane')
    assert.equal(back.document.id, document.id)
    assert.equal(back.revisions.length, 2)
    const diff = await compareTexts.run(house.context.operations, compareTexts.input.parse({ id: back.article.id }))
    assert.equal(diff?.before.documentId, back.revisions[1]?.documentId)
    assert.equal(diff?.currentId, document.id)
    assert.equal(diff?.counts.figures, 1)
    const at = document.text.indexOf(opening)
    const input = { documentId: document.id, start: at, end: at + opening.length }
    assert.equal((await getCitation.run(house.context.operations, getCitation.input.parse(input)))?.now, undefined)
  } finally {
    await house.close()
  }
})
