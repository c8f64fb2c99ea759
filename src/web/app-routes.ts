import type { Context, Hono } from 'hono'
import { defined } from '../core/defined.ts'
import { asId, type SourceId } from '../core/ids.ts'
import { setPreferences } from '../operations/accounts/preferences.ts'
import { getPicture, type PictureResult, pictureWidths } from '../operations/articles/get-picture.ts'
import { readSharedPage } from '../operations/articles/read-page.ts'
import { getOutletIcon } from '../operations/feeds/get-outlet-icon.ts'
import { findPage } from '../operations/library/find-page.ts'
import type { InputOf } from '../operations/operation.ts'
import { checkText } from '../operations/search/check-text.ts'
import { getStory } from '../operations/stories/get-story.ts'
import type { StoryView } from '../operations/views.ts'
import { pathOf } from './below-path.ts'
import { readForm, text } from './form.ts'
import { directionOf, type Html, html, raw } from './layout/html.ts'
import { articlePath } from './layout/links.ts'
import { offlinePage } from './layout/pages/offline.ts'
import { plainLine } from './layout/plain-line.ts'
import { sectionName } from './layout/section.ts'
import { absolute } from './layout/time.ts'
import { sharePage } from './library/pages/save-page.ts'
import { icons, manifest } from './manifest.ts'
import { markPng } from './mark.ts'
import { noStore } from './no-store.ts'
import { interfaceLanguages, type Reader, wordsIn } from './reader.ts'
import { type RunIn, readerOf, type WebOptions } from './request-reader.ts'
import { safePath } from './safe-path.ts'
import { checkPage } from './search/pages/check.ts'
import { serviceWorker } from './service-worker.ts'

const width = 1200
const height = 630
const margin = 72
const mostLines = 4
/** Width of a character relative to its size, in the widest font that may be used. */
const letterShare = 0.64

/**
 * A preview image of a story for sharing, 1200 by 630: headline, number of reports and articles, outlets, and time of the last change. No
 * text of the articles. Drawn with the fonts of the viewer's machine.
 */
export function storyCardSvg({ dossier, changedAt, section }: StoryView, reader: Reader): string {
  const { words } = reader
  const title = dossier.headline.title
  const isRightToLeft = directionOf(dossier.language) === 'rtl'
  const headlineSize = title.length > 90 ? 48 : 60
  const lines = wrapped(title, (width - 2 * margin) / (headlineSize * letterShare))
  const outlets = [...new Set(dossier.members.map(({ sourceName }) => sourceName))]
  const side = words.direction === 'rtl'
  const top = 150
  return `<?xml version="1.0" encoding="UTF-8"?>\n${html`<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${height}" width="${width}" height="${height}" role="img">
<title>${plainLine(title)}</title>
<rect width="${width}" height="${height}" fill="#fffefb"/>
<rect width="${width}" height="12" fill="#0b5c5f"/>
${textLine(section === undefined ? 'Twosource' : sectionName(section, words), { y: 92, size: 26, fill: '#0b5c5f', weight: 600, isRightToLeft: side })}
${lines.map((line, index) => textLine(line, { y: top + (index + 0.8) * headlineSize * 1.16, size: headlineSize, fill: '#161513', weight: 600, family: serif, isRightToLeft }))}
<line x1="${margin}" x2="${width - margin}" y1="${height - 160}" y2="${height - 160}" stroke="#e4dfd3" stroke-width="2"/>
${textLine(words.independentOf(dossier.reports.length, dossier.members.length), { y: height - 112, size: 32, fill: '#161513', weight: 600, isRightToLeft: side })}
${textLine(cut(outlets.slice(0, 6).join(' · '), 62), { y: height - 70, size: 26, fill: '#55524b', isRightToLeft: side })}
${textLine(`${words.newestArticle} ${absolute(changedAt, { ...reader, isOwnZone: false })}`, { y: height - 32, size: 22, fill: '#6d685e', isRightToLeft: side })}
<g transform="translate(${side ? margin : width - margin - 56} 52)"><rect width="56" height="56" rx="12" fill="#0b5c5f"/>${mark}</g>
</svg>`}\n`
}

const serif = 'Charter, Georgia, Noto Serif, Noto Naskh Arabic, serif'
const sans = 'Inter, Segoe UI, Noto Sans, Noto Sans Arabic, Arial, sans-serif'
const mark = raw(
  '<path transform="scale(1.75)" d="M7 8c9 0 9 8 18 8M7 24c9 0 9-8 18-8" fill="none" stroke="#fffefb" stroke-width="3" stroke-linecap="round"/>',
)

