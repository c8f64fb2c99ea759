import { maxLength } from '../../../core/text/max-length.ts'
import type { AlertSettingsView, ChannelAdded, ChannelView, WatchView } from '../../../operations/notify/alert-views.ts'
import { buttonForm, hidden } from '../../layout/forms.ts'
import { type Html, html } from '../../layout/html.ts'
import { menu } from '../../layout/menu.ts'
import { chooser, savingForm, settingRow, settingsPageOf, toggle } from '../../layout/settings-frame.ts'
import type { Reader } from '../../reader.ts'
import { alertChoices } from '../parts/alert-choice.ts'
import { watchList } from './watches.ts'

const home = '/settings/alerts/channels'

/** One channel for alerts: where to, its state, and what can be done with it. */
function channelRow(channel: ChannelView, reader: Reader): Html {
  const { alerts: words } = reader.words
  const { id, kind, isOn, lastError } = channel
  const act = (what: 'test' | 'switch' | 'remove', label: string, fields: Record<string, string> = {}) =>
    buttonForm(reader, { action: `${home}/${id}/${what}`, fields, label, variant: 'quiet' })
  const name = `${words.kinds[kind]} ${channel.name}`
  const actions =
    kind === 'destination'
      ? html`<a class="btn" href="/settings/send">${reader.words.sending.title}</a>`
      : menu(
          html`${kind !== 'feed' && act('test', words.test)}${isOn ? act('switch', reader.words.ways.turnOff, { on: '0' }) : act('switch', reader.words.ways.turnOn, { on: '1' })}${act('remove', reader.words.ways.remove)}`,
          { name, isAtEnd: true },
        )
  const help = html`${place(channel, reader)}${!isOn && html` · ${words.isOff}`}${lastError !== undefined && html`<br><span class="bad">${words.failing(lastError)}</span>`}`
  return settingRow(words.kinds[kind], html`${secretOf(channel, reader)}${actions}`, { help })
}

function place({ kind, name }: ChannelView, reader: Reader): Html {
  if (kind === 'feed')
    return html`<span class="secret"><a href="${name}.atom">Atom</a> · <a href="${name}.json">JSON Feed</a> <code dir="ltr">${reader.baseUrl ?? ''}${name}.atom</code></span>`
  return html`<bdi class="secret" dir="ltr">${name}</bdi>`
}

function secretOf({ secret }: ChannelView, { words }: Reader): Html | false {
  return (
    secret !== undefined &&
    html`<details><summary>${words.alerts.secret}</summary><code class="secret" dir="ltr">${secret}</code></details>`
  )
}

/** The forms that add a channel; push needs a script, and only that shows its button. */
function channelForms({ channels, mail, pushKey }: AlertSettingsView, reader: Reader): Html {
  const { alerts: words } = reader.words
  const has = (kind: ChannelView['kind']) => channels.some((channel) => channel.kind === kind)
  return html`<push-here hidden data-key="${pushKey}" data-denied="${words.pushDenied}" data-unsupported="${words.pushUnsupported}"><form method="post" action="${home}" class="st">${hidden('kind', 'push')}${hidden('endpoint', '')}${hidden('p256dh', '')}${hidden('auth', '')}<b>${words.kinds.push}</b><p>${words.pushNote} <output class="bad"></output></p><button class="btn">${reader.words.ways.turnOn}</button></form></push-here>
${mail.isSet && mail.address !== undefined && !has('mail') && form('mail', words.kinds.mail, reader.words.ways.turnOn)}
${form('feed', words.kinds.feed, has('feed') ? words.feedRenew : reader.words.feedsOut.make, words.feedNote)}
<form method="post" action="${home}" class="st full">${hidden('kind', 'webhook')}<b>${words.kinds.webhook}</b><p>${words.webhookNote}</p><span class="ask"><input class="in" type="url" name="url" required maxlength="${maxLength.webhookAddress}" dir="ltr" autocomplete="off" spellcheck="false" placeholder="https://" aria-label="${words.webhookAddress}"><button class="btn">${reader.words.add}</button></span></form>`

  function form(kind: ChannelView['kind'], name: string, label: string, note?: string): Html {
    return html`<form method="post" action="${home}" class="st">${hidden('kind', kind)}<b>${name}</b>${note !== undefined && html`<p>${note}</p>`}<button class="btn">${label}</button></form>
`
  }
}

/** What was just done, or why it was not. */
export type AlertsResult =
  | { readonly kind: 'saved' | 'added' | 'removed' | 'tested' | 'gone' }
  | { readonly kind: 'failed'; readonly reason: string }
  | (ChannelAdded & { readonly kind: 'refused' })

/** What alerts, when, where to, and the choices for single subjects. */
export function alertSettingsPage(
  view: AlertSettingsView,
  watches: readonly WatchView[],
  reader: Reader,
  result?: AlertsResult,
): string {
  const { alerts: words } = reader.words
  const body = html`${result && notice(result, reader)}
${savingForm('/settings/alerts', timing(view, reader), reader)}
<h2 class="hd" id="channels">${words.channelsTitle}</h2>
${view.channels.map((channel) => channelRow(channel, reader))}${channelForms(view, reader)}
<h2 class="hd" id="follows">${reader.words.ownBrief.ranking.factors.follows}</h2>
${alertChoices(view, reader)}
${watchList(watches, view, reader)}`
  const lead = html`<a class="u" href="/alerts">${words.toList}</a>`
  return settingsPageOf(reader, { in: 'alerts', title: reader.words.settings.pages.alerts, lead, body })
}

function notice(result: AlertsResult, reader: Reader): Html {
  const { alerts: words } = reader.words
  switch (result.kind) {
    case 'saved':
    case 'added':
      return html`<p class="notice" role="status">${reader.words.settings.saved}</p>`
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

const hourly = [1, 2, 5, 10, 20, 30, 60]

function timing({ settings }: AlertSettingsView, reader: Reader): Html {
  const { alerts: words } = reader.words
  const { isAllOn, quiet, perHour } = settings
  const counts = hourly.includes(perHour) ? hourly : [...hourly, perHour].sort((a, b) => a - b)
  const values = counts.map((count) => [String(count), reader.words.number(count)] as const)
  return html`${settingRow(words.all, toggle('all', isAllOn, 'n-all', ['0', '1']), { id: 'n-all' })}${settingRow(
    words.quiet,
    html`<span class="times"><input type="time" name="from" value="${clock(quiet?.from)}" aria-label="${reader.words.formAgain.fields.from}"> – <input type="time" name="until" value="${clock(quiet?.until)}" aria-label="${reader.words.formAgain.fields.until}"></span>`,
    { help: `${words.quietNote} (${reader.preferences.timeZone || 'UTC'})`, isSaving: true },
  )}${settingRow(words.perHour, chooser('per-hour', values, String(perHour), 'n-hourly'), { id: 'n-hourly' })}`
}

/** `22:00` from minutes after midnight, as a time field takes it. */
function clock(minutes: number | undefined): string {
  if (minutes === undefined) return ''
  const two = (value: number) => String(value).padStart(2, '0')
  return `${two(Math.floor(minutes / 60))}:${two(minutes % 60)}`
}
