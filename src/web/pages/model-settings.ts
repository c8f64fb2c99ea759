import type { ModelSettingsView, ModelTested } from '../../operations/model-views.ts'
import { type Html, html } from '../parts/html.ts'
import { layout } from '../parts/layout.ts'
import { modelCost } from '../parts/model-cost.ts'
import { modelFields } from '../parts/model-fields.ts'
import { modelTested } from '../parts/model-tested.ts'
import { section } from '../parts/section.ts'
import type { Reader } from '../reader.ts'

/** What was just done, or why it was not. */
export type ModelSaid =
  | { readonly kind: 'saved' | 'key-forgotten' }
  | { readonly kind: 'refused'; readonly why: keyof Reader['words']['models']['refused'] }
  | { readonly kind: 'tested'; readonly tested: ModelTested }

/** Where the language model is, what it may do and how much, what leaves the machine, a test, and what it cost. */
export function modelSettingsPage(view: ModelSettingsView, reader: Reader, said?: ModelSaid): string {
  const { models: words } = reader.words
  const body = html`<div class="single wide model-settings"><h1>${words.title}</h1>
<p class="note">${words.lead}</p>
${said && notice(said, reader)}
${reach(view, reader)}
<form method="post" action="/settings/model" class="choosers">${modelFields(view, reader)}
<p><button class="btn">${reader.words.save}</button></p></form>
${section('test', words.sections.test, test(said?.kind === 'tested' ? said.tested : undefined, reader))}
${section('cost', words.sections.cost, modelCost(view, reader))}
</div>
`
  return layout(reader, { title: words.title, place: 'admin', body })
}

function notice(said: ModelSaid, reader: Reader): Html | undefined {
  const { models: words } = reader.words
  switch (said.kind) {
    case 'saved':
      return html`<p class="notice" role="status">${words.saved}</p>`
    case 'key-forgotten':
      return html`<p class="notice warn" role="status">${words.saved} ${words.keyForgotten}</p>`
    case 'refused':
      return html`<p class="notice warn" role="alert">${words.refused[said.why]}</p>`
    case 'tested':
      return undefined
  }
}

/** What leaves the machine: said before anything is chosen. */
function reach({ choice, reach, isEncrypted }: ModelSettingsView, reader: Reader): Html {
  const { models: words } = reader.words
  if (reach !== 'elsewhere') return html`<p class="notice" id="reach">${words.reach[reach]}</p>`
  const host = URL.parse(choice.address)?.host || choice.address
  return html`<div class="notice warn" id="reach"><p>${words.reach.elsewhere(host)} ${!isEncrypted && html`<b>${words.unencrypted}</b>`}</p><p>${words.neverSent}</p></div>`
}

function test(tested: ModelTested | undefined, reader: Reader): Html {
  const { models: words } = reader.words
  return html`<p class="note">${words.testNote}</p>
<form method="post" action="/settings/model/test#test"><button class="btn ghost">${words.testNow}</button></form>
${tested && modelTested(tested, reader)}`
}
