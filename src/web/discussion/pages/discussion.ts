import type { DiscussionView, MayWrite, ThreadView } from '../../../operations/discussion/discussion-views.ts'
import { hidden } from '../../layout/forms.ts'
import { foreign, type Html, html, joined, languageAttributes } from '../../layout/html.ts'
import { layout } from '../../layout/layout.ts'
import { articlePath, queryOf } from '../../layout/links.ts'
import type { Reader } from '../../reader.ts'
import { backToStory, storyTabs } from '../../stories/parts/story-frame.ts'
import { commentForm, commentPart, sentencePart } from '../parts/comment.ts'
import { commentPath, discussionPath, sentenceCommentPath } from '../parts/discussion-links.ts'
import { lockForm } from '../parts/moderation-forms.ts'

/** What readers say about a story, an article or one sentence: threads, latest first, each with its first replies. */
export function discussionPage(view: DiscussionView, reader: Reader): string {
  const { discussion } = reader.words
  const { on, sentence, mayWrite, threads } = view
  const older = view.next && discussionPath(on, sentence)
  const body = html`${headOf(view, reader)}<div class="single discussion">
${sentence ? html`${sentencePart(sentence, { on }, reader, on.language)}<p class="small"><a href="${discussionPath(on)}">${discussion.wholeDiscussion}</a></p>` : html`${view.count > 0 && on.kind === 'article' && html`<p class="small">${discussion.count(view.count)}</p>`}`}
${view.lock && html`<p class="notice warn">${discussion.mayNot.locked}${view.lock.reason && html` <bdi>${view.lock.reason}</bdi>`}</p>`}
${writePart(view, reader)}
${beside(view, reader)}
${threads.map((thread) => threadPart(thread, on.language, mayWrite, reader))}
${older && html`<p class="acts"><a class="btn" rel="next" href="${older}${older.includes('?') ? '&' : '?'}${queryOf({ cursor: view.next }).slice(1)}">${reader.words.olderEntries}</a></p>`}
${footPart(view, reader)}
${reader.isModerator && html`<details><summary>${view.lock ? discussion.unlock : discussion.lock}</summary>${lockForm(on, view.lock !== undefined, reader)}</details>`}</div>
`
  return layout(reader, {
    title: [reader.words.frame.places.discussion, on.sourceName, on.title].filter(Boolean).join(' · '),
    feed: { kind: 'discussion', target: `${on.kind}:${on.id}` },
    body,
  })
}

/** A story has the tabs of its other pages; an article its name. */
function headOf({ on, count }: DiscussionView, reader: Reader): Html {
  if (on.kind === 'story')
    return html`<header class="story subp"><div class="crumb">${backToStory(on.id, reader)}</div>
<h1 class="sub"${languageAttributes(on.language)}>${on.title}</h1>
${storyTabs(on.id, 'discussion', { discussion: count }, reader)}</header>
`
  return html`<header class="pagehead"><h1>${reader.words.frame.places.discussion}</h1>
<p>${on.sourceName && html`${foreign(on.sourceName)} · `}<a class="u" href="${articlePath(on.id)}"${languageAttributes(on.language)}>${on.title}</a></p></header>
`
}

function threadPart(
  { first, replies, isLocked }: ThreadView,
  language: string,
  mayWrite: MayWrite,
  reader: Reader,
): Html {
  const { discussion } = reader.words
  const mayAnswer = mayWrite === 'yes' && !isLocked
  const shown = replies.filter(({ state }) => state === 'shown').length
  return html`<section class="thread">${commentPart(first, reader, { mayAnswer, language })}${replies.map((reply) => commentPart(reply, reader, { mayAnswer }))}${first.replyCount > shown && html`<p class="all-replies"><a href="${commentPath(first.id)}">${discussion.allReplies(first.replyCount)}</a></p>`}</section>
`
}

/** A form if the reader may write, open where nobody has yet; else why they may not. */
function writePart({ on, mayWrite, sentence, threads }: DiscussionView, reader: Reader): Html {
  const { discussion } = reader.words
  const isEmpty = threads.length === 0
  const nobody = isEmpty && html`<p class="note">${discussion.empty}</p>`
  if (mayWrite !== 'yes')
    return html`${nobody}${mayWrite !== 'locked' && html`<p class="note">${discussion.mayNot[mayWrite]}</p>`}`
  if (sentence)
    return html`${nobody}<p><a class="btn main" href="${sentenceCommentPath(on.id, sentence)}">${discussion.commentOnWords}</a></p>`
  const form = commentForm(html`${hidden('kind', on.kind)}${hidden('on', on.id)}`, reader)
  if (isEmpty) return html`${nobody}${form}`
  return html`<details class="write-comment"><summary class="btn main">${discussion.write}</summary>${form}</details>`
}

/** Related discussions. */
function beside({ articles, story }: DiscussionView, reader: Reader): Html {
  const { discussion } = reader.words
  if (story)
    return html`<p class="small"><a href="${discussionPath({ kind: 'story', id: story.id })}">${discussion.ofStory}${reader.words.colon}${foreign(story.title)}</a> · ${discussion.count(story.count)}</p>`
  if (articles.length === 0) return html``
  return html`<section aria-labelledby="beside-h"><h2 id="beside-h">${discussion.ofArticles}</h2><ul class="log-lines">${articles.map(({ id, title, sourceName, count }) => html`<li><a href="${discussionPath({ kind: 'article', id })}">${foreign(sourceName)}: ${foreign(title)}</a> · ${discussion.count(count)}</li>`)}</ul></section>`
}

function footPart({ on }: DiscussionView, reader: Reader): Html {
  const { discussion, takeAway } = reader.words
  const path = discussionPath(on)
  return html`<p class="small take">${takeAway}${reader.words.colon}${joined(
    [
      html`<a href="${path}/export/md">Markdown</a>`,
      html`<a href="${path}/export/jsonl">JSON Lines</a>`,
      html`<a href="${path}.atom">Atom</a>`,
      html`<a href="/moderation/log">${discussion.log}</a>`,
    ],
    ' · ',
  )}</p>`
}
