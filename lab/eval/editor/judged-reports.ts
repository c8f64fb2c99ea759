import { fileURLToPath } from 'node:url'
import { asId } from '../../../src/core/ids.ts'
import { ownerOfHost } from '../../../src/core/names/outlet-families.ts'
import { readCredit } from '../../../src/extract/bylines/agency-credit.ts'
import { opinionOpening, opinionPath, opinionTitle } from '../../../src/extract/kind-words.ts'
import { pathOf } from '../../../src/extract/markup/web-address.ts'
import { countReports } from '../../../src/story/count-reports.ts'
import { overlapsOf } from '../../../src/story/measure-overlap.ts'
import { readMembers, type StoryInput } from '../../../src/story/story-text.ts'
import { type ArticleRecord, membersOf, storiesOf } from '../citations/story-documents.ts'
import { findSet, readRecords } from '../read-set.ts'
import type { EvalResult } from '../result.ts'

type SourcedRecord = ArticleRecord & {
  readonly url?: string
  readonly publisher?: string
  readonly authors?: readonly string[]
}
type Judged = {
  readonly part: 'tuned' | 'held'
  readonly story: string
  readonly entry: string
  readonly verdict: 'right' | 'wrong'
  readonly kind?: string
}

const kinds = ['count', 'retells', 'copy'] as const
/** How the set labels the outlets of opinion pieces; a page says the same in its section. */
const opinionLabel = /Opinion|Editorial|Guest Writer/

/** The members of a story with what the product reads from a page: kind, byline, credit and owner. */
function sourced(articles: readonly SourcedRecord[]): StoryInput[] {
  const day = articles.find(({ date }) => date)?.date ?? '2020-01-01'
  return membersOf(articles.map((article) => ({ ...article, date: article.date ?? day }))).map((input, at) => {
    const { url = '', title, publisher = '', authors = [] } = articles[at] as SourcedRecord
    const blocks = input.document.blocks.map(({ start, end }) => input.document.text.slice(start, end))
    const credit = readCredit({ authors, bylines: [], sourceNames: [], blocks, siteNames: [publisher] })
    const host = URL.parse(url)?.hostname ?? ''
    const family = ownerOfHost(host)
    const isOpinion =
      opinionLabel.test(publisher) ||
      opinionPath.test(pathOf(url)) ||
      opinionTitle.test(title ?? '') ||
      blocks.slice(0, 3).some((block) => opinionOpening.test(block.trim()))
    return {
      ...input,
      article: { ...input.article, authors, kind: isOpinion ? 'opinion' : 'article', ...(credit ? { credit } : {}) },
      source: { id: asId(publisher), name: publisher, homeUrl: `https://${host}/`, ...(family ? { family } : {}) },
    }
  })
}

/** What the product says of a story: how many reports, what retells what, and which pairs share text. */
function entriesOf(articles: readonly SourcedRecord[]): string[] {
  const texts = readMembers(sourced(articles))
  const { members, reports } = countReports(texts)
  const retells = members.flatMap(({ retells }) =>
    retells ? [`retells ${retells.documentId}:${retells.span.start}`] : [],
  )
  const copies = overlapsOf(texts).flatMap((overlaps, at) =>
    overlaps.flatMap(({ otherId, kind, first }) => {
      const id = texts[at]?.input.document.id ?? ''
      const firstId = first === 'unknown' ? 'unknown' : first === 'this' ? id : otherId
      return kind === 'shared-quotation' ? [] : [`copy ${[id, otherId].sort().join(' ')} first ${firstId}`]
    }),
  )
  return [...new Set([`count ${reports.length}`, ...retells, ...copies])]
}

function countIn(entry: string): number {
  return Number(entry.slice('count '.length))
}

/** The share of what is said of real stories that an editor would say too. What is not in the table is unjudged, and is printed. */
export function scoreReports(): EvalResult[] {
  const set = findSet('clustering/allsides-train.jsonl.zst')
  if (!set) return []
  const table = readRecords<Judged>(fileURLToPath(new URL('./reports.jsonl', import.meta.url)))
  const partOf = new Map(table.map(({ story, part }) => [story, part]))
  const verdicts = new Map(table.map(({ story, entry, verdict }) => [`${story} ${entry}`, verdict]))
  const editors = new Map(
    table.flatMap(({ story, entry, verdict }) =>
      verdict === 'right' && entry.startsWith('count ') ? [[story, countIn(entry)]] : [],
    ),
  )
  const said = storiesOf(readRecords<SourcedRecord>(set)).flatMap((articles) => {
    const story = articles[0]?.story ?? ''
    const part = partOf.get(story)
    return part ? entriesOf(articles).map((entry) => ({ part, story, entry, key: `${story} ${entry}` })) : []
  })
  return (['held', 'tuned'] as const).map((part) => {
    const here = said.filter((each) => each.part === part)
    const shareOf = (kind: string) => {
      const known = here.filter(({ entry, key }) => entry.startsWith(kind) && verdicts.has(key))
      return known.filter(({ key }) => verdicts.get(key) === 'right').length / Math.max(1, known.length)
    }
    const counts = here.filter(({ entry }) => entry.startsWith('count '))
    const notOver = counts.filter(({ story, entry }) => countIn(entry) <= (editors.get(story) ?? 0))
    return {
      name: 'copies',
      set: `editor-${part}`,
      records: counts.length,
      figures: {
        countNotOver: notOver.length / Math.max(1, counts.length),
        ...Object.fromEntries(kinds.map((kind) => [`${kind}Right`, shareOf(kind)])),
        judged: here.filter(({ key }) => verdicts.has(key)).length / Math.max(1, here.length),
      },
      notes: [
        'judged by one reader (a language model); see lab/eval/editor/README.md',
        'countNotOver: counts that are at most the right one',
        ...(part === 'tuned' ? ['in-sample: rules were written from these errors'] : []),
        ...here.flatMap(({ key }) => (verdicts.has(key) ? [] : `unjudged: ${key}`)),
      ],
      isOwnSet: false,
    }
  })
}
