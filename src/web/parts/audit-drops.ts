import type { AuditDrop } from '../../operations/audit-views.ts'
import type { Reader } from '../reader.ts'
import { type Html, html } from './html.ts'

/** A model may have written without an end. */
const longest = 400

/** What was dropped, in its words, with the check that failed. The reason is for who reads English. */
export function dropList(drops: readonly AuditDrop[], { words: { audit }, language }: Reader): Html {
  if (drops.length === 0) return html``
  return html`<ul class="drops">${drops.map(
    ({
      text,
      failed,
      why,
    }) => html`<li><del dir="auto">${text.length > longest ? `${text.slice(0, longest)}…` : text}</del>
<p class="small"><span class="bad">✗ ${audit.checks[failed]}</span> ${language === 'en' && why}</p></li>
`,
  )}</ul>`
}
