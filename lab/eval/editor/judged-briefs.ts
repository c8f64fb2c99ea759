import { createHash } from 'node:crypto'
import { fileURLToPath } from 'node:url'
import { asId } from '../../../src/core/ids.ts'
import { opinionPath, opinionTitle } from '../../../src/extract/kind-words.ts'
import { pathOf } from '../../../src/extract/markup/web-address.ts'
import { buildDossier } from '../../../src/story/build-dossier.ts'
import type { StoryInput } from '../../../src/story/story-text.ts'
import { overviewLines } from '../../../src/story/summaries/overview-lines.ts'
import { type ArticleRecord, membersOf, storiesOf } from '../citations/story-documents.ts'
import { findSet, readRecords } from '../read-set.ts'
import type { EvalResult } from '../result.ts'

/** `held` where no rule was written from the errors; `mended` where some were, after the first reading; `tuned` where most were. */
type Part = 'held' | 'mended' | 'tuned'
const parts: readonly Part[] = ['held', 'mended', 'tuned']

type Judged = {
  readonly part: Part
  readonly story: string
  readonly entry: string
  readonly verdict: 'right' | 'wrong'
  readonly kind?: string
  /** The sentence that is repeated; the entry is wrong only beside it. */
  readonly of?: string
}

/** The sentences of a story's page by their places: that below the headline, those in brief, and each with its further citations. */
export type Shown = { readonly lead?: string; readonly brief: readonly string[]; readonly support: readonly string[] }

/** What the page of a story shows. Opinion pieces are told by their address or title, as on extraction: the set has no kinds. */
export function shownOf(articles: readonly ArticleRecord[]): Shown {
  const { brief, lead } = buildDossier({ storyId: asId('story'), members: withKinds(articles) })
  const placeOf = ({ documentId, span }: (typeof brief)[number]['citations'][0]) => `${documentId}:${span.start}`
  const lines = overviewLines(brief, lead?.citations[0])
  return {
    ...(lead ? { lead: placeOf(lead.citations[0]) } : {}),
    brief: lines.map(({ citations: [first] }) => placeOf(first)),
    support: lines.flatMap(({ citations: [first, ...others] }) =>
      others.map((other) => `${placeOf(first)} ${placeOf(other)}`),
    ),
  }
}

/** The members of a story, opinion pieces told by their address or title. */
export function withKinds(articles: readonly ArticleRecord[]): StoryInput[] {
  const day = articles.find(({ date }) => date)?.date ?? '2020-01-01'
  const dated = articles.map((article) => ({ ...article, date: article.date ?? day }))
  return membersOf(dated).map((input, at) => {
    const { url, title } = articles[at] as ArticleRecord & { readonly url?: string }
    const isOpinion = opinionPath.test(pathOf(url ?? '')) || opinionTitle.test(title ?? '')
    return isOpinion ? { ...input, article: { ...input.article, kind: 'opinion' } } : input
  })
}

/** A name of an order of sentences. */
export function orderKey(brief: readonly string[]): string {
  return createHash('sha256').update(brief.join(' ')).digest('hex').slice(0, 12)
}

const table = (name: string) => readRecords<Judged>(fileURLToPath(new URL(name, import.meta.url)))

/**
 * The share of a story page's brief sentences that are right, of its orders that read well, and of its further citations that carry the
 * sentence, on real stories. What is not in the tables is unjudged, and is printed.
 */
export function scoreBriefs(): EvalResult[] {
  const set = findSet('clustering/allsides-train.jsonl.zst')
  if (!set) return []
  const [sentences, orders, support] = [table('./briefs.jsonl'), table('./orders.jsonl'), table('./support.jsonl')]
  const partOf = new Map(orders.map(({ story, part }) => [story, part]))
  const shown = storiesOf(readRecords<ArticleRecord>(set)).flatMap((articles) => {
    const story = articles[0]?.story ?? ''
    return partOf.has(story) ? [{ story, ...shownOf(articles) }] : []
  })
  return parts.map((part) => {
    const here = shown.filter(({ story }) => partOf.get(story) === part)
    const judge = judgeIn(sentences)
    const said = here.flatMap(({ story, lead, brief }) =>
      brief.map((entry) => ({ entry: `${story} ${entry}`, isRight: judge(story, entry, [lead ?? '', ...brief]) })),
    )
    const order = here.map(({ story, brief }) => ({
      entry: `${story} ${orderKey(brief)}`,
      isRight: judgeIn(orders)(story, orderKey(brief), []),
    }))
    const cited = here.flatMap((each) =>
      each.support.map((entry) => ({ entry, isRight: judgeIn(support)(each.story, entry, []) })),
    )
    return {
      name: 'brief',
      set: `editor-${part}`,
      records: here.length,
      figures: {
        right: shareRight(said),
        inOrder: shareRight(order),
        supportRight: shareRight(cited),
        judged: said.filter(({ isRight }) => isRight !== undefined).length / Math.max(1, said.length),
        sentences: said.length,
        outletsPerSentence: 1 + cited.length / Math.max(1, said.length),
      },
      notes: [
        'judged by one reader (a language model); see lab/eval/editor/README.md',
        ...(part === 'held' ? [] : ['in-sample: rules were written from these errors']),
        ...[...said, ...order, ...cited].flatMap(({ entry, isRight }) =>
          isRight === undefined ? `unjudged: ${entry}` : [],
        ),
      ],
      isOwnSet: false,
    }
  })
}

type Verdict = { readonly entry: string; readonly isRight: boolean | undefined }

function judgeIn(
  judged: readonly Judged[],
): (story: string, entry: string, shown: readonly string[]) => boolean | undefined {
  const byEntry = new Map(judged.map((each) => [`${each.story} ${each.entry}`, each]))
  return (story, entry, shown) => {
    const found = byEntry.get(`${story} ${entry}`)
    return found && (found.verdict === 'right' || (found.of !== undefined && !shown.includes(found.of)))
  }
}

function shareRight(all: readonly Verdict[]): number {
  const known = all.filter(({ isRight }) => isRight !== undefined)
  return known.filter(({ isRight }) => isRight).length / Math.max(1, known.length)
}
