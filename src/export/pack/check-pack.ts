import { xml } from '../xml-text.ts'
import { checkedFile, checkFormat } from './pack-format.ts'
import type { PackedArticle } from './pack-input.ts'
import { articleItem, dayOf, packDocument, sourceLine, textSection } from './pack-page-parts.ts'
import { checkReadme } from './pack-readme.ts'
import { articleRow, type CitedPlace, json, type PackedTexts, packTexts, sealPack } from './seal-pack.ts'
import type { PackedFile } from './stored-zip.ts'

/** A text that was checked, as its pack contains it: only what its reader may read. Each place named `given` is in the text. */
export type CheckPackInput = {
  readonly version: string
  readonly analyzers: Readonly<Record<string, number>>
  readonly title: string
  readonly text: string
  readonly language: string
  /** Only the first part of the text was checked. */
  readonly isCut?: true
  readonly findings: readonly PackedFinding[]
  readonly articles: readonly PackedArticle[]
}

export type PackedFinding = {
  readonly kind: 'quotation' | 'statement' | 'sentence'
  readonly result: 'exact' | 'altered' | 'cut' | 'other-speaker' | 'unquoted' | 'not-found'
  readonly given: CitedPlace
  /** Who said it according to the text. */
  readonly speaker?: string
  readonly isOtherSpeaker?: true
  /** The earliest article with the words; absent for `not-found`. */
  readonly found?: {
    readonly citation: CitedPlace
    readonly around: CitedPlace
    readonly article: string
    readonly outlet: string
    readonly publishedAt: string
    readonly speaker?: string
    readonly isProbable?: true
    readonly isOwnWords?: true
  }
  readonly changes: readonly { readonly kind: string; readonly given?: CitedPlace; readonly found?: CitedPlace }[]
  readonly carriers?: {
    readonly articles: number
    readonly reports: number
    readonly outlets: readonly string[]
    readonly isCut?: true
  }
  readonly figures: readonly {
    readonly kind: 'number' | 'date'
    readonly result: 'same' | 'differs' | 'not-there'
    readonly given: CitedPlace
    readonly citation?: CitedPlace
  }[]
}

/** The files of a check's evidence pack, and its fingerprint. The same result gives the same bytes. */
export async function writeCheckPack(
  input: CheckPackInput,
): Promise<{ readonly files: readonly PackedFile[]; readonly fingerprint: string }> {
  const { version, analyzers, title, text, language, isCut, articles } = input
  const made = await packTexts(articles)
  const findings = input.findings.map((finding) => withMoments(finding, made))
  return sealPack({
    about: { format: checkFormat, program: 'Twosource', version, analyzers, check: { title } },
    files: {
      'README.txt': checkReadme(input),
      'index.html': checkPackPage({ ...input, findings }, made),
      'check.json': json({ title, language, ...(isCut && { isCut }), findings: findings.length }),
      'articles.json': json(articles.map((article) => articleRow(article, made))),
      'findings.json': json(findings),
      [checkedFile]: text,
    },
    made,
  })
}

/** A finding whose places in transcripts have their moments. */
function withMoments({ found, figures, ...finding }: PackedFinding, { withMoment }: PackedTexts): PackedFinding {
  return {
    ...finding,
    ...(found && { found: { ...found, citation: withMoment(found.citation) } }),
    figures: figures.map(({ citation, ...figure }) => ({
      ...figure,
      ...(citation && { citation: withMoment(citation) }),
    })),
  }
}

const resultNames = {
  exact: 'Word for word',
  altered: 'Different words',
  cut: 'Words left out',
  'other-speaker': 'Another speaker',
  unquoted: 'In an article, not as a quotation',
  'not-found': 'Not in the articles here',
} as const

const figureNames = { same: 'the same in', differs: 'differs in', 'not-there': 'not in these articles' } as const

