import type { Citation } from '../core/citation.ts'
import type { ToldStory } from '../operations/story-items.ts'
import { arrivalTimes, type Item, seconds } from './entry-item.ts'
import { longId } from './item-id.ts'
import type { StoryWords } from './story-words.ts'
import { labelId, readingList, readState, starredState, storiesFeed, storiesLabel } from './stream.ts'

/**
 * A story as an item: its headline, the brief word for word with each sentence's outlet and address, where accounts differ or
 * what was said, and the outlets. `number` is the one it was asked for by.
 */
export function storyItem(story: ToldStory, number: string, base: string, words: StoryWords): Item {
  const href = `${base}/stories/${encodeURIComponent(story.id)}`
  return {
    id: longId(BigInt(number)),
    ...arrivalTimes(story.foundedAt),
    published: seconds(story.firstAt),
    updated: seconds(story.changedAt),
    title: story.title,
    author: story.outlets.slice(0, 3).join(', '),
    canonical: [{ href }],
    alternate: [{ href, type: 'text/html' }],
    summary: { content: storyHtml(story, href, base, words) },
    categories: [
      readingList,
      ...(story.isRead ? [readState] : []),
      ...(story.isSaved ? [starredState] : []),
      labelId(storiesLabel),
    ],
    origin: { streamId: storiesFeed, title: storiesLabel, htmlUrl: `${base}/` },
  }
}

function storyHtml(story: ToldStory, href: string, base: string, words: StoryWords): string {
  const { points, strongest, outlets, language, reportCount, articleCount } = story
  const cited = (citation: Citation) => sentence(story, citation, base)
  const told = points.map(({ citation }) => `<p>${cited(citation)}</p>`)
  const more =
    strongest?.kind === 'difference'
      ? `<p><b>${safe(words.differs)}</b></p><p>${cited(strongest.a.citation)}</p><p>${cited(strongest.b.citation)}</p>`
      : strongest?.kind === 'quote'
        ? `<p><b>${safe(strongest.speaker)}</b></p><blockquote>${cited(strongest.citation)}</blockquote>`
        : ''
  const counts = `${words.reports(reportCount)} · ${words.articles(articleCount)}`
  return `<div lang="${safe(language)}">${told.join('')}${more}</div>
<p>${safe(counts)}</p><p>${outlets.map(safe).join(' · ')}</p><p><a href="${safe(href)}">${safe(words.whole)}</a></p>`
}

/** A sentence as it stands in its article, with the outlet as a link to the place where it is shown. */
function sentence({ documents }: ToldStory, { documentId, span, exact }: Citation, base: string): string {
  const address = `${base}/citations/${encodeURIComponent(documentId)}/${span.start}-${span.end}`
  const outlet = documents[documentId]?.sourceName ?? ''
  return `${safe(exact)} <a href="${safe(address)}">(${safe(outlet)})</a>`
}

function safe(text: string): string {
  return text.replace(/[&<>"']/g, (sign) => `&#${sign.charCodeAt(0)};`)
}
