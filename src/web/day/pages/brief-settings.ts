import { maxBriefStories, weekdays } from '../../../core/brief-choice.ts'
import type { BriefSettingsView } from '../../../operations/day/my-brief.ts'
import { buttonForm } from '../../layout/forms.ts'
import { type Html, html, languageName, type Piece } from '../../layout/html.ts'
import { layout } from '../../layout/layout.ts'
import { section } from '../../layout/section.ts'
import { absolute, formatter } from '../../layout/time.ts'
import type { Reader } from '../../reader.ts'

/** What was just done; `address` is the URL of the feeds, shown only once. */
export type BriefSettingsResult =
  | { readonly kind: 'saved' | 'removed' }
  | { readonly kind: 'made'; readonly address: string }

/** The settings of the reader's brief, and its URL for other programs. */
export function briefSettingsPage(view: BriefSettingsView, reader: Reader, result?: BriefSettingsResult): string {
  const { choose, feeds } = reader.words.ownBrief
  const body = html`<div class="single">
<h1>${choose.title}</h1>
<p class="note">${choose.lead} <a href="/brief">${reader.words.brief.title}</a> · <a href="/settings/ranking">${reader.words.ownBrief.ranking.title}</a></p>
${result?.kind === 'saved' && html`<p class="notice done" role="status">${choose.saved}</p>`}
${choices(view, reader)}
${section('feeds', feeds.title, addresses(view, reader, result))}
</div>
`
  return layout(reader, { title: choose.title, body })
}

function choices({ choice, languages, ...view }: BriefSettingsView, reader: Reader): Html {
  const { choose } = reader.words.ownBrief
  const { locale, number } = reader.words
  const zone = view.timeZone || 'UTC'
  return html`<form method="post" action="/settings/brief" class="choosers">
<div class="field"><label for="stories">${choose.stories}</label>
${select('stories', range(1, maxBriefStories), choice.stories, number)}</div>
<div class="field"><label for="hour">${choose.hour}</label>
<p class="note" id="hour-note">${choose.hourNote(zone)}</p>
${select('hour', range(0, 23), choice.hour, (hour) => formatter(reader, { hour: 'numeric', minute: '2-digit' }, 'UTC').format(hour * 3_600_000), html` aria-describedby="hour-note"`)}</div>
<fieldset><legend>${choose.days}</legend>
<div class="options">${weekdays.map((day) => checkbox('day', weekdayName(day, reader), choice.days.includes(day), String(day)))}</div></fieldset>
${
  languages.length > 1 &&
  html`<fieldset aria-describedby="languages-note"><legend>${choose.languages}</legend>
<p class="note" id="languages-note">${choose.languagesNote}</p>
<div class="options">${languages.map((tag) => checkbox('language', html`<bdi>${languageName(tag, locale)}</bdi>`, choice.languages.includes(tag), tag))}</div></fieldset>`
}
<div class="options">${checkbox('new', choose.onlyNew, choice.isOnlyNew)}${checkbox('mail', choose.mail, choice.isMailed)}${checkbox('weekly', choose.weekly, choice.isWeekly)}</div>
<p class="note">${mailNote(view, reader)}</p>
<p><button class="btn">${reader.words.save}</button></p>
</form>
`
}

function mailNote(
  { isMailSet, email, lastSentAt }: Pick<BriefSettingsView, 'isMailSet' | 'email' | 'lastSentAt'>,
  reader: Reader,
): Piece {
  const { choose } = reader.words.ownBrief
  if (!isMailSet) return choose.noMail
  if (email === undefined) return choose.noAddress
  return html`${choose.mailTo(email)}${lastSentAt !== undefined && html` ${choose.lastSent(absolute(lastSentAt, reader))}`}`
}

function addresses(
  { hasAddress, isVoiceSet }: BriefSettingsView,
  reader: Reader,
  result: BriefSettingsResult | undefined,
): Html {
  const { feeds } = reader.words.ownBrief
  const made = result?.kind === 'made' ? result.address : undefined
  const all = html`<a href="/settings/feeds">${reader.words.feedsOut.title}</a>.`
  const rows: readonly (readonly [string, string])[] = [
    ['RSS', 'brief.rss'],
    ['Atom', 'brief.atom'],
    ['JSON Feed', 'brief.json'],
    ...(isVoiceSet ? [[feeds.podcast, 'podcast.rss'] as const] : []),
  ]
  return html`<p class="note">${feeds.lead}</p>
${result?.kind === 'removed' && html`<p class="notice done" role="status">${feeds.removed}</p>`}
${
  made !== undefined
    ? html`<div class="notice done" role="status"><p>${feeds.once} ${all}</p></div>
<dl class="secret">${rows.map(([name, file]) => html`<div><dt>${name}</dt> <dd><a href="${made}/${file}" dir="ltr">${made}/${file}</a></dd></div>`)}</dl>`
    : html`${hasAddress && html`<p class="small">${feeds.exists} ${all}</p>`}`
}
<div class="options">${buttonForm(reader, { action: '/settings/brief/address', label: hasAddress ? feeds.remake : feeds.make })}
${hasAddress && buttonForm(reader, { action: '/settings/brief/address/end', label: feeds.remove, variant: 'quiet' })}</div>
`
}

function select(
  name: string,
  values: readonly number[],
  chosen: number,
  labelOf: (value: number) => string,
  attributes?: Html,
): Html {
  return html`<select id="${name}" name="${name}"${attributes}>${values.map(
    (value) => html`<option value="${value}"${value === chosen && html` selected`}>${labelOf(value)}</option>`,
  )}</select>`
}

function checkbox(name: string, label: Piece, isChecked: boolean, value = 'on'): Html {
  return html`<label><input type="checkbox" name="${name}" value="${value}"${isChecked && html` checked`}> <span>${label}</span></label> `
}

function range(from: number, until: number): readonly number[] {
  return Array.from({ length: until - from + 1 }, (_, index) => from + index)
}

/** The name of a weekday, ISO 8601: 1 is Monday. */
function weekdayName(day: number, reader: Reader): string {
  // 1 January 2024 was a Monday.
  return formatter(reader, { weekday: 'long' }, 'UTC').format(Date.UTC(2024, 0, day))
}

/** The unsubscribe page of a mail: one button that ends the mails, and its result. */
export function endMailPage(state: 'asked' | 'done' | 'unknown', reader: Reader): string {
  const words = reader.words.ownBrief.end
  const body = html`<div class="single"><h1>${words.title}</h1>
${
  state === 'asked'
    ? html`<p>${words.question}</p>
<form method="post" action="${reader.path}"><button class="btn">${words.button}</button></form>`
    : html`<p role="status">${words[state]}</p>`
}</div>
`
  return layout(reader, { title: words.title, body })
}
