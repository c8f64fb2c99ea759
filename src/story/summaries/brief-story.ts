import { type Citation, citationKey } from '../../core/citation.ts'
import { defined } from '../../core/defined.ts'
import type { SourceId } from '../../core/ids.ts'
import { sureEnough } from '../../core/quote.ts'
import type { BriefPoint, Dossier, Member, Utterance, Wordings } from '../../core/story.ts'
import { type StoryChange, whatChanged } from '../changes/what-changed.ts'
import { isShowable } from '../people/key-quotes.ts'
import { isSummarizable } from '../story-text.ts'
import { contentStems, dice, wordsOf } from '../words.ts'

/** The period of a brief, from the previous one until its own time, ISO 8601. */
export type BriefPeriod = { readonly from: string; readonly until: string }

/** A story in a brief: only words of its articles, each cited. */
export type BriefStory = {
  readonly isNew: boolean
  /** How many changes of each kind since the previous brief; empty for a new story. */
  readonly changes: Readonly<Partial<Record<BriefedChange, number>>>
  readonly points: readonly { readonly citation: Citation; readonly outlets: readonly string[] }[]
  readonly strongest?: StrongestStatement
  /** The number of articles at the time, and of independent reports. */
  readonly articleCount: number
  readonly reportCount: number
  readonly outlets: readonly string[]
  /** The outlets in the same order, with their ids. */
  readonly sources: readonly { readonly id: SourceId; readonly name: string }[]
  /** The number of articles of each independent report. */
  readonly groups: readonly number[]
  /** True when no article is complete, so nothing can be shown of the story. */
  readonly isWithheld: boolean
}

export type BriefedChange = 'reports' | Exclude<StoryChange['kind'], 'article' | 'point' | 'headline' | 'revision'>

type StrongestStatement =
  | { readonly kind: 'difference'; readonly a: Side; readonly b: Side; readonly signal?: Citation }
  | { readonly kind: 'quote'; readonly speaker: string; readonly citation: Citation; readonly isDirect: boolean }

/** One of two accounts; only a direct quotation gets quotation marks. */
type Side = Wordings & { readonly isDirect: boolean }

const mostPoints = 3
/** From this share of common words on, two sentences say the same. */
const sayTheSame = 0.5
/** A third sentence is added only while the first two are short. */
const wordsBeforeThird = 55

/**
 * What a brief shows of a story as of `until`: two or three sentences, and where accounts differ or, if they don't, the most widely carried
 * statement. Only complete news articles are used; later information is ignored.
 */
export function briefStory(dossier: Dossier, { from, until }: BriefPeriod): BriefStory {
  const known = dossier.members.filter(({ publishedAt }) => Date.parse(publishedAt) <= Date.parse(until))
  const members = new Map(known.map((member) => [member.documentId, member]))
  const points = pointsOf(dossier, members)
  const isNew = !known.some(({ publishedAt }) => Date.parse(publishedAt) < Date.parse(from))
  const strongest = strongestOf(dossier, members, points)
  const groups = dossier.reports.flatMap(({ documentIds }) => documentIds.filter((id) => members.has(id)).length || [])
  const sources = [
    ...new Map(inOrder(known).map(({ sourceId: id, sourceName: name }) => [name, { id, name }])).values(),
  ]
  return {
    isNew,
    changes: isNew ? {} : countChanges(whatChanged(dossier, { since: from, now: until })),
    points,
    ...defined({ strongest }),
    articleCount: known.length,
    reportCount: groups.length,
    outlets: sources.map(({ name }) => name),
    sources,
    groups,
    isWithheld: !known.some(isSummarizable),
  }
}

type KnownMembers = ReadonlyMap<Member['documentId'], Member>

