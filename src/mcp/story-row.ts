import { defined } from '../core/defined.ts'
import type { StoryCard } from '../operations/day/today-views.ts'
import { citedIn } from './cited.ts'
import { languageTag } from './language-tag.ts'
import type { Links } from './links.ts'
import { outside } from './outside.ts'

/** Outlets named in a row; their number is `outletCount`. */
const mostOutlets = 5

/** A story in a list. */
export function rowOf(card: StoryCard, links: Links) {
  const { id, title, language, section, articleCount, reportCount, changedAt, badges, outlets, line } = card
  const cited = line && citedIn({ [line.citation.documentId]: line.document }, links)(line.citation)
  return {
    id,
    title: outside(title),
    link: links.story(id),
    language: languageTag(language),
    ...defined({ section }),
    articleCount,
    reportCount,
    changedAt,
    ...(badges.length > 0 && { badges }),
    outlets: outlets.slice(0, mostOutlets).map(outside),
    ...(outlets.length > mostOutlets && { outletCount: outlets.length }),
    ...defined({ line: cited }),
  }
}
