import { accountRoles } from '../../../core/reader-identity.ts'
import type { AccountRow, AccountsView } from '../../../operations/accounts/list-accounts.ts'
import { hidden } from '../../layout/forms.ts'
import { type Html, html, joined } from '../../layout/html.ts'
import { layout } from '../../layout/layout.ts'
import { section } from '../../layout/section.ts'
import { when } from '../../layout/time.ts'
import type { Reader } from '../../reader.ts'
import { commentsChoice, itemButton } from './account.ts'
import { problemLine, type SignInFormResult } from './sign-in.ts'

/** What a form of this page did. `invited.address` is a new invitation link, shown only once. */
export type AccountsResult = SignInFormResult & {
  readonly invited?: { readonly address: string; readonly expiresAt: string }
}

/** Who may sign in and what each may do, invitations, guests, recent events. For owners. */
export function accountsPage(view: AccountsView, reader: Reader, result: AccountsResult = {}): string {
  const { accounts: words } = reader.words
  const guests = view.guestsMayRead ? 'on' : 'off'
  const body = html`<div class="single door wide-list"><h1>${words.people}</h1>
<p class="note">${words.peopleLead} ${words.roleNote}</p>
${!view.hasMeans && html`<p class="notice">${words.noPasswordYet} <a href="/settings/account#password">${words.setPasswordFirst}</a></p>`}
${problemLine(result, reader)}
<ul class="kept-keys">${view.accounts.map((account) => row(account, reader))}</ul>
${section('invitations', words.invitations, html`${result.invited && invited(result.invited, reader)}${invitations(view, reader)}`)}
${section(
  'guests',
  words.guests,
  html`<p class="note">${words.guestsNote}</p>
<form method="post" action="/server/people/guests" class="line"><p>${words.guestsAre[guests]}</p>${hidden('read', view.guestsMayRead ? '0' : '1')}<button class="btn ghost">${view.guestsMayRead ? words.guestsOff : words.guestsOn}</button></form>`,
)}
${section('events', words.events, events(view, reader))}</div>
`
  return layout(reader, { title: words.people, place: 'server', body })
}

function row(account: AccountRow, reader: Reader): Html {
  const { accounts: words } = reader.words
  const { id, name, role, isYou, seenAt, createdAt, disabledAt, hasPassword } = account
  const facts = [
    words.roles[role],
    isYou && words.you,
    !hasPassword && words.noPassword,
    disabledAt !== undefined && html`<b class="bad">${words.disabled}</b>`,
    html`${words.since} ${when(createdAt, reader)}`,
    seenAt !== undefined && html`${words.usedAt} ${when(seenAt, reader)}`,
  ]
  return html`<li><p><b><bdi>${name}</bdi></b> <span class="small">${joined(facts, ' · ')}</span></p>
<details><summary aria-label="${words.change}${reader.words.colon}${name}">${words.change}</summary>
<form method="post" action="/server/people/role" class="line">${hidden('id', id)}<label>${words.role} <select name="role">${accountRoles.map((each) => html`<option value="${each}"${each === role && html` selected`}>${words.roles[each]}</option>`)}</select></label> <button class="btn ghost">${words.change}</button></form>
<form method="post" action="/server/people/disable" class="line">${hidden('id', id)}${hidden('out', disabledAt === undefined ? '1' : '0')}<button class="btn ghost">${disabledAt === undefined ? words.keepOut : words.letIn}</button></form>
${
  !isYou &&
  html`<form method="post" action="/server/people/remove" class="choosers">${hidden('id', id)}${commentsChoice(reader, words.removeWords)}
<p><label><input type="checkbox" name="sure" value="1" required> ${words.removeSure}</label></p>
<p><button class="btn ghost bad">${words.remove}</button></p></form>`
}</details></li>
`
}

function invitations({ invitations }: AccountsView, reader: Reader): Html {
  const { accounts: words } = reader.words
  return html`<p class="note">${words.inviteNote}</p>
${
  invitations.length === 0
    ? html`<p class="small">${words.noInvitations}</p>`
    : html`<ul class="kept-keys">${invitations.map(
        ({ id, note, role, expiresAt }) =>
          html`<li><p><b><bdi>${note || words.roles[role]}</bdi></b> <span class="small">${joined([words.roles[role], html`${words.until} ${when(expiresAt, reader)}`], ' · ')}</span></p>${itemButton('/server/people/take-back', id, words.takeBack, `${words.takeBack}${reader.words.colon}${note || words.roles[role]}`)}</li>
`,
      )}</ul>`
}
<form method="post" action="/server/people/invite" class="choosers">
<div class="field"><label for="invite-note">${words.inviteFor}</label>
<input id="invite-note" name="note" maxlength="100" autocomplete="off" dir="auto"></div>
<div class="line"><label>${words.role} <select name="role">${accountRoles.map((role) => html`<option value="${role}">${words.roles[role]}</option>`)}</select></label>
<label>${words.days} <input type="number" name="days" value="7" min="1" max="30" required></label></div>
<p><button class="btn">${words.invite}</button></p></form>`
}

function invited({ address, expiresAt }: NonNullable<AccountsResult['invited']>, reader: Reader): Html {
  const { accounts: words } = reader.words
  return html`<div class="notice done" role="status"><p>${words.address}${reader.words.colon}<code class="secret" dir="ltr">${address}</code></p><p>${words.shownOnce} (${words.until} ${when(expiresAt, reader)})</p></div>`
}

function events({ events }: AccountsView, reader: Reader): Html {
  const { accounts: words } = reader.words
  if (events.length === 0) return html`<p class="note">${words.noEvents}</p>`
  const known: Readonly<Record<string, string>> = words.eventKinds
  return html`<ul class="kept-keys">${events.map(({ kind, name, at }) => html`<li><p>${known[kind] ?? kind}${name !== undefined && html` · <bdi>${name}</bdi>`} <span class="small">${when(at, reader)}</span></p></li>\n`)}</ul>`
}
