import { html } from '../../layout/html.ts'
import { layout } from '../../layout/layout.ts'
import type { Reader } from '../../reader.ts'

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
}<p><a class="btn" href="${signInPath}">${words.signIn}</a></p></div>
`
  return layout(reader, { title: words.signedOut, body })
}
