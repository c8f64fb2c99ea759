import type { Reader } from '../../reader.ts'
import { html } from '../html.ts'
import { layout } from '../layout.ts'

/** The unsubscribe page of a mail: one button that ends the mails, and its result. */
export function endMailPage(state: 'asked' | 'done' | 'unknown', reader: Reader): string {
  const words = reader.words.ownBrief.end
  const body = html`<div class="single"><h1>${words.title}</h1>
${
  state === 'asked'
    ? html`<p>${words.question}</p>
<form method="post" action="${reader.path}"><button class="btn">${words.button}</button></form>`
    : html`<p role="status">${words[state]}</p>`
}</div>
`
  return layout(reader, { title: words.title, body })
}
