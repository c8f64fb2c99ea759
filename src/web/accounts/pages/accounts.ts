import { accountRoles } from '../../../core/reader-identity.ts'
import type { AccountRow, AccountsView } from '../../../operations/accounts/list-accounts.ts'
import { hidden } from '../../layout/forms.ts'
import { type Html, html, joined } from '../../layout/html.ts'
import { section } from '../../layout/section.ts'
import { savingForm, settingRow, settingsPageOf, toggle } from '../../layout/settings-frame.ts'
import { shortWhen, when } from '../../layout/time.ts'
import type { Reader } from '../../reader.ts'
import { commentsChoice, itemButton } from './account.ts'
import { problemLine, type SignInFormResult } from './sign-in.ts'

/** What a form of this page did. `invited.address` is a new invitation link, shown only once. */
export type AccountsResult = SignInFormResult & {
  readonly invited?: { readonly address: string; readonly expiresAt: string }
}

/** Who may sign in and what each may do, invitations, guests, recent events. For owners. */
export function accountsPage(view: AccountsView, reader: Reader, result: AccountsResult = {}): string {
  const { accounts: words, frame } = reader.words
  const body = html`<div class="door">${!view.hasMeans && html`<p class="notice">${words.atMachine} <a href="/settings/account#password">${words.setup.setPassword}</a></p>`}
${problemLine(result, reader)}${view.accounts.map((account) => row(account, reader))}
<p class="note more">${words.roleNote}</p>
${section('invitations', words.invitations, html`${result.invited && invited(result.invited, reader)}${invitations(view, reader)}`)}
<div id="guests">${savingForm('/server/people/guests', settingRow(words.guestsOn, toggle('read', view.guestsMayRead, 'n-guests', ['0', '1']), { id: 'n-guests', help: words.guestsNote }), reader)}</div>
${view.events.length > 0 && section('events', words.events, events(view, reader))}</div>`
  const parent = { path: '/server', name: frame.places.server }
  return settingsPageOf(reader, { in: 'server', title: words.people, parent, body })
}

function row(account: AccountRow, reader: Reader): Html {
  const { accounts: words } = reader.words
  const { id, name, role, isYou, seenAt, createdAt, disabledAt, hasPassword } = account
  const facts = [
    words.roles[role],
    isYou && reader.words.discussion.you,
    !hasPassword && words.noPassword,
    disabledAt !== undefined && html`<b class="bad">${words.disabled}</b>`,
    html`${words.since} ${shortWhen(createdAt, reader)}`,
    seenAt !== undefined && html`${words.usedAt}${reader.words.colon}${shortWhen(seenAt, reader)}`,
  ]
  return html`<div class="st"><b><bdi>${name}</bdi></b><p>${joined(facts, ' · ')}</p></div>
<details class="open-form"><summary aria-label="${words.change}${reader.words.colon}${name}">${words.change}</summary>
<form method="post" action="/server/people/role" class="line">${hidden('id', id)}<label>${words.role} <select name="role">${accountRoles.map((each) => html`<option value="${each}"${each === role && html` selected`}>${words.roles[each]}</option>`)}</select></label> <button class="btn">${words.change}</button></form>
<form method="post" action="/server/people/disable" class="line">${hidden('id', id)}${hidden('out', disabledAt === undefined ? '1' : '0')}<button class="btn">${disabledAt === undefined ? words.keepOut : words.restore}</button></form>
${
  !isYou &&
  html`<form method="post" action="/server/people/remove" class="choosers">${hidden('id', id)}${commentsChoice(reader, words.removeWords)}
<p><label><input type="checkbox" name="sure" value="1" required> ${words.removeSure}</label></p>
<p><button class="btn bad">${words.remove}</button></p></form>`
}</details>
`
}

function invitations({ invitations }: AccountsView, reader: Reader): Html {
  const { accounts: words } = reader.words
  return html`${invitations.map(({ id, note, role, expiresAt }) => {
    const name = note || words.roles[role]
    return settingRow(
      html`<bdi>${name}</bdi>`,
      itemButton('/server/people/take-back', id, words.remove, `${words.remove}${reader.words.colon}${name}`),
      { help: joined([words.roles[role], html`${words.until} ${when(expiresAt, reader)}`], ' · ') },
    )
  })}
<form method="post" action="/server/people/invite" class="choosers"><p class="note">${words.inviteNote}</p>
<div class="halves"><div class="field"><label for="invite-role">${words.role}</label><select id="invite-role" name="role">${accountRoles.map((role) => html`<option value="${role}">${words.roles[role]}</option>`)}</select></div>
<div class="field"><label for="invite-days">${words.days}</label><input id="invite-days" type="number" name="days" value="7" min="1" max="30" required></div></div>
<div class="field"><label for="invite-note">${words.inviteFor}</label><input id="invite-note" name="note" maxlength="100" autocomplete="off" dir="auto"></div>
<p><button class="btn main">${words.invite}</button></p></form>`
}

function invited({ address, expiresAt }: NonNullable<AccountsResult['invited']>, reader: Reader): Html {
  const { accounts: words } = reader.words
  return html`<div class="notice done" role="status"><p>${words.address}${reader.words.colon}<code class="secret" dir="ltr">${address}</code></p><p>${words.shownOnce} (${words.until} ${when(expiresAt, reader)})</p></div>`
}

function events({ events }: AccountsView, reader: Reader): Html {
  const { accounts: words } = reader.words
  const known: Readonly<Record<string, string>> = words.eventKinds
  return html`<ul class="kept-keys">${events.map(({ kind, name, at }) => html`<li><p>${known[kind] ?? kind}${name !== undefined && html` · <bdi>${name}</bdi>`} <span class="small">${shortWhen(at, reader)}</span></p></li>\n`)}</ul>`
}
