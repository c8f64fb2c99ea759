import type { Citation } from '../core/citation.ts'
import { defined } from '../core/defined.ts'
import type { DocumentId } from '../core/ids.ts'
import { sureEnough } from '../core/quote.ts'
import type { Dossier, Utterance } from '../core/story.ts'
import type { SharedBody, SharedLine, SharedSection, SharedSource, SharedStory } from '../core/text/public-link-body.ts'
import type { BriefStory } from './summaries/brief-story.ts'

/** What is known of the cited documents. */
export type FrozenSources = Readonly<Record<string, SharedSource>>

type Line = Omit<SharedLine, 'exact' | 'span' | 'source'> & { readonly citation: Citation }

const mostItems = 40
const mostArticles = 100
/** Most sentences of one article: a public link cites an article, it does not republish it. */
const mostOfOneArticle = 12

/** The documents of a dossier: those it cites and those it counts. */
export function documentsIn(dossier: Dossier): readonly DocumentId[] {
  return dossier.members.map(({ documentId }) => documentId)
}

/** A story's dossier as a public link shows it. Leaves out what cites a document that is not in `sources`, or fails `holds`. */
export function freezeStory(dossier: Dossier, sources: FrozenSources, holds: (cited: Citation) => boolean): SharedBody {
  const table = sourceTable(sources)
  const said = dossier.ledger.flatMap(({ speaker, utterances }) =>
    utterances.map((utterance) => [spoken(utterance, speaker.name)]),
  )
  const sections = frozenSections(
    [
      ['brief', dossier.brief.map(({ citations: [citation] }) => [{ citation }])],
      [
        'differ',
        dossier.differences.map(({ a, b, signal }) => [
          ...[a, b].map(({ speaker, citation }) => ({ citation, ...defined({ name: speaker }) })),
          ...(signal ? [{ citation: signal, isSignal: true as const }] : []),
        ]),
      ],
      ['said', said],
      ['commitments', dossier.commitments.map(({ by, statement }) => [{ citation: statement.citations[0], name: by }])],
      ['timeline', dossier.timeline.map(({ date, citations: [citation] }) => [{ citation, date }])],
    ],
    table,
    holds,
  )
  const story: SharedStory = {
    title: dossier.headline.title,
    language: dossier.language,
    articleCount: dossier.members.length,
    reportCount: dossier.reports.length,
    sections,
    articles: table.all(documentsIn(dossier).slice(0, mostArticles)),
  }
  return { version: 1, sources: table.list(), stories: [story] }
}

/** The stories of a day's brief as a public link shows them. */
export function freezeBrief(
  stories: readonly (BriefStory & { readonly title: string; readonly language: string })[],
  sources: FrozenSources,
  holds: (cited: Citation) => boolean,
): SharedBody {
  const table = sourceTable(sources)
  const frozen = stories.map((story): SharedStory => {
    const { title, language, articleCount, reportCount, points, strongest } = story
    const sections: [SharedSection['kind'], Line[][]][] = [['brief', points.map(({ citation }) => [{ citation }])]]
    if (strongest?.kind === 'quote')
      sections.push(['said', [[{ citation: strongest.citation, name: strongest.speaker, isQuotation: true }]]])
    if (strongest?.kind === 'difference') {
      const sides = [strongest.a, strongest.b].map(
        ({ speaker, citation, isDirect }): Line => ({
          citation,
          ...defined({ name: speaker, isQuotation: isDirect || undefined }),
        }),
      )
      const { signal } = strongest
      sections.push(['differ', [[...sides, ...(signal ? [{ citation: signal, isSignal: true as const }] : [])]]])
    }
    return {
      title,
      language,
      articleCount,
      reportCount,
      sections: frozenSections(sections, table, holds),
      articles: [],
    }
  })
  return { version: 1, sources: table.list(), stories: frozen }
}

function spoken({ wordings: [first, ...others] }: Utterance, name: string): Line {
  const isSetHere = [first, ...others].some(({ pattern }) => pattern === 'label')
  const sureness = isSetHere ? 'set-here' : first.confidence < sureEnough ? 'probable' : undefined
  return {
    citation: first.citation,
    name,
    ...defined({ isQuotation: first.kind === 'indirect' ? undefined : true, sureness }),
  }
}

type Table = ReturnType<typeof sourceTable>

/** Numbers documents in the order of use. */
function sourceTable(sources: FrozenSources) {
  const numbers = new Map<string, number>()
  const numberOf = (id: string): number | undefined => {
    if (!Object.hasOwn(sources, id)) return undefined
    if (!numbers.has(id)) numbers.set(id, numbers.size)
    return numbers.get(id)
  }
  return {
    numberOf,
    all: (ids: readonly string[]) => ids.flatMap((id) => numberOf(id) ?? []),
    list: () => [...numbers.keys()].map((id) => sources[id]!),
  }
}

function frozenSections(
  sections: readonly (readonly [SharedSection['kind'], readonly (readonly Line[])[]])[],
  table: Table,
  holds: (cited: Citation) => boolean,
): readonly SharedSection[] {
  const cited = new Map<string, Set<string>>()
  return sections.flatMap(([kind, all]) => {
    const items = all.flatMap((lines) => {
      const frozen = lines.flatMap((line) => frozenLine(line, table, holds))
      // Two accounts are shown together or not at all.
      return frozen.length === lines.length && fits(lines, cited) ? [frozen] : []
    })
    return items.length === 0 ? [] : [{ kind, items: items.slice(0, mostItems), total: all.length }]
  })
}

function frozenLine({ citation, ...line }: Line, table: Table, holds: (cited: Citation) => boolean): SharedLine[] {
  if (!holds(citation)) return []
  const source = table.numberOf(citation.documentId)
  return source === undefined ? [] : [{ exact: citation.exact, span: citation.span, source, ...line }]
}

/** Counts the different sentences of each article; false when one more would be too many. */
function fits(lines: readonly Line[], cited: Map<string, Set<string>>): boolean {
  const next = new Map(lines.map(({ citation: { documentId } }) => [documentId, new Set(cited.get(documentId))]))
  for (const { citation } of lines) next.get(citation.documentId)!.add(citation.exact)
  if ([...next.values()].some(({ size }) => size > mostOfOneArticle)) return false
  for (const [id, exact] of next) cited.set(id, exact)
  return true
}
