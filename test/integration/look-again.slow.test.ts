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
import { filler, hourMs, openInstance, opening, start } from './look-instance.ts'

for (const dialect of dialects)
  test(`${dialect}: a page that says something else later is a new revision, and citations keep naming the old one`, {
    skip: skipReason(dialect),
  }, async () => {
    const instance = await openInstance(dialect)
    try {
      instance.pages.set('/crane', { lines: `<p>${opening}</p>${filler('crane')}`, etag: '"1"' })
      instance.feed('/feed.xml', ['/crane'])
      await instance.subscribe('/feed.xml')
      await instance.run()
      const first = await instance.article('/crane')
      assert.deepEqual(instance.asked, ['/crane'])

      // Alone in its story: nothing is asked for before the look that is for all.
      await instance.run(1.5)
      assert.deepEqual(instance.asked, ['/crane'])

      instance.pages.set('/crane', {
        lines: `<p>${opening.replace('12', '15')}</p>${filler('crane')}<p>Correction: An earlier version of this article gave the number of people hurt as 12.</p>`,
        etag: '"2"',
      })
      await instance.run(7)
      assert.deepEqual(instance.asked, ['/crane', '/crane "1"'])
      const second = await instance.article('/crane')
      assert.equal(second.revisions.length, 2)
      assert.notEqual(second.document.id, first.document.id)
      assert.equal(second.article.id, first.article.id)

      const view = await instance.view(first.article.id)
      assert.equal(view?.lastLook?.outcome, 'changed')
      assert.deepEqual([view?.changes?.counts?.changed, view?.changes?.counts?.added], [1, 1])
      assert.equal(view?.changes?.counts?.figures, 1)
      assert.deepEqual(
        view?.annotations.amendments?.items.map(({ kind }) => kind),
        ['correction'],
      )

      // A citation of the first text still holds, and says what is there now.
      const at = first.document.text.indexOf(opening)
      const input = { documentId: first.document.id, start: at, end: at + opening.length }
      const cited = await getCitation.run(instance.context.operations, getCitation.input.parse(input))
      assert.ok(cited && matchesText(first.document, cited.citation) && cited.holds)
      assert.equal(cited.citation.exact, opening)
      assert.equal(cited.now?.span, undefined)
      assert.equal(cited.now?.instead?.exact, opening.replace('12', '15'))

      const diff = await compareTexts.run(
        instance.context.operations,
        compareTexts.input.parse({ id: first.article.id }),
      )
      assert.equal(diff?.cause, 'outlet')
      for (const row of diff?.rows ?? []) {
        if (row.before) assert.ok(matchesText(first.document, row.before))
        if (row.after) assert.ok(matchesText(second.document, row.after))
      }
    } finally {
      await instance.close()
    }
  })

for (const dialect of dialects)
  test(`${dialect}: what only stands around an article, a wall, another page or an error makes no revision`, {
    skip: skipReason(dialect),
  }, async () => {
    const instance = await openInstance(dialect)
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
        instance.pages.set(path, { lines, title: `The crane at ${path}` })
      instance.feed('/feed.xml', Object.keys(cases))
      await instance.subscribe('/feed.xml')
      await instance.run()
      for (const [path, { later }] of Object.entries(cases))
        instance.pages.set(path, { title: `The crane at ${path}`, ...later })
      instance.pages.set('/', { title: 'The Crane, paper of Sandvik', lines: filler('ferry') })
      await instance.run(7)
      for (const [path, { outcome }] of Object.entries(cases)) {
        const { article, revisions } = await instance.article(path)
        assert.equal(revisions.length, 1, path)
        assert.equal((await instance.store.rechecks.lastOf(article.id))?.outcome, outcome, path)
        assert.equal((await instance.store.rechecks.goneOf([article.id])).has(article.id), path === '/taken', path)
        const isAbsent = ['/gone', '/no-more', '/home', '/other'].includes(path)
        assert.equal((await instance.store.rechecks.absentOf([article.id])).has(article.id), isAbsent, path)
      }
    } finally {
      await instance.close()
    }
  })

