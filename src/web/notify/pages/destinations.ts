import type { SendTrigger } from '../../../core/destination.ts'
import type {
  DestinationAdded,
  DestinationForm,
  DestinationsView,
  DestinationView,
} from '../../../operations/notify/destination-views.ts'
import { buttonForm, hidden } from '../../layout/forms.ts'
import { foreign, type Html, html, joined, listed } from '../../layout/html.ts'
import { layout } from '../../layout/layout.ts'
import { section } from '../../layout/section.ts'
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
  const body = html`<div class="single wide alert-settings sending"><h1>${words.title}</h1>
<p class="note">${words.lead} ${words.alertsNote} <a href="/settings/alerts">${reader.words.alerts.settingsTitle}</a></p>
${result && sendingNotice(result, reader)}
${
  destinations.length === 0
    ? html`<div class="empty"><h2>${words.none}</h2><p>${words.noneNote}</p></div>`
    : html`<ul class="own-list">${destinations.map((destination) => item(destination, reader))}</ul><p class="note">${words.testNote}</p>`
}
${section('add', words.addTitle, html`<p class="note">${words.secretNote}</p>${forms.map((form) => addForm(form, reader))}`)}
</div>
`
  return layout(reader, { title: words.title, place: 'settings', body })
}

export function sendingNotice(result: SendingResult, reader: Reader): Html {
  const { sending: words } = reader.words
  switch (result.kind) {
    case 'saved':
    case 'added':
    case 'removed':
    case 'tested':
      return html`<p class="notice done" role="status">${words[result.kind]}</p>`
    case 'secret':
      return html`<div class="notice done" role="status"><p><b>${words.secret}</b>${reader.words.colon}<code class="secret" dir="ltr">${result.secret}</code></p><p>${words.secretOnce}</p></div>`
    case 'sent-again':
      return html`<p class="notice done" role="status">${words.sentAgain(result.count)}</p>`
    case 'test-failed':
      return html`<p class="notice warn" role="alert">${words.testFailed(result.reason)}</p>`
    case 'refused':
      return html`<p class="notice warn" role="alert">${words.refused[result.why]}${result.field !== undefined && html` <b>${words.fields[result.field]}</b>`}</p>`
  }
}

function item(destination: DestinationView, reader: Reader): Html {
  const { sending: words } = reader.words
  const { id, isOn, lastError } = destination
  const act = (what: 'test' | 'switch', label: string, fields: Record<string, string> = {}) =>
    buttonForm(reader, {
      action: `${home}/${id}/${what}`,
      fields,
      label,
      variant: what === 'test' ? 'ghost' : 'quiet',
      button: html` aria-describedby="to-${id}"`,
    })
  return html`<li><div id="to-${id}"><b>${foreign(destination.name)}</b> ${facts(destination)}
<p class="small">${isOn ? words.isOn : words.isOff} · ${occasionLine(destination.occasions, reader)}</p>${lastError !== undefined && html`<p class="small bad">${words.failing(lastError)}</p>`}</div>
<div class="actions">${act('test', words.test)} ${isOn ? act('switch', words.switchOff, { on: '0' }) : act('switch', words.switchOn, { on: '1' })} <a class="btn quiet" href="${home}/${id}" aria-describedby="to-${id}">${words.toLog}</a>
<details class="sure"><summary aria-describedby="to-${id}">${words.remove}</summary><form method="post" action="${home}/${id}/remove" class="inline"><button class="btn quiet bad">${words.removeSure}</button></form></details></div></li>
`
}

/** Its service and host, unless its name says that already. */
function facts({ service, name, host }: DestinationView): Html {
  return html`<bdi class="small secret" dir="ltr">${joined([service !== name && service, host], ' · ')}</bdi>`
}

function addForm({ kind, name, fields, occasions }: DestinationForm, reader: Reader): Html {
  const { sending: words } = reader.words
  return html`<details class="way-in"><summary>${name}</summary><p class="note">${words.kinds[kind]}</p>
<form method="post" action="${home}" class="choosers">${hidden('kind', kind)}${settingFields(fields, reader)}
<div class="field"><label>${words.name} <span class="small">${words.optional}</span> <input type="text" name="name" maxlength="60" autocomplete="off"></label></div>
${occasionFields(occasions, [], reader)}<p><button class="btn ghost">${words.add(name)}</button></p></form></details>
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
  if (chosen.length === 0) return html`${words.byHand}`
  return html`${listed(
    chosen.map((occasion) => words.occasions[occasion]),
    reader,
  )}`
}
