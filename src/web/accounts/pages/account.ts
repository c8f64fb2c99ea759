import type { MyAccountView } from '../../../operations/accounts/my-account.ts'
import { hidden } from '../../layout/forms.ts'
import { type Html, html } from '../../layout/html.ts'
import { isolated } from '../../layout/plain-line.ts'
import { section } from '../../layout/section.ts'
import { settingRow, settingsPageOf } from '../../layout/settings-frame.ts'
import { when } from '../../layout/time.ts'
import type { Reader } from '../../reader.ts'
import { linkRow } from '../parts/link-row.ts'
import { nameField, newPasswordFields, passwordField, problemLine, type SignInFormResult } from './sign-in.ts'

/** What a form of this page did, shown beside that form. */
export type AccountResult = SignInFormResult & {
  readonly part?: AccountPart
  readonly isSaved?: boolean
}
export type AccountPart = 'profile' | 'password' | 'sessions' | 'leave'

/** The reader's own account: name and address, password, sessions, leaving. Each form is answered in its section. */
export function accountPage(view: MyAccountView, reader: Reader, result: AccountResult = {}): string {
  const { accounts: words, settings, ways } = reader.words
  const isSignedIn = view.sessions.some(({ isThisOne }) => isThisOne)
  const body = html`<div class="door">${isSignedIn ? signedIn(view, reader) : html`<p class="notice">${words.atMachine} <a href="/setup">${words.setup.setPassword}</a></p>`}
${saidIn('profile')}${profile(view, reader)}
${section('password', words.password, html`${saidIn('password')}${isSignedIn && password(view, reader)}${linkRow('/settings/sign-in', ways.title)}`)}
${view.sessions.length > 0 && section('sessions', words.sessions, html`${saidIn('sessions')}${sessions(view, reader)}`)}
${section('leave', words.leave, html`${saidIn('leave')}${leave(view, reader, result.part === 'leave')}`)}</div>`
  return settingsPageOf(reader, { in: 'account', title: settings.pages.account, body })

  function saidIn(part: AccountPart): Html | undefined {
    if (result.part !== part) return undefined
    return result.isSaved
      ? html`<p class="notice done" role="status">${settings.saved}</p>`
      : problemLine(result, reader)
  }
}

function signedIn({ account }: MyAccountView, reader: Reader): Html {
  const { accounts: words } = reader.words
  return html`<form method="post" action="/sign-out" class="st"><b>${words.signedInAs(isolated(account.name))}</b><p>${words.roles[account.role]}</p><button class="btn">${words.signOut}</button></form>`
}

function profile({ account }: MyAccountView, reader: Reader): Html {
  const { accounts: words } = reader.words
  return html`<form method="post" action="/settings/account/profile#profile" class="choosers" id="profile">
${nameField(reader, account.name, 'username')}
<div class="field"><label for="email-field">${words.email}</label><p class="note" id="email-hint">${words.emailNote}</p>
<input id="email-field" type="email" name="email" value="${account.email ?? ''}" maxlength="254" autocomplete="email" dir="ltr" aria-describedby="email-hint"></div>
<p><button class="btn">${reader.words.save}</button></p></form>`
}

function password({ hasPassword }: MyAccountView, reader: Reader): Html {
  const { accounts: words } = reader.words
  return html`<details class="open-form"${!hasPassword && html` open`}><summary class="btn">${words.changePassword}</summary><form method="post" action="/settings/account/password#password" class="choosers">
${hasPassword && passwordField('current', words.current, 'current-password')}
${newPasswordFields(reader, words.next)}
<p class="note">${words.passwordNote}</p>
<p><button class="btn main">${words.changePassword}</button></p></form></details>`
}

function sessions(view: MyAccountView, reader: Reader): Html {
  const { accounts: words } = reader.words
  const others = view.sessions.filter(({ isThisOne }) => !isThisOne)
  return html`${view.sessions.map(({ id, browser, seenAt, isThisOne }) => {
    const name = browser || words.unknownBrowser
    return isThisOne
      ? settingRow(name, html``, { help: words.thisOne })
      : settingRow(
          name,
          itemButton(
            '/settings/account/sessions/end#sessions',
            id,
            words.signOut,
            `${words.signOut}${reader.words.colon}${name}`,
          ),
          { help: html`${words.usedAt} ${when(seenAt, reader)}` },
        )
  })}
${others.length > 1 && html`<form method="post" action="/settings/account/sessions/end#sessions" class="muteadd">${hidden('id', 'others')}<button class="btn">${words.endOthers}</button></form>`}`
}

function leave(view: MyAccountView, reader: Reader, isOpen: boolean): Html {
  const { accounts: words } = reader.words
  return html`<details class="open-form"${isOpen && html` open`}><summary class="btn bad">${words.leave}</summary><form method="post" action="/settings/account/leave#leave" class="choosers">
<p class="note">${words.leaveNote}</p>
${commentsChoice(reader, reader.words.discussion.ownComments)}
${
  view.hasPassword
    ? passwordField('proof', words.proofPassword, 'current-password')
    : html`<div class="field"><label for="proof-field">${words.proofName}</label>
<input id="proof-field" name="proof" required maxlength="60" autocomplete="off" dir="auto"></div>`
}
<p><button class="btn bad">${words.leave}</button></p></form></details>`
}

/** What happens to the comments of somebody who leaves. */
export function commentsChoice(reader: Reader, legend: string): Html {
  const { words } = reader.words.accounts
  return html`<fieldset><legend>${legend}</legend><div class="options">${(['remove', 'keep-unnamed'] as const).map((choice, index) => html`<label><input type="radio" name="words" value="${choice}"${index === 0 && html` checked`}> ${words[choice]}</label>`)}</div></fieldset>`
}

/** A button for one row of a list; `spoken` tells screen readers which row. */
export function itemButton(action: string, id: string, label: string, spoken: string): Html {
  return html`<form method="post" action="${action}" class="inline">${hidden('id', id)}<button class="btn" aria-label="${spoken}">${label}</button></form>`
}
