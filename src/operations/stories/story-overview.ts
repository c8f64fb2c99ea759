import { defined } from '../../core/defined.ts'
import type { Dossier } from '../../core/story.ts'
import { lineOf } from '../../core/story-outline.ts'
import type { StoryMember } from '../../store/stories/stories.ts'
import { continuedQuotes, keyQuotes } from '../../story/people/key-quotes.ts'
import { overviewLines } from '../../story/summaries/overview-lines.ts'
import type { StoryView } from '../views.ts'

export { joinedQuotes } from '../../story/people/key-quotes.ts'

/** What a story's page shows first: the sentence below its headline, its sentences in order of time, and key quotations. */
export function overviewOf(dossier: Dossier, members: readonly StoryMember[]): StoryView['overview'] {
  const dek = lineOf(dossier).line?.citation
  const texts = new Map<string, string>(members.map(({ document }) => [document.id, document.text]))
  const brief = overviewLines(dossier.brief, dek)
  const continued = continuedQuotes(dossier.ledger, (id) => texts.get(id))
  const above = [dek?.exact ?? '', ...brief.map(({ text }) => text)]
  return { ...defined({ dek }), brief, quotes: keyQuotes(dossier.ledger, continued, above), continued }
}
