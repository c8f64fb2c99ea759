import type { CodeKey } from '../../../operations/accounts/manage-codes.ts'
import { hidden } from '../../layout/forms.ts'
import { type Html, html } from '../../layout/html.ts'
import { layout } from '../../layout/layout.ts'
import { type PasskeyPlace, passKey } from '../../layout/pass-key.ts'
import type { Reader } from '../../reader.ts'

export type MethodProblem = keyof Reader['words']['ways']['bad']
export type MethodResult = { readonly bad?: MethodProblem; readonly retryAfterSeconds?: number }

/** Below the password form: a passkey, and the identity provider when one is configured. */
export function otherSignInMethods(
  reader: Reader,
  place: PasskeyPlace,
  providerName: string | undefined,
  back: string,
): Html {
  const { ways: words } = reader.words
  return html`${passKey(reader, place, { kind: 'use', action: '/sign-in/passkey', fields: hidden('back', back), button: words.usePasskey })}
${providerName !== undefined && html`<form method="post" action="/sign-in/elsewhere" class="choosers">${hidden('back', back)}<p><button class="btn">${words.signInBy(providerName)}</button></p></form>`}`
}

/** The second step, after the password. */
export function enterCodePage(reader: Reader, back: string, bad: MethodResult = {}): string {
  const { ways: words } = reader.words
  const body = html`<div class="single door"><h1>${words.enterCode}</h1>
${methodProblemLine(bad, reader)}
<form method="post" action="/sign-in/code" class="choosers">${hidden('back', back)}${codeField(reader, words.anyCode, 'text', true)}
<p><button class="btn main">${words.goOn}</button></p></form>
<p><a href="/sign-in">${words.startOver}</a></p></div>
`
  return layout(reader, { title: words.enterCode, isBare: true, body })
}

/** The secret for an authenticator app, and a field for a code that proves the app has it. */
export function newCodesPage(reader: Reader, key: CodeKey, bad: MethodResult = {}): string {
  const { ways: words } = reader.words
  const body = html`<div class="single door"><h1>${words.setUpCodes}</h1>
<p>${words.scanOrType}</p>
<p><a class="btn" href="${key.link}">${words.openInApp}</a></p>
<p>${words.key}${reader.words.colon}<code class="secret" dir="ltr">${key.typed}</code></p>
<p class="note">${reader.words.accounts.shownOnce}</p>${methodProblemLine(bad, reader)}
<form method="post" action="/settings/sign-in/codes/confirm" class="choosers">${codeField(reader, words.codeNow, 'numeric', true)}
<p><button class="btn main">${words.turnOn}</button></p></form>
<p><a href="/settings/sign-in#codes">${words.startOver}</a></p></div>
`
  return layout(reader, { title: words.setUpCodes, place: 'settings', body })
}

/** The recovery codes, shown only once. */
export function recoveryPage(reader: Reader, recovery: readonly string[]): string {
  const { ways: words } = reader.words
  const body = html`<div class="single door"><h1>${words.recovery}</h1>
<p>${words.recoveryNote}</p>
<ol class="recovery">${recovery.map((code) => html`<li><code dir="ltr">${code}</code></li>`)}</ol>
<p><a class="btn main" href="/settings/sign-in#codes">${words.kept}</a></p></div>
`
  return layout(reader, { title: words.recovery, place: 'settings', body })
}

/** On the way to the identity provider. The `Refresh` header of the answer leads there, because a form may not redirect to another site. */
export function toProviderPage(reader: Reader, providerName: string, url: string): string {
  const { ways: words } = reader.words
  const body = html`<div class="single door"><h1>${words.goingTo(providerName)}</h1>
<p><a class="btn main" href="${url}" rel="noreferrer">${words.goingTo(providerName)}</a></p></div>
`
  return layout(reader, { title: words.goingTo(providerName), isBare: true, body })
}

/** A sign-in method that failed. */
export function signInFailedPage(reader: Reader, bad: MethodResult): string {
  const { ways: words } = reader.words
  const body = html`<div class="single door"><h1>${words.failedTitle}</h1>${methodProblemLine(bad, reader)}
<p><a class="btn main" href="/sign-in">${reader.words.accounts.signIn}</a></p></div>
`
  return layout(reader, { title: words.failedTitle, isBare: true, body })
}

export function methodProblemLine({ bad, retryAfterSeconds }: MethodResult, { words }: Reader): Html | undefined {
  const text =
    retryAfterSeconds === undefined
      ? bad && words.ways.bad[bad]
      : words.accounts.later(words.number(Math.ceil(retryAfterSeconds / 60)))
  return text === undefined ? undefined : html`<p class="notice warn" role="alert">${text}</p>`
}

/** A field for a code. With `one-time-code` devices offer codes they received. */
export function codeField(reader: Reader, label: string, mode: 'numeric' | 'text', isFirst = false): Html {
  return html`<div class="field"><label for="code-field">${label}</label>
<input id="code-field" name="code" required maxlength="40" autocomplete="one-time-code" inputmode="${mode}" autocapitalize="characters" spellcheck="false" dir="ltr"${isFirst && html` autofocus`} lang="${reader.language}"></div>`
}
