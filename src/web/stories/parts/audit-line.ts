import { nth } from '../../../core/nth.ts'
import type { Span } from '../../../core/span.ts'
import type { AuditLine, AuditSource } from '../../../operations/stories/audit-views.ts'
import { markedText } from '../../articles/parts/marked-text.ts'
import { foreign, type Html, html, joined, languageAttributes } from '../../layout/html.ts'
import { articlePath, citationPath } from '../../layout/links.ts'
import { brief } from '../../layout/time.ts'
import type { Reader } from '../../reader.ts'
import { wordsNotIn } from './diff-words.ts'

/** Number of a line's other places that are named. */
const othersShown = 6

/** A row of a story's audit: the line, its source sentence, and the checks made. */
export function auditRow(line: AuditLine, reader: Reader): Html {
  const { audit } = reader.words
  const how = line.how === 'written' ? audit.writtenBy(line.model ?? '') : audit.hows[line.how]
  const about = joined([audit.parts[line.part], how, line.speaker && foreign(line.speaker)], ' · ')
  return html`<tr${!line.holds && html` class="fails"`}><td><p class="words"${languageAttributes(line.source?.language ?? '')}>${line.text}</p>
<p class="small">${about}</p></td>
<td>${line.source ? sourceCell(line.source, line, reader) : html`<p class="bad">${audit.missing}</p>`}</td>
<td>${checkList(line, reader)}</td></tr>
`
}

function sourceCell(source: AuditSource, line: AuditLine, reader: Reader): Html {
  const { audit } = reader.words
  const { place } = source
  const sentence = place
    ? html`<p class="words"${languageAttributes(source.language)}>${markedText(
        place.sentence,
        { start: 0, end: place.sentence.length },
        marksOf(place, line).map((span) => ({ ...span, rank: 0, wrap: (content) => html`<mark>${content}</mark>` })),
      )}</p>`
    : html`<p class="small">${audit.same}</p>`
  return html`${sentence}
<p class="small">${placeLink(source)} ${articleLink(source)}</p>
<p class="small">${revisionLine(source, reader)}</p>${others(line, reader)}`
}

/** The cited words of a verbatim line; of a written sentence the words it has from here. */
function marksOf(place: NonNullable<AuditSource['place']>, { how, text }: AuditLine): readonly Span[] {
  if (how !== 'written') return [place.cited]
  const other = wordsNotIn(text, place.sentence)
  const edges = [0, ...other.flatMap(({ start, end }) => [start, end]), place.sentence.length]
  return Array.from({ length: edges.length / 2 }, (_, index) => ({
    start: nth(edges, 2 * index),
    end: nth(edges, 2 * index + 1),
  })).filter(({ start, end }) => /[\p{L}\p{N}]/u.test(place.sentence.slice(start, end)))
}

function placeLink({ sourceName, place, articleId }: AuditSource): Html {
  const path = place ? citationPath(place.citation) : articlePath(articleId)
  return html`<a class="cite" href="${path}">${foreign(sourceName)}</a>`
}

function articleLink({ title, articleId, documentId, language, place }: AuditSource): Html {
  const path = articlePath(articleId, { revision: documentId, ...place?.citation.span })
  return html`<a href="${path}"${languageAttributes(language)}>${title}</a>`
}

/** Which revision of its article it is, when it was fetched, and what happened to it since. */
function revisionLine({ articleId, documentId, revision, place }: AuditSource, reader: Reader): Html {
  const { audit, number } = reader.words
  const { number: index, count, at } = revision
  const fetched = html`${audit.fetched} <time datetime="${at}">${brief(at, reader)}</time>`
  if (count === 1) return html`${fetched}`
  // The newest text says what changed since the one before it.
  const isNewest = index === count
  const revised = isNewest ? { revision: documentId } : {}
  return html`${joined(
    [
      html`${audit.textOf(number(index), number(count))}${isNewest && ` (${audit.newest})`}`,
      fetched,
      html`<a href="${articlePath(articleId, revised)}#changed">${audit.whatChanged}</a>`,
    ],
    ' · ',
  )}${
    place?.isInNewest !== undefined &&
    html` <span class="${place.isInNewest ? 'holds' : 'holds bad'}">${place.isInNewest ? audit.isInNewest : audit.isNotInNewest}</span>`
  }`
}

function others({ others: all }: AuditLine, reader: Reader): Html {
  const cited = all.filter(({ place }) => place !== undefined)
  if (cited.length === 0) return html``
  return html`
<p class="small">${reader.words.audit.alsoAt}${reader.words.colon}${cited.slice(0, othersShown).map((source) => html`${placeLink(source)} `)}${cited.length > othersShown && html`+${reader.words.number(cited.length - othersShown)}`}</p>`
}

function checkList({ checks }: AuditLine, { words: { audit } }: Reader): Html {
  return html`<ul class="checks">${checks.map(
    ({ check, isPassed }) =>
      html`<li${!isPassed && html` class="bad"`}><span aria-hidden="true">${isPassed ? '✓' : '✗'}</span> ${audit.checks[check]}<span class="sr">: ${isPassed ? audit.passed : audit.failed}</span></li>`,
  )}</ul>`
}
