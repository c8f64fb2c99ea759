import type { Member } from '../../../core/story.ts'
import type { StoryArrival, StoryEvent, StoryMove } from '../../../core/story-choice.ts'
import type { ProposalView } from '../../../operations/stories/choice-views.ts'
import type { StoryView } from '../../../operations/views.ts'
import { buttonForm } from '../../layout/forms.ts'
import { foreign, type Html, html, joined } from '../../layout/html.ts'
import { arrangePath, articlePath, storyPath, storyTabPath } from '../../layout/links.ts'
import { brief, timeApart } from '../../layout/time.ts'
import type { Reader } from '../../reader.ts'
import { part } from './story-frame.ts'

const [articlesShown, eventsShown] = [10, 40]

/** Why the articles of a story are together, what moved them, and for moderators the ways to change it; folded. */
export function groupingSection(story: StoryView, reader: Reader, isWhole = false): Html {
  const words = reader.words.arranging
  const { members } = story.dossier
  const { history } = story
  const rest = history.length - eventsShown
  const shown = isWhole ? members : members.slice(0, articlesShown)
  // The anchors are inside, so that a link to them opens what is folded (HTML: ancestor revealing).
  return part(
    'grouping',
    words.grouping,
    html`<details><summary>${words.together}</summary><ul class="why" id="why">${shown.map(
      (member) =>
        html`<li><a href="${articlePath(member.articleId)}">${foreign(member.sourceName)}</a> ${whyHere(member, story, reader)}</li>
`,
    )}</ul>${
      shown.length < members.length &&
      html`<p><a class="go" href="${storyTabPath(story.id, 'coverage', { all: '1' })}#why">${reader.words.storyPage.all(members.length)}</a></p>`
    }</details>
<details><summary>${reader.words.frame.history} <span class="n">${reader.words.number(history.length)}</span></summary><ol class="why" id="history">${history
      .slice(0, eventsShown)
      .map(
        (event) =>
          html`<li><time datetime="${event.at}">${brief(event.at, reader)}</time> ${eventLine(event, reader)}</li>\n`,
      )}</ol>${rest > 0 && html`<p class="note">${reader.words.more(rest)}</p>`}</details>${
      reader.isModerator && html`<p><a class="btn more" href="${arrangePath(story.id)}">${words.arrange}</a></p>`
    }`,
  )
}

/**
 * Why an article is in this story: what it shares with earlier ones, how long after the first it came, and who moved it here if it did not
 * join automatically. For moderators also a link to move it.
 */
function whyHere(member: Member, story: StoryView, reader: Reader): Html {
  const { words } = reader
  const mine = words.arranging
  const reason = story.reasons[member.articleId]
  const moved = moveHere(story.history, member.articleId)
  const isSaying = reason && reason.sharedNames.length + reason.sharedWords.length + reason.copiedSentences > 0
  const parts = joined(
    [
      moved &&
        html`${mine.events.moved} (${mine.by[moved.by]}) · ${words.formAgain.fields.from}${words.colon}<a href="${storyPath(moved.from)}">${foreign(moved.fromTitle)}</a>`,
      !moved && !isSaying && (hasFounded(member, story) ? words.founded : mine.joined),
      isSaying &&
        reason.sharedNames.length > 0 &&
        html`${words.sharedNames}${words.colon}${foreign(reason.sharedNames.join(', '))}`,
      isSaying &&
        reason.sharedWords.length > 0 &&
        html`${words.sharedWords}${words.colon}${foreign(reason.sharedWords.join(', '))}`,
      isSaying && reason.copiedSentences > 0 && words.copiedSentences(reason.copiedSentences),
      (moved || isSaying) && afterFirst(member, story, reader),
    ],
    ' · ',
  )
  const out = reader.isModerator && story.dossier.members.length > 1
  return html`<small>${parts}</small>${
    out &&
    html` <a class="go" href="${arrangePath(story.id, { article: member.articleId })}"><span class="sr">${foreign(member.sourceName)}: </span>${mine.notThisStory}</a>`
  }`
}

