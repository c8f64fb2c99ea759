import type { Entity } from '../../core/annotation.ts'
import { type Citation, cite } from '../../core/citation.ts'
import { defined } from '../../core/defined.ts'
import type { ArticleId, DocumentId, EntityId, SourceId, StoryId } from '../../core/ids.ts'
import { isTimeUnknown } from '../../core/time/day-only.ts'
import type { NotedArticle, StoryOfPair } from '../../store/feeds/outlet-pair.ts'
import type { Store } from '../../store/store.ts'
import type { Pair, PairFacts, Side } from '../../story/outlets/pair-facts.ts'
import type { ComparedItem, ComparedListName } from './compared-views.ts'

const dayMs = 86_400_000
const speakersShown = 5

/** A story that both outlets reported, without its dossier. */
export type ReadStory = {
  readonly story: { readonly id: StoryId; readonly title: string }
  readonly facts: PairFacts
  readonly language: string
  /** The outlet of a document of the story. */
  readonly outletOf: (documentId: DocumentId) => string | undefined
}

/** An article that its outlet corrected, clarified or withdrew. */
export type Corrected = {
  readonly article: { readonly id: ArticleId; readonly title: string; readonly at: string }
  readonly citation: Citation
  readonly language: string
  /** Absent if it isn't known when. */
  readonly days?: number
}

/** What figures count. */
type Counted = {
  readonly read: readonly ReadStory[]
  /** Older stories of both, which weren't read. */
  readonly rest: readonly StoryOfPair[]
  readonly only: readonly (readonly StoryOfPair[])[]
  readonly corrected: Pair<readonly Corrected[]>
  readonly speaker: EntityId | undefined
}

/** Everything that a figure counts; for quotations, with whose they are. */
export function itemsOf(
  kind: ComparedListName,
  { read, rest, only, corrected, speaker }: Counted,
): { readonly items: readonly ComparedItem[]; readonly speaker?: Entity } {
  switch (kind) {
    case 'both':
      return { items: [...read.map(sideBySide), ...rest.map(storyAlone)] }
    case 'first-unknown':
      return { items: read.filter(({ facts }) => facts.first.kind !== 'first').map(sideBySide) }
    case 'only-a':
    case 'only-b':
      return { items: only[sideOf(kind)]!.map(storyAlone) }
    case 'first-a':
    case 'first-b':
      return {
        items: read.flatMap((each) => {
          const { first } = each.facts
          if (first.kind !== 'first' || first.side !== sideOf(kind)) return []
          return [{ ...sideBySide(each), ...defined({ minutes: first.minutes }) }]
        }),
      }
    case 'own-a':
    case 'own-b':
      return {
        items: read.flatMap(({ story, facts }) =>
          facts.sides[sideOf(kind)].articles.map(({ articleId, title, at, share }) => ({
            story,
            article: { id: articleId, title, at },
            ...defined({ ownShare: share }),
          })),
        ),
      }
    case 'left-out-a':
    case 'left-out-b':
      return {
        items: read.flatMap(({ story, facts, language, outletOf }) =>
          facts.sides[sideOf(kind)].leftOut.map((citation) => ({
            story,
            citation,
            language,
            ...defined({ outlet: outletOf(citation.documentId) }),
          })),
        ),
      }
    case 'corrections-a':
    case 'corrections-b':
      return { items: corrected[sideOf(kind)] }
    case 'said-a':
    case 'said-b': {
      const said = read.flatMap(({ story, facts, language }) =>
        facts.sides[sideOf(kind)].said
          .filter((each) => speaker === undefined || each.speaker.id === speaker)
          .map((each) => ({ ...each, story, language })),
      )
      const whose = speaker === undefined ? undefined : said[0]?.speaker
      return { items: said.map(({ speaker: _, ...item }) => item), ...defined({ speaker: whose }) }
    }
  }
}

function sideOf(kind: ComparedListName): Side {
  return kind.endsWith('-a') ? 0 : 1
}

function storyAlone({ id, title }: StoryOfPair): ComparedItem {
  return { story: { id, title } }
}

function sideBySide({ story, facts }: ReadStory): ComparedItem {
  const [a, b] = facts.sides.map(({ articles }) => articles[0]?.articleId)
  return { story, ...(a && b && { articles: [a, b] as const }) }
}

/** The speakers with most quotations. */
export function speakersOf(said: readonly { readonly speaker: Entity }[]) {
  return [...Map.groupBy(said, ({ speaker }) => speaker.id).values()]
    .map((of) => ({ speaker: of[0]!.speaker, quoteCount: of.length }))
    .sort((a, b) => b.quoteCount - a.quoteCount || (a.speaker.id < b.speaker.id ? -1 : 1))
    .slice(0, speakersShown)
}

/** The articles of a period that each outlet corrected itself; updates and other notes don't count. */
export async function correctedArticles(
  store: Store,
  outlets: Pair<SourceId>,
  period: { readonly from: string; readonly until: string },
): Promise<Pair<readonly Corrected[]>> {
  const noted = await store.outlets.notedArticles(outlets, period)
  const wanted = noted.flatMap((article) => {
    const note = article.notes.find(
      ({ kind }) => kind === 'correction' || kind === 'clarification' || kind === 'retraction',
    )
    return note ? [{ ...article, note }] : []
  })
  const texts = await store.outlets.textsOf(wanted.map(({ documentId }) => documentId))
  const textOf = new Map(texts.map((text) => [text.id, text]))
  const of = (outlet: SourceId) =>
    wanted.flatMap(({ note, ...article }): Corrected[] => {
      const text = textOf.get(article.documentId)
      if (article.sourceId !== outlet || !text) return []
      const { id, title, publishedAt: at } = article
      const days = daysUntil(note.day ?? article.seenAt, article)
      const citation = cite(text, note.span)
      return [{ article: { id, title, at }, citation, language: text.language, ...defined({ days }) }]
    })
  return [of(outlets[0]), of(outlets[1])]
}

/** Whole days from an article to its note. The day an outlet writes is its own, which may still be the one before in UTC. */
function daysUntil(noted: string | undefined, { publishedAt }: NotedArticle): number | undefined {
  if (noted === undefined || isTimeUnknown(publishedAt)) return undefined
  const days = (Date.parse(noted.slice(0, 10)) - Date.parse(publishedAt.slice(0, 10))) / dayMs
  return days < -1 ? undefined : Math.max(0, days)
}
