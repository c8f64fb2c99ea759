import type { SharedBody, SharedLine, SharedSection } from '../../../core/text/public-link-body.ts'
import type { SharedView } from '../../../operations/library/share-views.ts'
import { withoutLastComma } from '../../layout/citation-link.ts'
import { foreign, type Html, html, languageAttributes, listed } from '../../layout/html.ts'
import { outLink } from '../../layout/links.ts'
import { absolute, longDay } from '../../layout/time.ts'
import type { Reader } from '../../reader.ts'

/** The heading of a public link: the headline of its story, or the day of its brief. */
export function sharedTitle({ kind, title, target }: Pick<SharedView, 'kind' | 'title' | 'target'>, reader: Reader) {
  return kind === 'brief' ? reader.words.sharing.briefOf(longDay(target, reader)) : title
}

/** `As of Mon 18 Aug 2025, 23:10, by Twosource.` */
export function sharedAsOf({ moment }: Pick<SharedView, 'moment'>, reader: Reader): Html {
  const { asOf, by } = reader.words.sharing
  const time = html`${asOf} <time datetime="${moment}">${absolute(moment, reader)}</time>`
  return html`<b>${listed([time, by], reader)}.</b>`
}

/** One part of a story as it was, each sentence with its outlet. */
export function sharedSection(
  { kind, items, total }: SharedSection,
  body: SharedBody,
  reader: Reader,
  level: 'h2' | 'h3' | 'h4',
): Html {
  const { sharing, audit } = reader.words
  const name = audit.parts[kind]
  const heading = { h2: html`<h2 class="hd">${name}</h2>`, h3: html`<h3>${name}</h3>`, h4: html`<h4>${name}</h4>` }
  return html`<section class="linked-part">${heading[level]}${total > items.length && html`<p class="small">${sharing.shownOf(items.length, total)}</p>`}
<ul class="linked-list">${items.map(
    (lines) => html`<li>${lines.map((line) => sharedLine(line, body, reader))}</li>
`,
  )}</ul></section>
`
}

function sharedLine(line: SharedLine, { sources }: SharedBody, reader: Reader): Html {
  const { sharing } = reader.words
  const source = sources[line.source]
  const { sureness, name, date } = line
  const attributes = languageAttributes(source?.language)
  const exact = line.isQuotation
    ? html`<q${attributes}>${withoutLastComma(line.exact)}</q>`
    : html`<span${attributes}>${line.exact}</span>`
  return html`<p>${date !== undefined && html`<b>${longDay(date, reader)}</b> `}${line.isSignal && html`<span class="small">${sharing.saysSo}</span> `}${
    name !== undefined &&
    html`<b>${foreign(name)}</b>${sureness && html` <span class="small">(${sureness === 'probable' ? reader.words.probably : sharing.setHere})</span>`}: `
  }${exact} ${source && outLink(source.url, foreign(source.sourceName), html` class="from"`)}</p>`
}
