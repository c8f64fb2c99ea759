import type { Context, Hono } from 'hono'
import { setPreferences } from '../operations/accounts/preferences.ts'
import type { PictureResult } from '../operations/articles/get-picture.ts'
import { getPicture } from '../operations/articles/get-picture.ts'
import { readSharedPage } from '../operations/articles/read-page.ts'
import { findPage } from '../operations/library/find-page.ts'
import type { InputOf } from '../operations/operation.ts'
import { getStory } from '../operations/stories/get-story.ts'
import { fresh } from './answer-fresh.ts'
import { readForm, text } from './form.ts'
import { articlePath } from './layout/links.ts'
import { offlinePage } from './layout/pages/offline.ts'
import { sharePage } from './library/pages/share.ts'
import { icons, manifest } from './manifest.ts'
import { markPng } from './mark.ts'
import { interfaceLanguages, type Reader, wordsIn } from './reader.ts'
import type { RunIn } from './request-reader.ts'
import { readerOf, type WebOptions } from './request-reader.ts'
import { safePath } from './safe-path.ts'
import { serviceWorker } from './service-worker.ts'
import { storyCardSvg } from './stories/parts/card-svg.ts'

const sandbox = "default-src 'none'; sandbox"

const MONTH_SECONDS = 30 * 86_400

const drawn = new Map<string, Buffer<ArrayBuffer>>()

/** The installed app: manifest, icons, service worker, offline page. They are the same for everybody, and open to anybody. */
export function openAppRoutes(web: Hono, options: WebOptions): void {
  const worker = serviceWorker(options.version)
  web.get('/sw.js', (context) =>
    context.body(worker, 200, { 'Content-Type': 'text/javascript; charset=utf-8', 'Cache-Control': 'no-cache' }),
  )
  web.get('/manifest.webmanifest', (context) =>
    context.body(JSON.stringify(manifest(inLanguage(context, readerOf(context, options)))), 200, {
      'Content-Type': 'application/manifest+json; charset=utf-8',
      'Cache-Control': 'no-cache',
    }),
  )
  web.get('/icons/:file{[a-z]+-\\d+\\.png}', (context) => {
    const icon = icons.find(({ name }) => `${name}.png` === context.req.param('file'))
    if (!icon) return context.notFound()
    const png = drawn.get(icon.name) ?? markPng(icon.size, icon.isMaskable)
    drawn.set(icon.name, png)
    return context.body(png, 200, { 'Content-Type': 'image/png', 'Cache-Control': 'public, max-age=86400' })
  })
  web.get('/offline', (context) => {
    const reader = inLanguage(context, readerOf(context, options))
    context.header('Vary', 'Accept-Language, Cookie')
    return context.html(offlinePage(reader), 200, { 'Cache-Control': 'private, no-cache' })
  })
}

/** Pictures through this server, cards of stories, and what is shared to the app. */
export function appRoutes(web: Hono, run: RunIn, options: WebOptions): void {
  web.get('/images/:key{[\\w-]{24}}', async (context) => {
    const { article, entry } = context.req.query()
    const of: InputOf<typeof getPicture>['of'] | undefined = article
      ? { articleId: article }
      : entry
        ? { entryId: entry }
        : undefined
    const isForeign = context.req.header('sec-fetch-site') === 'cross-site'
    if (!of || isForeign || readerOf(context, options).preferences.images === 'off') return noPicture(context, 404)
    const result = await run(context, getPicture, { key: context.req.param('key'), of })
    return result ? picture(context, result, context.req.param('key')) : noPicture(context, 404)
  })
  web.get('/stories/:id/card.svg', async (context) => {
    const view = await run(context, getStory, { id: context.req.param('id') })
    if (!view) return context.notFound()
    context.header('Vary', 'Accept-Language, Cookie')
    return context.body(storyCardSvg(view, readerOf(context, options)), 200, {
      'Content-Type': 'image/svg+xml; charset=utf-8',
      'Content-Security-Policy': sandbox,
      'Cache-Control': 'private, no-cache',
    })
  })
  web.get('/share', async (context) => {
    const { url = '', text = '', title = '' } = context.req.query()
    const found = await run(context, findPage, { url, text, title })
    if (found?.kind === 'known') return context.redirect(articlePath(found.articleId), 303)
    return context.html(sharePage(found ?? { kind: 'no-address' }, readerOf(context, options)), 200, fresh)
  })
  web.post('/share', async (context) => {
    const form = await readForm(context)
    const url = (form && text(form, 'url')) ?? ''
    const found = await run(context, findPage, { url })
    if (found?.kind === 'known') return context.redirect(articlePath(found.articleId), 303)
    const result = await run(context, readSharedPage, { url })
    if (result?.kind === 'read') return context.redirect(articlePath(result.articleId), 303)
    const page = sharePage(
      found ?? { kind: 'no-address' },
      { ...readerOf(context, options), path: '/share' },
      result?.message,
    )
    return context.html(page, 422, fresh)
  })
  web.post('/images/always', async (context) => {
    const form = await readForm(context)
    await run(context, setPreferences, { preferences: { images: 'on' } })
    return context.redirect(safePath(form && text(form, 'back'), '/'), 303)
  })
}

/** The reader in the language the address asks for: a device keeps the offline page in every one. */
function inLanguage(context: Context, reader: Reader): Reader {
  const language = interfaceLanguages.find(({ code }) => code === context.req.query('language'))?.code
  return language ? { ...reader, language, words: wordsIn(language), path: '/offline' } : reader
}

/** Bytes of others under our address: only ever a picture of the kind its bytes say, and nothing it holds may run. */
function picture(context: Context, result: PictureResult, key: string): Response {
  if (result.kind === 'failed') return noPicture(context, result.reason === 'unreachable' ? 502 : 404)
  return context.body(new Uint8Array(result.bytes), 200, {
    'Content-Type': result.header.type,
    'Content-Security-Policy': sandbox,
    'Cache-Control': `private, max-age=${MONTH_SECONDS}, immutable`,
    ETag: `"${key}"`,
  })
}

function noPicture(context: Context, status: 404 | 502): Response {
  return context.text('', status, { 'Cache-Control': 'no-store' })
}
