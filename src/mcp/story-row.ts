import { z } from 'zod'
import { defined } from '../core/defined.ts'
import type { StoryCard } from '../operations/day/today-views.ts'
import { citedIn, citedWords } from './cited.ts'
import { languageTag } from './language-tag.ts'
import type { Links } from './links.ts'
import { outside, outsideText } from './outside.ts'

export const storyRow = z.object({
  id: z.string().describe('For the tool story'),
  title: outsideText,
  link: z.string(),
  language: z.string(),
  section: z.string().optional(),
  articleCount: z.number(),
  reportCount: z.number().describe('Independent reports: copies are not counted again'),
  changedAt: z.string(),
  badges: z.array(z.string()),
  outlets: z.array(outsideText),
  line: citedWords.optional(),
})

export function rowOf(card: StoryCard, links: Links): z.output<typeof storyRow> {
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
    badges: [...badges],
    outlets: outlets.map(outside),
    ...defined({ line: cited }),
  }
}
