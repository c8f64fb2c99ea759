import { choiceBounds, modelSwitches } from '../../core/model-choice.ts'
import type { ModelSettingsView } from '../../operations/model-views.ts'
import type { Reader } from '../reader.ts'
import { type Html, html } from './html.ts'
import { section } from './section.ts'

/** Usual addresses of programs that run on one's own machine. */
const usual: readonly (readonly [string, string])[] = [
  ['Ollama', 'http://127.0.0.1:11434/v1'],
  ['llama.cpp', 'http://127.0.0.1:8080/v1'],
  ['vLLM', 'http://127.0.0.1:8000/v1'],
]

/** The fields of the form: server and model, switches, and bounds. What the environment sets is shown and cannot be changed. */
export function modelFields(view: ModelSettingsView, reader: Reader): Html {
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
