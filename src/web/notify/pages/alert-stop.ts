import { html } from '../../layout/html.ts'
import { layout } from '../../layout/layout.ts'
import type { Reader } from '../../reader.ts'

/** Ends alerts by mail, or says that they have ended: opened from the link in such a mail, signed in or not. */
export function alertStopPage(isStopped: boolean, reader: Reader): string {
  const { alerts: words } = reader.words
  const title = isStopped ? words.stopped : words.stopTitle
  const body = html`<div class="single"><h1>${title}</h1>
<p>${isStopped ? words.stoppedNote : words.stopNote}</p>
${!isStopped && html`<form method="post" action="${reader.path}"><button class="btn">${words.stop}</button></form>`}
</div>
`
  return layout(reader, { title, body })
}
