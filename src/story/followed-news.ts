import type { Citation } from '../core/citation.ts'
import type { Follow } from '../core/marks.ts'
import type { Dossier, Member, Utterance } from '../core/story.ts'
import { sectionOfTopic } from './article-topics.ts'
import { whatChanged } from './changes/what-changed.ts'

/** A story, as far as news of followed things needs it. */
export type NewsRow = {
  readonly id: Dossier['storyId']
  readonly section?: string
  readonly dossier: Dossier
}

/** News of one followed thing in one story: articles and quotations that arrived within a period. */
export type StoryNews<Row extends NewsRow> = {
  readonly row: Row
  /** When the newest of it arrived: ISO 8601. */
  readonly at: string
  /** For a story: all changes. For a source: its original reports. Otherwise: the story's new articles. */
  readonly count: number
  readonly articles: readonly Member[]
  readonly quotes: readonly NewQuote[]
}

type NewQuote = { readonly citation: Citation; readonly member: Member; readonly isDirect: boolean }

/** After `since` and until `now`, ISO 8601. */
type NewsPeriod = { readonly since: string; readonly now: string }

/** News of a followed thing, by story, newest first. Stories without news in the period are left out. Searches are handled elsewhere. */
export function followedNews<Row extends NewsRow>(
  followed: Pick<Follow, 'kind' | 'target'>,
  rows: readonly Row[],
  within: NewsPeriod,
): readonly StoryNews<Row>[] {
  return rows.flatMap((row) => newsIn(row, followed, within)).sort((a, b) => Date.parse(b.at) - Date.parse(a.at))
}

function newsIn<Row extends NewsRow>(
  row: Row,
  { kind, target }: Pick<Follow, 'kind' | 'target'>,
  within: NewsPeriod,
): readonly StoryNews<Row>[] {
  const { dossier } = row
  const articles = dossier.members.filter(({ publishedAt }) => isWithin(publishedAt, within))
  switch (kind) {
    case 'story': {
      if (row.id !== target) return []
      const changes = whatChanged(dossier, within)
      const [newest] = changes
      return newest ? [{ row, at: newest.at, count: changes.length, articles, quotes: [] }] : []
    }
    case 'entity': {
      if (!(dossier.entities ?? []).some(({ entity }) => entity.id === target)) return []
      return news(row, articles, quotesOf(dossier, target, within))
    }
    case 'source': {
      const own = articles.filter((member) => member.sourceId === target && member.role === 'original')
      return news(row, own)
    }
    case 'topic':
      return isOfTopic(row.section, target) ? news(row, articles) : []
    case 'search':
      return []
  }
}

/** True when a story's section is the topic, by the section's name or by the topic's code. */
export function isOfTopic(section: string | undefined, topic: string): boolean {
  if (section === undefined) return false
  const name = section.toLowerCase()
  return name === topic.toLowerCase() || name === sectionOfTopic(topic)?.toLowerCase()
}

function news<Row extends NewsRow>(
  row: Row,
  articles: readonly Member[],
  quotes: readonly NewQuote[] = [],
): readonly StoryNews<Row>[] {
  const times = [...articles, ...quotes.map(({ member }) => member)].map(({ publishedAt }) => publishedAt)
  const newest = times.toSorted((a, b) => Date.parse(b) - Date.parse(a))[0]
  return newest === undefined ? [] : [{ row, at: newest, count: articles.length, articles, quotes }]
}

/** Statements by somebody that no article had before, each in its first wording. */
function quotesOf({ ledger, members }: Dossier, speaker: string, within: NewsPeriod): readonly NewQuote[] {
  const byDocument = new Map(members.map((member) => [member.documentId, member]))
  const first = ({ wordings }: Utterance): readonly NewQuote[] => {
    const placed = wordings.flatMap(({ citation, kind }) => {
      const member = byDocument.get(citation.documentId)
      return member ? [{ citation, member, isDirect: kind !== 'indirect' }] : []
    })
    const [earliest] = placed.toSorted((a, b) => Date.parse(a.member.publishedAt) - Date.parse(b.member.publishedAt))
    return earliest && isWithin(earliest.member.publishedAt, within) ? [earliest] : []
  }
  return ledger
    .filter((of) => of.speaker.id === speaker)
    .flatMap(({ utterances }) => utterances.flatMap(first))
    .sort((a, b) => Date.parse(b.member.publishedAt) - Date.parse(a.member.publishedAt))
}

function isWithin(at: string, { since, now }: NewsPeriod): boolean {
  const ms = Date.parse(at)
  return ms > Date.parse(since) && ms <= Date.parse(now)
}
