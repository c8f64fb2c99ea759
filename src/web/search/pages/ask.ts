import type {
  Answer,
  AnswerGroup,
  AnswerJudging,
  AnswerPoint,
  AskedQuestion,
  SearchedFor,
} from '../../../core/answer.ts'
import type { Citation } from '../../../core/citation.ts'
import type { CheckedText, ClaimCheck } from '../../../core/claim.ts'
import { defined } from '../../../core/defined.ts'
import type { AnswerWriting } from '../../../operations/search/answer-writer.ts'
import type { AskView } from '../../../operations/search/ask-views.ts'
import { readAloud } from '../../articles/parts/read-aloud.ts'
import { hidden } from '../../layout/forms.ts'
import { foreign, type Html, html, joined, listed } from '../../layout/html.ts'
import { layout } from '../../layout/layout.ts'
import { citationPath, queryOf, storyPath } from '../../layout/links.ts'
import { plainLine } from '../../layout/plain-line.ts'
import { section } from '../../layout/section.ts'
import { dayIn, longDay } from '../../layout/time.ts'
import { shareButton } from '../../library/parts/share-button.ts'
import { entityPath } from '../../people/parts/entity-link.ts'
import type { Reader } from '../../reader.ts'
import { alsoClosePart } from '../../stories/parts/also-close.ts'
import { answerConflict, answerPoint, whyShown } from '../parts/answer-point.ts'
import { type AskAddress, askFields, askPath } from '../parts/ask-address.ts'
import type { NewsExample } from '../parts/ask-examples.ts'
import { askNextSection, threadPart } from '../parts/ask-next.ts'
import { type AskedOf, askEverythingForm, foldedForm } from '../parts/ask-scope.ts'

/** The state of the model's answer, and its key. */
export type WrittenState = (AnswerWriting | { readonly kind: 'none' }) & { readonly key: string }

/**
 * A model's answer beside the passages: its sentences that passed the check, how many did not and why, and its progress. Unchecked
 * sentences are never shown; when too few passed, there are only the passages, and a note.
 */
function writtenPart(
  state: WrittenState | undefined,
  points: readonly AnswerPoint[],
  address: AskAddress,
  reader: Reader,
): Html {
  if (state === undefined) return html``
  const { asking } = reader.words
  switch (state.kind) {
    case 'none':
      return html`<div id="written">${button('/ask/write', asking.write, address)}</div>`
    case 'writing':
      return html`<await-work id="written" data-busy class="notice"><p role="status"><b>${asking.writing}</b>${state.characters > 0 && html` · ${asking.characters(state.characters)}`}</p>
<p class="note">${asking.writingNote}</p>
${button('/ask/cancel', reader.words.frame.stop, address, hidden('key', state.key))}</await-work>`
    case 'failed':
      return html`<div id="written" class="notice"><p role="status">${asking.failures[state.reason]}</p>
${state.reason !== 'off' && button('/ask/write', reader.words.app.tryAgain, address)}</div>`
    case 'written':
      return isEnough(state.text)
        ? writtenText(state.text, state.model, points, reader)
        : html`<div id="written" class="notice"><p role="status">${asking.tooLittle}</p>${droppedPart(state.text, reader)}</div>`
  }
}

/** At least one sentence passed, and no fewer than failed. */
function isEnough({ kept, dropped }: CheckedText): boolean {
  return kept.length > 0 && kept.length >= dropped.length
}

