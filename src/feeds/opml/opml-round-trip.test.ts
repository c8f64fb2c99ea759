import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import fc from 'fast-check'
import type { OpmlFeed, StoredOutline } from '../../core/feed/subscription-list.ts'
import { arrangeOutlines } from './arrange-outlines.ts'
import { dialects } from './opml-fixture.ts'
import type { OpmlOutline, OpmlTree } from './opml-tree.ts'
import { placeOutlines } from './place-outlines.ts'
import { readOpml } from './read-opml.ts'
import { writeOpmlTree } from './write-opml.ts'

function treeOf(text: string): OpmlTree {
  const read = readOpml(text)
  assert.equal(read.kind, 'tree', JSON.stringify(read))
  return (read as { tree: OpmlTree }).tree
}

/** The subscriptions after importing a list, and what is stored of the list. */
function takenIn({ outlines }: Pick<OpmlTree, 'outlines'>) {
  const { places } = placeOutlines({ outlines })
  const feeds = new Map<string, OpmlFeed>()
  for (const { feed } of places) if (feed && !feeds.has(feed.url)) feeds.set(feed.url, feed)
  const kept = places.map(
    ({ feed, isAgain: _, ...place }): StoredOutline => ({ ...place, ...(feed && { url: feed.url }) }),
  )
  return { feeds: [...feeds.values()], kept }
}

function foldersOf(outlines: readonly OpmlOutline[]): Record<string, string> {
  return Object.fromEntries(takenIn({ outlines }).feeds.map(({ url, folder = '' }) => [url, folder]))
}

const list = (body: string) => treeOf(`<opml version="2.0"><body>${body}</body></opml>`)
const text = (outlines: readonly OpmlOutline[]) =>
  writeOpmlTree({ attributes: [], head: [], outlines })
    .replace(/^[\s\S]*<body>\s*|\s*<\/body>[\s\S]*$/g, '')
    .replace(/\n\s*/g, '')

const url = fc.constantFrom('https://a.example/', 'https://b.example/x', 'http://c.example/rss', 'file:///no', '')
const name = fc.constantFrom('News', 'World', 'A/B', 'News/World', ' padded ', '/', 'x//y', '日本', '')
const outline = fc.memo((depth): fc.Arbitrary<OpmlOutline> => {
  const attribute = fc.oneof(
    fc.tuple(fc.constantFrom('xmlUrl', 'url'), url),
    fc.tuple(fc.constantFrom('text', 'title'), name),
    fc.tuple(fc.constant('type'), fc.constantFrom('rss', 'link', 'include', 'HTML+XPath')),
    fc.tuple(fc.constant('category'), fc.constantFrom('/Tech/Web,/Other', 'x', '')),
  )
  const attributes = fc.uniqueArray(attribute, { maxLength: 5, selector: ([given]) => given })
  const outlines = depth > 1 ? fc.array(outline(), { maxLength: 4 }) : fc.constant([])
  return fc.record({ attributes, outlines }, { noNullPrototype: true }) as fc.Arbitrary<OpmlOutline>
})

describe('a list taken in and given out again', () => {
  for (const [program, opml] of Object.entries(dialects))
    test(`of ${program} is the same, with all that stands in it`, () => {
      const tree = treeOf(opml)
      const { feeds, kept } = takenIn(tree)
      assert.ok(feeds.length > 0)
      for (const sign of opml.match(/(?<=[\s<])[a-z]+:?[\w-]+(?==|>)/gi) ?? [])
        assert.ok(writeOpmlTree(tree).includes(sign), sign)
      const again = treeOf(writeOpmlTree({ ...tree, outlines: arrangeOutlines(feeds, kept) }))
      assert.deepEqual(again, tree)
    })

  test('of any shape has lost nothing', () => {
    fc.assert(
      fc.property(fc.array(outline(4), { maxLength: 4 }), (outlines) => {
        const { feeds, kept } = takenIn({ outlines })
        assert.deepEqual(arrangeOutlines(feeds, kept), outlines)
      }),
      { numRuns: 200 },
    )
  })

  test('gives the folders that feeds are in now, wherever they were, and leaves out who is gone', () => {
    const folder = fc.constantFrom('', 'News', 'News/World', 'A/B', 'Tech/Web', 'x//y', '/', 'a /b', 'New', 'New/Inner')
    const change = fc.record({ folder, isGone: fc.boolean() })
    fc.assert(
      fc.property(
        fc.array(outline(4), { maxLength: 4 }),
        fc.array(change, { minLength: 3, maxLength: 3 }),
        (outlines, changes) => {
          const { feeds, kept } = takenIn({ outlines })
          const now = feeds
            .map((feed, index) => ({ ...feed, ...changes[index % 3]! }))
            .filter(({ isGone }) => !isGone)
            .map(({ isGone: _, ...feed }): OpmlFeed => feed)
          const given = foldersOf(arrangeOutlines(now, kept))
          assert.deepEqual(given, Object.fromEntries(now.map(({ url: at, folder: where = '' }) => [at, where])))
        },
      ),
      { numRuns: 200 },
    )
  })
})

