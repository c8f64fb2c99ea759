import { basename } from 'node:path'
import type { ArticleKind, Completeness } from '../../../src/core/article.ts'
import type { Coverage, CoveragePoint } from '../../../src/core/coverage.ts'
import { asId } from '../../../src/core/ids.ts'
import { buildDossier } from '../../../src/story/build-dossier.ts'
import { membersOf } from '../citations/story-documents.ts'
import { readRecords } from '../read-set.ts'
import type { EvalResult } from '../result.ts'

/** The first line: what each outlet adds to every article, so that the articles are long enough to leave something out. */
type Backgrounds = { readonly backgrounds: Readonly<Record<string, string>> }

type OwnStory = {
  readonly id: string
  readonly articles: readonly {
    readonly outlet: string
    readonly at: string
    readonly text: string
    readonly completeness?: 'paywalled'
    readonly kind?: ArticleKind
    readonly language?: string
    /** Without the outlet's background: a note. */
    readonly bare?: boolean
  }[]
  readonly points: readonly GoldPoint[]
}

/** `similar`: it says so in other words, and `carries` is right of it too. A cell that is not told is not scored. */
type Gold = Coverage['kind'] | 'similar'
type GoldPoint = {
  /** How a sentence of the point begins, in one article at least. */
  readonly text: string
  readonly only: boolean
  readonly cells: Readonly<Record<string, Gold>>
}

type Tally = { made: number; right: number; gold: number; hits: number }
const newTally = (): Tally => ({ made: 0, right: 0, gold: 0, hits: 0 })

/** Scores the matrices of small stories written for it. */
export function scoreOwn(path: string, onError?: (line: string) => void): EvalResult {
  const lines = readRecords<Backgrounds | OwnStory>(path)
  const backgrounds = lines.find((line): line is Backgrounds => 'backgrounds' in line)?.backgrounds ?? {}
  const stories = lines.filter((line): line is OwnStory => 'points' in line)
  const tallies = { carries: newTally(), leftOut: newTally(), earlier: newTally(), onlyHere: newTally() }
  const points = { gold: 0, found: 0 }
  for (const story of stories) {
    const matrix = matrixOf(story, backgrounds)
    for (const gold of story.points) {
      points.gold++
      const found = matrix?.points.find((point) => isPoint(point, gold))
      if (!found) {
        onError?.(`${story.id}: NO POINT ${gold.text}`)
        continue
      }
      points.found++
      count(tallies.onlyHere, found.isOnlyHere, gold.only, gold.only)
      for (const [outlet, wanted] of Object.entries(gold.cells)) {
        const cell = found.cells[matrix?.outlets.indexOf(outlet) ?? -1]?.kind
        if (cell !== wanted && !(cell === 'not-known' && wanted === 'similar'))
          onError?.(`${story.id}: ${gold.text} · ${outlet}: ${cell}, not ${wanted}`)
        count(tallies.carries, cell === 'carries', wanted === 'carries', wanted === 'carries' || wanted === 'similar')
        count(tallies.leftOut, cell === 'left-out', wanted === 'left-out', wanted === 'left-out')
        count(tallies.earlier, cell === 'earlier', wanted === 'earlier', wanted === 'earlier')
      }
      if (found.isOnlyHere !== gold.only) onError?.(`${story.id}: ${gold.text} · only here ${found.isOnlyHere}`)
    }
  }
  return {
    name: 'coverage',
    set: basename(path).replace(/\.jsonl(\.zst)?$/, ''),
    records: stories.length,
    figures: {
      pointsFound: points.found / points.gold,
      ...figuresOf('carries', tallies.carries),
      ...figuresOf('leftOut', tallies.leftOut),
      ...figuresOf('earlier', tallies.earlier),
      ...figuresOf('onlyHere', tallies.onlyHere),
    },
    notes: [
      'stories of our own, labeled before the first scoring, after which two rules were changed; cells are counted for the points found',
    ],
    isOwnSet: true,
  }
}

function count(tally: Tally, isMade: boolean, isGold: boolean, isRight: boolean): void {
  if (isMade) tally.made++
  if (isMade && isRight) tally.right++
  if (isGold) tally.gold++
  if (isMade && isGold) tally.hits++
}

function figuresOf(name: string, { made, right, gold, hits }: Tally): Record<string, number> {
  return { [`${name}Precision`]: right / (made || 1), [`${name}Recall`]: hits / (gold || 1) }
}

function isPoint(point: CoveragePoint, { text }: GoldPoint): boolean {
  const isIn = (words: string) => words.includes(text) || words.replace(/^[“"]/, '').startsWith(text)
  return isIn(point.text) || point.cells.some((cell) => cell.kind === 'carries' && isIn(cell.citation.exact))
}

function matrixOf({ id, articles }: OwnStory, backgrounds: Backgrounds['backgrounds']) {
  const records = articles.map(({ outlet, at, text, language, bare }, index) => ({
    id: `${id}-${index + 1}`,
    story: id,
    title: text.split('\n')[0] ?? '',
    text: bare ? text : `${text}\n${backgrounds[outlet] ?? ''}`,
    date: at,
    lang: language ?? 'en',
    source: outlet,
  }))
  const members = membersOf(records).map((member, index) => ({
    ...member,
    article: {
      ...member.article,
      kind: articles[index]?.kind ?? 'article',
      completeness: completenessOf(articles[index]?.completeness),
    },
  }))
  return buildDossier({ storyId: asId(id), members }).coverage
}

function completenessOf(kind: 'paywalled' | undefined): Completeness {
  return kind === undefined ? { kind: 'complete' } : { kind, reason: 'the page shows its beginning only' }
}
