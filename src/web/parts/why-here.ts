import type { Member } from '../../core/story.ts'
import type { StoryArrival } from '../../core/story-choice.ts'
import type { StoryView } from '../../operations/views.ts'
import type { Reader } from '../reader.ts'
import { type Html, html, joined } from './html.ts'
import { foreign } from './language.ts'
import { arrangePath, storyPath } from './links.ts'
import { moveHere } from './story-history.ts'
import { timeApart } from './time.ts'

/**
 * Why an article is in this story: what it shares with those already there, how long after the first it came, and who put
 * it here when it did not come by itself. For the owner also the way out.
 */
export function whyHere(member: Member, story: StoryView, reader: Reader): Html {
  const { words } = reader
  const mine = reader.words.arranging
  const reason = story.reasons[member.articleId]
  const moved = moveHere(story.history, member.articleId)
  const isSaying = reason && reason.sharedNames.length + reason.sharedWords.length + reason.copiedSentences > 0
  const parts = joined(
    [
      moved && html`${mine.movedHere[moved.by]} <a href="${storyPath(moved.from)}">${foreign(moved.fromTitle)}</a>`,
      !moved && !isSaying && (hasFounded(member, story) ? words.founded : mine.noReason),
      isSaying &&
        reason.sharedNames.length > 0 &&
        html`${words.sharedNames}${reader.words.colon}${foreign(reason.sharedNames.join(', '))}`,
      isSaying &&
        reason.sharedWords.length > 0 &&
        html`${words.sharedWords}${reader.words.colon}${foreign(reason.sharedWords.join(', '))}`,
      isSaying && reason.copiedSentences > 0 && words.copiedSentences(reason.copiedSentences),
      (moved || isSaying) && afterFirst(member, story, reader),
      isSaying && reason.score > 0 && `${words.score} ${reason.score.toFixed(2)}`,
    ],
    ' · ',
  )
  const out = reader.isModerator && story.dossier.members.length > 1
  return html`<details class="why"><summary>${words.whyHere}</summary><p>${parts}${
    out &&
    html` · <a class="out" href="${arrangePath(story.id, { article: member.articleId })}"><span class="sr">${foreign(member.sourceName)}: </span>${mine.notThisStory}</a>`
  }</p></details>`
}

/** Stories older than their history have none: there the one without a reason is taken as the first. */
function hasFounded({ articleId }: Member, { history }: StoryView): boolean {
  const first = history.find((event): event is StoryArrival => event.kind === 'founded')
  return first === undefined || first.articleId === articleId
}

/** How long after the first article of the story this one was published. */
function afterFirst(member: Member, { dossier }: StoryView, reader: Reader): string | undefined {
  const mine = reader.words.arranging
  const first = Math.min(...dossier.members.map(({ publishedAt }) => Date.parse(publishedAt)))
  const apartMs = Date.parse(member.publishedAt) - first
  if (Number.isNaN(apartMs)) return undefined
  const time = timeApart(apartMs, reader)
  return time === undefined ? mine.firstOnes : mine.afterFirst(time)
}
