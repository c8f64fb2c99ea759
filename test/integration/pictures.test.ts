import assert from 'node:assert/strict'
import { mkdtempSync, readdirSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, before, beforeEach, describe, it } from 'node:test'
import { deflateSync } from 'node:zlib'
import { readConfig } from '../../src/app/config/config.ts'
import { type Context, createContext } from '../../src/app/context.ts'
import { appPicture, markupForApps } from '../../src/operations/articles/app-pictures.ts'
import { getArticle } from '../../src/operations/articles/get-article.ts'
import { getEntry } from '../../src/operations/articles/get-entry.ts'
import { getPicture } from '../../src/operations/articles/get-picture.ts'
import { type PictureHome, pictureKey } from '../../src/operations/articles/picture-home.ts'
import { forReader } from '../../src/operations/for-reader.ts'
import { createPictures, sizedKey } from '../../src/pipeline/pages/pictures.ts'
import { openPictureFolder } from '../../src/store/articles/picture-folder.ts'
import { drawnPicture } from '../drawn-picture.ts'
import { serve } from '../loopback-server.ts'

const jpeg = Buffer.concat([
  Buffer.from([0xff, 0xd8, 0xff, 0xc0, 0, 17, 8, 1, 0xe0, 2, 0x80, 3]),
  Buffer.alloc(40_000, 7),
])
const asked: string[] = []
let origin: string
let folder: string
let context: Context
let articleId: string
let entryId: string
let ownEntryId: string

const open = (settings: Record<string, string> = {}) =>
  createContext(
    readConfig({
      TWOSOURCE_DATA: folder,
      TWOSOURCE_ALLOW_PRIVATE: 'true',
      ...settings,
    }),
    () => {},
    undefined,
    { limits: { pictureBytes: 2 ** 20 } },
  )
const get = (url: string, of: PictureHome = { articleId }, home = of) =>
  getPicture.run(context.operations, getPicture.input.parse({ key: pictureKey(url, home), of }))

before(async () => {
  origin = await serve((request, response) => {
    asked.push(request.url ?? '')
    const send = (type: string, body: Buffer | string, headers: Record<string, string> = {}) =>
      response.writeHead(200, { 'content-type': type, ...headers }).end(body)
    switch (request.url) {
      case '/quay.jpg':
      case '/feed.jpg?a=1&b=2':
        // Called what it is not: the bytes decide.
        return send('text/html', jpeg)
      case '/packed.jpg':
        return send('image/jpeg', deflateSync(jpeg), { 'content-encoding': 'deflate' })
      case '/page.jpg':
        return send('image/jpeg', '<!doctype html><script>alert(1)</script>')
      case '/drawing.jpg':
        return send('image/jpeg', '<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>')
      case '/large.jpg':
        return send('image/jpeg', Buffer.concat([jpeg, Buffer.alloc(2 ** 20)]))
      case '/photo.png':
        return send('image/png', drawnPicture(1200, 800))
      case '/photo-240.png':
        return send('image/png', drawnPicture(240, 160))
      case '/bomb.png':
        return send('image/png', drawnPicture(50_000, 50_000, 0))
      case '/pixel.png':
        return send('image/png', drawnPicture(1, 1))
      case '/moved.jpg':
        return response.writeHead(302, { location: '/quay.jpg' }).end()
      default:
        return response.writeHead(404).end()
    }
  })
  folder = mkdtempSync(join(tmpdir(), 'twosource-images-'))
  context = await open()
  const names = ['quay', 'packed', 'page', 'drawing', 'large', 'moved', 'gone']
  const figures = names.map(
    (name) =>
      `<figure><img src="${origin}/${name}.jpg" width="800" height="600"><figcaption>The ${name} of the harbor</figcaption></figure>`,
  )
  const paragraphs = 'The council of the harbor said on Monday that ferries would run again before the winter. '.repeat(
    4,
  )
  figures.push(
    `<figure><img src="${origin}/photo.png" srcset="${origin}/photo-240.png 240w, ${origin}/photo.png 1200w"><figcaption>The photo</figcaption></figure>`,
    `<figure><img src="${origin}/bomb.png"><figcaption>The bomb</figcaption></figure>`,
    `<figure><img src="${origin}/pixel.png"><figcaption>The pixel</figcaption></figure>`,
  )
  const html = `<html lang="en"><head><title>Ferries run again</title></head><body><article><h1>Ferries run again</h1>${figures.join('')}${`<p>${paragraphs}</p>`.repeat(4)}</article></body></html>`
  await context.operations.importArticles(
    [
      {
        outlet: 'Strait Review',
        url: `${origin}/ferries`,
        body: { kind: 'page', bytes: Buffer.from(html), contentType: 'text/html' },
      },
    ],
    { at: '2026-03-12T10:00:00Z' },
  )
  articleId = (await context.operations.store.articles.findByUrl(`${origin}/ferries`))!.article.id
  const text = `<p>Text</p><img src="${origin}/feed.jpg?a=1&amp;b=2" alt="A quay">`
  const entry = { title: 'T', authors: [], categories: [], enclosures: [], contentHtml: text }
  const { added } = await context.operations.store.feeds.addMany(
    'owner',
    [{ url: `${origin}/feed` }],
    '2026-03-12T10:00:00Z',
  )
  await context.operations.store.feeds.savePolls([
    {
      feedId: added[0]!,
      at: '2026-03-12T10:00:00Z',
      nextPollAt: '2026-03-13T10:00:00Z',
      intervalMinutes: 60,
      isIngestedByCaller: true,
      result: {
        kind: 'parsed',
        title: 'F',
        validators: {},
        bodyHash: '',
        entries: ['k', 'own'].map((key) => ({ entry: { ...entry, key }, contentHash: key, text: () => 'Text' })),
      },
    },
  ])
  entryId = (await context.operations.store.entries.findByKey(added[0]!, 'k'))!
  ownEntryId = (await context.operations.store.entries.findByKey(added[0]!, 'own'))!
})
after(async () => {
  await context[Symbol.asyncDispose]()
  rmSync(folder, { recursive: true, force: true })
})
beforeEach(() => {
  asked.length = 0
})

