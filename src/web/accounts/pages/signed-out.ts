import { html } from '../../layout/html.ts'
import { layout } from '../../layout/layout.ts'
import type { Reader } from '../../reader.ts'

/** For who sent a form after their session had ended: the way back in, and what they wrote, so that it is not lost. */
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
