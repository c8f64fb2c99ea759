import type { ImportResult } from '../../../operations/library/import-file.ts'
import { type Html, html } from '../../layout/html.ts'
import type { Reader } from '../../reader.ts'

type Done = Exclude<ImportResult, { kind: 'refused' | 'queued' | 'marks' }>
type Count = keyof Reader['words']['importing']['counts']

/** Lines that say why something was not imported; the rest is only counted. */
const mostLines = 200

/** How much of a file was imported. */
export function importCounts(result: Done, { words }: Reader): Html {
  return html`<dl class="kept">${countsOf(result).map(
    ([name, count]) => html`<div><dd>${words.number(count)}</dd> <dt>${words.importing.counts[name]}</dt></div>`,
  )}</dl>`
}

/** Why each item was not imported, folded. */
export function skippedLines(result: Done, { words }: Reader): Html {
  const lines = linesOf(result)
  if (lines.length === 0) return html``
  const rest = lines.length - mostLines
  return html`<details class="not-taken"><summary>${words.importing.notTaken}${words.colon}${words.number(lines.length)}</summary>
<ul class="plain" lang="en" dir="ltr">${lines.slice(0, mostLines).map((line) => html`<li>${line}</li>`)}</ul>${rest > 0 && html`<p class="small">${words.more(rest)}</p>`}</details>`
}

function countsOf(result: Done): readonly (readonly [Count, number])[] {
  switch (result.kind) {
    case 'links': {
      const { total, added, waiting, read, tagged } = result
      return [
        ['total', total],
        ['added', added],
        ['waiting', waiting],
        ['read', read],
        ['tagged', tagged],
      ]
    }
    case 'added':
      return [
        ['feeds', result.added],
        ['feedsHere', result.existing],
      ]
    case 'imported': {
      const failed = result.articles.filter(({ kind }) => kind === 'failed').length
      return [
        ['articles', result.articles.length - failed],
        ['failed', failed],
      ]
    }
  }
}

function linesOf(result: Done): readonly string[] {
  switch (result.kind) {
    case 'links':
    case 'added':
      return result.skipped
    case 'imported':
      return [
        ...result.skipped,
        ...result.articles.flatMap(({ kind, title, message = '' }) =>
          kind === 'failed' ? [`${title}: ${message}`] : [],
        ),
      ]
  }
}