function writtenText(text: CheckedText, model: string, points: readonly AnswerPoint[], reader: Reader): Html {
  const { asking } = reader.words
  return html`<section id="written" class="written" aria-labelledby="written-h"><h3 id="written-h">${asking.written} <span class="n">${asking.byModelOf(`\u2068${model}\u2069`)}</span></h3>
<ul>${text.kept.map((statement) => html`<li data-written dir="auto">${statement.text} ${joined(statement.citations.map(numbered), ' ')}</li>`)}</ul>
<p class="note">${asking.writtenNote}</p>${droppedPart(text, reader)}</section>`

  function numbered(citation: Citation): Html {
    const number = 1 + points.findIndex(({ sentence }) => holdsSpan(sentence, citation))
    const shown = number > 0 ? reader.words.number(number) : foreign(reader.words.citation)
    const label = number > 0 ? html` aria-label="${asking.passageNumber(number)}"` : ''
    return html`<a class="cite" href="${citationPath(citation)}"${label}>${shown}</a>`
  }
}

function holdsSpan(outer: Citation, inner: Citation): boolean {
  return (
    outer.documentId === inner.documentId && inner.span.start >= outer.span.start && inner.span.end <= outer.span.end
  )
}

/** How many sentences were dropped, and why; the sentences themselves are not shown. */
function droppedPart({ kept, dropped }: CheckedText, { words }: Reader): Html {
  const { asking, audit } = words
  if (dropped.length === 0) return html``
  const reasons = new Map<ClaimCheck, number>()
  for (const { failed } of dropped) reasons.set(failed, (reasons.get(failed) ?? 0) + 1)
  const list = [...reasons].map(([check, count]) => `${audit.checks[check]} (${words.number(count)})`)
  return html`<p class="note">${asking.dropped(dropped.length, kept.length + dropped.length)} ${list.join(' · ')}</p>`
}

function button(action: string, label: string, address: AskAddress, more?: Html): Html {
  return html`<form method="post" action="${action}" class="inline">${askFields(address)}${more}<button class="btn">${label}</button></form>`
}

/** What of an answer is read aloud: the question, and each passage with its speaker. */
const spoken = '.asking h1, .passages > .quote > p, .passages .via > b'

/** A question and what articles say about it, word for word; a model's answer is shown beside that, never instead. */
export function answerPage(
  view: AskView,
  address: AskAddress,
  reader: Reader,
  written?: WrittenState,
  folders: readonly string[] = [],
): string {
  const { answer } = view
  const of = { ...askedOf(view), folders }
  const body = html`<div class="single asking">${crumb(of, reader)}<header class="pagehead"><h1 dir="auto">${address.question}</h1>
${foldedForm(address, of, answer.kind !== 'answered', reader)}</header>${threadPart(address, reader)}
${judgedPart(answer, tierOf(answer, address, reader, written), reader)}${alsoClosePart(view.alsoClose, reader)}</div>
`
  return layout(reader, { title: `${address.question} · ${reader.words.frame.places.ask}`, place: 'ask', body })
}

/** The form alone, with example questions that have answers. */
export function askPage(
  { of, examples }: { readonly of: AskedOf; readonly examples: readonly NewsExample[] },
  address: AskAddress,
  reader: Reader,
): string {
  const { asking } = reader.words
  const name = of.story?.title ?? of.entity?.name
  const body = html`<div class="single asking">${name !== undefined && crumb(of, reader)}<header class="pagehead"><h1>${reader.words.frame.places.ask}</h1><p>${asking.note}</p></header>${askEverythingForm(address, of, reader)}
${
  examples.length > 0 &&
  section(
    'examples',
    asking.examples,
    html`<ul class="leads">${examples.map(({ question, story, language }) => html`<li><a href="${askPath({ ...address, ...defined({ story: address.story ?? story }), question })}">${foreign(question, language)}</a></li>`)}</ul>`,
  )
}<p><a class="go" href="/check">${reader.words.checking.checkInstead}</a></p></div>
`
  return layout(reader, {
    title: name ? `${name} · ${reader.words.frame.places.ask}` : reader.words.frame.places.ask,
    place: 'ask',
    body,
  })
}

function askedOf({ scope: { storyId, entityId }, storyTitle, entityName }: AskView): AskedOf {
  return defined({
    story: storyId !== undefined && storyTitle !== undefined ? { id: storyId, title: storyTitle } : undefined,
    entity: entityId !== undefined && entityName !== undefined ? { id: entityId, name: entityName } : undefined,
  })
}

