import type { Citation } from '../../../core/citation.ts'
import { defined } from '../../../core/defined.ts'
import type { OwnFeed } from '../../../core/feed/own-feed.ts'
import { getStory } from '../../../operations/stories/get-story.ts'
import type { StoryView } from '../../../operations/views.ts'
import { type Html, html, type Piece } from '../../layout/html.ts'
import { foreign, languageAttributes } from '../../layout/language.ts'
import { articlePath, outLink, storyPath } from '../../layout/links.ts'
import { citedLine } from './cited-line.ts'
import {
  entryLanguage,
  type FeedContext,
  feedIdOf,
  feedOf,
  nonEmptyTitle,
  publishedAndUpdated,
} from './feed-context.ts'
import { statementLine } from './statement-line.ts'

const mostPoints = 8
const mostDifferences = 4
const mostSpeakers = 12
const mostArticles = 50

/**
 * One story as a feed of one entry, which is updated as the story grows. The entry's id is the requested one, so that it stays the same
 * when the story is merged into another.
 */
export async function storyFeed(making: FeedContext, id: string): Promise<OwnFeed | undefined> {
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
      description: reader.words.feedsOut.ofStory,
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
    words.whoSaidWhat,
    said.map(({ speaker, utterances }) => statementLine(utterances[0]!, speaker.name, documents, base, reader)),
  )}${part(
    words.since.amendments,
    (dossier.amendments ?? []).map(({ citation }) => citedLine(citation, documents, base)),
  )}${part(
    words.coverage,
    dossier.members
      .toSorted((x, y) => (x.publishedAt < y.publishedAt ? 1 : -1))
      .slice(0, mostArticles)
      .map(
        ({ articleId, documentId, sourceName, title }) =>
          html`${foreign(sourceName)}: <a href="${base}${articlePath(articleId)}"><span${languageAttributes(documents[documentId]?.language)}>${nonEmptyTitle(title)}</span></a> · ${outLink(documents[documentId]?.url, words.feedsOut.original)}`,
      ),
  )}`

  function sideLine({ speaker, citation }: { readonly speaker?: string; readonly citation: Citation }): Html {
    return citedLine(citation, documents, base, defined({ said: speaker ? html`${foreign(speaker)}:` : undefined }))
  }
}

function part(title: string, lines: readonly Piece[]): Html {
  return lines.length === 0 ? html`` : html`<h2>${title}</h2><ul>${lines.map((line) => html`<li>${line}</li>`)}</ul>`
}