describe('pictures of articles', () => {
  it('are fetched once however many ask, as what their bytes are, and their size is known from then on', async () => {
    const url = `${origin}/quay.jpg`
    const before = await getArticle.run(context.operations, getArticle.input.parse({ id: articleId }))
    assert.equal(
      before?.article.pictures.some((picture) => picture.url === url),
      true,
    )
    assert.equal(before?.pictureSizes?.[url], undefined)
    const results = await Promise.all([get(url), get(url), get(url)])
    for (const result of results) {
      assert.equal(result?.kind, 'picture')
      if (result?.kind !== 'picture') continue
      assert.deepEqual(result.header, { type: 'image/jpeg', width: 640, height: 480 })
      assert.equal(Buffer.compare(result.bytes, jpeg), 0)
    }
    assert.deepEqual(asked, ['/quay.jpg'])
    await get(url)
    assert.deepEqual(asked, ['/quay.jpg'])
    assert.deepEqual(readdirSync(join(folder, 'images')), [`${pictureKey(url, { articleId })}.640x480.jpg`])
    const after = await getArticle.run(context.operations, getArticle.input.parse({ id: articleId }))
    assert.deepEqual(after?.pictureSizes?.[url], { width: 640, height: 480 })
  })

  it('may be packed on the way, or moved', async () => {
    for (const name of ['packed', 'moved']) assert.equal((await get(`${origin}/${name}.jpg`))?.kind, 'picture', name)
  })

  it('are no page and no drawing, whatever the server calls them, and not too large', async () => {
    const reasons = { page: 'not-a-picture', drawing: 'not-a-picture', large: 'too-large', gone: 'unreachable' }
    for (const [name, reason] of Object.entries(reasons)) {
      const result = await get(`${origin}/${name}.jpg`)
      assert.equal(result?.kind === 'failed' && result.reason, reason, name)
    }
  })

  it('that failed are not asked for again at once', async () => {
    await get(`${origin}/gone.jpg`)
    assert.deepEqual(asked, [])
  })

  it('are only those that stand there: nobody who asks can name an address', async () => {
    assert.equal(await get(`${origin}/secret.jpg`), undefined)
    assert.equal(await get(`${origin}/feed.jpg?a=1&b=2`), undefined)
    assert.equal(await get(`${origin}/drawing.jpg`, { articleId: 'nowhere' }), undefined)
    assert.equal(getPicture.input.safeParse({ key: `${origin}/quay.jpg`, of: { articleId } }).success, false)
    assert.equal(
      getPicture.input.safeParse({ key: pictureKey('x', { articleId }), of: { url: origin } }).success,
      false,
    )
    assert.deepEqual(asked, [])
  })

  it('are not asked of private addresses unless that is allowed', async () => {
    await context[Symbol.asyncDispose]()
    rmSync(join(folder, 'images'), { recursive: true })
    context = await open({ TWOSOURCE_ALLOW_PRIVATE: 'false' })
    const result = await get(`${origin}/quay.jpg`)
    assert.equal(result?.kind === 'failed' && result.reason, 'unreachable')
    assert.deepEqual(asked, [])
    await context[Symbol.asyncDispose]()
    context = await open()
  })
})

