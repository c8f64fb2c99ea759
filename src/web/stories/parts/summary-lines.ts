import type { StoryId } from '../../../core/ids.ts'
import type { SummaryLength, SummaryLine } from '../../../core/summary.ts'
import { summaryLengths } from '../../../core/summary.ts'
import { citationLinks, type Documents, withoutLastComma } from '../../layout/citation-link.ts'
import { foreign, type Html, html, joined, languageAttributes } from '../../layout/html.ts'
import { storyPath, summaryPath } from '../../layout/links.ts'
import type { Reader } from '../../reader.ts'

/** The other lengths of a summary, and its background, as a line of links; the current one is not linked. */
export function lengthLinks(id: StoryId, reader: Reader, shown: SummaryLength): Html {
  const { titles } = reader.words.summaries
  const links = summaryLengths.map((length) =>
    length === shown
      ? html`<b>${titles[length]}</b>`
      : html`<a href="${summaryPath(id, length)}">${titles[length]}</a>`,
  )
  return html`<p class="small take">${joined([...links, html`<a href="${storyPath(id)}/summary#background">${reader.words.audit.parts.background}</a>`], ' · ')}</p>`
}

/** Sentences in a list, each with its citations and outlets; statements with their speaker. Sentences of a model are marked as such. */
export function summaryList(
  lines: readonly SummaryLine[],
  documents: Documents,
  reader: Reader,
  whose: 'chosen' | 'model' = 'chosen',
): Html {
  return html`<ol class="brief">${lines.map((line) => summaryLine(line, documents, reader, whose))}</ol>`
}

function summaryLine(
  { text, citations, outlets, said }: SummaryLine,
  documents: Documents,
  reader: Reader,
  whose: 'chosen' | 'model',
): Html {
  const language = documents[citations[0].documentId]?.language
  const words = said
    ? html`${foreign(said.speaker)}: ${said.isDirect ? html`<q>${foreign(withoutLastComma(text))}</q>` : foreign(text)}`
    : whose === 'model'
      ? html`<span data-written>${text}</span>`
      : text
  return html`<li${languageAttributes(language)}>${words}
${citationLinks(citations, documents, reader, outlets)}</li>
`
}
