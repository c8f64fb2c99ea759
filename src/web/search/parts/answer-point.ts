import type { AnswerConflict, AnswerPoint, ClosestPassage } from '../../../core/answer.ts'
import type { Citation } from '../../../core/citation.ts'
import { sureEnough } from '../../../core/quote.ts'
import { markedText } from '../../articles/parts/marked-text.ts'
import { withoutLastComma } from '../../layout/citation-link.ts'
import { heardLink } from '../../layout/heard-link.ts'
import { foreign, type Html, html, joined, listed } from '../../layout/html.ts'
import { citationPath } from '../../layout/links.ts'
import { plainLine } from '../../layout/plain-line.ts'
import { shortWhen } from '../../layout/time.ts'
import type { Reader } from '../../reader.ts'

/** One numbered passage, word for word, with its speaker, its article and other articles that have it; `why`: why it is shown. */
export function answerPoint(point: AnswerPoint, number: number, reader: Reader, why?: Html): Html {
  const { asking } = reader.words
  return html`<li class="quote" id="passage-${number}"><span class="num">${reader.words.number(number)}</span><p dir="auto">${passage(point)}</p>
<div class="via">${joined(
    [
      speakerOf(point, reader),
      html`<a class="cite" href="${citationPath(point.citation)}">${foreign(point.sourceName)}</a>`,
      point.heard && heardLink(point.heard, reader),
      labelOf(point, reader),
      shortWhen(point.publishedAt, reader),
      point.firstReport &&
        (point.firstReport.agency === undefined
          ? asking.firstHere
          : asking.reportOf(`\u2068${plainLine(point.firstReport.agency)}\u2069`)),
      point.alsoIn.length > 0 &&
        html`${asking.alsoIn} ${listed(
          point.alsoIn.map((name) => foreign(name)),
          reader,
        )}`,
    ],
    ' · ',
  )}</div>${why}</li>
`
}

/** Why a passage is among the closest: the words of the question it has, or only its article. */
export function whyShown({ why }: ClosestPassage, reader: Reader): Html | undefined {
  const { asking } = reader.words
  if (why.words.length === 0) return undefined
  const words = listed(
    why.words.map((word) => html`<q>${foreign(plainLine(word))}</q>`),
    reader,
  )
  return html`<div class="via">${why.in === 'passage' ? asking.mentions : asking.articleMentions} ${words}</div>`
}

/** Marks an opinion, a live page, an incomplete or a withdrawn text, so that it never passes as a news article. */
function labelOf({ label }: AnswerPoint, { words }: Reader): Html | false {
  if (label === undefined) return false
  const { kind, completeness, isWithdrawn } = label
  const named = [
    kind && words.kinds[kind],
    completeness && words.completeness[completeness],
    isWithdrawn && words.revised.withdrawn,
  ]
  return html`<span>${joined(named, ' · ')}</span>`
}

/** The sentence with the cited part marked; a citation longer than its sentence is shown alone. */
function passage({ citation, sentence, speaker }: AnswerPoint): Html {
  const within = spanWithin(citation, sentence)
  if (within === undefined)
    return speaker?.isDirect ? html`<q>${withoutLastComma(citation.exact)}</q>` : html`${citation.exact}`
  if (within.end - within.start === sentence.exact.length) return html`${sentence.exact}`
  return markedText(sentence.exact, { start: 0, end: sentence.exact.length }, [
    { ...within, rank: 0, wrap: (content) => html`<mark class="other">${content}</mark>` },
  ])
}

/** Where a citation is in its sentence; undefined when it isn't, letter by letter. */
function spanWithin(inner: Citation, outer: Citation): { readonly start: number; readonly end: number } | undefined {
  const start = inner.span.start - outer.span.start
  const end = start + inner.exact.length
  if (inner.documentId !== outer.documentId || start < 0) return undefined
  return outer.exact.slice(start, end) === inner.exact ? { start, end } : undefined
}

function speakerOf({ speaker }: AnswerPoint, { words }: Reader): Html | false {
  if (!speaker) return false
  const { name, confidence, isDirect } = speaker
  const who =
    confidence < sureEnough
      ? html`<b class="unsure">${words.probably} ${foreign(name)}</b>`
      : html`<b>${foreign(name)}</b>`
  return html`<span class="sr">${words.find.saidBy} </span>${who}${!isDirect && html` · ${words.inOutletsWords}`}`
}

/** Two passages side by side, as published; which is right is not ours to say. */
export function answerConflict({ a, b, signal }: AnswerConflict, reader: Reader): Html {
  return html`<article class="clash"><h3 class="sr">${reader.words.accountsDiffer}</h3>${[a, b].map(
    (point) => html`<div><p class="who">${foreign(point.speaker?.name ?? point.sourceName)}</p>
<p class="words"><span dir="auto">${passage(point)}</span> <a class="cite" href="${citationPath(point.citation)}">${foreign(point.sourceName)}</a> ${labelOf(point, reader)}<small>${shortWhen(point.publishedAt, reader)}</small></p></div>`,
  )}${
    signal &&
    html`<p class="why"><span class="signal">${reader.words.signaledBy} <q>${foreign(signal.exact)}</q> <a class="cite" href="${citationPath(signal)}">${reader.words.citation}</a></span></p>`
  }</article>
`
}
