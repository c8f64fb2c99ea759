import type { Reader } from '../../reader.ts'
import { type Drawing, drawn } from '../drawings.ts'
import { html } from '../html.ts'
import { layout } from '../layout.ts'
import { serverAuditPath } from '../links.ts'
import { keyList } from '../places.ts'
import { section } from '../section.ts'

/** Which drawing goes with which explanation. */
const drawings: Readonly<Record<string, Drawing>> = {
  independence: 'independence',
  citations: 'citations',
  differences: 'differences',
  confidence: 'confidence',
  completeness: 'completeness',
  privacy: 'privacy',
}

/** How stories, independence, citations and confidence are determined: linked from every figure. */
export function aboutPage(reader: Reader): string {
  const { words } = reader
  const parts = reader.words.explanations
  const body = html`<header class="pagehead"><h1>${words.about}</h1><p>${words.welcomeLead}</p></header>
<div class="cols profile"><div class="prose">${parts.map(({ id, title, caption, paragraphs }) => section(id, title, html`${drawings[id] && caption && drawn(drawings[id], caption)}${paragraphs.map((text) => html`<p>${text}</p>`)}`))}
</div>
<aside aria-label="${words.keys}">${section('all-keys', words.keys, keyList(reader))}
<p class="note"><a href="${serverAuditPath()}">${words.audit.instance.link}</a> · <a href="/api">${words.api.title}</a> · Twosource ${reader.version}</p></aside></div>
`
  return layout(reader, { title: words.about, place: 'about', body })
}
