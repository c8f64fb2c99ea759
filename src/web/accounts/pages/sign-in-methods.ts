import type { SignInMethodsView } from '../../../operations/accounts/sign-in-methods.ts'
import { hidden } from '../../layout/forms.ts'
import { type Html, html } from '../../layout/html.ts'
import { layout } from '../../layout/layout.ts'
import { type PasskeyPlace, passKey } from '../../layout/pass-key.ts'
import { section } from '../../layout/section.ts'
import { when } from '../../layout/time.ts'
import type { Reader } from '../../reader.ts'
import { codeField, type MethodProblem, methodProblemLine } from './sign-in-steps.ts'

export type SignInMethodsResult = {
  readonly part?: 'passkeys' | 'codes' | 'elsewhere'
  readonly done?: keyof Reader['words']['ways']['done']
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
  const { ways: words } = reader.words
  const isSetUp = view.hasPassword || view.passkeys.length > 0 || view.identities.length > 0 || !reader.isOwner
  const body = html`<div class="single door"><h1>${words.title}</h1>
<p class="note">${words.lead}</p>
<p><a href="/settings/account">${words.toAccount}</a></p>${
    isSetUp
      ? html`${section('passkeys', words.passkeys, html`${saidIn('passkeys')}${passkeys(view, reader, place)}`)}
${section('codes', words.codes, html`${saidIn('codes')}${codes(view, reader)}`)}
${(view.providerName !== undefined || view.identities.length > 0) && section('elsewhere', words.elsewhere, html`${saidIn('elsewhere')}${elsewhere(view, reader)}`)}`
      : html`<p class="notice">${words.passwordFirst} <a href="/settings/account#password">${reader.words.accounts.setPasswordFirst}</a></p>`
  }</div>
`
  return layout(reader, { title: words.title, place: 'settings', body })

  function saidIn(part: SignInMethodsResult['part']): Html | undefined {
    if (result.part !== part) return undefined
    if (result.done) return html`<p class="notice done" role="status">${words.done[result.done]}</p>`
    return methodProblemLine(result, reader)
  }
}

function passkeys(view: SignInMethodsView, reader: Reader, place: PasskeyPlace): Html {
  const { ways: words } = reader.words
  const name = html`<div class="field"><label for="passkey-name">${words.passkeyName}</label><p class="note" id="passkey-name-hint">${words.passkeyNameNote}</p>
<input id="passkey-name" name="name" maxlength="60" autocomplete="off" dir="auto" aria-describedby="passkey-name-hint"></div>`
  return html`<p class="note">${words.passkeysLead}</p>${
    view.passkeys.length === 0
      ? html`<p>${words.noPasskeys}</p>`
      : html`<ul class="kept-keys">${view.passkeys.map(
          (passkey) =>
            html`<li><p><b><bdi>${passkey.name || words.unnamed}</bdi></b> <span class="small">${used(passkey, reader)}</span></p>${removeForm('/settings/sign-in/passkeys/remove#passkeys', { id: passkey.id }, words.remove, passkey.name || words.unnamed)}</li>
`,
        )}</ul>`
  }
${passKey(reader, place, { kind: 'new', action: '/settings/sign-in/passkeys', fields: name, button: words.addPasskey })}`
}

function codes(view: SignInMethodsView, reader: Reader): Html {
  const { ways: words } = reader.words
  if (!view.hasCodes)
    return html`<p class="note">${words.codesLead}</p>${
      view.hasPassword
        ? html`<form method="post" action="/settings/sign-in/codes#codes"><p>${words.codesOff} <button class="btn ghost">${words.setUpCodes}</button></p></form>`
        : html`<p>${words.codesNeedPassword}</p>`
    }`
  return html`<p class="note">${words.codesLead}</p>
<p>${words.codesOn} ${words.recoveryLeft(view.recoveryLeft)}</p>
<form method="post" action="/settings/sign-in/codes/change#codes" class="choosers">${codeField(reader, words.anyCode, 'text')}
<p><button class="btn ghost" name="do" value="renew">${words.newRecovery}</button> <button class="btn ghost" name="do" value="stop">${words.turnOff}</button></p>
<p class="note">${words.newRecovery}${reader.words.colon}${words.newRecoveryNote}</p></form>`
}

function elsewhere(view: SignInMethodsView, reader: Reader): Html {
  const { ways: words } = reader.words
  const { providerName } = view
  return html`${providerName !== undefined && html`<p class="note">${words.elsewhereLead(providerName)}</p>`}
<ul class="kept-keys">${view.identities.map(
    (identity) =>
      html`<li><p><b><bdi>${identity.name || identity.subject}</bdi></b> <span class="small"><bdi dir="ltr">${new URL(identity.issuer).host}</bdi>${!identity.isInUse && html` (${words.noLonger})`} · ${used(identity, reader)}</span></p>${removeForm('/settings/sign-in/elsewhere/remove#elsewhere', { issuer: identity.issuer, subject: identity.subject }, words.unlink, identity.name || identity.subject)}</li>
`,
  )}</ul>
${providerName !== undefined && html`<form method="post" action="/settings/sign-in/elsewhere"><button class="btn ghost">${words.link(providerName)}</button></form>`}`
}

function used({ createdAt, seenAt }: { readonly createdAt: string; readonly seenAt?: string }, reader: Reader): Html {
  const { ways: words } = reader.words
  return html`${words.added} ${when(createdAt, reader)} · ${seenAt === undefined ? words.neverUsed : html`${words.lastUsed} ${when(seenAt, reader)}`}`
}

function removeForm(action: string, fields: Readonly<Record<string, string>>, label: string, of: string): Html {
  return html`<form method="post" action="${action}" class="inline">${Object.entries(fields).map(([name, value]) => hidden(name, value))}<button class="btn quiet" aria-label="${label}: ${of}">${label}</button></form>`
}
