import type { StoryEvent, StoryMove } from '../../../core/story-choice.ts'
import type { StoryView } from '../../../operations/views.ts'
import { foreign, type Html, html } from '../../layout/html.ts'
import { arrangePath, articlePath, storyPath } from '../../layout/links.ts'
import { brief } from '../../layout/time.ts'
import type { Reader } from '../../reader.ts'

const eventsShown = 40

/** The history of the story, folded, latest first; for the owner also a link to the forms that change it. */
export function historyPart(story: StoryView, reader: Reader): Html {
  const words = reader.words.arranging
  const { history } = story
  const rest = history.length - eventsShown
  return html`<details class="history" id="history">
<summary>${words.history}</summary>
${reader.isModerator && html`<p class="small"><a href="${arrangePath(story.id)}">${words.arrange}</a></p>`}
<ol>${history.slice(0, eventsShown).map((event) => html`<li><time datetime="${event.at}">${brief(event.at, reader)}</time> ${eventLine(event, reader)}</li>\n`)}</ol>${
    rest > 0 && html`<p class="note">${words.earlier(reader.words.number(rest))}</p>`
  }
</details>`
}

function eventLine(event: StoryEvent, reader: Reader): Html {
  const words = reader.words.arranging
  switch (event.kind) {
    case 'founded':
    case 'joined':
      return html`${words[event.kind]} <a href="${articlePath(event.articleId)}">${foreign(event.sourceName)}: ${foreign(event.title)}</a>`
    case 'moved':
      return moveLine(event, [words.cameFrom, words.wentTo], reader)
    case 'split':
      return moveLine(event, [words.splitFrom, words.splitInto], reader)
    case 'merged':
      return moveLine(event, [words.mergedIn, words.mergedInto], reader)
    case 'undone':
      return moveLine(event, [words.cameBack, words.wentBack], reader)
  }
}

type Say = (articles: string) => string

function moveLine(move: StoryMove, [came, went]: readonly [Say, Say], reader: Reader): Html {
  const articles = reader.words.articles(move.articleIds.length)
  const [said, id, title] = move.isInto
    ? [came(articles), move.from, move.fromTitle]
    : [went(articles), move.to, move.toTitle]
  return html`${said} <a href="${storyPath(id)}">${foreign(title)}</a> <span class="by">${reader.words.arranging.by[move.by]}</span>`
}

/** The move by which an article last came to this story, if it did not join automatically. */
export function moveHere(history: readonly StoryEvent[], articleId: string): StoryMove | undefined {
  const latest = history.find(
    (event): event is StoryMove => 'articleIds' in event && event.articleIds.some((id) => id === articleId),
  )
  return latest?.isInto && latest.kind !== 'undone' ? latest : undefined
}
