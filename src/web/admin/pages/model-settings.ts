import type { ModelFailure, ModelUse } from '../../../core/model.ts'
import { choiceBounds, modelSwitches } from '../../../core/reading/model-choice.ts'
import type { ModelList, ModelSettingsView, ModelTested } from '../../../operations/admin/model-views.ts'
import { type Html, html, joined } from '../../layout/html.ts'
import { savedNotice, settingRow, settingsPageOf, toggle } from '../../layout/settings-frame.ts'
import type { Reader } from '../../reader.ts'

/** Servers that run on the same machine, at their usual port. */
export const modelPresets = {
  Ollama: 'http://127.0.0.1:11434/v1',
  'llama.cpp': 'http://127.0.0.1:8080/v1',
  'LM Studio': 'http://127.0.0.1:1234/v1',
  vLLM: 'http://127.0.0.1:8000/v1',
} as const

/** What is in the form before it is saved: the address that was asked for its models, and their names or why there are none. */
export type ModelDraft = {
  readonly address: string
  readonly listed: ModelList | { readonly kind: 'refused' }
}

function server({ choice, hasKey }: ModelSettingsView, draft: ModelDraft | undefined, reader: Reader): Html {
  const { models: words } = reader.words
  const address = draft?.address ?? choice.address
  const names = draft?.listed.kind === 'listed' ? draft.listed.names : []
  const chosen = names.length > 0 && !names.includes(choice.name) ? (names[0] ?? '') : choice.name
  const keyNote = hasKey && words.keyKept
  return html`<p class="set presets">${Object.keys(modelPresets).map((name) => html`<button class="btn" name="preset" value="${name}" formaction="${home}/models" formnovalidate>${name}</button>`)}</p>
<div class="field"><label for="address">${reader.words.settings.apps.url}</label><p class="note" id="address-note">${words.addressNote}</p><span class="ask"><input class="in" id="address" name="address" value="${address}" dir="ltr" autocomplete="off" autocapitalize="none" spellcheck="false" inputmode="url" maxlength="500" aria-describedby="address-note"><button class="btn" formaction="${home}/models" formnovalidate>${words.list}</button></span></div>
${draft && listing(draft.listed, reader)}
<div class="field"><label for="key">${reader.words.translation.settings.key}</label>${keyNote && html`<p class="note" id="key-note">${keyNote}</p>`}<input id="key" name="key" type="password" dir="ltr" autocomplete="off" spellcheck="false" maxlength="1000"${keyNote && html` aria-describedby="key-note"`}>${hasKey && html` <label><input type="checkbox" name="forget-key" value="1"> ${reader.words.translation.settings.forgetKey}</label>`}</div>
<div class="field"><label for="name">${words.name}</label>${
    names.length > 0
      ? html`<select id="name" name="name">${names.map((each) => html`<option${each === chosen && html` selected`}>${each}</option>`)}</select>`
      : html`<input id="name" name="name" value="${choice.name}" dir="ltr" autocomplete="off" autocapitalize="none" spellcheck="false" maxlength="200" placeholder="llama3.2">`
  }</div>
`
}

/** What a server answered when it was asked for its models. */
function listing(listed: ModelDraft['listed'], reader: Reader): Html {
  const { models: words } = reader.words
  if (listed.kind === 'refused') return html`<p class="notice warn" role="alert">${words.refused.address}</p>`
  if (listed.kind !== 'listed') return html`<div class="notice warn" role="alert">${failure(listed, reader)}</div>`
  return html`<p class="notice" role="status">${words.found(reader.words.number(listed.names.length))}</p>`
}

function uses({ choice }: ModelSettingsView, reader: Reader): Html {
  const { models: words } = reader.words
  // Nothing was saved yet: all that reads with a model is on, unless it is switched off before saving.
  const isFirst = choice.name === ''
  return html`<h2 class="hd">${words.sections.uses}</h2>${modelSwitches.map((name) =>
    settingRow(
      words.switches[name],
      toggle(name, choice.switches[name] || (isFirst && name !== 'embeddings'), `n-${name}`, ['0', '1']),
      { id: `n-${name}`, help: words.sends[name], isSaving: false },
    ),
  )}`
}

