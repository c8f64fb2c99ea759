import type { AlertSettingsView, ChannelAdded } from '../../operations/alert-views.ts'
import { channelForms, channelItem } from '../parts/alert-channel.ts'
import { alertChoices } from '../parts/alert-choice.ts'
import { type Html, html } from '../parts/html.ts'
import { layout } from '../parts/layout.ts'
import { section } from '../parts/section.ts'
import type { Reader } from '../reader.ts'

/** What was just done, or why it was not. */
export type AlertsSaid =
  | { readonly kind: 'saved' | 'added' | 'removed' | 'tested' | 'gone' }
  | { readonly kind: 'failed'; readonly reason: string }
  | (ChannelAdded & { readonly kind: 'refused' })

/** What alerts, when it may come, where it goes, and what is chosen for single things. */
export function alertSettingsPage(view: AlertSettingsView, reader: Reader, said?: AlertsSaid): string {
  const { alerts: words } = reader.words
  const body = html`<div class="single wide alert-settings"><h1>${words.settingsTitle}</h1>
<p class="note">${words.settingsLead} <a href="/alerts">${words.toList}</a> · <a href="/settings/send">${reader.words.sending.title}</a></p>
${said && notice(said, reader)}
${section('when', words.whenTitle, timing(view, reader))}
${section('channels', words.channelsTitle, html`<p class="note">${words.channelsNote}</p>${view.channels.length > 0 && html`<ul class="own-list">${view.channels.map((channel) => channelItem(channel, reader))}</ul>`}${channelForms(view, reader)}`)}
${section('follows', words.followsTitle, html`<p class="note">${words.followsNote}</p>${alertChoices(view, reader)}`)}
</div>
`
  return layout(reader, { title: words.settingsTitle, body })
}

function notice(said: AlertsSaid, reader: Reader): Html {
  const { alerts: words } = reader.words
  switch (said.kind) {
    case 'saved':
    case 'added':
    case 'removed':
    case 'tested':
      return html`<p class="notice" role="status">${words[said.kind]}</p>`
    case 'gone':
      return html`<p class="notice warn" role="status">${words.testGone}</p>`
    case 'failed':
      return html`<p class="notice warn" role="alert">${words.testFailed(said.reason)}</p>`
    case 'refused':
      return html`<p class="notice warn" role="alert">${words.refused[said.why]}</p>`
  }
}

function timing({ settings }: AlertSettingsView, reader: Reader): Html {
  const { alerts: words } = reader.words
  const { isAllOn, quiet, perHour } = settings
  return html`<form method="post" action="/settings/alerts" class="choosers">
<div class="field"><label><input type="checkbox" name="all" value="1"${isAllOn && html` checked`} aria-describedby="all-note"> ${words.all}</label><p class="note" id="all-note">${words.allNote}</p></div>
<fieldset aria-describedby="quiet-note"><legend>${words.quiet}</legend><p class="note" id="quiet-note">${words.quietNote(reader.timeZone)}</p>
<div class="line"><label>${words.from} <input type="time" name="from" value="${clock(quiet?.from)}"></label> <label>${words.until} <input type="time" name="until" value="${clock(quiet?.until)}"></label></div></fieldset>
<div class="field"><label for="per-hour">${words.perHour}</label><p class="note" id="per-hour-note">${words.perHourNote}</p><input id="per-hour" type="number" name="per-hour" min="1" max="60" required value="${perHour}" aria-describedby="per-hour-note"></div>
<p><button class="btn">${reader.words.save}</button></p></form>`
}

/** `22:00` of minutes after midnight, as a time field takes it. */
function clock(minutes: number | undefined): string {
  if (minutes === undefined) return ''
  const two = (value: number) => String(value).padStart(2, '0')
  return `${two(Math.floor(minutes / 60))}:${two(minutes % 60)}`
}
