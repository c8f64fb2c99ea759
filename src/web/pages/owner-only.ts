import { html } from '../parts/html.ts'
import { layout } from '../parts/layout.ts'
import type { Reader } from '../reader.ts'

/** For who is not at the machine: why this page is not theirs, and the ways in which it can be. */
export function ownerOnlyPage(
  reader: Reader,
  port = 7180,
  way: { readonly lead?: string; readonly path: string; readonly command: string } = {
    path: '/labels',
    command: 'npm start label',
  },
): string {
  const words = reader.words.labels
  const body = html`<div class="empty">
<h1>${words.ownerOnly}</h1>
<p>${way.lead ?? words.ownerOnlyLead}</p>
<h2>${words.ways}</h2>
<ul class="ways">
<li>${words.onMachine} <code dir="ltr">http://127.0.0.1:${port}${way.path}</code></li>
<li>${words.byTunnel} <code dir="ltr">ssh -L ${port}:127.0.0.1:${port} name@machine</code></li>
<li>${words.byCommand} <code dir="ltr">${way.command}</code></li>
</ul>
<p><a class="btn ghost" href="/">${reader.words.backToToday}</a></p>
</div>
`
  return layout(reader, { title: words.ownerOnly, body })
}
