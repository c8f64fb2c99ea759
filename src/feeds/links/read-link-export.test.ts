import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import fc from 'fast-check'
import { parseCsv } from './link-export-csv.ts'
import { readLinkExport } from './read-link-export.ts'
import { timeOf, webLink } from './saved-link.ts'

describe('CSV', () => {
  test('is read as RFC 4180 writes it', () => {
    assert.deepEqual(parseCsv('\uFEFFa,b\r\n"x, ""y""\nz",\r\n\r\n,"q"\n'), [
      ['a', 'b'],
      ['x, "y"\nz', ''],
      ['', 'q'],
    ])
  })
  test('that breaks the rules loses nothing', () => {
    assert.deepEqual(parseCsv('a"b,"c"d,e\n"never closed, '), [['a"b', 'cd', 'e'], ['never closed, ']])
  })
  test('comes back from what any program would write', () => {
    const cell = fc.string({ unit: fc.constantFrom('a', '"', ',', '\n', '\r', ' ', 'é') })
    const table = fc.array(fc.array(cell, { minLength: 2, maxLength: 4 }), { maxLength: 5 })
    fc.assert(
      fc.property(table, (rows) => {
        const text = rows.map((row) => row.map((each) => `"${each.replaceAll('"', '""')}"`).join(',')).join('\r\n')
        assert.deepEqual(parseCsv(text), rows)
      }),
    )
  })
})

test('times are seconds, milliseconds, microseconds or words', () => {
  const at = '2021-05-01T12:00:00.000Z'
  for (const given of ['1619870400', '1619870400000', '1619870400000000', '2021-05-01 12:00:00', at, 1619870400])
    assert.equal(timeOf(given), at, String(given))
  for (const given of ['', 'soon', '0', '99999999999999999', undefined, null, {}])
    assert.equal(timeOf(given), undefined)
})

test('only addresses of the web are links', () => {
  assert.equal(webLink(' HTTPS://A.example '), 'https://a.example/')
  for (const given of ['javascript:alert(1)', 'file:///etc/x', 'about:blank', '', 'a.example', 'data:text/html,x'])
    assert.equal(webLink(given), undefined)
})

