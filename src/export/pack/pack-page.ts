import { defined } from '../../core/defined.ts'
import { xml } from '../xml-text.ts'
import type { PackInput } from './pack-input.ts'
import { articleItem, packDocument, sourceLine, textSection, time } from './pack-page-parts.ts'
import type { CitedPlace, PackedTexts } from './seal-pack.ts'
import type { PackedQuotation, PlacedLine } from './write-pack.ts'

type PageInput = PackedTexts & {
  readonly quotations: readonly PackedQuotation[]
  readonly lines: readonly PlacedLine[]
}

const partNames: Readonly<Record<string, string>> = {
  headline: 'Headline',
  brief: 'In brief',
  differ: 'Where accounts differ',
  said: 'Quotations',
  commitments: 'Promises',
  figures: 'Figures',
  timeline: 'Timeline',
  reports: 'Passages that articles share',
  points: 'Coverage',
  words: 'Wording',
  amendments: 'Corrections',
  summary: 'Summaries',
  background: 'Background',
  written: 'Written by a language model',
}

const patternNames: Readonly<Record<string, string>> = {
  'cue-right': 'named after the quotation',
  'cue-left': 'named before the quotation',
  colon: 'named before a colon',
  continued: 'continues from the paragraph before',
  'run-on': 'continues from the quotation before',
  'previous-subject': 'the sentence before is about this person',
  echo: 'the text below attributes these words to this person',
  pronoun: 'a pronoun refers to this person',
  label: 'set by a reader of the server',
}

const originNames = {
  credit: 'by its credit line',
  time: 'the earliest we have',
  alone: 'its only article',
  undecided: 'original source unknown',
} as const

/** The pack as one page that opens offline in any browser, without script: each passage links to its place in the text. */
export function packPage(input: PackInput, made: PageInput): string {
  const { dossier, articles, version, changedAt } = input
  const { lines } = made
  const revised = new Map(articles.flatMap((article) => article.revisions.map(({ document }) => [document, article])))
  const parts = Map.groupBy(
    lines.filter(({ part }) => part !== 'said'),
    ({ part }) => part,
  )
  const anchors = anchorsOf(made)
  const cited = [...anchors.keys()]

  const source = (at: CitedPlace | undefined, document = at?.document) =>
    sourceLine(document, at, articles, made.textFiles)

  function lineItem({ text, speaker, model, citations, titleOf, checks }: PlacedLine): string {
    const failed = checks.filter(({ isPassed }) => !isPassed).map(({ check }) => check)
    const by = [speaker, model && `written by ${model}`]
      .flatMap((each) => each || [])
      .map(xml)
      .join(', ')
    const [citation] = citations
    return `<li><span dir="auto">${xml(text)}</span>${by && ` <b>${by}</b>`}<br>${source(citation, titleOf)}${
      failed.length > 0 ? ` <strong>Failed: ${xml(failed.join(', '))}</strong>` : ''
    }</li>\n`
  }

  function quotationItem({
    speaker,
    kind,
    identifiedBy,
    confidence,
    isProbable,
    citation,
    ...more
  }: PackedQuotation): string {
    const moment = defined({ atSeconds: more.atSeconds, opensAt: more.opensAt })
    const words = kind === 'direct' ? `“${xml(citation.exact)}”` : xml(citation.exact)
    const how = identifiedBy === undefined ? '' : (patternNames[identifiedBy] ?? identifiedBy)
    const share = confidence === undefined ? '' : `; right in ${Math.round(100 * confidence)}% of tested cases`
    const who = speaker === undefined ? 'Speaker unknown' : `${isProbable ? 'Probably ' : ''}${xml(speaker)}`
    return `<li><span dir="auto">${words}</span><br><b>${who}</b>${how && ` <small>(${xml(how)}${share})</small>`}<br>${source({ ...citation, ...moment })}</li>\n`
  }

  const title = dossier.headline.title
  return packDocument(
    title,
    `<p>Evidence pack</p><h1 lang="${xml(dossier.language)}" dir="auto">${xml(title)}</h1>
<p>${dossier.reports.length} independent ${dossier.reports.length === 1 ? 'report' : 'reports'}, ${dossier.members.length} ${dossier.members.length === 1 ? 'article' : 'articles'}. Last changed ${time(changedAt)}. Made by Twosource ${xml(version)}. How to check this pack, and what that can’t show: <a href="README.txt">README.txt</a>.</p>`,
    `<section><h2>What the story shows</h2>
${[...parts].map(([part, of]) => `<h3>${xml(partNames[part] ?? part)}</h3><ul>${of.map(lineItem).join('')}</ul>`).join('\n')}</section>
<section><h2>Quotations</h2><ul>${made.quotations.map(quotationItem).join('')}</ul></section>
<section><h2>Independent reports</h2><ol>${dossier.reports
      .map(({ originName, how, documentIds }) => {
        const names = documentIds.map((id) => revised.get(id)?.outlet ?? 'not in the pack')
        return `<li><b>${xml(originName)}</b> <small>${originNames[how]}</small>${names.length > 1 ? `<br>${names.length} articles with the same text: ${xml(names.join(', '))}` : ''}</li>\n`
      })
      .join('')}</ol></section>
<section><h2>Articles</h2>${articles.map((article) => articleItem(article, made)).join('')}</section>
<section><h2>Texts</h2><p>Marked: what the story cites.</p>${cited.map((document) => textSection(document, articles, made, anchors.get(document) ?? [])).join('')}</section>`,
  )
}

/** The cited spans of each document that is in the pack, by document. */
function anchorsOf({ texts, quotations, lines }: PageInput): ReadonlyMap<string, readonly CitedPlace[]> {
  const places = [
    ...lines.flatMap(({ citations }) => citations.slice(0, 1)),
    ...quotations.map(({ citation }) => citation),
  ].filter(({ document }) => texts.has(document))
  const titles = lines.flatMap(({ titleOf }) => (titleOf !== undefined && texts.has(titleOf) ? [titleOf] : []))
  const found = Map.groupBy(places, ({ document }) => document)
  return new Map(
    [...texts.keys()].filter((id) => found.has(id) || titles.includes(id)).map((id) => [id, found.get(id) ?? []]),
  )
}
