import type { SetupStage } from '../../../operations/accounts/owner-setup.ts'
import { hidden } from '../../layout/forms.ts'
import { html } from '../../layout/html.ts'
import { layout } from '../../layout/layout.ts'
import type { Reader } from '../../reader.ts'
import { nameField, newPasswordFields, problemLine, type SignInFormResult } from './sign-in.ts'

/** For visitors without the link the server printed: where to find it, and a field for its code. */
export function setupLinkPage(reader: Reader, stage: SetupStage, result: SignInFormResult = {}): string {
  const { setup: words } = reader.words.accounts
  const body = html`<div class="single door"><h1>${words.openLink}</h1>
<p>${stage === 'only-me' ? words.signedOutLead : words.openLinkLead}</p>
${stage === 'before' && html`<p class="note">${words.before}</p>`}${problemLine(result, reader)}
<form action="/setup" class="choosers">
<div class="field"><label for="token-field">${words.code}</label>
<input id="token-field" name="token" required maxlength="200" autocomplete="off" autocapitalize="none" spellcheck="false" dir="ltr"></div>
<p><button class="btn main">${reader.words.ways.goOn}</button></p></form>
<p class="small">${words.newLink}<br><code dir="ltr">npm start account link</code></p></div>
`
  return layout(reader, { title: words.openLink, isBare: true, body })
}

/** For visitors with the code: continue without a password, or set one. */
export function firstPasswordPage(
  reader: Reader,
  token: string,
  stage: SetupStage,
  result: SignInFormResult = {},
): string {
  const { setup: words } = reader.words.accounts
  const isBack = stage === 'only-me'
  const title = isBack ? words.welcomeBack : words.choose
  const body = html`<div class="single door"><h1>${title}</h1>${problemLine(result, reader)}
<form method="post" action="/setup" class="choosers">${hidden('token', token)}${hidden('who', 'only-me')}
<p><button class="btn main" aria-describedby="only-me-hint">${isBack ? reader.words.accounts.signIn : words.onlyMe}</button></p>
<p class="note" id="only-me-hint">${words.onlyMeNote}</p></form>
<form method="post" action="/setup" class="choosers other">${hidden('token', token)}
<p class="note" id="password-hint">${words.passwordNote}</p>
${nameField(reader, result.name, 'username')}
${newPasswordFields(reader)}
<p><button class="btn" aria-describedby="password-hint">${words.setPassword}</button></p></form></div>
`
  return layout(reader, { title, isBare: true, body })
}
