import type { Answer, AnswerGroup } from '../../core/answer.ts'
import type { AskView } from '../../operations/ask-views.ts'
import { answerConflict, answerPoint } from '../parts/answer-point.ts'
import { searchedLine, understoodLine } from '../parts/answer-searched.ts'
import { type WrittenState, writtenPart } from '../parts/answer-written.ts'
import { type AskAddress, askPath } from '../parts/ask-address.ts'
import { askNextSection, threadPart } from '../parts/ask-next.ts'
import { type AskedOf, askEverythingForm, foldedForm } from '../parts/ask-scope.ts'
import { entityPath } from '../parts/entity-link.ts'
import { type Html, html, joined } from '../parts/html.ts'
import { foreign } from '../parts/language.ts'
import { layout } from '../parts/layout.ts'
import { queryOf, storyPath } from '../parts/links.ts'
import { section } from '../parts/section.ts'
import { shareButton } from '../parts/share-button.ts'
import type { Reader } from '../reader.ts'

/** A question and what articles say to it, word for word; what a model wrote of that stands beside it, never instead. */
export function answerPage(view: AskView, address: AskAddress, reader: Reader, written?: WrittenState): string {
  const { answer } = view
  const of = askedOf(view)
  const { asking } = reader.words
  const body = html`<div class="single asking">${kicker(of, reader)}<h1 dir="auto">${address.question}</h1>
${foldedForm(address, of, answer.kind === 'declined', reader)}${threadPart(address, reader)}
${answer.kind === 'answered' ? answered(answer, address, reader, written) : declined(answer, address, reader)}</div>
`
  return layout(reader, { title: `${address.question} · ${asking.title}`, place: 'ask', body })
}

/** The form alone, with questions that there is something to say to. */
export function askPage(
  {
    of,
    examples,
    language,
  }: { readonly of: AskedOf; readonly examples: readonly string[]; readonly language?: string | undefined },
  address: AskAddress,
  reader: Reader,
): string {
  const { asking } = reader.words
  const name = of.story?.title ?? of.entity?.name
  const body = html`<div class="single asking">${name !== undefined && kicker(of, reader)}<h1>${asking.title}</h1>${askEverythingForm(address, of, reader)}
<p class="note">${asking.note}</p>
${
  examples.length > 0 &&
  section(
    'examples',
    asking.examples,
    html`<ul class="examples">${examples.map((question) => html`<li><a href="${askPath({ ...address, question })}">${foreign(question, language)}</a></li>`)}</ul>`,
  )
}</div>
`
  return layout(reader, { title: name ? `${name} · ${asking.title}` : asking.title, place: 'ask', body })
}

function askedOf({ scope: { storyId, entityId }, storyTitle, entityName }: AskView): AskedOf {
  return {
    ...(storyId !== undefined && storyTitle !== undefined && { story: { id: storyId, title: storyTitle } }),
    ...(entityId !== undefined && entityName !== undefined && { entity: { id: entityId, name: entityName } }),
  }
}

/** What this is, and back to what is asked of. */
function kicker({ story, entity }: AskedOf, { words }: Reader): Html {
  const links = [
    html`<a href="/ask">${words.asking.title}</a>`,
    story && html`<a href="${storyPath(story.id)}">${foreign(story.title)}</a>`,
    entity && html`<a href="${entityPath(entity.id)}">${foreign(entity.name)}</a>`,
  ]
  return html`<p class="kicker">${joined(links, ' · ')}</p>`
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
    html`${understoodLine(answer.asked, reader)}${writtenPart(written, points, address, reader)}${answer.groups.map(
      (group, index) => groupPart(group, 1 + countBefore(answer.groups, index), reader),
    )}
${searchedLine(answer, reader)}<div class="actions keep">${shareButton(askPath(address), address.question, reader)}</div>`,
  )}${
    answer.conflicts.length > 0 &&
    section(
      'conflicts',
      asking.conflicts,
      html`<p class="note">${asking.conflictsNote}</p>${answer.conflicts.map((conflict) => answerConflict(conflict, reader))}`,
    )
  }${askNextSection(answer, address, reader)}`
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

/** That there is no answer comes first; what is near is named as what it is. */
function declined(answer: Extract<Answer, { readonly kind: 'declined' }>, address: AskAddress, reader: Reader): Html {
  const { asking } = reader.words
  const isNarrow = address.story ?? address.entity ?? address.from ?? address.until
  const { question, follows } = address
  return html`${section(
    'answer',
    asking.declined,
    html`<p role="status" class="refusal">${asking.why[answer.reason]}</p>${answer.reason !== 'no-question' && understoodLine(answer.asked, reader)}${searchedLine(answer, reader)}
<ul class="examples">${isNarrow && html`<li><a href="${askPath({ question, follows })}">${asking.wider}</a></li>`}<li><a href="/search${queryOf({ q: searchWords(answer) })}">${asking.searchInstead}</a></li></ul>`,
  )}${
    answer.nearest.length > 0 &&
    section(
      'nearest',
      asking.nearest,
      html`<p class="note">${asking.nearestNote}</p><ul class="passages">${answer.nearest.map((point, index) => answerPoint(point, index + 1, reader))}</ul>`,
    )
  }`
}

/** The words that a search takes: those that carry the question, else the question. */
function searchWords({ asked }: Answer): string {
  return asked.terms.length > 0 ? [...new Set(asked.terms)].join(' ') : asked.text
}
