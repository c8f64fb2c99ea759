import { minPasswordLength } from '../../../core/account.ts'
import { hidden } from '../../layout/forms.ts'
import { type Html, html } from '../../layout/html.ts'
import { layout } from '../../layout/layout.ts'
import type { Reader } from '../../reader.ts'

export type SignInProblem = keyof Reader['words']['accounts']['bad']
export type SignInFormResult = {
  readonly name?: string
  readonly problem?: SignInProblem | 'refused'
  readonly retryAfterSeconds?: number
}

/** The sign-in form. `more`: other sign-in methods, shown below it. */
export function signInPage(reader: Reader, back: string, result: SignInFormResult = {}, more?: Html): string {
  const { accounts: words } = reader.words
  const body = html`<div class="single door"><h1>${words.signIn}</h1>
${problemLine(result, reader)}
<form method="post" action="/sign-in" class="choosers">${hidden('back', back)}
${nameField(reader, result.name, 'username')}
${passwordField('password', words.password, 'current-password')}
<p><button class="btn main">${words.signIn}</button></p></form>${more}
<p class="small">${words.noAccount}<br>${words.forgotten} <code dir="ltr">npm start account password</code></p></div>
`
  return layout(reader, { title: words.signIn, isBare: true, body })
}

/** The form in which somebody who was invited chooses a name and a password. */
export function enterPage(
  reader: Reader,
  form: { readonly title: string; readonly lead: string; readonly action: string; readonly button: string },
  result: SignInFormResult = {},
): string {
  const body = html`<div class="single door"><h1>${form.title}</h1>
<p class="note">${form.lead}</p>${problemLine(result, reader)}
<form method="post" action="${form.action}" class="choosers">
${nameField(reader, result.name, 'username')}
${newPasswordFields(reader)}
<p><button class="btn main">${form.button}</button></p></form></div>
`
  return layout(reader, { title: form.title, isBare: true, body })
}

/** For a link that no longer works, and after leaving. */
export function closedPage(reader: Reader, title: string, note: string): string {
  const body = html`<div class="empty"><h1>${title}</h1>
<p>${note}</p>
<p><a class="btn" href="/">Twosource</a></p></div>
`
  return layout(reader, { title, isBare: true, body })
}

/** What was wrong, announced to screen readers too. */
export function problemLine({ problem, retryAfterSeconds }: SignInFormResult, { words }: Reader): Html | undefined {
  const { accounts } = words
  const text =
    retryAfterSeconds !== undefined
      ? accounts.later(words.number(Math.ceil(retryAfterSeconds / 60)))
      : problem === 'refused'
        ? accounts.refused
        : problem && accounts.bad[problem]
  return text === undefined ? undefined : html`<p class="notice warn" role="alert">${text}</p>`
}

export function newPasswordFields(reader: Reader, label?: string): Html {
  const { accounts: words } = reader.words
  return html`${passwordField('next', label ?? words.password, 'new-password', words.passwordHint(minPasswordLength))}
${passwordField('again', words.passwordAgain, 'new-password')}`
}

export function passwordField(
  name: string,
  label: string,
  kind: 'current-password' | 'new-password',
  hint?: string,
): Html {
  return html`<div class="field"><label for="${name}-field">${label}</label>${hint && html`<p class="note" id="${name}-hint">${hint}</p>`}
<input id="${name}-field" type="password" name="${name}" required maxlength="200" autocomplete="${kind}"${hint && html` aria-describedby="${name}-hint"`} dir="ltr"></div>`
}

export function nameField(reader: Reader, value: string | undefined, autocomplete: string, note?: string): Html {
  return html`<div class="field"><label for="name-field">${reader.words.accounts.name}</label>${note && html`<p class="note" id="name-hint">${note}</p>`}
<input id="name-field" name="name" value="${value ?? ''}" required maxlength="60" autocomplete="${autocomplete}" autocapitalize="none" spellcheck="false" dir="auto"${note && html` aria-describedby="name-hint"`}></div>`
}

/** For a form sent after the session ended: a link to sign in, and the text they wrote, so that it isn't lost. */
export function signedOutPage(reader: Reader, signInPath: string, written: string | undefined): string {
  const { accounts: words } = reader.words
  const body = html`<div class="single door"><h1>${words.signedOut}</h1>
<p>${words.signedOutNote}</p>
${
  written &&
  html`<p><label for="written">${words.signedOutWords}</label>
<textarea id="written" rows="8" readonly dir="auto">${written}</textarea></p>
`
}<p><a class="btn main" href="${signInPath}">${words.signIn}</a></p></div>
`
  return layout(reader, { title: words.signedOut, body })
}
