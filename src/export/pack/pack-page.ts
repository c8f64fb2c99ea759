import type { Citation } from '../../core/citation.ts'
import { isTimeUnknown } from '../../core/time/day-only.ts'
import { xml } from '../xml-text.ts'
import type { PackedArticle, PackedLine, PackInput } from './pack-input.ts'
import type { PackedQuotation, TextFiles } from './write-pack.ts'

type Place = PackedQuotation['citation']
type PageInput = {
  readonly texts: ReadonlyMap<string, string>
  readonly textFiles: TextFiles
  readonly digests: ReadonlyMap<string, string>
  readonly quotations: readonly PackedQuotation[]
}

const partNames: Readonly<Record<string, string>> = {
  headline: 'Headline',
  brief: 'In brief',
  differ: 'Where accounts differ',
  said: 'Quotations',
  commitments: 'Promises',
  figures: 'Figures',
  timeline: 'Timeline',
  reports: 'Passages that articles share',
  points: 'Coverage',
  words: 'Wording',
  amendments: 'Corrections',
  summary: 'Summaries',
  background: 'Background',
  written: 'Written by a language model',
}

const patternNames: Readonly<Record<string, string>> = {
  'cue-right': 'named after the quotation',
  'cue-left': 'named before the quotation',
  colon: 'named before a colon',
  continued: 'continues from the paragraph before',
  'run-on': 'continues from the quotation before',
  'previous-subject': 'the sentence before is about this person',
  echo: 'the text below attributes these words to this person',
  pronoun: 'a pronoun refers to this person',
  label: 'set by a reader of the server',
}

const originNames = {
  credit: 'by its credit line',
  time: 'the earliest we have',
  alone: 'its only article',
  undecided: 'original source unknown',
} as const

/** The pack as one page that opens offline in any browser, without script: each passage links to its place in the text. */
export function packPage(input: PackInput, made: PageInput): string {
  const { dossier, lines, articles, version, changedAt } = input
  const revised = new Map(articles.flatMap((article) => article.revisions.map(({ document }) => [document, article])))
  const parts = Map.groupBy(
    lines.filter(({ part }) => part !== 'said'),
    ({ part }) => part,
  )
  const anchors = anchorsOf(lines, made)
  const cited = [...anchors.keys()]

  function source(place: Place | undefined, titleOf?: string): string {
    const document = place?.document ?? titleOf
    const article = document === undefined ? undefined : revised.get(document)
    if (document === undefined || !article) return '<small>This article is not in the pack.</small>'
    const number = article.revisions.findIndex((revision) => revision.document === document) + 1
    const where = place ? `characters ${place.start} to ${place.end}` : 'its title'
    const at = place
      ? `#${anchorOf(place.document, place.start, made.textFiles)}`
      : `#${sectionOf(document, made.textFiles)}`
    const of = article.revisions.length > 1 ? `, revision ${number} of ${article.revisions.length}` : ''
    return `<small><a href="${at}">${xml(article.outlet)}</a>${of}, ${where}</small>`
  }

  function lineItem({ text, speaker, model, citations, titleOf, checks }: PackedLine): string {
    const failed = checks.filter(({ isPassed }) => !isPassed).map(({ check }) => check)
    const by = [speaker, model && `written by ${model}`]
      .flatMap((each) => each || [])
      .map(xml)
      .join(', ')
    const places = citations
      .slice(0, 1)
      .map(({ documentId, span, exact }) => ({ document: documentId, ...span, exact }))
    return `<li><span dir="auto">${xml(text)}</span>${by && ` <b>${by}</b>`}<br>${source(places[0], titleOf)}${
      failed.length > 0 ? ` <strong>Failed: ${xml(failed.join(', '))}</strong>` : ''
    }</li>\n`
  }

  function quotationItem({ speaker, kind, identifiedBy, confidence, isProbable, citation }: PackedQuotation): string {
    const words = kind === 'direct' ? `“${xml(citation.exact)}”` : xml(citation.exact)
    const how = identifiedBy === undefined ? '' : (patternNames[identifiedBy] ?? identifiedBy)
    const share = confidence === undefined ? '' : `; right in ${Math.round(100 * confidence)}% of tested cases`
    const who = speaker === undefined ? 'Speaker unknown' : `${isProbable ? 'Probably ' : ''}${xml(speaker)}`
    return `<li><span dir="auto">${words}</span><br><b>${who}</b>${how && ` <small>(${xml(how)}${share})</small>`}<br>${source(citation)}</li>\n`
  }

  function textSection(document: string): string {
    const article = revised.get(document)
    const text = made.texts.get(document)
    const revision = article?.revisions.find((each) => each.document === document)
    if (!article || !revision || text === undefined) return ''
    return `<section id="${sectionOf(document, made.textFiles)}" lang="${xml(article.language)}"><h3 dir="auto">${xml(revision.title)}</h3>
<p lang="en"><small>${xml(article.outlet)} · ${link(article.url)} · read ${time(revision.readAt)} · <a href="${made.textFiles.get(document)}">${made.textFiles.get(document)}</a></small></p>
<div class="text" dir="auto">${markedText(text, anchors.get(document) ?? [], (start) => anchorOf(document, start, made.textFiles))}</div></section>\n`
  }

  const title = dossier.headline.title
  return `<!doctype html>
<html lang="en"><head><meta charset="utf-8"><title>${xml(title)}</title>
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
<style>${style}</style></head>
<body>
<header><p>Evidence pack</p><h1 lang="${xml(dossier.language)}" dir="auto">${xml(title)}</h1>
<p>${dossier.reports.length} independent ${dossier.reports.length === 1 ? 'report' : 'reports'}, ${dossier.members.length} ${dossier.members.length === 1 ? 'article' : 'articles'}. Last changed ${time(changedAt)}. Made by Twosource ${xml(version)}. How to check this pack, and what that can’t show: <a href="README.txt">README.txt</a>.</p></header>
<main>
<section><h2>What the story shows</h2>
${[...parts].map(([part, of]) => `<h3>${xml(partNames[part] ?? part)}</h3><ul>${of.map(lineItem).join('')}</ul>`).join('\n')}</section>
<section><h2>Quotations</h2><ul>${made.quotations.map(quotationItem).join('')}</ul></section>
<section><h2>Independent reports</h2><ol>${dossier.reports
    .map(({ originName, how, documentIds }) => {
      const names = documentIds.map((id) => revised.get(id)?.outlet ?? 'not in the pack')
      return `<li><b>${xml(originName)}</b> <small>${originNames[how]}</small>${names.length > 1 ? `<br>${names.length} articles with the same text: ${xml(names.join(', '))}` : ''}</li>\n`
    })
    .join('')}</ol></section>
<section><h2>Articles</h2>${articles.map((article) => articleItem(article, made)).join('')}</section>
<section><h2>Texts</h2><p>Marked: what the story cites.</p>${cited.map(textSection).join('')}</section>
</main></body></html>
`
}

