import type { ClaimCheck } from '../../../core/claim.ts'
import type { ModelFailure } from '../../../core/model.ts'
import { choiceBounds, modelSwitches } from '../../../core/reading/model-choice.ts'
import type { ModelSettingsView, ModelTested } from '../../../operations/admin/model-views.ts'
import { type Html, html, joined } from '../../layout/html.ts'
import { layout } from '../../layout/layout.ts'
import { section } from '../../layout/section.ts'
import type { Reader } from '../../reader.ts'

/** Usual addresses of model servers on the same machine. */
const usual: readonly (readonly [string, string])[] = [
  ['Ollama', 'http://127.0.0.1:11434/v1'],
  ['llama.cpp', 'http://127.0.0.1:8080/v1'],
  ['vLLM', 'http://127.0.0.1:8000/v1'],
]

/** The fields of the form: server and model, switches, and limits. What the environment sets is shown read-only. */
function modelFields(view: ModelSettingsView, reader: Reader): Html {
  const { models: words } = reader.words
  return html`${section('server', words.sections.server, server(view, reader))}
${section('uses', words.sections.uses, uses(view, reader))}
${section('limits', words.sections.limits, limits(view, reader))}`
}

function server({ choice, hasKey, fixed }: ModelSettingsView, reader: Reader): Html {
  const { models: words } = reader.words
  return html`${field('address', words.address, words.addressNote, choice.address, fixed.address && 'TWOSOURCE_MODEL_URL', 'inputmode="url" maxlength="500"')}
<details class="small"><summary>${words.examples}</summary><dl class="facts-list">${usual.map(([program, address]) => html`<div><dt><bdi>${program}</bdi></dt><dd><code dir="ltr">${address}</code></dd></div>`)}<div><dt>${words.vendor}</dt><dd>${words.vendorNote}</dd></div></dl></details>
${field('name', words.name, words.nameNote, choice.name, fixed.name && 'TWOSOURCE_MODEL_NAME', 'maxlength="200"')}
${keyField()}
${field('embedding-name', words.embeddingName, words.embeddingNote, choice.embeddingName, false, 'maxlength="200"')}`

  function keyField(): Html {
    if (fixed.key)
      return html`<div class="field"><b>${words.key}</b><p class="note">${words.fixedBy} <code dir="ltr">TWOSOURCE_MODEL_KEY</code></p></div>`
    return html`<div class="field"><label for="key">${words.key}</label><p class="note" id="key-note">${hasKey ? words.keyKept : words.keyNote}</p><input id="key" name="key" type="password" dir="ltr" autocomplete="off" spellcheck="false" maxlength="1000" aria-describedby="key-note">${hasKey && html`<p><label><input type="checkbox" name="forget-key" value="1"> ${words.forgetKey}</label></p>`}</div>`
  }

  function field(
    name: string,
    label: string,
    note: string,
    value: string,
    fixedBy: string | false,
    more: 'inputmode="url" maxlength="500"' | 'maxlength="200"',
  ): Html {
    const kind = more.startsWith('inputmode') ? html` inputmode="url" maxlength="500"` : html` maxlength="200"`
    return html`<div class="field"><label for="${name}">${label}</label><p class="note" id="${name}-note">${fixedBy ? html`${words.fixedBy} <code dir="ltr">${fixedBy}</code>` : note}</p><input id="${name}" name="${name}" value="${value}" dir="ltr" autocomplete="off" autocapitalize="none" spellcheck="false"${kind} aria-describedby="${name}-note"${fixedBy && html` disabled`}></div>
`
  }
}

