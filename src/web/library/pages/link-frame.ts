import { createHash } from 'node:crypto'
import type { SharedView } from '../../../operations/library/share-views.ts'
import { html, languageAttributes, raw } from '../../layout/html.ts'
import { plainLine } from '../../layout/plain-line.ts'
import type { Reader } from '../../reader.ts'
import { sharedAsOf, sharedSection, sharedTitle } from '../../stories/parts/frozen-story.ts'

const sheet = `:root{color-scheme:light dark}body{margin:0;padding:14px 16px;font:16px/1.5 Georgia,serif;color:#1c1b19;background:#fffefb;overflow-wrap:anywhere}h1{font-size:1.2em;line-height:1.25;margin:0 0 .3em}h2,h3{font-size:1em;margin:.9em 0 .2em}p{margin:0 0 .5em}ul{margin:0;padding:0;list-style:none}li{margin:0 0 .6em}a{color:#0b5c5f;display:inline-block;min-height:24px}.small{font-size:.85em}@media(prefers-color-scheme:dark){body{color:#ecebe6;background:#161614}a{color:#7fd0d2}}`
const sheetHash = createHash('sha256').update(sheet).digest('base64')

/** Size of the frame, in CSS pixels. */
export const frameSize: { readonly width: number; readonly height: number } = { width: 480, height: 520 }

/**
 * The content security policy of a page that may be framed by other sites: its own style sheet by hash, and a sandbox without scripts.
 * Anybody may frame it if the reader allowed that for this link, otherwise nobody.
 */
export function embedPolicy(isEmbeddable: boolean): string {
  return [
    "default-src 'none'",
    `style-src 'sha256-${sheetHash}'`,
    "base-uri 'none'",
    "form-action 'none'",
    `frame-ancestors ${isEmbeddable ? '*' : "'none'"}`,
    'sandbox allow-popups allow-popups-to-escape-sandbox',
  ].join('; ')
}

/** The small form of a public link: its first sentences, and a link to the whole. */
export function sharedEmbed(view: SharedView, reader: Reader, whole: string): string {
  const { body } = view
  const title = sharedTitle(view, reader)
  const first = view.kind === 'story' ? body.stories.slice(0, 1) : body.stories.slice(0, 3)
  const language = view.kind === 'story' ? first[0]?.language : undefined
  return String(html`<!doctype html>
<html lang="${reader.language}" dir="${reader.words.direction}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="robots" content="noindex, nofollow, noarchive">
<meta name="referrer" content="no-referrer">
${/* In a sandboxed frame links must open elsewhere. */ ''}<base target="_blank">
<title>${plainLine(title)}</title>
<style>${raw(sheet)}</style>
</head>
<body>
<main>
<h1${language !== undefined && languageAttributes(language)}>${title}</h1>
<p class="small">${sharedAsOf(view, reader)}</p>
${first.map(
  (story) => html`${view.kind === 'brief' && html`<h2${languageAttributes(story.language)}>${story.title}</h2>`}
<p class="small">${reader.words.independentOf(story.reportCount, story.articleCount)}</p>
${story.sections
  .filter(({ kind }) => kind === 'brief' || kind === 'differ')
  .map((section) =>
    sharedSection({ ...section, items: section.items.slice(0, 4) }, body, reader, view.kind === 'brief' ? 'h3' : 'h2'),
  )}`,
)}
<p><a href="${whole}" rel="noopener">${reader.words.showEverything}</a></p>
</main>
</body>
</html>
`)
}

/** The code that embeds a public link in a page of another site, in a frame of the given size. */
export function frameCode(address: string, title: string, { width, height } = frameSize): string {
  return String(
    html`<iframe src="${address}/embed" title="${title}" width="${width}" height="${height}" loading="lazy" sandbox="allow-popups allow-popups-to-escape-sandbox" referrerpolicy="no-referrer"></iframe>`,
  )
}