describe('the settings of feeds', () => {
  /** As an import applies them. */
  function settingsIn(outlines: readonly OpmlOutline[]) {
    const byUrl = Map.groupBy(
      placeOutlines({ outlines }).places.flatMap(({ feed }) => (feed ? [feed] : [])),
      ({ url: at }) => at,
    )
    return new Map(
      [...byUrl].map(([at, places]) => {
        const names = [...new Set(places.map(({ folder = '' }) => folder))].filter((each) => each !== '')
        const first = places.find(({ isFirst }) => isFirst)?.folder ?? places[0]?.folder ?? ''
        const { isParked, opensOriginal, order, usesOwnText } = places[0]!
        const others = names.filter((each) => each !== first).toSorted()
        return [at, { first, others, isParked, opensOriginal, order, usesOwnText }]
      }),
    )
  }

  test('come back from a list, whatever list they were in before', () => {
    const folders = fc.uniqueArray(fc.constantFrom('News', 'News/World', 'A/B', 'Tech', 'x//y', 'New/Inner'), {
      minLength: 1,
      maxLength: 4,
    })
    const isOn = fc.constantFrom(true as const, undefined)
    const order = fc.constantFrom('newest' as const, 'oldest' as const, undefined)
    const settings = fc.record({ folders, isParked: isOn, opensOriginal: isOn, order, usesOwnText: isOn })
    fc.assert(
      fc.property(
        fc.array(outline(4), { maxLength: 4 }),
        fc.array(settings, { minLength: 3, maxLength: 3 }),
        (outlines, all) => {
          const { feeds, kept } = takenIn({ outlines })
          const now = feeds.map((feed, index): OpmlFeed => {
            const { folders: names, ...others } = all[index % 3]!
            return { ...feed, ...others, folder: names[0], ...(names.length > 1 && { folders: names }) } as OpmlFeed
          })
          const once = arrangeOutlines(now, kept)
          const found = settingsIn(treeOf(writeOpmlTree({ attributes: [], head: [], outlines: once })).outlines)
          for (const [index, { url: at }] of now.entries()) {
            const { folders: names, isParked, opensOriginal, order, usesOwnText } = all[index % 3]!
            const given = found.get(at)!
            const { first, others, ...flags } = given
            assert.deepEqual(flags, { isParked, opensOriginal, order, usesOwnText })
            assert.equal(first, names[0])
            if (names.length > 1) assert.deepEqual(others, names.slice(1).toSorted())
          }
        },
      ),
      { numRuns: 200 },
    )
  })
})

describe('a list with changes made here', () => {
  const tree = list(`<outline text="News" x="1"><outline text="A" xmlUrl="https://a.example/" y="2"/>
    <outline text="World"><outline text="B" xmlUrl="https://b.example/"/></outline><outline text="a note"/></outline>
    <outline text="Also"><outline text="A here too" xmlUrl="https://a.example/"/></outline>`)
  const { feeds, kept } = takenIn(tree)
  const [a, b] = feeds as [OpmlFeed, OpmlFeed]

  test('says the new name of a feed in all its places', () => {
    const given = text(arrangeOutlines([{ ...a, title: 'Ah' }, b], kept))
    assert.match(given, /<outline text="Ah" xmlUrl="https:\/\/a.example\/" y="2"\/>/)
    assert.match(given, /<outline text="Also"><outline text="Ah"/)
  })

  test('has a feed that was moved in its new folder alone, with what was kept of it', () => {
    const given = text(arrangeOutlines([{ ...a, folder: 'Home/Mine' }, b], kept))
    assert.match(
      given,
      /<outline text="Home" title="Home"><outline text="Mine" title="Mine"><outline text="A" [^>]* y="2"\/>/,
    )
    assert.equal(given.split('https://a.example/').length, 2)
    assert.doesNotMatch(given, /Also/)
  })

  test('has a feed that was moved to where it stood, too, there alone', () => {
    const given = text(arrangeOutlines([{ ...a, folder: 'Also' }, b], kept))
    assert.match(given, /<outline text="Also"><outline text="A" xmlUrl/)
    assert.equal(given.split('https://a.example/').length, 2)
  })

  test('calls a folder by its new name and keeps what was said of it', () => {
    const renamed = kept.map((place) => (place.path === 'News' ? { ...place, path: 'Press' } : place))
    const given = text(arrangeOutlines([{ ...a, folder: 'Press' }, b], renamed))
    assert.match(given, /<outline text="Press" x="1"><outline text="A"/)
    assert.match(given, /<outline text="News" title="News"><outline text="World"><outline text="B"/)
  })

  test('keeps notes of a folder whose feeds are gone, and drops folders with nothing left', () => {
    assert.equal(text(arrangeOutlines([], kept)), '<outline text="News" x="1"><outline text="a note"/></outline>')
  })

  test('says where a feed lives now, and of which site it is when that was not said', () => {
    const moved = kept.map((place) => (place.url === a.url ? { ...place, url: 'https://new.example/' } : place))
    const given = text(
      arrangeOutlines([{ ...a, url: 'https://new.example/', siteUrl: 'https://s.example/' }, b], moved),
    )
    assert.match(given, /<outline text="A" xmlUrl="https:\/\/new.example\/" y="2" htmlUrl="https:\/\/s.example\/"\/>/)
  })

  test('has new feeds in the folders of the list', () => {
    const given = text(arrangeOutlines([...feeds, { url: 'https://n.example/', folder: 'News/World' }], kept))
    assert.match(
      given,
      /<outline text="World"><outline text="B" [^>]*\/><outline type="rss" text="https:\/\/n.example\/"/,
    )
  })
})