function articleItem(
  { outlet, url, authors, publishedAt, revisions, completeness, isWithdrawn }: PackedArticle,
  made: PageInput,
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
    .join('')}</ol></section>\n`
}

/** The cited spans of each document that is in the pack, by document. */
function anchorsOf(
  lines: readonly PackedLine[],
  { texts, quotations }: PageInput,
): ReadonlyMap<string, readonly Place[]> {
  const places = [
    ...lines.flatMap(({ citations }) =>
      citations
        .slice(0, 1)
        .map(({ documentId, span, exact }: Citation) => ({ document: documentId as string, ...span, exact })),
    ),
    ...quotations.map(({ citation }) => ({ ...citation, document: citation.document as string })),
  ].filter(({ document }) => texts.has(document))
  const titles = lines.flatMap(({ titleOf }) => (titleOf !== undefined && texts.has(titleOf) ? [titleOf] : []))
  const found = Map.groupBy(places, ({ document }) => document)
  return new Map(
    [...texts.keys()]
      .filter((id) => found.has(id) || titles.includes(id))
      .map((id) => [id, (found.get(id) ?? []) as Place[]]),
  )
}

/** A text with its cited spans marked, and a place to link to where each begins. */
function markedText(text: string, places: readonly Place[], anchor: (start: number) => string): string {
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

function time(at: string): string {
  const ms = Date.parse(at)
  if (Number.isNaN(ms)) return xml(at)
  return `<time datetime="${xml(at)}">${new Date(ms).toISOString().slice(0, 16).replace('T', ' ')} UTC</time>`
}

/** Only the web is linked: a feed may name any address. */
function link(url: string): string {
  return /^https?:\/\//i.test(url) ? `<a href="${xml(url)}" rel="noreferrer">${xml(url)}</a>` : xml(url)
}

const style = `body{font:16px/1.5 system-ui,sans-serif;max-width:46rem;margin:2rem auto;padding:0 1rem;color:#1b1b1b;background:#fff;overflow-wrap:anywhere}h1{line-height:1.2}h2{border-top:2px solid;padding-top:.5rem;margin-top:2.5rem}h3{margin-bottom:.25rem}header>p:first-child{font-weight:600;margin:0}li{margin:.5rem 0}small,code{color:#555;font-size:.85em}a{color:#0b57a4}.text{white-space:pre-wrap;border-inline-start:3px solid #ccc;padding-inline-start:1rem}mark{background:#fff2b3;color:inherit}mark:target{background:#ffd84d;outline:2px solid #b38600}@media(prefers-color-scheme:dark){body{color:#e8e8e8;background:#161616}small,code{color:#aaa}a{color:#8ec1ff}mark{background:#4d4310}mark:target{background:#7a6400}}`
