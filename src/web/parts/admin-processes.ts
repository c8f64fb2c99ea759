import type { AdminView } from '../../operations/admin.ts'
import type { Reader } from '../reader.ts'
import { type Html, html } from './html.ts'
import { shortWhen } from './time.ts'

/** Who works on these data: each process with what it does and when it last said that it lives; and work that nobody does. */
export function processes({ nodes, unattended, failing }: AdminView, reader: Reader): Html {
  const { processes: words } = reader.words
  const named = (works: readonly string[]) =>
    works.map((work) => words.works[work as keyof typeof words.works] ?? work).join(', ')
  return html`<p class="note">${words.note}</p>
${failing.length > 0 && html`<p class="notice warn">${words.failing(failing.join(', '))}</p>`}
${unattended.length > 0 && html`<p class="notice warn">${words.unattended(named(unattended))}</p>`}
${
  nodes.length === 0
    ? html`<p class="small">${words.none}</p>`
    : html`<div class="scroll" tabindex="0" role="group" aria-label="${words.section}"><table class="in-force"><thead><tr><th scope="col">${words.machine}</th><th scope="col">${words.work}</th><th scope="col">${words.version}</th><th scope="col">${words.since}</th><th scope="col">${words.beat}</th><th scope="col">${words.lanes}</th></tr></thead>
<tbody>${nodes.map(
        ({ machine, pid, roles, serves, version, since, seenAt, isSilent, lanes }) =>
          html`<tr><th scope="row"><code dir="ltr">${machine} ${pid}</code></th><td>${named([...(serves ? ['serve'] : []), ...roles])}</td><td><bdi>${version}</bdi></td><td>${shortWhen(since, reader)}</td><td>${shortWhen(seenAt, reader)}${isSilent && html` <b class="bad">${words.silent}</b>`}</td><td>${lanes.length > 0 && html`<code dir="ltr">${lanes.join(' ')}</code>`}</td></tr>
`,
      )}</tbody></table></div>`
}`
}
