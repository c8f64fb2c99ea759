import { longest } from '../../core/longest.ts'
import type { AlertSettingsView, ChannelView } from '../../operations/alert-views.ts'
import type { Reader } from '../reader.ts'
import { buttonForm, hidden } from './forms.ts'
import { type Html, html } from './html.ts'
import { shortWhen } from './time.ts'

const home = '/settings/alerts/channels'

/** One way alerts go out: where to, how it fares, and what can be done with it. */
export function channelItem(channel: ChannelView, reader: Reader): Html {
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

/** The forms that add a way; push needs a script, which alone shows its button. */
export function channelForms({ channels, mail, pushKey }: AlertSettingsView, reader: Reader): Html {
  const { alerts: words } = reader.words
  const has = (kind: ChannelView['kind']) => channels.some((channel) => channel.kind === kind)
  return html`<push-here hidden data-key="${pushKey}" data-denied="${words.pushDenied}" data-unsupported="${words.pushUnsupported}">${form('push', words.pushAdd, undefined, html`${hidden('endpoint', '')}${hidden('p256dh', '')}${hidden('auth', '')}`)}<output class="small bad"></output></push-here>
<p class="note">${words.pushNote}</p>
${mail.isSet && mail.address !== undefined && !has('mail') && form('mail', words.mailAdd(mail.address), words.mailNote)}
${form('webhook', words.webhookAdd, words.webhookNote, html`<label>${words.webhookAddress} <input type="url" name="url" required maxlength="${longest.webhookAddress}" dir="ltr" autocomplete="off" spellcheck="false" placeholder="https://"></label> `)}
${form('feed', has('feed') ? words.feedRenew : words.feedAdd, words.feedNote)}`

  function form(kind: ChannelView['kind'], label: string, note: string | undefined, fields?: Html): Html {
    return html`<form method="post" action="${home}" class="way">${hidden('kind', kind)}${fields}<button class="btn ghost">${label}</button>
${note !== undefined && html`<p class="note">${note}</p>`}</form>
`
  }
}
