import { clock } from '../../core/time/clock.ts'
import { isTimeUnknown } from '../../core/time/day-only.ts'
import { xml } from '../xml-text.ts'
import type { PackedArticle, PackedServedPage } from './pack-input.ts'
import type { CitedPlace, PackedTexts, TextFiles } from './seal-pack.ts'

/** The page of a pack around its parts, which opens offline in any browser, without script. */
export function packDocument(title: string, heading: string, main: string): string {
  return `<!doctype html>
<html lang="en"><head><meta charset="utf-8"><title>${xml(title)}</title>
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
<style>${style}</style></head>
<body>
<header>${heading}</header>
<main>
${main}
</main></body></html>
`
}

/** An article of a pack with its revisions, where their texts are, and their hashes. */
export function articleItem(
  { id, outlet, url, authors, publishedAt, revisions, completeness, isWithdrawn, pages = [] }: PackedArticle,
  made: Pick<PackedTexts, 'textFiles' | 'digests' | 'pageFiles'>,
): string {
  return `<section class="article"><h3 dir="auto">${xml(revisions.at(-1)?.title ?? '')}</h3>
<p>${xml(outlet)}${authors.length > 0 ? ` · ${xml(authors.join(', '))}` : ''} · ${isTimeUnknown(publishedAt) ? 'time unknown' : `published ${time(publishedAt)}`}${isWithdrawn ? ' · <strong>withdrawn by the outlet</strong>' : ''}${completeness === 'complete' ? '' : ` · text: ${xml(completeness)}`}<br>${link(url)}</p>
<ol>${revisions
    .map(({ document, readAt, text }) => {
      const file = made.textFiles.get(document)
      const kept =
        text === undefined
          ? 'text not in the pack'
          : `<a href="${file}">${file}</a> <code>${made.digests.get(document)}</code>`
      return `<li>Read ${time(readAt)} · ${kept}</li>\n`
    })
    .join('')}</ol>${pages.length > 0 ? pagesPart(pages, made.pageFiles.get(id)?.name) : ''}</section>\n`
}

/** The pages of an article as they were served: times, hashes, and the file they are in. */
function pagesPart(pages: readonly PackedServedPage[], file: string | undefined): string {
  const rows = pages.map(({ at, digest, body }) => {
    const where = body === undefined ? ' · not in the pack' : ''
    return `<li>Served ${time(at)} · <code>${digest}</code>${where}</li>\n`
  })
  return `<p>The page itself${file === undefined ? '' : `: <a href="${file}">${file}</a>`}</p><ol>${rows.join('')}</ol>`
}

/** The text of a document with its cited places marked, under its title; nothing where the pack doesn't have it. */
export function textSection(
  document: string,
  articles: readonly PackedArticle[],
  made: PackedTexts,
  places: readonly CitedPlace[],
): string {
  const article = articles.find(({ revisions }) => revisions.some((each) => each.document === document))
  const text = made.texts.get(document)
  const revision = article?.revisions.find((each) => each.document === document)
  if (!article || !revision || text === undefined) return ''
  return `<section id="${sectionOf(document, made.textFiles)}" lang="${xml(article.language)}"><h3 dir="auto">${xml(revision.title)}</h3>
<p lang="en"><small>${xml(article.outlet)} · ${link(article.url)} · read ${time(revision.readAt)} · <a href="${made.textFiles.get(document)}">${made.textFiles.get(document)}</a></small></p>
<div class="text" dir="auto">${markedText(text, places, (start) => anchorOf(document, start, made.textFiles))}</div></section>\n`
}

/** Where a passage is, as a link to it: its outlet, which revision, and the characters. Without a place, its title. */
export function sourceLine(
  document: string | undefined,
  place: CitedPlace | undefined,
  articles: readonly PackedArticle[],
  files: TextFiles,
): string {
  const article = articles.find(({ revisions }) => revisions.some((each) => each.document === document))
  if (document === undefined || !article) return '<small>This article is not in the pack.</small>'
  const number = article.revisions.findIndex((revision) => revision.document === document) + 1
  const where = place ? `characters ${place.start} to ${place.end}` : 'its title'
  const at = place ? `#${anchorOf(place.document, place.start, files)}` : `#${sectionOf(document, files)}`
  const of = article.revisions.length > 1 ? `, revision ${number} of ${article.revisions.length}` : ''
  return `<small><a href="${at}">${xml(article.outlet)}</a>${of}, ${where}${place ? momentPart(place) : ''}</small>`
}

/** When a passage is heard, as a link that opens its recording there. */
function momentPart({ atSeconds, opensAt }: CitedPlace): string {
  if (atSeconds === undefined) return ''
  return `, heard at ${opensAt === undefined ? clock(atSeconds) : link(opensAt, clock(atSeconds))}`
}

/** A text with its cited spans marked, and a place to link to where each begins. */
function markedText(text: string, places: readonly CitedPlace[], anchor: (start: number) => string): string {
  const starts = new Set(places.map(({ start }) => start))
  const bounds = [...new Set([0, text.length, ...places.flatMap(({ start, end }) => [start, end])])].toSorted(
    (a, b) => a - b,
  )
  return bounds
    .slice(0, -1)
    .map((from, index) => {
      const words = xml(text.slice(from, bounds[index + 1]))
      const isCited = places.some(({ start, end }) => start <= from && from < end)
      const id = starts.has(from) ? ` id="${anchor(from)}"` : ''
      return isCited ? `<mark${id}>${words}</mark>` : words
    })
    .join('')
}

function sectionOf(document: string, files: TextFiles): string {
  return `t${/\d+/.exec(files.get(document) ?? '')?.[0] ?? ''}`
}

function anchorOf(document: string, start: number, files: TextFiles): string {
  return `${sectionOf(document, files)}-${start}`
}

/** A moment as people read it. */
export function time(at: string): string {
  const ms = Date.parse(at)
  if (Number.isNaN(ms)) return xml(at)
  return `<time datetime="${xml(at)}">${new Date(ms).toISOString().slice(0, 16).replace('T', ' ')} UTC</time>`
}

/** The day of a time, in UTC. */
export function dayOf(at: string): string {
  return isTimeUnknown(at) ? 'undated' : `<time datetime="${xml(at)}">${xml(at.slice(0, 10))}</time>`
}

/** Only the web is linked: a feed may name any address. */
function link(url: string, label = url): string {
  return /^https?:\/\//i.test(url) ? `<a href="${xml(url)}" rel="noreferrer">${xml(label)}</a>` : xml(label)
}

const style = `body{font:16px/1.5 system-ui,sans-serif;max-width:46rem;margin:2rem auto;padding:0 1rem;color:#1b1b1b;background:#fff;overflow-wrap:anywhere}h1{line-height:1.2}h2{border-top:2px solid;padding-top:.5rem;margin-top:2.5rem}h3{margin-bottom:.25rem}header>p:first-child{font-weight:600;margin:0}li{margin:.5rem 0}small,code{color:#555;font-size:.85em}a{color:#0b57a4}.text{white-space:pre-wrap;border-inline-start:3px solid #ccc;padding-inline-start:1rem}mark{background:#fff2b3;color:inherit}mark:target{background:#ffd84d;outline:2px solid #b38600}@media(prefers-color-scheme:dark){body{color:#e8e8e8;background:#161616}small,code{color:#aaa}a{color:#8ec1ff}mark{background:#4d4310}mark:target{background:#7a6400}}`
