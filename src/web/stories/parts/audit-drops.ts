import type { AuditDrop } from '../../../operations/stories/audit-views.ts'
import { type Html, html } from '../../layout/html.ts'
import type { Reader } from '../../reader.ts'

/** A model's sentence may be endless. */
const longest = 400
const most = 30

/** Dropped sentences, with the check that failed. The detailed reason is in English only. */
export function dropList(
  drops: readonly AuditDrop[],
  { words: { audit }, language }: Reader,
  how: 'dropped' | 'standing' = 'dropped',
): Html {
  if (drops.length === 0) return html``
  return html`<ul class="drops">${drops.slice(0, most).map(
    ({
      part,
      text,
      failed,
      why,
    }) => html`<li>${how === 'dropped' ? html`<del dir="auto">${short(text)}</del>` : html`<span dir="auto">${short(text)}</span>`}
<p class="small">${part && `${audit.parts[part]} · `}<span class="bad">✗ ${audit.checks[failed]}</span> ${language === 'en' && why}</p></li>
`,
  )}</ul>`
}

function short(text: string): string {
  return text.length > longest ? `${text.slice(0, longest)}…` : text
}