function uses({ choice }: ModelSettingsView, reader: Reader): Html {
  const { models: words } = reader.words
  return html`<p class="note">${words.usesNote}</p>${modelSwitches.map(
    (name) =>
      html`<div class="field"><label><input type="checkbox" name="${name}" value="1"${choice.switches[name] && html` checked`} aria-describedby="${name}-note"> ${words.switches[name]}</label><p class="note" id="${name}-note">${words.sends[name]}</p></div>
`,
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
  return html`<p class="note">${words.budgetNote}</p><div class="line">${numbers.map(([field, name]) => {
    const [least, most] = choiceBounds[name]
    return html`<div class="field"><label for="${field}">${words[name]}</label> <input id="${field}" name="${field}" type="number" min="${least}" max="${most}" step="1" required value="${choice[name]}"></div>
`
  })}</div>`
}

/** The result of a test: which sentences of the model passed the check, which failed and why, or what to do about an error. */
function modelTested({ milliseconds, tokens, outcome, vectors }: ModelTested, reader: Reader): Html {
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
  const result = kept.length === 0 ? words.keptNothing : dropped.length === 0 ? words.keptForm : words.keptPart
  return html`<p>${result}</p>${
    kept.length > 0 &&
    html`<h3>${words.keptList}</h3><ul lang="en" dir="ltr">${kept.map(({ text }) => html`<li>${text}</li>`)}</ul>`
  }${
    dropped.length > 0 &&
    html`<h3>${words.droppedList}</h3><ul>${dropped.slice(0, 8).map(({ text, failed, why }) => html`<li><b>${words.checks[failed]}</b>${text !== '' && html` <bdi lang="en">“${text.slice(0, 300)}”</bdi>`} <bdi lang="en"><small>${why}</small></bdi></li>`)}</ul>`
  }`
}

/** What went wrong and what to do, with the server's own message. */
function failure(outcome: ModelFailure, reader: Reader): Html {
  const { models: words } = reader.words
  if (outcome.kind !== 'failed') return html`<p><b>${words.failures[outcome.kind]}</b></p>`
  return html`<p><b>${words.troubles[outcome.why ?? 'server']}</b></p><p class="small">${words.itSays} <bdi lang="en" dir="ltr">${outcome.reason}</bdi></p>`
}

/** Recent cost of the model by day and use, and how much of its text passed the check. */
function modelCost({ choice, spentToday, days }: ModelSettingsView, reader: Reader): Html {
  const { models: words, number } = reader.words
  const { calls, tokens } = spentToday
  return html`<p>${words.today(number(calls), number(choice.callsPerDay), number(tokens), number(choice.tokensPerDay))}</p>
${days.length === 0 ? html`<p class="small">${words.noUse}</p>` : table(days, reader)}`
}

function table(days: ModelSettingsView['days'], reader: Reader): Html {
  const { models: words } = reader.words
  const { columns } = words
  return html`<p class="note">${words.costNote}</p>
<div class="scroll" tabindex="0" role="group" aria-label="${words.sections.cost}"><table class="in-force"><thead><tr>${[columns.day, columns.use, columns.calls, columns.failures, columns.tokens, columns.kept, columns.dropped].map((name) => html`<th scope="col">${name}</th>`)}</tr></thead>
<tbody>${days.map((day) => row(day, reader))}</tbody></table></div>`
}

function row(day: ModelSettingsView['days'][number], reader: Reader): Html {
  const { models: words, number } = reader.words
  const drops = Object.entries(day.droppedBy).map(
    ([check, count]) => html`${words.checks[check as ClaimCheck] ?? check} ${number(count)}`,
  )
  return html`<tr><th scope="row"><time datetime="${day.day}"><bdi dir="ltr">${day.day}</bdi></time></th><td>${words.uses[day.use] ?? day.use}</td><td>${number(day.calls)}</td><td>${number(day.failures)}</td><td>${number(day.tokensIn)} / ${number(day.tokensOut)}</td><td>${number(day.kept)}</td><td>${number(day.dropped)}${drops.length > 0 && html` <small>${joined(drops, ' · ')}</small>`}</td></tr>
`
}

export type ModelResult =
  | { readonly kind: 'saved' | 'key-forgotten' }
  | { readonly kind: 'refused'; readonly why: keyof Reader['words']['models']['refused'] }
  | { readonly kind: 'tested'; readonly tested: ModelTested }

/** The language model: its server, what it may do and how much, what data leaves the machine, a test, and its cost. */
export function modelSettingsPage(view: ModelSettingsView, reader: Reader, result?: ModelResult): string {
  const { models: words } = reader.words
  const body = html`<div class="single wide model-settings"><h1>${words.title}</h1>
<p class="note">${words.lead}</p>
${result && notice(result, reader)}
${reach(view, reader)}
<form method="post" action="/settings/model" class="choosers">${modelFields(view, reader)}
<p><button class="btn">${reader.words.save}</button></p></form>
${section('test', words.sections.test, test(result?.kind === 'tested' ? result.tested : undefined, reader))}
${section('cost', words.sections.cost, modelCost(view, reader))}
</div>
`
  return layout(reader, { title: words.title, place: 'server', body })
}

function notice(result: ModelResult, reader: Reader): Html | undefined {
  const { models: words } = reader.words
  switch (result.kind) {
    case 'saved':
      return html`<p class="notice" role="status">${words.saved}</p>`
    case 'key-forgotten':
      return html`<p class="notice warn" role="status">${words.saved} ${words.keyForgotten}</p>`
    case 'refused':
      return html`<p class="notice warn" role="alert">${words.refused[result.why]}</p>`
    case 'tested':
      return undefined
  }
}

/** Which data leave the machine: shown before anything is chosen. */
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