describe('pictures in a width', () => {
  const sized = (name: string, width: 200 | 520 | 960) =>
    getPicture.run(
      context.operations,
      getPicture.input.parse({ key: pictureKey(`${origin}/${name}.png`, { articleId }), of: { articleId }, width }),
    )

  it('are made from the narrowest file that is wide enough, and kept', async () => {
    for (const [width, from] of [
      [200, '/photo-240.png'],
      [520, '/photo.png'],
    ] as const) {
      asked.length = 0
      const [one, other] = await Promise.all([sized('photo', width), sized('photo', width)])
      assert.equal(one, other)
      assert.equal(one?.kind, 'picture')
      if (one?.kind !== 'picture') continue
      assert.deepEqual([one.header.type, one.header.width], ['image/webp', width])
      assert.deepEqual(asked, [from])
      assert.equal((await sized('photo', width))?.kind, 'picture')
      assert.equal(asked.length, 1)
    }
    const view = await getArticle.run(context.operations, getArticle.input.parse({ id: articleId }))
    assert.equal(view?.pictureSizes?.[`${origin}/photo.png`], undefined)
    await sized('photo', 960)
    const after = await getArticle.run(context.operations, getArticle.input.parse({ id: articleId }))
    assert.deepEqual(after?.pictureSizes?.[`${origin}/photo.png`], { width: 960, height: 640 })
  })

  it('are only those widths: nobody can have the server make others', () => {
    for (const width of [0, 1, 201, 959, 4000, -200, '200', Number.NaN])
      assert.equal(
        getPicture.input.safeParse({ key: pictureKey('x', { articleId }), of: { articleId }, width }).success,
        false,
      )
  })

  it('are not made of a bomb or of a tracking pixel, and these are not asked for again with every list', async () => {
    for (const [name, reason] of [
      ['bomb', 'not-a-picture'],
      ['pixel', 'not-a-picture'],
    ] as const) {
      const result = await sized(name, 200)
      assert.equal(result?.kind === 'failed' && result.reason, reason)
      asked.length = 0
      await sized(name, 200)
      assert.deepEqual(asked, [])
      const key = sizedKey(pictureKey(`${origin}/${name}.png`, { articleId }), 200)
      assert.equal(context.operations.pictures.hasFailed(key), true)
    }
  })

  it('are the file of about that width where nothing makes them smaller, and none if that is large', async () => {
    const kept = mkdtempSync(join(tmpdir(), 'twosource-unsized-'))
    const pictures = createPictures({
      http: context.operations.http,
      folder: await openPictureFolder(kept, 2 ** 20),
      maxBytes: 2 ** 22,
      now: () => new Date(),
    })
    const files = [{ url: `${origin}/photo.png` }, { url: `${origin}/photo-240.png`, width: 240 }]
    const small = await pictures.fetchSized('a', { width: 200, files })
    assert.equal(small.kind === 'picture' && small.header.width, 240)
    const large = await pictures.fetchSized('a', { width: 960, files })
    assert.equal(large.kind === 'failed' && large.reason, 'too-large')
    rmSync(kept, { recursive: true })
  })
})

