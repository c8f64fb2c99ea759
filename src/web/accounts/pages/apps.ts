import type { KeyMade } from '../../../operations/accounts/access-keys.ts'
import type { MyAccountView } from '../../../operations/accounts/my-account.ts'
import { isLoopbackHost } from '../../arrival.ts'
import { copyRow } from '../../layout/copy-row.ts'
import { hidden, mayMark } from '../../layout/forms.ts'
import { type Html, html, joined, type Piece } from '../../layout/html.ts'
import { settingRow, settingsPageOf } from '../../layout/settings-frame.ts'
import { when } from '../../layout/time.ts'
import type { Reader } from '../../reader.ts'
import { linkRow } from '../parts/link-row.ts'
import { qrCode } from '../parts/qr-code.ts'
import { storiesInApps } from './settings.ts'
import { problemLine, type SignInFormResult } from './sign-in.ts'

/** A password that was just made, shown only here; or why none was. */
export type AppsResult = SignInFormResult & { readonly made?: KeyMade }

/** What to choose in well-known apps, and the path that goes after the server URL. */
const known: readonly (readonly [apps: string, choice: string, path?: string])[] = [
  ['Reeder Classic, NetNewsWire, Capy Reader, Read You', 'FreshRSS', '/api/greader.php'],
  ['FeedMe, FocusReader, lire, Unread, ReadKit, Fiery Feeds', 'FreshRSS', '/api/greader.php'],
  ['Newsboat', 'urls-source "freshrss"', '/api/greader.php'],
  ['Fluent Reader, RSS Guard', 'Google Reader API'],
  ['Liferea', 'Google Reader API', '/api/greader.php'],
]

/** Connecting other apps: the three things each needs, what to choose in it, and those that are connected. */
export function appsPage(view: MyAccountView | undefined, url: string, reader: Reader, result: AppsResult): string {
  const { settings } = reader.words
  const words = settings.apps
  // No other device can open it.
  const isHereOnly = isLoopbackHost(new URL(url).host)
  const body = html`${problemLine(result, reader)}<div class="conn"><div>${copyRow(words.url, url, reader)}${view && copyRow(reader.words.sending.fields.user, view.account.name, reader)}${
    result.made
      ? html`${copyRow(words.password, result.made.secret, reader)}<p class="note" role="status">${reader.words.accounts.shownOnce}</p>`
      : html`<div class="copyrow"><span>${words.password}</span><a href="#add">${words.passwordNote}</a></div>`
  }${isHereOnly && html`<p class="note">${words.onlyHere}</p>`}</div>${
    !isHereOnly &&
    html`<figure class="qr">${qrCode(url, words.url)}<figcaption class="note">${words.scan}</figcaption></figure>`
  }</div>
<h2 class="hd">${words.which}</h2>
${choices(reader)}
<h2 class="hd" id="add">${words.connected}</h2>
${view?.appPasswords.map((app) => appRow(app, reader))}
${mayMark(reader) && addForm(reader)}
${view && storiesInApps(reader)}
${linkRow('/settings/apps/extension.zip', words.extension, html`${words.extensionNote} <a class="u" href="/settings/tokens">${reader.words.accounts.tokens}</a>`, { download: reader.words.admin.download })}`
  return settingsPageOf(reader, { in: 'apps', title: settings.pages.apps, lead: words.lead, body })
}

function appRow({ id, name, seenAt, isForFever }: MyAccountView['appPasswords'][number], reader: Reader): Html {
  const { accounts: words } = reader.words
  const used = seenAt === undefined ? words.neverUsed : html`${words.usedAt} ${when(seenAt, reader)}`
  return settingRow(
    html`<bdi>${name}</bdi>`,
    html`<form method="post" action="/settings/apps/remove">${hidden('id', id)}<button class="btn bad" aria-label="${reader.words.ways.remove}${reader.words.colon}${name}">${reader.words.ways.remove}</button></form>`,
    { help: joined([used, isForFever && 'Fever'], ' · ') },
  )
}

function addForm(reader: Reader): Html {
  const { settings, accounts } = reader.words
  const words = settings.apps
  return html`<form method="post" action="/settings/apps" class="addapp"><div class="ask muteadd"><input class="in" name="name" required maxlength="60" autocomplete="off" dir="auto" aria-label="${words.name}" placeholder="${words.name}"><button class="btn main">${words.add}</button></div>
<p class="fevr"><label><input type="checkbox" name="fever" value="yes" aria-describedby="fever-note"> ${accounts.alsoFever}</label> <span class="note" id="fever-note">${accounts.feverNote}</span></p></form>`
}

function choices(reader: Reader): Html {
  const { settings } = reader.words
  const words = settings.apps
  const rows: readonly (readonly [string, Piece, string])[] = [
    ...known.map(([apps, choice, path]) => [apps, choice, path === undefined ? '…' : `…${path}`] as const),
    [words.onlyFever, 'Fever', '…/fever/'],
    [
      words.onlyMiniflux,
      html`Miniflux + <a class="u" href="/settings/tokens">${reader.words.accounts.tokens}</a>`,
      '…',
    ],
    [words.noApp, words.homeScreen, '–'],
  ]
  return html`<table class="apps"><thead><tr><th scope="col">${settings.pages.apps}</th><th scope="col">${words.choose}</th><th scope="col">${words.enter}</th></tr></thead><tbody>${rows.map(
    ([apps, choice, path]) =>
      html`<tr><th scope="row"><b>${apps}</b></th><td>${choice}</td><td><bdi>${path}</bdi></td></tr>`,
  )}</tbody></table>
`
}
