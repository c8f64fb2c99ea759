import { defined } from '../../core/defined.ts'
import type { Dossier } from '../../core/story.ts'
import { outlineOf, type StoryOutline } from '../../core/story-outline.ts'
import type { OutlinedStory, StoryRow } from '../../store/stories/stories.ts'
import { cutPlace } from '../../story/cut-sentence.ts'
import type { StoryCard } from '../day/today-views.ts'

/** Characters of a sentence in a row of a list. */
const mostInRow = 140
const HOUR_MS = 3_600_000

export function cardOf({ outline, ...row }: OutlinedStory, now: Date): StoryCard {
  return {
    id: row.id,
    title: row.title,
    language: row.language,
    ...defined({ section: row.section }),
    articleCount: row.articleCount,
    reportCount: row.reportCount,
    firstAt: row.firstAt,
    lastAt: row.lastAt,
    changedAt: row.changedAt,
    ...lineOf(outline),
    ...defined({ picture: outline.picture }),
    sources: outline.sources,
    outlets: [...new Set(outline.sources.map(({ name }) => name))],
    groups: outline.groups,
    sameTextCount: outline.sameTextCount,
    copyCount: outline.copyCount,
    quoteCount: outline.quoteCount,
    differenceCount: outline.differenceCount,
    badges: badgesFrom(row, outline, now),
  }
}

type Times = Pick<StoryRow, 'firstAt' | 'lastAt' | 'articleCount' | 'reportCount'>

/**
 * New for its first six hours; developing while still growing after that; changed for six hours after an article reports
 * the outcome of a commitment or corrects itself; one source only until a second report.
 */
export function badgesOf(row: Omit<StoryRow, 'dossier'>, dossier: Dossier, now: Date): StoryCard['badges'] {
  return badgesFrom(row, outlineOf(dossier), now)
}

function badgesFrom(row: Times, outline: StoryOutline, now: Date): StoryCard['badges'] {
  const age = now.getTime() - Date.parse(row.firstAt)
  const quiet = now.getTime() - Date.parse(row.lastAt)
  const badges: StoryCard['badges'][number][] = []
  if (age < 6 * HOUR_MS) badges.push('new')
  else if (quiet < 6 * HOUR_MS && row.articleCount > 1) badges.push('developing')
  if (outline.changedTimes.some((at) => isRecent(at, now))) badges.push('changed')
  if (outline.differenceCount > 0) badges.push('differs')
  if (row.reportCount <= 1) badges.push('one source only')
  return badges
}

function isRecent(at: string, now: Date): boolean {
  const age = now.getTime() - Date.parse(at)
  return age >= 0 && age < 6 * HOUR_MS
}

const cuts = new WeakMap<StoryOutline, number | false>()

/** Where a row cuts the line, computed once for each outline. */
function cutOf(outline: StoryOutline, text: string): number | undefined {
  const known = cuts.get(outline) ?? cutPlace(text, mostInRow) ?? false
  cuts.set(outline, known)
  return known === false ? undefined : known
}

/** The quoted line, with the details of its document that a list shows. */
function lineOf(outline: StoryOutline): Pick<StoryCard, 'line'> {
  const { line, language } = outline
  if (!line) return {}
  const { documentId, articleId, sourceName, title, publishedAt } = line.member
  const cutAt = cutOf(outline, line.citation.exact)
  return {
    line: {
      citation: line.citation,
      ...defined({ cutAt }),
      document: { documentId, articleId, sourceName, title, publishedAt, url: '', language },
    },
  }
}
