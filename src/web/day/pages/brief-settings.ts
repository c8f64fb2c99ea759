import { maxBriefStories, weekdays } from '../../../core/brief-choice.ts'
import { type MailServer, mailSecurities } from '../../../core/mail-server.ts'
import type { MailServerView, TestMailSent } from '../../../operations/admin/mail-server.ts'
import type { BriefSettingsView } from '../../../operations/day/my-brief.ts'
import { buttonForm, hidden } from '../../layout/forms.ts'
import { type Html, html, languageName, type Piece } from '../../layout/html.ts'
import { layout } from '../../layout/layout.ts'
import { chooser, savedNotice, savingForm, settingRow, settingsPageOf, toggle } from '../../layout/settings-frame.ts'
import { absolute, formatter } from '../../layout/time.ts'
import type { Reader } from '../../reader.ts'

/** What was just done; `address` is the URL of the feeds, shown only once. */
export type BriefSettingsResult =
  | { readonly kind: 'saved' | 'removed' }
  | { readonly kind: 'made'; readonly address: string }
  | { readonly kind: 'tested'; readonly sent: TestMailSent }
  | { readonly kind: 'refused'; readonly field: keyof MailServer }

/** The settings of the reader's brief and of its mail; for the owner also the mail server. */
export function briefSettingsPage(
  view: BriefSettingsView,
  reader: Reader,
  result?: BriefSettingsResult,
  server?: MailServerView,
): string {
  const { settings } = reader.words
  const { brief } = reader.words.frame.places
  const body = html`${savedNotice(result?.kind === 'saved', reader)}${mailState(view, reader)}${result?.kind === 'tested' && tested(result.sent, reader)}
${savingForm('/settings/brief', choices(view, reader), reader)}
${feeds(view, reader, result)}
${server && mailServer(server, view, reader, result)}`
  const lead = html`<a class="u" href="/brief">${brief}</a>`
  return settingsPageOf(reader, { in: 'brief', title: settings.pages.brief, lead, body })
}

/** Where the mail goes and a button that tries it; or what is missing, and who can add it. */
function mailState({ isMailSet, email, lastSentAt }: BriefSettingsView, reader: Reader): Html {
  const { choose } = reader.words.ownBrief
  const { refused, test: testNow } = reader.words.alerts
  const address =
    email === undefined
      ? html`<a class="u" href="/settings/account#profile">${refused['no-address']}</a>`
      : html`<bdi>${email}</bdi>${lastSentAt !== undefined && html` · ${choose.lastSent(absolute(lastSentAt, reader))}`}`
  const server =
    !isMailSet &&
    html`<br>${reader.isOwner ? html`<a class="u" href="#mail-server">${refused['no-mail']}</a>` : `${refused['no-mail']} ${choose.askOwner}`}`
  const test =
    email !== undefined && isMailSet
      ? buttonForm(reader, { action: '/settings/brief/test', label: testNow })
      : html`<span></span>`
  return settingRow(choose.goesTo, test, { help: html`${address}${server}` })
}

function tested(sent: TestMailSent, reader: Reader): Html {
  const { alerts: words } = reader.words
  switch (sent.kind) {
    case 'sent':
      return html`<p class="notice" role="status">${words.tested} <bdi>${sent.to}</bdi></p>`
    case 'no-mail':
    case 'no-address':
      return html`<p class="notice warn" role="alert">${words.refused[sent.kind]}</p>`
    case 'failed':
      return html`<p class="notice warn" role="alert"><bdi>${words.testFailed(sent.reason)}</bdi></p>`
  }
}

function choices({ choice, languages, ...view }: BriefSettingsView, reader: Reader): Html {
  const { choose } = reader.words.ownBrief
  const { locale, number } = reader.words
  const hours = range(0, 23).map((hour) => [String(hour), hourName(hour, reader)] as const)
  const counts = range(1, maxBriefStories).map((count) => [String(count), number(count)] as const)
  return html`${settingRow(choose.mail, toggle('mail', choice.isMailed, 'n-mail'), { id: 'n-mail' })}${settingRow(
    choose.hour,
    chooser('hour', hours, String(choice.hour), 'n-hour'),
    { id: 'n-hour', help: choose.hourNote(view.timeZone || 'UTC') },
  )}${settingRow(
    choose.days,
    html`<span class="set">${hidden('day', '')}${weekdays.map((day) => checkbox('day', weekdayName(day, reader), choice.days.includes(day), String(day)))}</span>`,
    { isSaving: true },
  )}${settingRow(choose.weekly, toggle('weekly', choice.isWeekly, 'n-weekly'), { id: 'n-weekly' })}${settingRow(
    choose.stories,
    chooser('stories', counts, String(choice.stories), 'n-stories'),
    { id: 'n-stories' },
  )}${settingRow(choose.onlyNew, toggle('new', choice.isOnlyNew, 'n-new'), { id: 'n-new' })}${
    languages.length > 1 &&
    settingRow(
      reader.words.outlets.languages,
      html`<span class="set">${hidden('language', '')}${languages.map((tag) => checkbox('language', html`<bdi>${languageName(tag, locale)}</bdi>`, choice.languages.includes(tag), tag))}</span>`,
      { help: choose.languagesNote, isSaving: true },
    )
  }`
}

