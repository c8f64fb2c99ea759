import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import fc from 'fast-check'
import { parseOpml } from './opml.ts'
import { readOutlineTag } from './outline-tag.ts'

const list = (body: string) => `<opml version="2.0"><body>${body}</body></opml>`
const good = '<outline text="B" xmlUrl="https://b.example/"/>'

function taken(body: string) {
  const result = parseOpml(list(body))
  assert.ok(result.kind === 'outlines', JSON.stringify(result))
  return result
}

/** Malformed outlines for the feed `https://a.example/`. */
const broken: Readonly<Record<string, string>> = {
  'a tag in a value': '<outline text="A" description="<p>x</p>" xmlUrl="https://a.example/"/>',
  'a tag of a list in a value': '<outline text="A" description="see <outline> there" xmlUrl="https://a.example/"/>',
  'a sign in a value': '<outline text="A < b > c" xmlUrl="https://a.example/"/>',
  'a picture in a value': "<outline text='A' description='<img src=\"x\" alt=\"y\"/>' xmlUrl='https://a.example/'/>",
  'quotation marks in a value': '<outline text="A "so called" list" xmlUrl="https://a.example/"/>',
  'a tag with quotation marks in a value':
    '<outline text="A" description="<p class="x" id="y">words</p>" xmlUrl="https://a.example/"/>',
  'no quotation mark behind a value': '<outline text="A xmlUrl="https://a.example/"/>',
  'none behind the last value': '<outline xmlUrl="https://a.example/" text="A/>',
  'none at all': '<outline text=A xmlUrl=https://a.example/>',
  'no space between attributes': '<outline text="A"xmlUrl="https://a.example/"type="rss"/>',
  'an attribute twice': '<outline text="A" xmlUrl="" xmlUrl="https://a.example/" text="Z"/>',
  'bare ampersands': '<outline text="A & B &c" xmlUrl="https://a.example/"/>',
  'spaces around the equals sign': '<outline text = "A" xmlUrl\n=\n"https://a.example/" />',
  'an attribute without a value': '<outline text="A" collapsed xmlUrl="https://a.example/" hidden/>',
  'no end of the outline': '<outline text="A" xmlUrl="https://a.example/">',
  'no end of the tag': '<outline text="A" xmlUrl="https://a.example/"',
  'an end too many': '<outline text="A" xmlUrl="https://a.example/"/></outline></outline>',
}

describe('an outline with', () => {
  for (const [what, outline] of Object.entries(broken))
    test(`${what} is read, and the next one, too`, () => {
      const folder = `<outline text="F">${outline}\n${good}</outline>`
      for (const [body, where] of [
        [`${outline}\n${good}`, undefined],
        [outline.endsWith('></outline></outline>') || outline.endsWith('/"') ? '' : folder, 'F'],
      ] as const) {
        if (body === '') continue
        const { feeds } = taken(body)
        assert.deepEqual(
          feeds.map(({ url, folder: of }) => [url, of]),
          [
            [what === 'none at all' ? 'https://a.example' : 'https://a.example/', where],
            ['https://b.example/', where],
          ],
        )
        assert.ok((feeds[0]!.title ?? '').startsWith('A'), feeds[0]!.title)
      }
    })

  test('an address that cannot be read is named', () => {
    const { feeds, skipped } = taken(`<outline text="A" type="rss" xmlUrl="/>${good}<outline title="C" xmlUrl='/>`)
    assert.deepEqual(
      feeds.map(({ url }) => url),
      ['https://b.example/'],
    )
    assert.equal(skipped.length, 2)
    assert.match(skipped.join('\n'), /^A: no feed URL\nC: no feed URL can be read, its quotation marks are broken/)
  })
})

const word = fc.constantFrom(
  'A',
  'Rivers & lakes',
  '<b>x</b>',
  'a "b" c',
  '<p class="x">y</p>',
  "l'eau",
  'x > y',
  '日本',
  '<',
)
const name = fc.constantFrom('description', 'title', 'note', 'x:y')

describe('lists of outlines with anything in their values', () => {
  test('lose no feed and file none elsewhere', () => {
    const attribute = fc.tuple(name, word).map(([key, value]) => `${key}="${value}"`)
    const feed = fc.record({
      before: fc.array(attribute, { maxLength: 2 }),
      behind: fc.array(attribute, { maxLength: 2 }),
    })
    const folders = fc.array(fc.array(feed, { minLength: 1, maxLength: 4 }), { minLength: 1, maxLength: 4 })
    fc.assert(
      fc.property(folders, (all) => {
        let count = 0
        const wanted: (readonly [string, string])[] = []
        const body = all.map((feeds, folder) => {
          const outlines = feeds.map(({ before, behind }) => {
            const url = `https://f${++count}.example/`
            wanted.push([url, `F${folder}`])
            return `<outline ${[...before, `xmlUrl="${url}"`, ...behind].join(' ')}/>`
          })
          return `<outline text="F${folder}">${outlines.join('\n')}</outline>`
        })
        const { feeds } = taken(body.join('\n'))
        assert.deepEqual(
          feeds.map(({ url, folder }) => [url, folder]),
          wanted,
        )
      }),
      { numRuns: 300 },
    )
  })

  test('take time in proportion to their length', { timeout: 120_000 }, () => {
    for (const piece of [
      'a="',
      'a="b"c',
      `a='"`,
      '" ',
      ' x',
      '="<b ',
      'a=" b="',
      '<p class="',
      '=" \n',
      '"<outline ',
      "a='<outline/>' ",
    ]) {
      const text = `<outline ${piece.repeat(500_000 / piece.length)}`
      const from = process.threadCpuUsage()
      parseOpml(list(text))
      const { user, system } = process.threadCpuUsage(from)
      assert.ok(user + system < 2_500_000, `${piece}: ${(user + system) / 1000} ms of a core`)
    }
  })

  test('of any text end at a place behind their beginning', () => {
    fc.assert(
      fc.property(fc.string({ unit: fc.constantFrom('a', '=', '"', "'", '<', '>', '/', ' ', 'outline') }), (text) => {
        const tag = readOutlineTag(`<outline ${text}`, 0)
        assert.ok(tag.end > 0 && tag.end <= text.length + 9)
      }),
      { numRuns: 500 },
    )
  })
})