/** What this page is, and a link back to the story or person asked about. */
function crumb({ story, entity }: AskedOf, { words }: Reader): Html {
  const links = [
    html`<a href="/ask">${words.frame.places.ask}</a>`,
    story && html`<a href="${storyPath(story.id)}">${foreign(story.title)}</a>`,
    entity && html`<a href="${entityPath(entity.id)}">${foreign(entity.name)}</a>`,
  ]
  return html`<p class="crumb">${joined(links, ' · ')}</p>`
}

/**
 * The passages, where a model judges them: as found without it until it has chosen, and then as it chose. Nothing it writes is on the
 * page but the numbers of passages, as their order.
 */
function judgedPart(answer: Answer, tier: Html, { words }: Reader): Html {
  const judging = answer.kind === 'nothing' ? undefined : answer.judging
  if (judging === undefined) return tier
  const isBusy = judging.kind === 'judging'
  return html`<await-work id="found"${isBusy && html` data-busy`}><p class="note" role="status"${!isBusy && html` hidden`}>${words.asking.judging}</p>
${tier}</await-work>`
}

function tierOf(answer: Answer, address: AskAddress, reader: Reader, written: WrittenState | undefined): Html {
  switch (answer.kind) {
    case 'answered':
      return answered(answer, address, reader, written)
    case 'closest':
      return closest(answer, address, reader)
    case 'nothing':
      return nothing(answer, address, reader)
  }
}

function answered(
  answer: Extract<Answer, { readonly kind: 'answered' }>,
  address: AskAddress,
  reader: Reader,
  written: WrittenState | undefined,
): Html {
  const { asking } = reader.words
  const points = answer.groups.flatMap((group) => group.points)
  return html`${section(
    'answer',
    asking.answer,
    html`${readAloud(spoken, reader, true)}${periodOf(answer.asked, reader) !== undefined && understoodLine(answer.asked, reader)}${chosenLine(answer.judging, reader)}${writtenPart(written, points, address, reader)}${answer.groups.map(
      (group, index) => groupPart(group, 1 + countBefore(answer.groups, index), reader),
    )}
${searchedLine(answer, reader)}<div class="actions keep">${shareButton(askPath(address), address.question, reader)}</div>`,
  )}${
    answer.conflicts.length > 0 &&
    section(
      'conflicts',
      reader.words.accountsDiffer,
      html`<p class="note">${asking.conflictsNote}</p>${answer.conflicts.map((conflict) => answerConflict(conflict, reader))}`,
    )
  }${askNextSection(answer, address, reader)}`
}

function chosenLine(judging: AnswerJudging | undefined, { words }: Reader): Html | undefined {
  if (judging?.kind !== 'judged') return undefined
  return html`<p class="note">${words.asking.chosenByOf(`\u2068${judging.model}\u2069`)}</p>`
}

function countBefore(groups: readonly AnswerGroup[], index: number): number {
  return groups.slice(0, index).reduce((sum, { points }) => sum + points.length, 0)
}

function groupPart({ storyId, title, points }: AnswerGroup, first: number, reader: Reader): Html {
  const name = foreign(title || reader.words.asking.other)
  return html`<h3>${storyId ? html`<a href="${storyPath(storyId)}">${name}</a>` : name}</h3>
<ul class="passages">${points.map((point, index) => answerPoint(point, first + index, reader))}</ul>
`
}

/** Passages that weren't checked to answer, each with why it is shown. */
function closest(answer: Extract<Answer, { readonly kind: 'closest' }>, address: AskAddress, reader: Reader): Html {
  const { asking } = reader.words
  return html`${section(
    'closest',
    asking.closest,
    html`<p role="status" class="refusal">${asking.closestNote}</p>${understoodLine(answer.asked, reader)}<ul class="passages">${answer.passages.map((point, index) => answerPoint(point, index + 1, reader, whyShown(point, reader)))}</ul>${searchedLine(answer, reader)}
${otherWays(answer, address, reader)}`,
  )}${askNextSection(answer, address, reader)}`
}