function textLine(
  text: string,
  look: {
    readonly y: number
    readonly size: number
    readonly fill: string
    readonly weight?: number
    readonly family?: string
    readonly isRightToLeft: boolean
  },
): Html {
  const { y, size, fill, weight = 400, family = sans, isRightToLeft } = look
  return html`<text x="${isRightToLeft ? width - margin : margin}" y="${Math.round(y)}" font-size="${size}" font-weight="${weight}" font-family="${family}" fill="${fill}"${isRightToLeft && html` direction="rtl"`}>${text}</text>
`
}

/** Wraps text into lines of about so many characters and cuts it at the last line that fits. */
export function wrapped(text: string, letters: number): readonly string[] {
  const lines: string[] = []
  for (const word of text.trim().split(/\s+/)) {
    const last = lines.at(-1)
    if (last !== undefined && last.length + 1 + word.length <= letters) lines[lines.length - 1] = `${last} ${word}`
    else lines.push(cut(word, letters))
  }
  if (lines.length <= mostLines) return lines
  const rest = lines.slice(mostLines - 1).join(' ')
  return [...lines.slice(0, mostLines - 1), cut(rest, letters)]
}

function cut(text: string, letters: number): string {
  const all = [...text]
  return all.length <= letters
    ? text
    : `${all
        .slice(0, Math.floor(letters) - 1)
        .join('')
        .trimEnd()}…`
}

const sandbox = "default-src 'none'; sandbox"

const MONTH_SECONDS = 30 * 86_400

const drawn = new Map<string, Buffer<ArrayBuffer>>()

/** The installable app: manifest, icons, service worker, offline page. The same for everybody, and public. */
export function openAppRoutes(web: Hono, options: WebOptions): void {
  const worker = serviceWorker(options.version)
  web.get('/sw.js', (context) =>
    context.body(worker, 200, { 'Content-Type': 'text/javascript; charset=utf-8', 'Cache-Control': 'no-cache' }),
  )
  web.get('/manifest.webmanifest', (context) =>
    context.body(
      JSON.stringify(manifest(inLanguage(context, readerOf(context, options)), pathOf(options.baseUrl))),
      200,
      {
        'Content-Type': 'application/manifest+json; charset=utf-8',
        'Cache-Control': 'no-cache',
      },
    ),
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

/** Images proxied by this server, preview images of stories, and links shared to the app. */
export function appRoutes(web: Hono, run: RunIn, options: WebOptions): void {
  web.get('/images/:key{[\\w-]{24}}', async (context) => {
    const { article, entry, w } = context.req.query()
    const width = pictureWidths.find((one) => String(one) === w)
    const of: InputOf<typeof getPicture>['of'] | undefined = article
      ? { articleId: article }
      : entry
        ? { entryId: entry }
        : undefined
    const isForeign = context.req.header('sec-fetch-site') === 'cross-site'
    if (
      !of ||
      isForeign ||
      (w !== undefined && width === undefined) ||
      readerOf(context, options).preferences.images === 'off'
    )
      return noPicture(context, 404)
    const result = await run(context, getPicture, { key: context.req.param('key'), of, ...defined({ width }) })
    const name = w === undefined ? context.req.param('key') : `${context.req.param('key')}-${w}`
    return result ? picture(context, result, name) : noPicture(context, 404)
  })
  web.get('/favicons/:id{\\d{1,15}}', async (context) => {
    const id = context.req.param('id')
    const isForeign = context.req.header('sec-fetch-site') === 'cross-site'
    const icon = isForeign ? undefined : await run(context, getOutletIcon, { id: asId<SourceId>(id) })
    if (!icon) return noPicture(context, 404)
    const isNamed = context.req.query('v') !== undefined
    return context.body(new Uint8Array(icon.bytes), 200, {
      'Content-Type': icon.type,
      'Content-Security-Policy': sandbox,
      'Cache-Control': isNamed ? `private, max-age=${MONTH_SECONDS}, immutable` : 'private, no-cache',
    })
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
    // Words without an address are looked up.
    const words = text.trim() || title.trim()
    const view =
      found?.kind === 'no-address' && /\s/.test(words) ? await run(context, checkText, { text: words }) : undefined
    if (view) return context.html(checkPage({ text: words, view }, readerOf(context, options)), 200, noStore)
    return context.html(sharePage(found ?? { kind: 'no-address' }, readerOf(context, options)), 200, noStore)
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
    return context.html(page, 422, noStore)
  })
  web.post('/images/always', async (context) => {
    const form = await readForm(context)
    await run(context, setPreferences, { preferences: { images: 'on' } })
    return context.redirect(safePath(form && text(form, 'back'), '/'), 303)
  })
}

/** The reader in the language of the URL: a device stores the offline page in every language. */
function inLanguage(context: Context, reader: Reader): Reader {
  const language = interfaceLanguages.find(({ code }) => code === context.req.query('language'))?.code
  return language ? { ...reader, language, words: wordsIn(language), path: '/offline' } : reader
}

/** Bytes from another site under our address: only an image of the type its bytes show, and nothing in it may run. */
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