describe('the export of', () => {
  test('Pocket: tags, and what is archived is read', () => {
    const file = readLinkExport(
      [
        'title,url,time_added,tags,status',
        '"Rain, again",https://a.example/rain,1619870400,weather|to read,unread',
        'https://a.example/wind,https://a.example/wind,1619870401,,archive',
        'Broken,not an address,1619870402,,unread',
      ].join('\n'),
    )
    assert.equal(file?.program, 'Pocket')
    assert.deepEqual(file?.links, [
      {
        url: 'https://a.example/rain',
        title: 'Rain, again',
        savedAt: '2021-05-01T12:00:00.000Z',
        tags: ['weather', 'to read'],
        isRead: false,
      },
      { url: 'https://a.example/wind', savedAt: '2021-05-01T12:00:01.000Z', tags: [], isRead: true },
    ])
    assert.deepEqual(file?.skipped, ['Row 4: “not an address” is not a web address.'])
    assert.deepEqual(readLinkExport('title,url,time_added,tags,status\n')?.links, [])
  })

  test('Instapaper: folders are tags, Archive is read, Starred is a favorite', () => {
    const file = readLinkExport(
      [
        'URL,Title,Selection,Folder,Timestamp,Tags',
        'https://a.example/1,One,,Unread,1619870400,"[""sea"", ""ships""]"',
        'https://a.example/2,Two,,Archive,1619870400,[]',
        'https://a.example/3,Three,,Starred,1619870400,',
        'https://a.example/4,Four,some words,Kitchen,1619870400,',
      ].join('\n'),
    )
    assert.equal(file?.program, 'Instapaper')
    assert.deepEqual(
      file?.links.map(({ tags, isRead }) => [tags, isRead]),
      [
        [['sea', 'ships'], false],
        [[], true],
        [['favorite'], false],
        [['Kitchen'], false],
      ],
    )
  })

  test('Readwise Reader: what is archived or read to the end is read', () => {
    const file = readLinkExport(
      [
        'Title,URL,ID,Document tags,Saved date,Reading progress,Location,Seen',
        `One,https://a.example/1,x1,"['sea', 'ships']",2021-05-01 12:00:00+00:00,0.2,new,True`,
        'Two,https://a.example/2,x2,,2021-05-01 12:00:00+00:00,0.1,archive,True',
        'Three,https://a.example/3,x3,,2021-05-01 12:00:00+00:00,1,later,True',
      ].join('\n'),
    )
    assert.equal(file?.program, 'Readwise Reader')
    assert.deepEqual(
      file?.links.map(({ tags, isRead, savedAt }) => [tags, isRead, savedAt]),
      [
        [['sea', 'ships'], false, '2021-05-01T12:00:00.000Z'],
        [[], true, '2021-05-01T12:00:00.000Z'],
        [[], true, '2021-05-01T12:00:00.000Z'],
      ],
    )
  })

  test('wallabag: text, byline, tags, star and archive; annotations are named', () => {
    const item = {
      is_archived: 1,
      is_starred: 1,
      tags: ['sea'],
      id: 1,
      title: 'One',
      url: 'https://a.example/1',
      content: '<p>The sea was calm.</p>',
      created_at: '2021-05-01T14:00:00+0200',
      published_at: '2021-04-30T08:00:00+0000',
      published_by: ['Ada Holm', null],
      language: 'en_US',
      annotations: [{ text: 'my note', quote: 'calm' }],
    }
    const file = readLinkExport(JSON.stringify([item, { ...item, url: 'javascript:x', annotations: [] }]))
    assert.equal(file?.program, 'wallabag')
    assert.deepEqual(file?.links, [
      {
        url: 'https://a.example/1',
        title: 'One',
        savedAt: '2021-05-01T12:00:00.000Z',
        publishedAt: '2021-04-30T08:00:00.000Z',
        authors: ['Ada Holm'],
        language: 'en-US',
        contentHtml: '<p>The sea was calm.</p>',
        tags: ['sea', 'favorite'],
        isRead: true,
      },
    ])
    assert.deepEqual(file?.skipped, [
      'Item 2: “javascript:x” is not a web address.',
      '1 annotation was not taken: keep the file.',
    ])
  })

  test('Omnivore: labels, state, and the name of the text', () => {
    const file = readLinkExport(
      JSON.stringify([
        {
          id: 'x',
          slug: 'one-1',
          title: 'One',
          author: 'Ada Holm',
          url: 'https://a.example/1',
          state: 'Archived',
          labels: ['sea', { name: 'ships' }],
          savedAt: '2021-05-01T12:00:00.000Z',
          publishedAt: null,
        },
      ]),
    )
    assert.equal(file?.program, 'Omnivore')
    const [link] = file?.links ?? []
    assert.deepEqual(
      [link?.slug, link?.tags, link?.isRead, link?.authors],
      ['one-1', ['sea', 'ships'], true, ['Ada Holm']],
    )
  })

  test('Pinboard: the title is called description, tags have spaces between', () => {
    const file = readLinkExport(
      '[{"href":"https://a.example/1","description":"One","time":"2021-05-01T12:00:00Z","tags":"sea ships","toread":"no"}]',
    )
    assert.deepEqual(file?.links, [
      {
        url: 'https://a.example/1',
        title: 'One',
        savedAt: '2021-05-01T12:00:00.000Z',
        tags: ['sea', 'ships'],
        isRead: true,
      },
    ])
  })

  test('a browser: folders are tags, scripts are named, the folders of the browser itself are none', () => {
    const file = readLinkExport(`<!DOCTYPE NETSCAPE-Bookmark-file-1>
<TITLE>Bookmarks</TITLE>
<H1>Bookmarks</H1>
<DL><p>
  <DT><H3 PERSONAL_TOOLBAR_FOLDER="true">Bookmarks bar</H3>
  <DL><p>
    <DT><A HREF="https://a.example/1" ADD_DATE="1619870400" TAGS="sea,ships">One &amp; more</A>
    <DT><H3>Kitchen</H3>
    <DL><p>
      <DT><A HREF="https://a.example/2?a=1&amp;b=2">Two</A>
      <DD>A note
    </DL><p>
    <DT><A HREF="javascript:void(0)">A script</A>
    <DT><A HREF="https://a.example/3">Three</A>
  </DL><p>
</DL>`)
    assert.equal(file?.program, 'Bookmarks')
    assert.deepEqual(
      file?.links.map(({ url, title, tags }) => [url, title, tags]),
      [
        ['https://a.example/1', 'One & more', ['sea', 'ships']],
        ['https://a.example/2?a=1&b=2', 'Two', ['Kitchen']],
        ['https://a.example/3', 'Three', []],
      ],
    )
    assert.deepEqual(file?.skipped, ['A script: “javascript:void(0)” is not a web address.'])
  })

  test('Pocket as a page: what stands under the archive is read', () => {
    const file = readLinkExport(`<!DOCTYPE html><html><head><title>Pocket Export</title></head><body>
<h1>Unread</h1><ul><li><a href="https://a.example/1" time_added="1619870400" tags="sea">One</a></li></ul>
<h1>Read Archive</h1><ul><li><a href="https://a.example/2" time_added="1619870400" tags="">Two</a></li></ul></body></html>`)
    assert.deepEqual(
      file?.links.map(({ title, tags, isRead }) => [title, tags, isRead]),
      [
        ['One', ['sea'], false],
        ['Two', [], true],
      ],
    )
  })
})