test('pages are looked at in their turns: those of stories more often, as their headers and robots.txt say, and not for ever', async () => {
  const instance = await openInstance('sqlite')
  try {
    const lines = `<p>${opening}</p>${filler('crane')}`
    instance.pages.set('/a', { lines })
    instance.pages.set('/b', { lines })
    instance.pages.set('/fresh', { lines: filler('ferry'), title: 'Ferry fare to rise in spring', maxAge: 10 * 3600 })
    instance.feed('/one.xml', ['/a'])
    instance.feed('/two.xml', ['/b', '/fresh'])
    await instance.subscribe('/one.xml')
    await instance.subscribe('/two.xml')
    await instance.run()
    const count = (path: string) => instance.asked.filter((line) => line.startsWith(path)).length
    const counts = async (hours: number) => {
      await instance.run(hours)
      return ['/a', '/b', '/fresh'].map(count)
    }
    assert.deepEqual(await counts(0.5), [1, 1, 1])
    assert.deepEqual(await counts(1.2), [2, 2, 1])
    assert.deepEqual(await counts(5), [2, 2, 1])
    assert.deepEqual(await counts(7), [3, 3, 1])
    // Its answer was to be held for ten hours.
    assert.deepEqual(await counts(11), [3, 3, 2])
    instance.setRobots('User-agent: *\nDisallow: /b')
    assert.deepEqual(await counts(27), [4, 3, 3])
    assert.equal((await instance.store.rechecks.lastOf((await instance.article('/b')).article.id))?.outcome, 'refused')
    assert.deepEqual(await counts(60), [4, 3, 3])
  } finally {
    await instance.close()
  }
})

test('a page of few words that withdraws its article is the article now, though the feed goes on with the old text', async () => {
  const instance = await openInstance('sqlite')
  try {
    for (const path of ['/a', '/b']) instance.pages.set(path, { lines: `<p>${opening}</p>${filler('crane')}` })
    instance.feed('/feed.xml', ['/a', '/b'])
    await instance.subscribe('/feed.xml')
    await instance.run()
    instance.pages.set('/a', { lines: '<p>This article has been retracted.</p>' })
    instance.pages.set('/b', { lines: '<p>This story has been deleted.</p>' })
    await instance.run(7)
    for (const path of ['/a', '/b']) {
      const { article, annotations } = await instance.article(path)
      assert.equal((await instance.store.rechecks.lastOf(article.id))?.outcome, 'changed', path)
      assert.deepEqual(
        annotations.amendments?.items.map(({ kind }) => kind),
        ['retraction'],
      )
    }
  } finally {
    await instance.close()
  }
})

test('a look that was cut short is made again, by whoever comes next, and changes nothing twice', async () => {
  const instance = await openInstance('sqlite')
  try {
    instance.pages.set('/crane', { lines: `<p>${opening}</p>${filler('crane')}` })
    instance.feed('/feed.xml', ['/crane'])
    await instance.subscribe('/feed.xml')
    await instance.run()
    const due = new Date(start + 7 * hourMs).toISOString()
    // One who takes the look that is for all, and dies with it.
    const [first] = await instance.store.rechecks.claimDue(new Date(start + 2 * hourMs).toISOString(), 9, 1000)
    assert.ok(first)
    assert.deepEqual(await instance.store.rechecks.claimDue(new Date(start + 2 * hourMs).toISOString(), 9, 1000), [])
    instance.pages.set('/crane', { lines: `<p>${opening.replace('12', '15')}</p>${filler('crane')}` })
    await instance.run(2.1)
    await instance.run(7)
    assert.equal((await instance.article('/crane')).revisions.length, 2)
    await instance.store.rechecks.save({ articleId: first.articleId, lookCount: 1, dueAt: due })
    await instance.run(7.1)
    assert.equal((await instance.article('/crane')).revisions.length, 2)
  } finally {
    await instance.close()
  }
})

test('where it is switched off nobody looks again', async () => {
  const instance = await openInstance('sqlite', { TWOSOURCE_FETCH_PAGES: 'once' })
  try {
    instance.pages.set('/crane', { lines: filler('crane') })
    instance.feed('/feed.xml', ['/crane'])
    await instance.subscribe('/feed.xml')
    await instance.run()
    await instance.run(30)
    assert.deepEqual(instance.asked, ['/crane'])
  } finally {
    await instance.close()
  }
})