/** Stories older than their recorded history have none: there the article without a reason counts as the first. */
function hasFounded({ articleId }: Member, { history }: StoryView): boolean {
  const first = history.find((event): event is StoryArrival => event.kind === 'founded')
  return first === undefined || first.articleId === articleId
}

/** How long after the first article of the story this one was published. */
function afterFirst(member: Member, { dossier }: StoryView, reader: Reader): string | undefined {
  const first = Math.min(...dossier.members.map(({ publishedAt }) => Date.parse(publishedAt)))
  const apartMs = Date.parse(member.publishedAt) - first
  const time = Number.isNaN(apartMs) ? undefined : timeApart(apartMs, reader)
  return time === undefined ? undefined : reader.words.arranging.afterFirst(time)
}

function eventLine(event: StoryEvent, reader: Reader): Html {
  const { colon } = reader.words
  const words = reader.words.arranging
  if (!('isInto' in event))
    return html`${words[event.kind]}${colon}<a href="${articlePath(event.articleId)}">${foreign(event.sourceName)}: ${foreign(event.title)}</a>`
  const [way, id, title] = event.isInto
    ? [reader.words.formAgain.fields.from, event.from, event.fromTitle]
    : [words.to, event.to, event.toTitle]
  return html`${words.events[event.kind]}${colon}${reader.words.articles(event.articleIds.length)} · ${way}${colon}<a href="${storyPath(id)}">${foreign(title)}</a> · <small>${words.by[event.by]}</small>`
}

/** The move by which an article last came to this story, if it did not join automatically. */
function moveHere(history: readonly StoryEvent[], articleId: string): StoryMove | undefined {
  const latest = history.find(
    (event): event is StoryMove => 'articleIds' in event && event.articleIds.some((id) => id === articleId),
  )
  return latest?.isInto && latest.kind !== 'undone' ? latest : undefined
}

/** Merges and splits that clustering proposes to moderators, each to accept or dismiss with one button; nothing for anybody else. */
export function proposalSection(story: StoryView, reader: Reader): Html {
  const words = reader.words.arranging
  if (story.proposals.length === 0 || !reader.isModerator) return html``
  return part(
    'proposed',
    words.proposals(story.proposals.length),
    html`<ul class="proposals">${story.proposals.map((proposal) => proposalItem(proposal, story, reader))}</ul>`,
  )
}

function proposalItem(proposal: ProposalView, story: StoryView, reader: Reader): Html {
  const words = reader.words.arranging
  const { kind, other, articles, sharedNames, sharedWords } = proposal
  const otherLink = other && html`<a href="${storyPath(other.id)}">${foreign(other.title)}</a>`
  const count = reader.words.articles(articles.length)
  const reason = joined(
    [
      other && reader.words.articles(other.articleCount),
      sharedNames.length > 0 &&
        html`${reader.words.sharedNames}${reader.words.colon}${foreign(sharedNames.join(', '))}`,
      sharedWords.length > 0 &&
        html`${reader.words.sharedWords}${reader.words.colon}${foreign(sharedWords.join(', '))}`,
    ],
    ' · ',
  )
  const id = `proposal-${proposal.id}`
  return html`<li>
<p id="${id}">${
    kind === 'merge'
      ? html`${words.mayBeOne} ${otherLink}`
      : html`${other ? words.mayBelong(count) : words.mayBeApart(count)}${other && html` · ${words.to}${reader.words.colon}${otherLink}`}`
  }</p>
${articles.length > 0 && html`<ul class="small">${articles.map(({ articleId, sourceName, title }) => html`<li><a href="${articlePath(articleId)}">${foreign(sourceName)}: ${foreign(title)}</a></li>`)}</ul>`}
${reason.length > 0 && html`<p class="small">${reason}</p>`}
<div class="line">${answer('accept', kind === 'merge' ? words.merge : other ? reader.words.move : words.split)} ${answer('dismiss', words.dismiss)}</div>
</li>
`

  function answer(said: 'accept' | 'dismiss', label: string): Html {
    return buttonForm(reader, {
      action: `${storyPath(story.id)}/proposals`,
      fields: { proposal: proposal.id, answer: said },
      label,
      variant: said === 'accept' ? 'ghost' : 'quiet',
      button: html` aria-describedby="${id}"`,
    })
  }
}