function nothing(answer: Extract<Answer, { readonly kind: 'nothing' }>, address: AskAddress, reader: Reader): Html {
  const { asking } = reader.words
  const isQuestion = answer.reason !== 'no-question'
  return section(
    'answer',
    asking.nothing,
    html`<p role="status" class="refusal">${asking.why[answer.reason]}</p>${isQuestion && html`${understoodLine(answer.asked, reader)}${searchedLine(answer, reader)}`}
${otherWays(answer, address, reader)}`,
  )
}

/** Asking all articles, when only some were asked, and searching for the words. */
function otherWays(
  answer: Answer,
  { question, follows, story, entity, folder, from, until }: AskAddress,
  reader: Reader,
): Html {
  const { asking } = reader.words
  const isNarrow = story ?? entity ?? folder ?? from ?? until
  return html`<ul class="leads">${isNarrow && html`<li><a href="${askPath({ question, follows })}">${asking.wider}</a></li>`}<li><a href="/search${queryOf({ q: searchWords(answer) })}">${asking.searchInstead}</a></li></ul>`
}

/** The keywords of the question for a search, else the question. */
function searchWords({ asked }: Answer): string {
  return asked.terms.length > 0 ? [...new Set(asked.terms)].join(' ') : asked.text
}

/** What was looked for, which tells why passages are no answer, and which days were meant: `Looked for: bridge, Mara Ellind · 1 March – 3 March`. */
function understoodLine(asked: AskedQuestion, reader: Reader): Html {
  const { asking } = reader.words
  const terms = [...new Set([...(asked.speaker ? [asked.speaker] : []), ...asked.names, ...asked.terms])]
  const parts = joined(
    [
      terms.length > 0 &&
        listed(
          terms.map((term) => html`<q>${foreign(plainLine(term))}</q>`),
          reader,
        ),
      periodOf(asked, reader),
    ],
    ' · ',
  )
  return parts.length > 0 ? html`<p class="note">${asking.understood}${reader.words.colon}${parts}</p>` : html``
}

function periodOf({ from, until }: AskedQuestion, reader: Reader): string | undefined {
  const { asking } = reader.words
  const first = from && longDay(from.slice(0, 10), reader)
  const last = until && longDay(lastDayBefore(until), reader)
  if (first && last) return first === last ? first : `${first} – ${last}`
  return first ? asking.sinceDayOf(first) : last ? asking.untilDayOf(last) : undefined
}

/** The last day of a period that ends before a moment: displayed dates are inclusive. */
function lastDayBefore(until: string): string {
  if (until.length <= 10) return until
  return new Date(Date.parse(until) - 1).toISOString().slice(0, 10)
}

/** What was searched, so that an answer, and even more its absence, can be judged. */
function searchedLine({ searched }: Answer, reader: Reader): Html {
  const { words } = reader
  const { asking } = words
  return html`<p class="note">${asking.searched}${reader.words.colon}${listed(
    [
      words.articles(searched.articleCount),
      asking.sentences(searched.sentenceCount),
      words.quotes(searched.quoteCount),
      publishedIn(searched, reader),
    ],
    reader,
  )}.${
    searched.missing.length > 0 &&
    html` ${asking.missing}${reader.words.colon}${listed(
      searched.missing.map((word) => html`<q>${foreign(word)}</q>`),
      reader,
    )}.`
  }${searched.isCut && html` ${asking.isCut}`}</p>`
}

function publishedIn({ from, until }: SearchedFor, reader: Reader): string | false {
  if (!from || !until) return false
  const [first, last] = [dayIn(from, reader), dayIn(until, reader)]
  return first === last ? longDay(first, reader) : `${longDay(first, reader)} – ${longDay(last, reader)}`
}
