import type { ModelFailure } from '../../core/model.ts'
import type { ModelTested } from '../../operations/model-views.ts'
import type { Reader } from '../reader.ts'
import { type Html, html, joined } from './html.ts'

/** What came of a test: what the model wrote that holds, what does not and why, or what to do about a failure. */
export function modelTested({ milliseconds, tokens, outcome, vectors }: ModelTested, reader: Reader): Html {
  const { models: words } = reader.words
  const facts = [
    outcome.kind === 'written' && html`<bdi dir="ltr">${outcome.model}</bdi>`,
    words.took(words.seconds(milliseconds / 1000)),
    tokens && words.tokensUsed(reader.words.number(tokens.in), reader.words.number(tokens.out)),
  ]
  return html`<div class="notice${!isGood(outcome) && html` warn`}" role="status" id="tested">
${outcome.kind === 'written' || outcome.kind === 'unreadable' ? html`<p><b>${words.tested}</b></p>` : failure(outcome, reader)}
${verdict(outcome, reader)}<p class="small">${joined(facts, ' · ')}</p>
${vectors && (vectors.kind === 'embedded' ? html`<p>${words.vectorsMade(vectors.width)} <bdi dir="ltr" class="small">${vectors.model}</bdi></p>` : html`<p><b>${words.vectorsFailed}</b></p>${failure(vectors, reader)}`)}</div>`
}

function isGood(outcome: ModelTested['outcome']): boolean {
  return outcome.kind === 'written' && outcome.text.kept.length > 0
}

function verdict(outcome: ModelTested['outcome'], reader: Reader): Html | undefined {
  const { models: words } = reader.words
  if (outcome.kind === 'unreadable') return html`<p>${words.unreadable}</p>`
  if (outcome.kind !== 'written') return undefined
  const { kept, dropped } = outcome.text
  const said = kept.length === 0 ? words.keptNothing : dropped.length === 0 ? words.keptForm : words.keptPart
  return html`<p>${said}</p>${
    kept.length > 0 &&
    html`<h3>${words.keptList}</h3><ul lang="en" dir="ltr">${kept.map(({ text }) => html`<li>${text}</li>`)}</ul>`
  }${
    dropped.length > 0 &&
    html`<h3>${words.droppedList}</h3><ul>${dropped.slice(0, 8).map(({ text, failed, why }) => html`<li><b>${words.checks[failed]}</b>${text !== '' && html` <bdi lang="en">“${text.slice(0, 300)}”</bdi>`} <bdi lang="en"><small>${why}</small></bdi></li>`)}</ul>`
  }`
}

/** What went wrong and what to do, with what the server itself said. */
function failure(outcome: ModelFailure, reader: Reader): Html {
  const { models: words } = reader.words
  if (outcome.kind !== 'failed') return html`<p><b>${words.failures[outcome.kind]}</b></p>`
  return html`<p><b>${words.troubles[outcome.why ?? 'server']}</b></p><p class="small">${words.itSays} <bdi lang="en" dir="ltr">${outcome.reason}</bdi></p>`
}
