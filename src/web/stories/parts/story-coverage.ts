import type { BriefPoint, Member } from '../../../core/story.ts'
import type { StoryArrival } from '../../../core/story-choice.ts'
import type { StoryView } from '../../../operations/views.ts'
import { correctedMark } from '../../articles/parts/corrected-mark.ts'
import { foreign, type Html, html, joined } from '../../layout/html.ts'
import { arrangePath, articlePath, comparePath, storyPath } from '../../layout/links.ts'
import { section } from '../../layout/section.ts'
import { brief, timeApart } from '../../layout/time.ts'
import type { Reader } from '../../reader.ts'
import { wholeLink } from './long-story.ts'
import { moveHere } from './story-history.ts'

/** With more articles the story's page links to the whole list, under `?all=coverage`. */
const mostShown = 30

/** Coverage: every article, its share of original text, the points it covers, and why it is here. Copies are folded. */
export function coverageSection(story: StoryView, reader: Reader, isWhole = false): Html {
  const { words } = reader
  const { members } = story.dossier
  if (members.length < 2) return html``
  const copies = members.filter(({ role }) => role === 'copy')
  const others = members.filter(({ role }) => role !== 'copy')
  const isLong = members.length > mostShown
  const shown = isLong && !isWhole ? [] : others
  return section(
    'coverage',
    words.coverage,
    html`${(isWhole || !isLong) && html`<p class="note">${story.dossier.coverage ? words.matrix.articlesNote : words.coverageNote}</p>`}
${shown.length > 0 && coverageTable(shown, words.ownReporting, story, reader)}
${
  (isWhole || !isLong) &&
  copies.length > 0 &&
  html`<details class="copies"${(others.length === 0 || isWhole) && html` open`}>
<summary>${words.copies(copies.length)}</summary>
${coverageTable(copies, words.copies(copies.length), story, reader)}
</details>`
}${html`<p class="whole"><a href="${comparePath(story.id)}">${words.storyPage.compare.title}</a></p>`}${isLong && wholeLink(story.id, 'coverage', words.storyPage.allArticles(members.length), isWhole, reader)}`,
  )
}

/** One row for each article; the table scrolls sideways, so that the page never has to. */
function coverageTable(members: readonly Member[], label: string, story: StoryView, reader: Reader): Html {
  const { words } = reader
  const points = pointsBeside(story).map(
    (_, index) => html`<th scope="col" class="dot"><abbr title="${words.point(index + 1)}">${index + 1}</abbr></th>`,
  )
  return html`<div class="scroll" role="region" aria-label="${label}" tabindex="0"><table class="coverage">
<thead><tr>
<th scope="col">${words.outlet}</th>
<th scope="col">${words.published}</th>
<th scope="col" class="num">${words.own}</th>
${points}
</tr></thead>
<tbody>${members.map((member) => memberRow(member, story, reader))}</tbody>
</table>
</div>`
}

/** The points with a column of their own: none when the matrix shows who covers them. */
function pointsBeside({ dossier }: StoryView): readonly BriefPoint[] {
  return dossier.coverage ? [] : dossier.brief
}

function memberRow(member: Member, story: StoryView, reader: Reader): Html {
  const { words } = reader
  const labels = joined(
    [
      member.role === 'partly-own' && words.roles['partly-own'],
      member.role === 'undecided' && words.undecided,
      member.kind !== 'article' && words.kinds[member.kind],
      member.completeness.kind !== 'complete' && words.completeness[member.completeness.kind],
      correctedMark(member.documentId, story.dossier, reader),
    ],
    ' · ',
  )
  return html`<tr>
<th scope="row">
<a href="${articlePath(member.articleId)}"><b>${foreign(member.sourceName)}</b>
<span class="t">${foreign(member.title)}</span></a>
${labels.length > 0 && html`<span class="labels">${labels}</span>`}${whyHere(member, story, reader)}
</th>
<td><time datetime="${member.publishedAt}">${brief(member.publishedAt, reader)}</time></td>
<td class="num">${words.percent(member.own)}</td>
${pointsBeside(story).map((point) => carriedCell(carries(member, point, story.dossier.members)))}
</tr>
`

  function carriedCell(isCarried: boolean): Html {
    return isCarried
      ? html`<td class="dot"><span aria-hidden="true">●</span><span class="sr">${words.carries}</span></td>`
      : html`<td class="dot"><span class="sr">${words.doesNotCarry}</span></td>`
  }
}

/**
 * True when this very article has the point: it is cited for it, or its outlet is named and has no other article here. An outlet with
 * several articles may have a point in only some of them; no dot is better than a wrong one.
 */
function carries(member: Member, point: BriefPoint, members: readonly Member[]): boolean {
  if (point.citations.some(({ documentId }) => documentId === member.documentId)) return true
  const isOnlyOne = members.filter(({ sourceName }) => sourceName === member.sourceName).length === 1
  return isOnlyOne && point.outlets.includes(member.sourceName)
}

/**
 * Why an article is in this story: what it shares with earlier ones, how long after the first it came, and who moved it here if it did not
 * join automatically. For the owner also a link to move it.
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

/** Stories older than their recorded history have none: there the article without a reason counts as the first. */
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