function limits({ choice }: ModelSettingsView, reader: Reader): Html {
  const { models: words } = reader.words
  const numbers = [
    ['calls-per-day', 'callsPerDay'],
    ['tokens-per-day', 'tokensPerDay'],
    ['timeout-seconds', 'timeoutSeconds'],
    ['stall-seconds', 'stallSeconds'],
  ] as const
  return html`<details class="open-form"><summary>${words.sections.limits}</summary><div class="halves"><div class="field"><label for="embedding-name">${words.embeddingName}</label><input id="embedding-name" name="embedding-name" value="${choice.embeddingName}" dir="ltr" autocomplete="off" spellcheck="false" maxlength="200"></div>
${numbers.map(([field, name]) => {
  const [least, most] = choiceBounds[name]
  return html`<div class="field"><label for="${field}">${words[name]}</label><input id="${field}" name="${field}" type="number" min="${least}" max="${most}" step="1" required value="${choice[name]}"></div>
`
})}</div><p class="note">${words.budgetNote}</p></details>`
}

/** The result of a test: which sentences of the model passed the check, which failed and why, or what to do about an error. */
function modelTested({ milliseconds, tokens, outcome, vectors }: ModelTested, reader: Reader): Html {
  const { models: words } = reader.words
  const facts = [
    outcome.kind === 'written' && html`<bdi dir="ltr">${outcome.model}</bdi>`,
    words.took(milliseconds / 1000),
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
  if (outcome.kind === 'unreadable') return html`<p>${words.keptNothing}</p>`
  if (outcome.kind !== 'written') return undefined
  const { kept, dropped } = outcome.text
  const result = kept.length === 0 ? words.keptNothing : dropped.length === 0 && words.keptForm
  return html`${result && html`<p>${result}</p>`}${
    kept.length > 0 &&
    html`<h3>${words.keptList}</h3><ul lang="en" dir="ltr">${kept.map(({ text }) => html`<li>${text}</li>`)}</ul>`
  }${
    dropped.length > 0 &&
    html`<h3>${words.droppedList}</h3><ul>${dropped.slice(0, 8).map(({ text, failed, why }) => html`<li><b lang="en">${failed}</b>${text !== '' && html` <bdi lang="en"><q>${text.slice(0, 300)}</q></bdi>`} <bdi lang="en"><small>${why}</small></bdi></li>`)}</ul>`
  }`
}

/** What went wrong and what to do, with the server's own message. */
function failure(outcome: ModelFailure, reader: Reader): Html {
  const { models: words } = reader.words
  if (outcome.kind !== 'failed') return html`<p><b>${words.failures[outcome.kind]}</b></p>`
  return html`<p><b>${words.troubles[outcome.why ?? 'server']}</b></p><p class="small"><bdi lang="en" dir="ltr">${outcome.reason}</bdi></p>`
}

/** Recent cost of the model by day and use, and how much of its text passed the check. */
function modelCost({ choice, spentToday, days }: ModelSettingsView, reader: Reader): Html {
  const { models: words, number } = reader.words
  const { calls, tokens } = spentToday
  return html`<p>${words.today(number(calls), number(choice.callsPerDay), number(tokens), number(choice.tokensPerDay))}</p>
${table(days, reader)}`
}

function table(days: ModelSettingsView['days'], reader: Reader): Html {
  const { models: words } = reader.words
  const { columns } = words
  return html`<div class="scroll" tabindex="0" role="group" aria-label="${words.sections.cost}"><table class="in-force"><thead><tr>${[reader.words.plots.day, columns.use, columns.calls, reader.words.admin.sections.failures, columns.tokens, words.keptList, words.droppedList].map((name) => html`<th scope="col">${name}</th>`)}</tr></thead>
<tbody>${days.map((day) => row(day, reader))}</tbody></table></div>`
}

function row(day: ModelSettingsView['days'][number], reader: Reader): Html {
  const { number } = reader.words
  const drops = Object.entries(day.droppedBy).map(
    ([check, count]) => html`<span lang="en">${check}</span> ${number(count)}`,
  )
  return html`<tr><th scope="row"><time datetime="${day.day}"><bdi dir="ltr">${day.day}</bdi></time></th><td>${useName(day.use, reader)}</td><td>${number(day.calls)}</td><td>${number(day.failures)}</td><td>${number(day.tokensIn)} / ${number(day.tokensOut)}</td><td>${number(day.kept)}</td><td>${number(day.dropped)}${drops.length > 0 && html` <small>${joined(drops, ' · ')}</small>`}</td></tr>
`
}

/** What a use is called: as its switch, for a test as its button. */
function useName(use: ModelUse, reader: Reader): string {
  const { switches, testNow } = reader.words.models
  switch (use) {
    case 'summary':
    case 'background':
      return switches.summaries
    case 'judging':
      return switches.judging
    case 'answer':
      return switches.answers
    case 'translation':
      return switches.translation
    case 'embedding':
      return switches.embeddings
    case 'test':
      return testNow
  }
}

export type ModelResult =
  | { readonly kind: 'saved' | 'key-forgotten' }
  | { readonly kind: 'refused'; readonly why: keyof Reader['words']['models']['refused'] }
  | { readonly kind: 'tested'; readonly tested: ModelTested }
  | { readonly kind: 'listed'; readonly draft: ModelDraft }

const home = '/settings/model'

/** The language model: its server, what it may do and how much, what data leaves the machine, a test, and its cost. */
export function modelSettingsPage(view: ModelSettingsView, reader: Reader, result?: ModelResult): string {
  const { models: words, settings } = reader.words
  const draft = result?.kind === 'listed' ? result.draft : undefined
  const isSet = view.choice.address !== '' && view.choice.name !== ''
  const body = html`<div class="model-settings">${result && notice(result, reader)}
${reach(view, reader)}
<form method="post" action="${home}">${server(view, draft, reader)}
${uses(view, reader)}
${limits(view, reader)}
<p class="acts more"><button class="btn main">${reader.words.save}</button>${isSet && html`<button class="btn" formaction="${home}/test#tested" formnovalidate>${words.testNow}</button>`}</p></form>
${result?.kind === 'tested' && modelTested(result.tested, reader)}
${view.days.length > 0 && html`<details class="open-form"><summary>${words.sections.cost}</summary>${modelCost(view, reader)}</details>`}
</div>`
  return settingsPageOf(reader, { in: 'model', title: settings.pages.model, lead: words.lead, body })
}

function notice(result: ModelResult, reader: Reader): Html | undefined {
  const { models: words } = reader.words
  switch (result.kind) {
    case 'saved':
      return savedNotice(true, reader)
    case 'key-forgotten':
      return html`<p class="notice warn" role="status">${reader.words.settings.saved} ${words.keyForgotten}</p>`
    case 'refused':
      return html`<p class="notice warn" role="alert">${words.refused[result.why]}</p>`
    case 'tested':
    case 'listed':
      return undefined
  }
}

/** Which data leave the machine: shown before anything is chosen. */
function reach({ choice, reach, isEncrypted }: ModelSettingsView, reader: Reader): Html | undefined {
  const { models: words } = reader.words
  if (reach === 'none') return undefined
  if (reach === 'here') return html`<p class="notice" id="reach">${words.reach.here}</p>`
  const host = URL.parse(choice.address)?.host || choice.address
  return html`<p class="notice warn" id="reach">${words.reach.elsewhere(host)} ${!isEncrypted && html`<b>${words.unencrypted}</b>`}</p>`
}
