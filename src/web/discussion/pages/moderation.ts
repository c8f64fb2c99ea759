import type { DiscussionSwitchView, LogView, QueueView } from '../../../operations/discussion/discussion-views.ts'
import { type Html, html, languageAttributes } from '../../layout/html.ts'
import { layout } from '../../layout/layout.ts'
import { queryOf } from '../../layout/links.ts'
import { shortWhen } from '../../layout/time.ts'
import type { Reader } from '../../reader.ts'
import { commentPart } from '../parts/comment.ts'
import { discussionPath } from '../parts/discussion-links.ts'
import { blockForm, decideForm, logLine } from '../parts/moderation-forms.ts'

/** Comments pending review, oldest first; every form works with the keyboard alone. */
export function moderationPage(view: QueueView, reader: Reader): string {
  const { discussion } = reader.words
  const body = html`<div class="single discussion"><header class="pagehead"><h1>${discussion.queue}</h1></header>
<ul class="ways small"><li><a href="/discussion">${reader.words.frame.places.discussion}</a></li><li><a href="/moderation/log">${discussion.log}</a></li></ul>
${view.comments.length === 0 ? html`<p class="note">${discussion.nothing}</p>` : html`<ul class="comments">${view.comments.map((queued) => queuedPart(queued, reader))}</ul>`}
${view.next && html`<p class="acts"><a class="btn" rel="next" href="/moderation${queryOf({ cursor: view.next })}">${reader.words.frame.more}</a></p>`}</div>
`
  return layout(reader, { title: discussion.queue, place: 'discussion', body })
}

function queuedPart(queued: QueueView['comments'][number], reader: Reader): Html {
  const { discussion } = reader.words
  const { comment, queuedAt, reports, appeal, isAuthorBlocked } = queued
  return html`<li><p class="small"><a href="${discussionPath(comment.on)}"${languageAttributes(comment.language)}>${comment.title}</a> · ${discussion.states.held}${reader.words.colon}${shortWhen(queuedAt, reader)}</p>
${commentPart({ ...comment, depth: 0 }, reader, { language: comment.language })}
${appeal && html`<p class="notice" dir="auto"><b>${discussion.appeal}${reader.words.colon}</b> ${appeal}</p>`}
${reports.length > 0 && html`<ul class="log-lines">${reports.map(({ reason, words, at }) => html`<li><b>${discussion.reportReasons[reason]}</b> · ${shortWhen(at, reader)}${words && html` · <bdi>${words}</bdi>`}</li>`)}</ul>`}
${decideForm(comment, reader)}
${!comment.isOwn && html`<details><summary>${isAuthorBlocked ? discussion.unblock : discussion.block}</summary>${blockForm(comment.id, isAuthorBlocked, reader)}</details>`}</li>
`
}

/** Who decided what and why: visible to every reader, without the texts. */
export function moderationLogPage(view: LogView, reader: Reader): string {
  const { discussion } = reader.words
  const body = html`<div class="single discussion"><header class="pagehead"><h1>${discussion.log}</h1></header>
${view.entries.length === 0 ? html`<p class="note">${discussion.nothing}</p>` : html`<ul class="log-lines">${view.entries.map((entry) => logLine(entry, reader))}</ul>`}
${view.next && html`<p class="acts"><a class="btn" rel="next" href="/moderation/log${queryOf({ cursor: view.next })}">${reader.words.olderEntries}</a></p>`}</div>
`
  return layout(reader, { title: discussion.log, place: 'discussion', body })
}

/** Whether discussion is enabled on this server: the owner's choice. */
export function discussionSwitchPage({ isOn, chosen, waiting }: DiscussionSwitchView, reader: Reader): string {
  const { discussion } = reader.words
  const choices = (['auto', 'on', 'off'] as const).map(
    (choice) =>
      html`<label class="choice"><input type="radio" name="chosen" value="${choice}"${choice === chosen && html` checked`}> <span>${discussion.switches[choice]}</span></label>`,
  )
  const body = html`<div class="single discussion"><header class="pagehead"><h1>${reader.words.frame.places.discussion}</h1></header>
<p>${isOn ? html`<a href="/moderation">${discussion.waiting(waiting)}</a>` : discussion.isOff}</p>
<form method="post" action="/admin/discussion" class="stacked"><fieldset><legend class="sr">${reader.words.frame.places.discussion}</legend>${choices}</fieldset>
<p class="actions"><button class="btn main">${reader.words.save}</button></p></form></div>
`
  return layout(reader, {
    title: `${reader.words.frame.places.discussion} · ${reader.words.frame.places.server}`,
    place: 'server',
    body,
  })
}
