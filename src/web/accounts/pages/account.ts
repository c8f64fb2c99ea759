import { scopes } from '../../../core/account.ts'
import type { KeyMade } from '../../../operations/accounts/access-keys.ts'
import type { MyAccountView } from '../../../operations/accounts/my-account.ts'
import { hidden } from '../../layout/forms.ts'
import { type Html, html, joined } from '../../layout/html.ts'
import { layout } from '../../layout/layout.ts'
import { isolated } from '../../layout/plain-line.ts'
import { section } from '../../layout/section.ts'
import { when } from '../../layout/time.ts'
import type { Reader } from '../../reader.ts'
import { nameField, newPasswordFields, passwordField, problemLine, type SignInFormResult } from './sign-in.ts'

/** What a form of this page did, shown beside that form. */
export type AccountResult = SignInFormResult & {
  readonly part?: AccountPart
  readonly isSaved?: boolean
  /** A new secret, shown only once. */
  readonly made?: KeyMade
}
export type AccountPart = 'profile' | 'password' | 'sessions' | 'tokens' | 'apps' | 'leave'

/**
 * The reader's own account: name and role, sessions, tokens of programs, leaving. Each form is answered in its section: a secret is shown
 * once, a refusal on the page that answers.
 */
export function accountPage(view: MyAccountView, reader: Reader, result: AccountResult = {}): string {
  const { accounts: words } = reader.words
  const isSignedIn = view.sessions.some(({ isThisOne }) => isThisOne)
  const body = html`<div class="single door"><h1>${words.mine}</h1>
${isSignedIn ? signedIn(view, reader) : html`<p class="notice">${words.atMachine} <a href="/setup">${words.setPasswordFirst}</a></p>`}
${reader.isOwner && html`<p><a href="/admin/people">${words.people}</a></p>`}
${section('profile', words.profile, html`${saidIn('profile')}${profile(view, reader)}`)}
${section('password', words.passwordTitle, html`${saidIn('password')}${isSignedIn && password(view, reader)}<p><a href="/settings/sign-in">${reader.words.ways.title}</a></p>`)}
${view.sessions.length > 0 && section('sessions', words.sessions, html`${saidIn('sessions')}${sessions(view, reader)}`)}
${section('tokens', words.tokens, html`${saidIn('tokens')}${tokens(view, reader)}<p><a href="/api">${reader.words.api.link}</a></p>`)}
${section('apps', words.apps, html`${saidIn('apps')}${apps(view, reader)}`)}
${section('data', words.data, html`<ul class="takes"><li><a href="/settings/account/data.zip" download><b>${words.takeData}</b></a> <span class="small">${words.takeDataNote}</span></li></ul>`)}
${section('leave', words.leave, html`${saidIn('leave')}${leave(view, reader)}`)}</div>
`
  return layout(reader, { title: words.mine, place: 'settings', body })

  function saidIn(part: AccountPart): Html | undefined {
    if (result.part !== part) return undefined
    if (result.made)
      return html`<div class="notice done" role="status"><p><b>${result.made.name}</b>: <code class="secret" dir="ltr">${result.made.secret}</code></p><p>${words.shownOnce}</p></div>`
    return result.isSaved ? html`<p class="notice done" role="status">${words.saved}</p>` : problemLine(result, reader)
  }
}

function signedIn({ account }: MyAccountView, reader: Reader): Html {
  const { accounts: words } = reader.words
  return html`<form method="post" action="/sign-out" class="line"><p>${words.signedInAs(isolated(account.name))} · ${words.roles[account.role]}</p> <button class="btn ghost">${words.signOut}</button></form>`
}

function profile({ account }: MyAccountView, reader: Reader): Html {
  const { accounts: words } = reader.words
  return html`<form method="post" action="/settings/account/profile#profile" class="choosers">
${nameField(reader, account.name, 'username', words.nameNote)}
<div class="field"><label for="email-field">${words.email}</label><p class="note" id="email-hint">${words.emailNote}</p>
<input id="email-field" type="email" name="email" value="${account.email ?? ''}" maxlength="254" autocomplete="email" dir="ltr" aria-describedby="email-hint"></div>
<p><button class="btn">${reader.words.save}</button></p></form>`
}

function password({ hasPassword }: MyAccountView, reader: Reader): Html {
  const { accounts: words } = reader.words
  return html`<p class="note">${words.passwordNote}</p>
<form method="post" action="/settings/account/password#password" class="choosers">
${hasPassword && passwordField('current', words.current, 'current-password')}
${newPasswordFields(reader, words.next)}
<p><button class="btn">${words.changePassword}</button></p></form>`
}