describe('starred items in the format of Google Reader', () => {
  const item = {
    id: 'tag:google.com,2005:reader/item/1',
    title: 'Piers &amp; quays',
    published: 1619870400,
    canonical: [{ href: 'https://a.example/1?a=1&b=2' }],
    summary: { content: '<p>The <a href="/pier">pier</a>.</p>' },
    author: 'A. Writer',
    categories: ['user/7/state/com.google/read', 'user/7/state/com.google/starred', 'user/7/label/Sea'],
    origin: { streamId: 'feed/https://a.example/feed', title: 'A' },
  }
  const read = (value: unknown) => readLinkExport(JSON.stringify(value))

  test('have their title, text, labels and read state, and the time of the article', () => {
    assert.deepEqual(read({ id: 'user/7/state/com.google/starred', items: [item] }), {
      program: 'Google Reader format',
      skipped: [],
      links: [
        {
          url: 'https://a.example/1?a=1&b=2',
          title: 'Piers & quays',
          savedAt: '2021-05-01T12:00:00.000Z',
          publishedAt: '2021-05-01T12:00:00.000Z',
          contentHtml: '<p>The <a href="https://a.example/pier">pier</a>.</p>',
          authors: ['A. Writer'],
          tags: ['Sea'],
          isRead: true,
        },
      ],
    })
  })

  test('come from Feedly, with milliseconds and tags that are objects', () => {
    const { canonical, categories: _, ...rest } = item
    const tags = [{ id: 'user/x/tag/global.saved' }, { id: 'user/x/tag/Harbor' }]
    const file = read([{ ...rest, alternate: canonical, published: 1619870400000, unread: false, tags }])
    assert.deepEqual(
      file?.links.map(({ publishedAt, tags: names, isRead }) => [publishedAt, names, isRead]),
      [['2021-05-01T12:00:00.000Z', ['Harbor'], true]],
    )
  })

  test('among others: those without a star and those without a link are named', () => {
    const file = read({ items: [item, { ...item, categories: [] }, { ...item, canonical: [] }] })
    assert.deepEqual(
      [file?.links.length, file?.skipped],
      [1, ['Item 3: there is no URL.', '1 article without a star or label.']],
    )
  })
})

test('a file that is too long is read as far as any is, and says so', () => {
  const csv = readLinkExport(`url,title\nhttps://a.example/,x\n${'x,\n'.repeat(100_500)}`)
  assert.deepEqual([csv?.links.length, csv?.skipped.length], [1, 1_001])
  assert.match(csv?.skipped.at(-1) ?? '', /^And 99\d{3} more\.$/)
  const html = readLinkExport(`<!doctype netscape-bookmark-file-1>${'<a href=http:a>'.repeat(100_500)}`)
  assert.deepEqual([html?.links.length, html?.skipped], [100_000, ['All links after the first 100000.']])
})

describe('what is no list of links', () => {
  for (const text of [
    '',
    'Rain at last\nIt rained.',
    'Name, address, phone\nAda, Bridge Road 1, 12345',
    '[]',
    '[1, 2, 3]',
    '[{"text":"x"}]',
    '[broken',
    '<!doctype html><title>Page</title><a href="https://a.example/">x</a>',
    '{"url":"https://a.example/"}',
    '{"items":[{"url":"https://a.example/"}]}',
    '{"text":"One."}\n{"text":"Two."}',
  ])
    test(`is none: ${JSON.stringify(text).slice(0, 60)}`, () => assert.equal(readLinkExport(text), undefined))

  test('never throws, and names only what it was given', () => {
    const start = fc.constantFrom(
      'title,url,time_added,tags,status\n',
      '[{"url":"https://a.example",',
      '<!DOCTYPE NETSCAPE-Bookmark-file-1>',
      '',
    )
    fc.assert(
      fc.property(
        start,
        fc.string({
          unit: fc.constantFrom('"', ',', '<a href=', '>', '</dl', '<dl>', '[', '{', '}', 'x', '\n', '<h3'),
        }),
        (head, tail) => {
          for (const { url } of readLinkExport(head + tail)?.links ?? []) assert.match(url, /^https?:/)
        },
      ),
    )
  })
})