function pointsOf(dossier: Dossier, members: KnownMembers): BriefStory['points'] {
  const named = new Set([...members.values()].map(({ sourceName }) => sourceName))
  const points: { citation: Citation; outlets: readonly string[] }[] = []
  let words = 0
  const isKnown = ({ citations: [first] }: BriefPoint) => members.has(first.documentId)
  for (const { citations, outlets } of leadFirst(dossier, isKnown)) {
    if (points.length === mostPoints || (points.length === 2 && words > wordsBeforeThird)) break
    const citation = citations.find(({ documentId }) => {
      const member = members.get(documentId)
      return member !== undefined && isSummarizable(member)
    })
    if (!citation) continue
    words += wordCount(citation.exact)
    points.push({ citation, outlets: outlets.filter((outlet) => named.has(outlet)) })
  }
  return points
}

/** The sentence under the headline, then the brief without what says the same. */
function leadFirst({ lead, brief }: Dossier, isKnown: (point: BriefPoint) => boolean): readonly BriefPoint[] {
  if (!lead || !isKnown(lead)) return brief
  const stems = contentStems(wordsOf(lead.text))
  return [lead, ...brief.filter(({ text }) => dice(contentStems(wordsOf(text)), stems) < sayTheSame)]
}

function strongestOf(
  { differences, ledger }: Dossier,
  members: KnownMembers,
  points: BriefStory['points'],
): StrongestStatement | undefined {
  const difference = differences.find(({ a, b }) => [a, b].every(({ citation }) => members.has(citation.documentId)))
  if (difference) {
    const direct = new Set(
      ledger.flatMap(({ utterances }) =>
        utterances.flatMap(({ wordings }) =>
          wordings.flatMap(({ kind, citation }) => (kind === 'direct' ? citationKey(citation) : [])),
        ),
      ),
    )
    const side = (wordings: Wordings): Side => ({ ...wordings, isDirect: direct.has(citationKey(wordings.citation)) })
    const { a, b, signal } = difference
    const isSignalKnown = signal !== undefined && members.has(signal.documentId)
    return { kind: 'difference', a: side(a), b: side(b), ...defined({ signal: isSignalKnown ? signal : undefined }) }
  }
  const shown = points.map(({ citation }) => citation.exact)
  const quotes = ledger.flatMap(({ speaker, utterances }) =>
    utterances.flatMap((utterance) => quoteOf(utterance, speaker.name, members, shown)),
  )
  const [first] = quotes.sort((a, b) => b.carried - a.carried)
  if (!first) return undefined
  const { carried: _carried, ...quote } = first
  return quote
}

function quoteOf({ wordings, outlets }: Utterance, speaker: string, members: KnownMembers, shown: readonly string[]) {
  const wording = wordings.find(
    ({ citation, kind, confidence }) =>
      members.has(citation.documentId) &&
      kind === 'direct' &&
      confidence >= sureEnough &&
      isShowable(citation.exact.length),
  )
  // Words already in a sentence above are not repeated.
  if (!wording || shown.some((text) => text.includes(wording.citation.exact))) return []
  return [{ kind: 'quote', speaker, citation: wording.citation, isDirect: true, carried: outlets.length } as const]
}

function countChanges(changes: readonly StoryChange[]): BriefStory['changes'] {
  const counts: Partial<Record<BriefedChange, number>> = {}
  for (const change of changes) {
    const kind = change.kind === 'article' && change.isReport ? 'reports' : change.kind
    if (kind === 'article' || kind === 'point' || kind === 'headline' || kind === 'revision') continue
    counts[kind] = (counts[kind] ?? 0) + 1
  }
  return counts
}

/** Original reports first, then copies. */
function inOrder(members: readonly Member[]): readonly Member[] {
  const rank = ({ role }: Member) => (role === 'copy' ? 1 : 0)
  return members.toSorted((a, b) => rank(a) - rank(b) || Date.parse(a.publishedAt) - Date.parse(b.publishedAt))
}

/** The number of words; in a script without spaces, two characters count as one. */
export function wordCount(text: string): number {
  const spacedWords = text.split(/\s+/).filter((word) => word !== '')
  return spacedWords.reduce(
    (sum, word) => sum + (/[\u3040-\u30ff\u3400-\u9fff\u0e00-\u0e7f]/.test(word) ? word.length / 2 : 1),
    0,
  )
}
