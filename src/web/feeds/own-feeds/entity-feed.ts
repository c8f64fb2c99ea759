import type { PublishedFeed } from '../../../core/feed/published-feed.ts'
import { getEntity } from '../../../operations/people/get-entity.ts'
import { html } from '../../layout/html.ts'
import { storyPath } from '../../layout/links.ts'
import { statementLine } from './cited-lines.ts'
import { entryLanguage, type FeedContext, feedIdOf, feedOf, nonEmptyTitle } from './feed-context.ts'

const mostStatements = 6

/** The stories that name a person or thing, one entry each, with what they said there. */
export async function entityFeed(making: FeedContext, id: string): Promise<PublishedFeed | undefined> {
  const { run, base, reader } = making
  const { words } = reader
  const view = await run(getEntity, { id })
  if (view?.kind !== 'entity') return undefined
  const { entity, stories, said, documents } = view
  const entries = await Promise.all(
    stories.map(async (story) => {
      const utterances = said.find((each) => each.story.id === story.storyId)?.utterances ?? []
      const counts = [words.articles(story.articleCount), story.quoteCount > 0 && words.quotes(story.quoteCount)]
      const facts = counts.filter(Boolean).join(' · ')
      const lines = utterances
        .slice(0, mostStatements)
        .map((each) => statementLine(each, entity.name, documents, base, reader))
      const first = utterances[0]?.wordings[0].citation.exact
      return {
        id: await feedIdOf(making, 'story', story.storyId),
        title: nonEmptyTitle(story.title),
        url: `${base}${storyPath(story.storyId)}`,
        updated: story.lastAt,
        ...entryLanguage(story.language),
        summary: first === undefined ? facts : `${facts}. ${first}`,
        content: String(
          html`<p>${facts}</p>${lines.length > 0 && html`<ul>${lines.map((line) => html`<li>${line}</li>`)}</ul>`}`,
        ),
      }
    }),
  )
  const told = {
    id: await feedIdOf(making, 'entity', entity.id),
    title: entity.name,
    path: `/people/${encodeURIComponent(entity.id)}`,
  }
  return feedOf(making, told, entries)
}
