import type { AnswerPoint } from '../../../core/answer.ts'
import type { Citation } from '../../../core/citation.ts'
import type { CheckedText, ClaimCheck } from '../../../core/claim.ts'
import type { AnswerWriting } from '../../../operations/search/answer-desk.ts'
import { hidden } from '../../layout/forms.ts'
import { type Html, html, joined } from '../../layout/html.ts'
import { foreign } from '../../layout/language.ts'
import { citationPath } from '../../layout/links.ts'
import type { Reader } from '../../reader.ts'
import { type AskAddress, askFields } from './ask-address.ts'

/** How far the model is, and what this answer is known by. */
export type WrittenState = (AnswerWriting | { readonly kind: 'none' }) & { readonly key: string }

/**
 * What a model made of the passages, beside them: its sentences that held, how many did not and why, and how far it is.
 * Nothing of it stands here unchecked; where too little held, the passages stand alone, and that is said.
 */
export function writtenPart(
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
${button('/ask/cancel', asking.cancel, address, hidden('key', state.key))}</await-work>`
    case 'failed':
      return html`<div id="written" class="notice"><p role="status">${asking.failures[state.reason]}</p>
${state.reason !== 'off' && button('/ask/write', asking.again, address)}</div>`
    case 'written':
      return isEnough(state.text)
        ? writtenText(state.text, state.model, points, reader)
        : html`<div id="written" class="notice"><p role="status">${asking.tooLittle}</p>${droppedPart(state.text, reader)}</div>`
  }
}

/** One sentence has to hold, and no fewer than were dropped. */
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

/** How many sentences were dropped, and for what; the sentences themselves are not shown. */
function droppedPart({ kept, dropped }: CheckedText, { words }: Reader): Html {
  const { asking } = words
  if (dropped.length === 0) return html`<p class="note">${asking.noneDropped}</p>`
  const reasons = new Map<ClaimCheck, number>()
  for (const { failed } of dropped) reasons.set(failed, (reasons.get(failed) ?? 0) + 1)
  const list = [...reasons].map(([check, count]) => `${asking.checks[check]} (${words.number(count)})`)
  return html`<p class="note">${asking.dropped(dropped.length, kept.length + dropped.length)} ${list.join(' · ')}</p>`
}

function button(action: string, label: string, address: AskAddress, more?: Html): Html {
  return html`<form method="post" action="${action}" class="inline">${askFields(address)}${more}<button class="btn ghost">${label}</button></form>`
}
