import { maxLength } from '../../../core/text/max-length.ts'
import type { AlertSettingsView, ChannelAdded, ChannelView } from '../../../operations/notify/alert-views.ts'
import { buttonForm, hidden } from '../../layout/forms.ts'
import { type Html, html } from '../../layout/html.ts'
import { layout } from '../../layout/layout.ts'
import { section } from '../../layout/section.ts'
import { shortWhen } from '../../layout/time.ts'
import type { Reader } from '../../reader.ts'
import { alertChoices } from '../parts/alert-choice.ts'

const home = '/settings/alerts/channels'

/** One channel for alerts: where to, its state, and what can be done with it. */
function channelItem(channel: ChannelView, reader: Reader): Html {
  const { alerts: words } = reader.words
  const { id, kind, isOn, lastError, at } = channel
  const act = (what: 'test' | 'switch' | 'remove', label: string, fields: Record<string, string> = {}) =>
    buttonForm(reader, {
      action: `${home}/${id}/${what}`,
      fields,
      label,
      variant: what === 'test' ? 'ghost' : 'quiet',
      button: html` aria-describedby="channel-${id}"`,
    })
  return html`<li><div id="channel-${id}"><b>${words.kinds[kind]}</b> ${place(channel, reader)}
<p class="small">${isOn ? words.isOn : words.isOff} · ${shortWhen(at, reader)}</p>${lastError !== undefined && html`<p class="small bad">${words.failing(lastError)}</p>`}</div>
<div class="actions">${kind === 'destination' ? html`<a class="btn quiet" href="/settings/send" aria-describedby="channel-${id}">${reader.words.sending.title}</a>` : ownActions()}</div></li>
`
  function ownActions(): Html {
    return html`${kind !== 'feed' && act('test', words.test)} ${isOn ? act('switch', words.switchOff, { on: '0' }) : act('switch', words.switchOn, { on: '1' })} ${act('remove', words.remove)}`
  }
}

function place({ kind, name, secret }: ChannelView, reader: Reader): Html {
  if (kind === 'feed')
    return html`<p class="secret"><a href="${name}.atom">Atom</a> · <a href="${name}.json">JSON Feed</a> <code dir="ltr">${reader.baseUrl ?? ''}${name}.atom</code></p>`
  return html`<bdi class="secret" dir="ltr">${name}</bdi>${
    secret !== undefined &&
    html`<details class="small"><summary>${reader.words.alerts.secret}</summary><code class="secret" dir="ltr">${secret}</code></details>`
  }`
}

/** The forms that add a channel; push needs a script, and only that shows its button. */
function channelForms({ channels, mail, pushKey }: AlertSettingsView, reader: Reader): Html {
  const { alerts: words } = reader.words
  const has = (kind: ChannelView['kind']) => channels.some((channel) => channel.kind === kind)
  return html`<push-here hidden data-key="${pushKey}" data-denied="${words.pushDenied}" data-unsupported="${words.pushUnsupported}">${form('push', words.pushAdd, undefined, html`${hidden('endpoint', '')}${hidden('p256dh', '')}${hidden('auth', '')}`)}<output class="small bad"></output></push-here>
<p class="note">${words.pushNote}</p>
${mail.isSet && mail.address !== undefined && !has('mail') && form('mail', words.mailAdd(mail.address), words.mailNote)}
${form('webhook', words.webhookAdd, words.webhookNote, html`<label>${words.webhookAddress} <input type="url" name="url" required maxlength="${maxLength.webhookAddress}" dir="ltr" autocomplete="off" spellcheck="false" placeholder="https://"></label> `)}
${form('feed', has('feed') ? words.feedRenew : words.feedAdd, words.feedNote)}`

  function form(kind: ChannelView['kind'], label: string, note: string | undefined, fields?: Html): Html {
    return html`<form method="post" action="${home}" class="way">${hidden('kind', kind)}${fields}<button class="btn ghost">${label}</button>
${note !== undefined && html`<p class="note">${note}</p>`}</form>
`
  }
}

/** What was just done, or why it was not. */
export type AlertsResult =
  | { readonly kind: 'saved' | 'added' | 'removed' | 'tested' | 'gone' }
  | { readonly kind: 'failed'; readonly reason: string }
  | (ChannelAdded & { readonly kind: 'refused' })

/** What alerts, when, where to, and the choices for single subjects. */
export function alertSettingsPage(view: AlertSettingsView, reader: Reader, result?: AlertsResult): string {
  const { alerts: words } = reader.words
  const body = html`<div class="single wide alert-settings"><h1>${words.settingsTitle}</h1>
<p class="note">${words.settingsLead} <a href="/alerts">${words.toList}</a> · <a href="/settings/send">${reader.words.sending.title}</a></p>
${result && notice(result, reader)}
${section('when', words.whenTitle, timing(view, reader))}
${section('channels', words.channelsTitle, html`<p class="note">${words.channelsNote}</p>${view.channels.length > 0 && html`<ul class="own-list">${view.channels.map((channel) => channelItem(channel, reader))}</ul>`}${channelForms(view, reader)}`)}
${section('follows', words.followsTitle, html`<p class="note">${words.followsNote}</p>${alertChoices(view, reader)}`)}
</div>
`
  return layout(reader, { title: words.settingsTitle, body })
}

function notice(result: AlertsResult, reader: Reader): Html {
  const { alerts: words } = reader.words
  switch (result.kind) {
    case 'saved':
    case 'added':
    case 'removed':
    case 'tested':
      return html`<p class="notice" role="status">${words[result.kind]}</p>`
    case 'gone':
      return html`<p class="notice warn" role="status">${words.testGone}</p>`
    case 'failed':
      return html`<p class="notice warn" role="alert">${words.testFailed(result.reason)}</p>`
    case 'refused':
      return html`<p class="notice warn" role="alert">${words.refused[result.why]}</p>`
  }
}

function timing({ settings }: AlertSettingsView, reader: Reader): Html {
  const { alerts: words } = reader.words
  const { isAllOn, quiet, perHour } = settings
  return html`<form method="post" action="/settings/alerts" class="choosers">
<div class="field"><label><input type="checkbox" name="all" value="1"${isAllOn && html` checked`} aria-describedby="all-note"> ${words.all}</label><p class="note" id="all-note">${words.allNote}</p></div>
<fieldset aria-describedby="quiet-note"><legend>${words.quiet}</legend><p class="note" id="quiet-note">${words.quietNote(reader.preferences.timeZone || 'UTC')}</p>
<div class="line"><label>${words.from} <input type="time" name="from" value="${clock(quiet?.from)}"></label> <label>${words.until} <input type="time" name="until" value="${clock(quiet?.until)}"></label></div></fieldset>
<div class="field"><label for="per-hour">${words.perHour}</label><p class="note" id="per-hour-note">${words.perHourNote}</p><input id="per-hour" type="number" name="per-hour" min="1" max="60" required value="${perHour}" aria-describedby="per-hour-note"></div>
<p><button class="btn">${reader.words.save}</button></p></form>`
}

/** `22:00` from minutes after midnight, as a time field takes it. */
function clock(minutes: number | undefined): string {
  if (minutes === undefined) return ''
  const two = (value: number) => String(value).padStart(2, '0')
  return `${two(Math.floor(minutes / 60))}:${two(minutes % 60)}`
}