/** The brief as a feed for other programs. A new URL is shown once. */
function feeds(
  { hasAddress, isVoiceSet }: BriefSettingsView,
  reader: Reader,
  result: BriefSettingsResult | undefined,
): Html {
  const { feeds: words } = reader.words.ownBrief
  const { feedsOut, accounts, ways } = reader.words
  const made = result?.kind === 'made' ? result.address : undefined
  const rows: readonly (readonly [string, string])[] = [
    ['RSS', 'brief.rss'],
    ['Atom', 'brief.atom'],
    ['JSON Feed', 'brief.json'],
    ...(isVoiceSet ? [[words.podcast, 'podcast.rss'] as const] : []),
  ]
  const help = html`${words.lead}${hasAddress && html` <a class="u" href="/settings/feeds">${feedsOut.title}</a>`}`
  const button = hasAddress
    ? buttonForm(reader, { action: '/settings/brief/address/end', label: ways.remove })
    : buttonForm(reader, { action: '/settings/brief/address', label: feedsOut.make })
  return html`<div id="feeds">${result?.kind === 'removed' && html`<p class="notice" role="status">${feedsOut.revoked}</p>`}${
    made !== undefined
      ? html`<p class="notice" role="status">${accounts.shownOnce}</p>
<dl class="secret">${rows.map(([name, file]) => html`<div><dt>${name}</dt> <dd><a href="${made}/${file}" dir="ltr">${made}/${file}</a></dd></div>`)}</dl>`
      : settingRow(words.title, button, { help })
  }</div>`
}

/** The mail server, for the owner. The password is never shown. */
function mailServer(
  { server, hasPassword, isFixed }: MailServerView,
  { isMailSet }: BriefSettingsView,
  reader: Reader,
  result: BriefSettingsResult | undefined,
): Html {
  const { server: words } = reader.words.ownBrief
  const { models, accounts, ways } = reader.words
  const bad = result?.kind === 'refused' ? result.field : undefined
  const title = html`<h2 class="hd" id="mail-server">${words.title}</h2>`
  if (isFixed) return html`${title}<p class="note">${models.fixedBy} <code dir="ltr">TWOSOURCE_SMTP_URL</code></p>`
  const field = (name: 'host' | 'port' | 'user' | 'from', value: string, hint: string) =>
    html`<div class="field"><label for="mail-${name}">${name === 'user' ? reader.words.sending.fields.user : words[name]}</label><input id="mail-${name}" name="${name}" value="${value}" dir="ltr" autocomplete="off" autocapitalize="none" spellcheck="false" placeholder="${hint}"${name === 'port' && html` inputmode="numeric"`}${name === bad && html` aria-invalid="true"`}></div>
`
  return html`${title}${bad && html`<p class="notice warn" role="alert">${words.bad} <b>${bad === 'user' ? reader.words.sending.fields.user : words[bad]}</b></p>`}
<details class="open-form"${(!isMailSet || bad) && html` open`}><summary>${server ? html`<bdi dir="ltr">${server.host}:${server.port}</bdi>` : reader.words.ownBrief.server.title}</summary><form method="post" action="/settings/brief/server#mail-server" class="choosers halves">
${field('host', server?.host ?? '', 'smtp.example.org')}${field('port', String(server?.port ?? 587), '587')}
<div class="field"><label for="mail-security">${words.security}</label><select id="mail-security" name="security">${mailSecurities.map((each) => html`<option value="${each}"${each === server?.security && html` selected`}>${each === 'tls' ? 'TLS (465)' : 'STARTTLS (587)'}</option>`)}</select></div>
${field('user', server?.user ?? '', '')}
<div class="field"><label for="mail-password">${accounts.password}</label><input id="mail-password" name="password" type="password" dir="ltr" autocomplete="new-password"${hasPassword && html` placeholder="${models.keyKept}"`}></div>
${field('from', server?.from ?? '', 'Twosource <news@example.org>')}
<p class="acts"><button class="btn main">${reader.words.save}</button>${server && html`<button class="btn quiet" name="remove" value="1">${ways.remove}</button>`}</p></form></details>`
}

function checkbox(name: string, label: Piece, isChecked: boolean, value: string): Html {
  return html`<label><input type="checkbox" name="${name}" value="${value}"${isChecked && html` checked`}>${label}</label>`
}

function range(from: number, until: number): readonly number[] {
  return Array.from({ length: until - from + 1 }, (_, index) => from + index)
}

function hourName(hour: number, reader: Reader): string {
  return formatter(reader, { hour: 'numeric', minute: '2-digit' }, 'UTC').format(hour * 3_600_000)
}

/** The short name of a weekday, ISO 8601: 1 is Monday. */
function weekdayName(day: number, reader: Reader): string {
  // 1 January 2024 was a Monday.
  return formatter(reader, { weekday: 'short' }, 'UTC').format(Date.UTC(2024, 0, day))
}

/** The unsubscribe page of a mail: one button that ends the mails, and its result. */
export function endMailPage(state: 'asked' | 'done' | 'unknown', reader: Reader): string {
  const words = reader.words.ownBrief.end
  const body = html`<div class="single"><h1>${words.title}</h1>
${
  state === 'asked'
    ? html`<form method="post" action="${reader.path}"><p><button class="btn main">${reader.words.alerts.stop}</button></p></form>`
    : html`<p role="status">${words[state]}</p>`
}</div>
`
  return layout(reader, { title: words.title, body })
}
