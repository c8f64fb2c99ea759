import type { SignInMethodsView } from '../../../operations/accounts/sign-in-methods.ts'
import { hidden } from '../../layout/forms.ts'
import { type Html, html } from '../../layout/html.ts'
import { type PasskeyPlace, passKey } from '../../layout/pass-key.ts'
import { section } from '../../layout/section.ts'
import { settingRow, settingsPageOf } from '../../layout/settings-frame.ts'
import { shortWhen } from '../../layout/time.ts'
import type { Reader } from '../../reader.ts'
import { codeField, type MethodProblem, methodProblemLine } from './sign-in-steps.ts'

export type SignInMethodsResult = {
  readonly part?: 'passkeys' | 'codes' | 'elsewhere'
  /** True: what was asked for is done. */
  readonly isDone?: boolean
  readonly bad?: MethodProblem
  readonly retryAfterSeconds?: number
}

/** The reader's sign-in methods, with forms that add and remove each. */
export function signInMethodsPage(
  view: SignInMethodsView,
  reader: Reader,
  place: PasskeyPlace,
  result: SignInMethodsResult = {},
): string {
  const { ways: words, accounts, settings } = reader.words
  const isSetUp = view.hasPassword || view.passkeys.length > 0 || view.identities.length > 0 || !reader.isOwner
  const body = html`<div class="door">${
    isSetUp
      ? html`${section('passkeys', words.passkeys, html`${saidIn('passkeys')}${passkeys(view, reader, place)}`)}
${section('codes', words.codes, html`${saidIn('codes')}${codes(view, reader)}`)}
${(view.providerName !== undefined || view.identities.length > 0) && section('elsewhere', words.elsewhere, html`${saidIn('elsewhere')}${elsewhere(view, reader)}`)}`
      : html`<p class="notice">${words.codesNeedPassword} <a href="/settings/account#password">${accounts.setup.setPassword}</a></p>`
  }</div>`
  const parent = { path: '/settings/account', name: settings.pages.account }
  return settingsPageOf(reader, { in: 'account', title: words.title, parent, body })

  function saidIn(part: SignInMethodsResult['part']): Html | undefined {
    if (result.part !== part) return undefined
    if (result.isDone) return html`<p class="notice done" role="status">${settings.saved}</p>`
    return methodProblemLine(result, reader)
  }
}

function passkeys(view: SignInMethodsView, reader: Reader, place: PasskeyPlace): Html {
  const { ways: words } = reader.words
  const name = html`<div class="field"><label for="passkey-name">${words.passkeyName}</label>
<input id="passkey-name" name="name" maxlength="60" autocomplete="off" dir="auto"></div>`
  return html`<p class="note">${words.passkeysLead}</p>${view.passkeys.map((passkey) => {
    const called = passkey.name || words.unnamed
    const remove = removeForm('/settings/sign-in/passkeys/remove#passkeys', { id: passkey.id }, words.remove, called)
    return settingRow(html`<bdi>${called}</bdi>`, remove, { help: used(passkey, reader) })
  })}
${passKey(reader, place, { kind: 'new', action: '/settings/sign-in/passkeys', fields: name, button: words.addPasskey })}`
}

function codes(view: SignInMethodsView, reader: Reader): Html {
  const { ways: words } = reader.words
  if (!view.hasCodes)
    return view.hasPassword
      ? html`<form method="post" action="/settings/sign-in/codes#codes" class="st"><b>${words.codes}</b><p>${words.codesLead}</p><button class="btn">${words.setUpCodes}</button></form>`
      : html`<p class="note">${words.codesNeedPassword}</p>`
  return html`<p>${words.recoveryLeft(view.recoveryLeft)}</p>
<form method="post" action="/settings/sign-in/codes/change#codes" class="choosers">${codeField(reader, words.anyCode, 'text')}
<p class="acts"><button class="btn" name="do" value="renew">${words.newRecovery}</button><button class="btn" name="do" value="stop">${words.turnOff}</button></p></form>`
}

function elsewhere(view: SignInMethodsView, reader: Reader): Html {
  const { ways: words } = reader.words
  const { providerName } = view
  return html`${view.identities.map((identity) => {
    const called = identity.name || identity.subject
    const fields = { issuer: identity.issuer, subject: identity.subject }
    return settingRow(
      html`<bdi>${called}</bdi>`,
      removeForm('/settings/sign-in/elsewhere/remove#elsewhere', fields, words.unlink, called),
      {
        help: html`<bdi dir="ltr">${new URL(identity.issuer).host}</bdi>${!identity.isInUse && html` (${words.noLonger})`} · ${used(identity, reader)}`,
      },
    )
  })}
${providerName !== undefined && html`<form method="post" action="/settings/sign-in/elsewhere" class="muteadd"><button class="btn">${words.link(providerName)}</button></form>`}`
}

function used({ createdAt, seenAt }: { readonly createdAt: string; readonly seenAt?: string }, reader: Reader): Html {
  const { ways: words, accounts } = reader.words
  return html`${words.added} ${shortWhen(createdAt, reader)} · ${seenAt === undefined ? accounts.neverUsed : html`${accounts.usedAt}${reader.words.colon}${shortWhen(seenAt, reader)}`}`
}

function removeForm(action: string, fields: Readonly<Record<string, string>>, label: string, of: string): Html {
  return html`<form method="post" action="${action}" class="inline">${Object.entries(fields).map(([name, value]) => hidden(name, value))}<button class="btn" aria-label="${label}: ${of}">${label}</button></form>`
}