function sessions(view: MyAccountView, reader: Reader): Html {
  const { accounts: words } = reader.words
  const others = view.sessions.filter(({ isThisOne }) => !isThisOne)
  return html`<p class="note">${words.sessionsNote}</p>
<ul class="kept-keys">${view.sessions.map(
    ({ id, browser, seenAt, isThisOne }) =>
      html`<li><p><b>${browser || words.unknownBrowser}</b> <span class="small">${isThisOne ? words.thisOne : html`${words.usedAt} ${when(seenAt, reader)}`}</span></p>${!isThisOne && itemButton('/settings/account/sessions/end#sessions', id, words.end, `${words.end}${reader.words.colon}${browser || words.unknownBrowser}`)}</li>
`,
  )}</ul>
${others.length > 1 && html`<form method="post" action="/settings/account/sessions/end#sessions">${hidden('id', 'others')}<button class="btn ghost">${words.endOthers}</button></form>`}`
}

function tokens(view: MyAccountView, reader: Reader): Html {
  const { accounts: words } = reader.words
  return html`<p class="note">${words.tokensNote}</p>
<ul class="kept-keys">${view.tokens.map(
    ({ id, name, scopes, seenAt, expiresAt }) =>
      html`<li><p><b><bdi>${name}</bdi></b> <span class="small">${joined(
        [
          scopes.map((scope) => words.scopes[scope]).join(', '),
          seenAt === undefined ? words.neverUsed : html`${words.usedAt} ${when(seenAt, reader)}`,
          expiresAt !== undefined && html`${words.until} ${when(expiresAt, reader)}`,
        ],
        ' · ',
      )}</span></p>${itemButton('/settings/account/tokens/revoke#tokens', id, words.revoke, `${words.revoke}${reader.words.colon}${name}`)}</li>
`,
  )}</ul>
<form method="post" action="/settings/account/tokens#tokens" class="choosers">
<div class="field"><label for="token-name">${words.tokenName}</label>
<input id="token-name" name="name" required maxlength="60" autocomplete="off" dir="auto"></div>
<fieldset><legend>${words.mayDo}</legend><div class="options">${scopes.map((scope, index) => html`<label><input type="radio" name="scope" value="${scope}"${index === 0 && html` checked`}> ${words.scopes[scope]}</label>`)}</div></fieldset>
<p><button class="btn ghost">${words.makeToken}</button></p></form>`
}

function apps(view: MyAccountView, reader: Reader): Html {
  const { accounts: words } = reader.words
  return html`<p class="note">${words.appsNote}</p>
<ul class="kept-keys">${view.appPasswords.map(
    ({ id, name, seenAt, isForFever }) =>
      html`<li><p><b><bdi>${name}</bdi></b> <span class="small">${joined([isForFever && words.opensFever, seenAt === undefined ? words.neverUsed : html`${words.usedAt} ${when(seenAt, reader)}`], ' · ')}</span></p>${itemButton('/settings/account/apps/revoke#apps', id, words.revoke, `${words.revoke}${reader.words.colon}${name}`)}</li>
`,
  )}</ul>
<form method="post" action="/settings/account/apps#apps" class="choosers">
<div class="field"><label for="app-name">${words.appName}</label>
<input id="app-name" name="name" required maxlength="60" autocomplete="off" dir="auto"></div>
<div class="options"><label><input type="checkbox" name="fever" value="yes" aria-describedby="fever-note"> ${words.alsoFever}</label></div>
<p class="note" id="fever-note">${words.feverNote}</p>
<p><button class="btn ghost">${words.makeApp}</button></p></form>`
}

function leave(view: MyAccountView, reader: Reader): Html {
  const { accounts: words } = reader.words
  return html`<p class="note">${words.leaveNote}</p>
<form method="post" action="/settings/account/leave#leave" class="choosers">
${commentsChoice(reader, words.written)}
${
  view.hasPassword
    ? passwordField('proof', words.proofPassword, 'current-password')
    : html`<div class="field"><label for="proof-field">${words.proofName}</label>
<input id="proof-field" name="proof" required maxlength="60" autocomplete="off" dir="auto"></div>`
}
<p><button class="btn ghost bad">${words.leaveButton}</button></p></form>`
}

/** What happens to the comments of somebody who leaves. */
export function commentsChoice(reader: Reader, legend: string): Html {
  const { words } = reader.words.accounts
  return html`<fieldset><legend>${legend}</legend><div class="options">${(['remove', 'keep-unnamed'] as const).map((choice, index) => html`<label><input type="radio" name="words" value="${choice}"${index === 0 && html` checked`}> ${words[choice]}</label>`)}</div></fieldset>`
}

/** A button for one row of a list; `spoken` tells screen readers which row. */
export function itemButton(action: string, id: string, label: string, spoken: string): Html {
  return html`<form method="post" action="${action}" class="inline">${hidden('id', id)}<button class="btn quiet" aria-label="${spoken}">${label}</button></form>`
}
