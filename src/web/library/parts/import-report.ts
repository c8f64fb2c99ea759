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
export function skippedLines(result: Done, reader: Reader): Html {
  return notImported(linesOf(result), reader)
}

/** The same for these lines. */
export function notImported(lines: readonly string[], { words }: Reader): Html {
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

/** How many of each kind a file of marks contained, and what of it is still pending. */
export function restoredMarks(counts: Readonly<Record<string, number>>, { words }: Reader): Html {
  const { marksFile } = words
  const came = (name: string) => counts[name] ?? 0
  const rows = (Object.keys(marksFile.counts) as (keyof typeof marksFile.counts)[]).filter((name) => came(name) > 0)
  if (rows.length === 0) return html`<p>${marksFile.nothing}</p>`
  return html`<dl class="kept">${rows.map((name) => html`<div><dd>${words.number(came(name))}</dd> <dt>${marksFile.counts[name]}</dt></div>`)}</dl>${[
    came('links') > 0 && marksFile.linksNote,
    came('awaited') > 0 && marksFile.awaitedNote,
    came('absent') > 0 && marksFile.absentNote,
  ].map((note) => note && html`<p class="small">${note}</p>`)}`
}