function checkPackPage(
  { version, title, text, language, isCut, findings, articles }: CheckPackInput,
  made: PackedTexts,
) {
  const places = Map.groupBy(
    findings.flatMap(({ found, figures }) => [
      ...(found ? [found.citation] : []),
      ...figures.flatMap(({ citation }) => citation ?? []),
    ]),
    ({ document }) => document,
  )
  const source = (place: CitedPlace) => sourceLine(place.document, place, articles, made.textFiles)

  function findingItem({ kind, result, given, speaker, found, changes, carriers, figures, ...more }: PackedFinding) {
    const isOther = result === 'other-speaker' || more.isOtherSpeaker === true
    const label = kind === 'sentence' && result === 'exact' ? 'Also in an article' : resultNames[result]
    const other = more.isOtherSpeaker ? `, ${resultNames['other-speaker'].toLowerCase()}` : ''
    const named = isOther && speaker !== undefined ? `<br><small>The text names ${xml(speaker)}.</small>` : ''
    const at = `<small>characters ${given.start} to ${given.end} of <a href="#text">the text</a></small>`
    const own = `<b>${label}${other}</b><br><span dir="auto">${xml(given.exact)}</span><br>${at}${named}`
    if (!found) return `<li>${own}<br><small>It may have been said all the same.</small></li>\n`
    const { around, citation } = found
    const [start, end] = [citation.start - around.start, citation.end - around.start]
    const parts = [around.exact.slice(0, start), around.exact.slice(start, end), around.exact.slice(end)].map(xml)
    const who =
      found.speaker !== undefined
        ? `Said here by ${found.isProbable ? 'probably ' : ''}${xml(found.speaker)}. `
        : found.isOwnWords && kind !== 'sentence'
          ? 'The outlet’s own words. '
          : ''
    const many = carriers
      ? `${count(carriers.reports, 'independent report')} in ${count(carriers.articles, 'article')}${carriers.isCut ? ' or more' : ''}: ${xml(carriers.outlets.join(', '))}`
      : ''
    return `<li>${own}
<ul>${changes.map((change) => `<li>${changeLine(change)}</li>`).join('')}</ul>
<blockquote dir="auto">${parts[0]}<mark>${parts[1]}</mark>${parts[2]}</blockquote>
<p>${who}First in ${source(citation)}, ${dayOf(found.publishedAt)}<br><small>${many}</small></p>
<ul>${figures
      .map(
        (figure) =>
          `<li><b dir="auto">${xml(figure.given.exact)}</b>: ${figureNames[figure.result]}${figure.citation ? ` ${source(figure.citation)}${figure.result === 'differs' ? ` <q dir="auto">${xml(figure.citation.exact)}</q>` : ''}` : ''}</li>`,
      )
      .join('')}</ul></li>\n`
  }

  return packDocument(
    title,
    `<p>Evidence pack of a check</p><h1 lang="${xml(language)}" dir="auto">${xml(title)}</h1>
<p>What the articles on a server have of this text. Made by Twosource ${xml(version)}. How to check this pack, and what that can’t show: <a href="README.txt">README.txt</a>.</p>`,
    `<section><h2>Result</h2>${isCut ? '<p><strong>Only the first part of the text was checked.</strong></p>' : ''}<ol>${findings.map(findingItem).join('')}</ol></section>
<section id="text" lang="${xml(language)}"><h2 lang="en">The text that was checked</h2><p lang="en"><a href="${checkedFile}">${checkedFile}</a></p><div class="text" dir="auto">${xml(text)}</div></section>
<section><h2>Articles</h2>${articles.map((article) => articlePart(article)).join('')}</section>`,
  )

  function articlePart(article: PackedArticle): string {
    const cited = article.revisions.filter(({ document }) => places.has(document))
    return `${articleItem(article, made)}${cited.map(({ document }) => textSection(document, articles, made, places.get(document) ?? [])).join('')}`
  }
}

function changeLine({ kind, given, found }: PackedFinding['changes'][number]): string {
  const what = kind === 'words' ? '' : `${kind}: `
  const [own, theirs] = [given, found].map((side) => side && `<q dir="auto">${xml(side.exact)}</q>`)
  if (own && theirs) return `${what}${own} in the text, ${theirs} in the article`
  return own ? `${what}${own} only in the text` : `${what}${theirs} only in the article`
}

function count(number: number, one: string): string {
  return `${number} ${one}${number === 1 ? '' : 's'}`
}
