import type { OwnFeedEntry } from '../../../core/feed/own-feed.ts'
import type { StoryCard } from '../../../operations/day/today-views.ts'
import { html, joined } from '../../layout/html.ts'
import { foreign } from '../../layout/language.ts'
import { storyPath } from '../../layout/links.ts'
import { citedLine } from './cited-line.ts'
import { entryLanguage, type FeedContext, feedIdOf, nonEmptyTitle, publishedAndUpdated } from './feed-context.ts'

const outletsShown = 8

/** A story as one entry of a feed, which stays the same entry as the story grows. */
export async function storyEntry(card: StoryCard, making: FeedContext): Promise<OwnFeedEntry> {
  const { base, reader } = making
  const { words } = reader
  const url = `${base}${storyPath(card.id)}`
  const independent = words.independentOf(card.reportCount, card.articleCount)
  const more = joined(
    [
      ...card.outlets.slice(0, outletsShown).map((outlet) => foreign(outlet)),
      card.outlets.length > outletsShown && words.more(card.outlets.length - outletsShown),
      card.copyCount > 0 && html`<a href="${url}#origins">${words.copies(card.copyCount)}</a>`,
      card.differenceCount > 0 && html`<a href="${url}#differ">${words.differences(card.differenceCount)}</a>`,
      card.quoteCount > 0 && html`<a href="${url}#said">${words.quotes(card.quoteCount)}</a>`,
    ],
    ' · ',
  )
  const { line } = card
  return {
    id: await feedIdOf(making, 'story', card.id),
    title: nonEmptyTitle(card.title),
    url,
    ...publishedAndUpdated(card.firstAt, card.changedAt),
    ...entryLanguage(card.language),
    summary: line === undefined ? independent : `${independent}. ${line.citation.exact}`,
    content: String(
      html`<p>${independent}</p>${line && html`<p>${citedLine(line.citation, { [line.document.documentId]: line.document }, base)}</p>`}<p>${more}</p>`,
    ),
  }
}
