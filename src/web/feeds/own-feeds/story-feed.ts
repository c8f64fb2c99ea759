import type { Citation } from '../../../core/citation.ts'
import { defined } from '../../../core/defined.ts'
import type { PublishedEntry, PublishedFeed } from '../../../core/feed/published-feed.ts'
import { nth } from '../../../core/nth.ts'
import { getToday } from '../../../operations/day/get-today.ts'
import type { StoryCard } from '../../../operations/day/today-views.ts'
import { getStory } from '../../../operations/stories/get-story.ts'
import type { StoryView } from '../../../operations/views.ts'
import { foreign, type Html, html, joined, languageAttributes, type Piece } from '../../layout/html.ts'
import { articlePath, outLink, queryOf, storyPath, storyTabPath } from '../../layout/links.ts'
import { citedLine, statementLine } from './cited-lines.ts'
import {
  entryLanguage,
  type FeedContext,
  feedIdOf,
  feedOf,
  nonEmptyTitle,
  publishedAndUpdated,
} from './feed-context.ts'

const outletsShown = 8

/** A story as one entry of a feed, which stays the same entry as the story grows. */
export async function storyEntry(card: StoryCard, making: FeedContext): Promise<PublishedEntry> {
  const { base, reader } = making
  const { words } = reader
  const url = `${base}${storyPath(card.id)}`
  const independent = words.independentOf(card.reportCount, card.articleCount)
  const more = joined(
    [
      ...card.outlets.slice(0, outletsShown).map((outlet) => foreign(outlet)),
      card.outlets.length > outletsShown && words.more(card.outlets.length - outletsShown),
      card.copyCount > 0 &&
        html`<a href="${base}${storyTabPath(card.id, 'coverage')}">${words.copies(card.copyCount)}</a>`,
      card.differenceCount > 0 && html`<a href="${url}#differ">${words.differences(card.differenceCount)}</a>`,
      card.quoteCount > 0 &&
        html`<a href="${base}${storyTabPath(card.id, 'quotes')}">${words.quotes(card.quoteCount)}</a>`,
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

const mostPoints = 8
const mostDifferences = 4
const mostSpeakers = 12
const mostArticles = 50

/**
 * One story as a feed of one entry, which is updated as the story grows. The entry's id is the requested one, so that it stays the same
 * when the story is merged into another.
 */
export async function storyFeed(making: FeedContext, id: string): Promise<PublishedFeed | undefined> {
  const { run, base, reader } = making
  const story = await run(getStory, { id })
  if (!story) return undefined
  const { headline, language, brief, members, reports } = story.dossier
  const independent = reader.words.independentOf(reports.length, members.length)
  const point = brief[0]?.citations[0].exact
  const entryId = await feedIdOf(making, 'story', id)
  return feedOf(
    making,
    {
      id: `${entryId}:feed`,
      title: headline.title,
      path: storyPath(story.id),
    },
    [
      {
        id: entryId,
        title: nonEmptyTitle(headline.title),
        url: `${base}${storyPath(story.id)}`,
        ...publishedAndUpdated(story.firstAt, story.changedAt),
        ...entryLanguage(language),
        summary: point === undefined ? independent : `${independent}. ${point}`,
        content: String(html`<p>${independent}</p>${storyHtml(story, making)}`),
      },
    ],
  )
}

/** The text of the entry, in the order of the page: each sentence as in its article, with a link. */
function storyHtml(story: StoryView, { base, reader }: FeedContext): Html {
  const { words } = reader
  const { dossier, documents } = story
  const said = dossier.ledger.slice(0, mostSpeakers)
  return html`${part(
    words.inBrief,
    dossier.brief.slice(0, mostPoints).map(({ citations: [citation] }) => citedLine(citation, documents, base)),
  )}${part(
    words.accountsDiffer,
    dossier.differences
      .slice(0, mostDifferences)
      .map(
        ({ a, b, signal }) =>
          html`${sideLine(a)}<br>${sideLine(b)}${signal && html`<br>${words.signaledBy} ${citedLine(signal, documents, base)}`}`,
      ),
  )}${part(
    words.storyTabs.quotes,
    said.map(({ speaker, utterances }) => statementLine(nth(utterances, 0), speaker.name, documents, base, reader)),
  )}${part(
    words.since.amendments,
    (dossier.amendments ?? []).map(({ citation }) => citedLine(citation, documents, base)),
  )}${part(
    words.storyTabs.coverage,
    dossier.members
      .toSorted((x, y) => (x.publishedAt < y.publishedAt ? 1 : -1))
      .slice(0, mostArticles)
      .map(
        ({ articleId, documentId, sourceName, title }) =>
          html`${foreign(sourceName)}: <a href="${base}${articlePath(articleId)}"><span${languageAttributes(documents[documentId]?.language)}>${nonEmptyTitle(title)}</span></a> · ${outLink(documents[documentId]?.url, words.opensElsewhere)}`,
      ),
  )}`

  function sideLine({ speaker, citation }: { readonly speaker?: string; readonly citation: Citation }): Html {
    return citedLine(citation, documents, base, defined({ said: speaker ? html`${foreign(speaker)}:` : undefined }))
  }
}

function part(title: string, lines: readonly Piece[]): Html {
  return lines.length === 0 ? html`` : html`<h2>${title}</h2><ul>${lines.map((line) => html`<li>${line}</li>`)}</ul>`
}

/** Stories per feed: today's by rank, then the previous day's, so that nothing is missed at midnight. */
const mostStories = 60

/** Today: one entry for each story, or for each of a section. */
export async function todayFeed(making: FeedContext, section?: string): Promise<PublishedFeed | undefined> {
  const { run, reader } = making
  const within = { ...defined({ section }), timeZone: reader.timeZone }
  const today = await run(getToday, within)
  if (!today) return undefined
  const before =
    today.previousDay === undefined ? undefined : await run(getToday, { ...within, day: today.previousDay })
  const cards = new Map([...today.stories, ...(before?.stories ?? [])].map((card) => [card.id, card]))
  for (const card of today.stories) cards.set(card.id, card)
  const entries = await Promise.all([...cards.values()].slice(0, mostStories).map((card) => storyEntry(card, making)))
  const told = {
    id: await feedIdOf(making, ...(section === undefined ? ['today'] : ['section', section])),
    title: section ?? reader.words.frame.places.today,
    description: reader.words.app.description,
    path: `/${queryOf({ section })}`,
  }
  return feedOf(making, told, entries)
}