describe('pictures of entries', () => {
  it('are those in the text of the feed', async () => {
    const url = `${origin}/feed.jpg?a=1&b=2`
    assert.equal((await get(url, { entryId }))?.kind, 'picture')
    assert.deepEqual(asked, ['/feed.jpg?a=1&b=2'])
    const view = await getEntry.run(context.operations, getEntry.input.parse({ id: entryId }))
    assert.deepEqual(view?.pictureSizes, { [url]: { width: 640, height: 480 } })
    assert.equal(await get(`${origin}/quay.jpg`, { entryId }), undefined)
  })

  it('do not tell whether another reader has seen the same one elsewhere', async () => {
    const url = `${origin}/feed.jpg?a=1&b=2`
    for (const elsewhere of [{ articleId }, { entryId: ownEntryId }, { entryId: 'none' }])
      assert.equal(await get(url, elsewhere, { entryId }), undefined)
    const own = await getEntry.run(context.operations, getEntry.input.parse({ id: ownEntryId }))
    assert.deepEqual(own?.pictureSizes, {}, 'its size is not known before it was fetched for this entry')
    assert.deepEqual(asked, [])
    assert.equal((await get(url, { entryId: ownEntryId }))?.kind, 'picture')
    assert.deepEqual(asked, ['/feed.jpg?a=1&b=2'])
  })
})

describe('pictures for apps', () => {
  const link = (html: string) => ({ id: entryId as never, html })
  const picture = () => `<a href="${origin}/feed.jpg?a=1&amp;b=2" rel="x" class="picture">Picture: A quay</a>`
  const own = () => forReader(context.operations, { id: 'owner', name: '', role: 'owner' })

  it('come from this server without signing in, each by a name of its own, for who may see its entry', async () => {
    const markup = (await markupForApps(own(), 'https://news.example'))(link(picture()))
    const [, name = ''] =
      /src="https:\/\/news\.example\/api\/greader\.php\/pictures\/([\w.-]+)" alt="A quay"/.exec(markup) ?? []
    const found = await appPicture(context.operations, name)
    assert.equal(found?.kind, 'picture')
    const [id, key, reader, signature] = name.split('.')
    const other = Buffer.from('somebody').toString('base64url')
    for (const wrong of [
      [id, key, reader, `${signature}x`],
      [id, key, other, signature],
      [ownEntryId, key, reader, signature],
      [id, key, reader],
      [id, key, reader, signature, ''],
    ])
      assert.equal(await appPicture(context.operations, wrong.join('.')), undefined)
  })

  it('are put before a text without any: the one that lists show, of its feed or of its article', async () => {
    const { store } = context.operations
    await store.articles.linkEntry(ownEntryId as never, articleId as never, '2026-03-12T10:00:00Z')
    for (const [entry, of, url] of [
      [entryId, { entryId }, `${origin}/feed.jpg?a=1&b=2`],
      [ownEntryId, { articleId }, `${origin}/quay.jpg`],
    ] as const) {
      const given = { id: entry as never, html: '<p>Words.</p>', picture: { of: of as never, url, alt: 'A "quay"' } }
      const markup = (await markupForApps(own(), 'https://news.example'))(given)
      const found = /^<p><img src="[^"]*\/pictures\/([\w.-]+)" alt="A &quot;quay&quot;"><\/p><p>Words\.<\/p>$/.exec(
        markup,
      )
      assert.ok(found, markup)
      assert.equal((await appPicture(context.operations, found[1]!))?.kind, 'picture')
      const inLetter = (await markupForApps(own(), 'https://news.example'))({ ...given, isLetter: true })
      assert.equal(inLetter, '<p>Words.</p>')
      const beside = (await markupForApps(own(), 'https://news.example'))({ ...given, html: picture() })
      assert.equal(beside.split('<img').length, 2)
    }
  })

  it('stay links for who wants to be asked, and in newsletters', async () => {
    const { store } = context.operations
    const inLetter = (await markupForApps(own(), 'https://news.example'))({ ...link(picture()), isLetter: true })
    assert.equal(inLetter, picture())
    await store.preferences.set('owner', 'images', 'ask', '2026-03-12T10:00:00Z')
    assert.equal((await markupForApps(own(), 'https://news.example'))(link(picture())), picture())
  })
})
