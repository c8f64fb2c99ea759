import { html } from '../../layout/html.ts'
import { layout } from '../../layout/layout.ts'
import type { Reader } from '../../reader.ts'

/** For readers without the role: who may do it, and the command that does it on the server. */
export function ownerOnlyPage(
  reader: Reader,
  way: { readonly lead?: string; readonly command: string } = { command: 'npm start label' },
): string {
  const words = reader.words.labels
  const body = html`<div class="empty">
<h1>${words.ownerOnly}</h1>
<p>${way.lead ?? words.ownerOnlyLead}</p>
<p>${words.byCommand} <code dir="ltr">${way.command}</code></p>
<p><a class="btn" href="/">${reader.words.backToToday}</a></p>
</div>
`
  return layout(reader, { title: words.ownerOnly, body })
}
