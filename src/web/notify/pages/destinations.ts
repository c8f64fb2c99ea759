import type { SendTrigger } from '../../../core/destination.ts'
import type {
  DestinationAdded,
  DestinationForm,
  DestinationsView,
  DestinationView,
} from '../../../operations/notify/destination-views.ts'
import { buttonForm, hidden } from '../../layout/forms.ts'
import { foreign, type Html, html, joined, listed } from '../../layout/html.ts'
import { menu } from '../../layout/menu.ts'
import { settingRow, settingsPageOf } from '../../layout/settings-frame.ts'
import type { Reader } from '../../reader.ts'

/** What was just done, or why it was not; a secret is shown only here. */
export type SendingResult =
  | { readonly kind: 'saved' | 'added' | 'removed' | 'tested' }
  | { readonly kind: 'secret'; readonly secret: string }
  | { readonly kind: 'sent-again'; readonly count: number }
  | { readonly kind: 'test-failed'; readonly reason: string }
  | (DestinationAdded & { readonly kind: 'refused' })

const home = '/settings/send'

/** Where a reader sends articles and events, each with its state, and the services that can be added. */
export function destinationsPage(view: DestinationsView, reader: Reader, result?: SendingResult): string {
  const { sending: words } = reader.words
  const { destinations, forms } = view
  const body = html`${result && sendingNotice(result, reader)}${destinations.map((destination) => row(destination, reader))}
<h2 class="hd">${words.addTitle}</h2>
${forms.map((form) => addForm(form, reader))}<p class="note more">${words.secretNote}</p>`
  const { advanced } = reader.words.settings.pages
  const parent = { path: '/settings/advanced', name: advanced }
  return settingsPageOf(reader, { in: 'advanced', title: words.title, lead: words.lead, parent, body })
}

export function sendingNotice(result: SendingResult, reader: Reader): Html {
  const { sending: words, alerts } = reader.words
  switch (result.kind) {
    case 'saved':
    case 'added':
      return html`<p class="notice done" role="status">${reader.words.settings.saved}</p>`
    case 'removed':
    case 'tested':
      return html`<p class="notice done" role="status">${alerts[result.kind]}</p>`
    case 'secret':
      return html`<div class="notice done" role="status"><p><b>${alerts.secret}</b>${reader.words.colon}<code class="secret" dir="ltr">${result.secret}</code></p><p>${reader.words.accounts.shownOnce}</p></div>`
    case 'sent-again':
      return html`<p class="notice done" role="status">${words.sentAgain(result.count)}</p>`
    case 'test-failed':
      return html`<p class="notice warn" role="alert">${alerts.testFailed(result.reason)}</p>`
    case 'refused':
      return html`<p class="notice warn" role="alert">${result.why === 'missing' ? reader.words.ownBrief.server.bad : alerts.refused[result.why]}${result.field !== undefined && html` <b>${words.fields[result.field]}</b>`}</p>`
  }
}

function row(destination: DestinationView, reader: Reader): Html {
  const { sending: words, alerts } = reader.words
  const { id, name, isOn, lastError } = destination
  const act = (what: 'test' | 'switch', label: string, fields: Record<string, string> = {}) =>
    buttonForm(reader, { action: `${home}/${id}/${what}`, fields, label, variant: 'quiet' })
  const actions = html`<a href="${home}/${id}">${words.toLog}</a>${act('test', alerts.test)}${isOn ? act('switch', reader.words.ways.turnOff, { on: '0' }) : act('switch', reader.words.ways.turnOn, { on: '1' })}`
  const help = html`${facts(destination)} · ${isOn ? occasionLine(destination.occasions, reader) : alerts.isOff}${lastError !== undefined && html`<br><span class="bad">${alerts.failing(lastError)}</span>`}`
  return settingRow(html`<a href="${home}/${id}">${foreign(name)}</a>`, menu(actions, { name, isAtEnd: true }), {
    help,
  })
}

/** Its service and host, unless its name says that already. */
function facts({ service, name, host }: DestinationView): Html {
  return html`<bdi class="small secret" dir="ltr">${joined([service !== name && service, host], ' · ')}</bdi>`
}

function addForm({ kind, name, fields, occasions }: DestinationForm, reader: Reader): Html {
  const { sending: words } = reader.words
  return html`<details class="open-form"><summary>${name}</summary><p class="note">${words.kinds[kind]}</p>
<form method="post" action="${home}" class="choosers">${hidden('kind', kind)}${settingFields(fields, reader)}
<div class="field"><label>${reader.words.accounts.name} <span class="small">${words.optional}</span> <input type="text" name="name" maxlength="60" autocomplete="off"></label></div>
${occasionFields(occasions, [], reader)}<p><button class="btn main">${reader.words.add}</button></p></form></details>
`
}

/** The fields of a service's settings. Secrets are typed hidden, and the browser does not fill them in. */
function settingFields(fields: DestinationForm['fields'], reader: Reader): Html {
  const { sending: words } = reader.words
  return html`${fields.map(({ name, isSecret, isOptional, standard }) => {
    const type = isSecret ? 'password' : name === 'address' ? 'url' : 'text'
    return html`<div class="field"><label>${words.fields[name]}${isOptional && html` <span class="small">${words.optional}</span>`} <input type="${type}" name="set-${name}"${standard !== undefined && html` value="${standard}"`}${!isOptional && html` required`} maxlength="2000" dir="ltr" autocomplete="${isSecret ? 'new-password' : 'off'}" spellcheck="false"${name === 'address' && html` placeholder="https://"`}></label></div>
`
  })}`
}

/** What can be sent there automatically, as checkboxes. */
export function occasionFields(offered: readonly SendTrigger[], chosen: readonly SendTrigger[], reader: Reader): Html {
  const { sending: words } = reader.words
  return html`<fieldset><legend>${words.occasionsTitle}</legend>${offered.map(
    (occasion) =>
      html`<p><label class="check"><input type="checkbox" name="occasion" value="${occasion}"${chosen.includes(occasion) && html` checked`}> ${words.occasions[occasion]}</label></p>`,
  )}</fieldset>
`
}

/** What is sent there automatically, in one line. */
function occasionLine(chosen: readonly SendTrigger[], reader: Reader): Html {
  const { sending: words } = reader.words
  return html`${listed(
    chosen.map((occasion) => words.occasions[occasion]),
    reader,
  )}`
}