test('an entry that changes while its page is behind a wall keeps the text there was; one that tells more gets it', async () => {
  const instance = await openInstance('sqlite')
  try {
    instance.pages.set('/crane', { lines: `<p>${opening}</p>${filler('crane')}` })
    instance.feed('/feed.xml', ['/crane'])
    await instance.subscribe('/feed.xml')
    await instance.run()
    const before = (await instance.article('/crane')).document.id
    instance.pages.set('/crane', { lines: '', status: 403 })
    const entry = (await instance.article('/crane')).entryIds[0]!
    await instance.store.jobs.enqueue([{ kind: 'ingest-entry', key: entry, runAt: new Date(start).toISOString() }])
    await instance.run(0.1)
    assert.equal((await instance.article('/crane')).document.id, before)
  } finally {
    await instance.close()
  }
})

test('a story is told from the newest text, and what was cited of the older one says that it changed since', async () => {
  const instance = await openInstance('sqlite')
  try {
    const said = '“The crane was checked in January and was safe,” said Anna Lind, the mayor of Sandvik.'
    const lines = (first: string, more: string) => `<p>${first}</p><p>${more}</p>${filler('crane')}`
    instance.pages.set('/a', { lines: lines(opening, said) })
    instance.pages.set('/b', {
      lines: lines(opening, 'Two cranes stand in the harbor of Sandvik.'),
      title: 'Crane falls in Sandvik',
    })
    instance.feed('/one.xml', ['/a'])
    instance.feed('/two.xml', ['/b'])
    await instance.subscribe('/one.xml')
    await instance.subscribe('/two.xml')
    await instance.run()
    const first = await instance.article('/a')
    assert.ok(first.storyId && first.storyId === (await instance.article('/b')).storyId)
    const tell = async () => getStory.run(instance.context.operations, getStory.input.parse({ id: first.storyId }))
    const cites = (view: unknown, id: string) => JSON.stringify(view).includes(`"documentId":"${id}","span"`)
    const before = await tell()
    assert.ok(JSON.stringify(before?.dossier).includes('checked in January'))
    assert.ok(cites(before?.dossier, first.document.id))

    instance.pages.set('/a', {
      lines: lines(opening, 'This article has been corrected: a quotation of the mayor was taken out.'),
    })
    // The page is looked at, and the story is not told again yet.
    await instance.lookOnly(1.2)
    const second = await instance.article('/a')
    assert.notEqual(second.document.id, first.document.id)
    const between = await tell()
    const at = first.document.text.indexOf('The crane was checked')
    assert.ok(between?.documents[first.document.id]?.gone?.some(({ start }) => start === at))
    assert.match(storyPage(between!, exampleReader()), /changed since/)

    await instance.run(1.3)
    const after = await tell()
    assert.ok(!cites(after?.dossier, first.document.id))
    assert.ok(!JSON.stringify(after?.dossier).includes('checked in January'))
    assert.deepEqual(
      after?.dossier.amendments?.map(({ kind }) => kind),
      ['correction'],
    )
    assert.match(coveragePage(after!, exampleReader()), /href="#amendments">correction</)
  } finally {
    await instance.close()
  }
})

test('an outlet that goes back to an earlier text has that one again, and what it had put in between is told', async () => {
  const instance = await openInstance('sqlite')
  try {
    const lines = (count: string) => `<p>${opening.replace('12', count)}</p>${filler('crane')}`
    instance.pages.set('/crane', { lines: lines('12') })
    instance.feed('/feed.xml', ['/crane'])
    await instance.subscribe('/feed.xml')
    await instance.run()
    const { document, entryIds } = await instance.article('/crane')
    const again = async (count: string, hours: number) => {
      instance.pages.set('/crane', { lines: lines(count) })
      await instance.store.jobs.enqueue([
        { kind: 'ingest-entry', key: entryIds[0]!, runAt: new Date(start).toISOString() },
      ])
      await instance.run(hours)
    }
    await again('15', 0.2)
    await again('12', 0.4)
    const back = await instance.article('/crane')
    assert.equal(back.document.id, document.id)
    assert.equal(back.revisions.length, 2)
    const diff = await compareTexts.run(instance.context.operations, compareTexts.input.parse({ id: back.article.id }))
    assert.equal(diff?.before.documentId, back.revisions[1]?.documentId)
    assert.equal(diff?.currentId, document.id)
    assert.equal(diff?.counts.figures, 1)
    const at = document.text.indexOf(opening)
    const input = { documentId: document.id, start: at, end: at + opening.length }
    assert.equal((await getCitation.run(instance.context.operations, getCitation.input.parse(input)))?.now, undefined)
  } finally {
    await instance.close()
  }
})
