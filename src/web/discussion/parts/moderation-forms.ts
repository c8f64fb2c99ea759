import { decisions, maxReasonLength } from '../../../core/comment.ts'
import type { CommentView, DiscussedView, LogEntryView } from '../../../operations/discussion/discussion-views.ts'
import { hidden } from '../../layout/forms.ts'
import { foreign, type Html, html } from '../../layout/html.ts'
import { shortWhen } from '../../layout/time.ts'
import type { Reader } from '../../reader.ts'
import { commentPath, discussionPath } from './discussion-links.ts'

/** The form that decides about a comment. Removing one needs a reason, which every reader can read. */
export function decideForm({ id }: Pick<CommentView, 'id'>, reader: Reader): Html {
  const { discussion } = reader.words
  const field = `why-${id}`
  return html`<form method="post" action="/moderation/decide" class="stacked decide">${hidden('id', id)}
<label for="${field}">${discussion.why}</label><input type="text" id="${field}" name="reason" maxlength="${maxReasonLength}" dir="auto">
<p class="actions">${decisions.map((decision) => html`<button class="btn" name="decision" value="${decision}">${discussion.decisions[decision]}</button> `)}</p></form>`
}

/** Locks a discussion, or a thread with `threadId`, or unlocks it. */
export function lockForm(on: DiscussedView, isLocked: boolean, reader: Reader, threadId?: string): Html {
  const { discussion } = reader.words
  const field = threadId === undefined ? 'lock-why' : 'lock-thread-why'
  const label = isLocked ? discussion.unlock : threadId === undefined ? discussion.lock : discussion.lockThread
  return html`<form method="post" action="/moderation/lock" class="stacked">${hidden('kind', on.kind)}${hidden('on', on.id)}${threadId && hidden('thread', threadId)}${hidden('locked', isLocked ? '0' : '1')}
<label for="${field}">${discussion.why}</label><input type="text" id="${field}" name="reason" maxlength="${maxReasonLength}" dir="auto">
<p class="actions"><button class="btn">${label}</button></p></form>`
}

/** Bans the author of a comment, or lifts the ban. */
export function blockForm(commentId: string, isBlocked: boolean, reader: Reader): Html {
  const { discussion } = reader.words
  const field = `block-${commentId}`
  return html`<form method="post" action="/moderation/block" class="stacked">${hidden('id', commentId)}${hidden('blocked', isBlocked ? '0' : '1')}
<label for="${field}">${discussion.why}</label><input type="text" id="${field}" name="reason" maxlength="${maxReasonLength}" dir="auto">
<p class="actions"><button class="btn">${isBlocked ? discussion.unblock : discussion.block}</button></p></form>`
}

/** A line of the public log. */
export function logLine({ kind, by, name, commentId, on, reason, at }: LogEntryView, reader: Reader): Html {
  const { discussion } = reader.words
  const who = by === 'rules' ? discussion.byRules : name === undefined ? discussion.gone : name || discussion.owner
  const known: Readonly<Record<string, string>> = discussion.holdReasons
  const { held, shown, hidden: hid, removed } = discussion.states
  const kinds = { hold: held, approve: shown, hide: hid, remove: removed, ...discussion.logKinds }
  const why =
    by === 'rules'
      ? reason
          .split(' ')
          .map((word) => known[word] ?? word)
          .join('; ')
      : reason
  return html`<li><b>${kinds[kind]}</b> · ${foreign(who)}${by === 'model' && ` (${discussion.byModel})`} · ${shortWhen(at, reader)}${commentId && html` · <a href="${commentPath(commentId)}">${discussion.theComment}</a>`}${on && html` · <a href="${discussionPath(on)}">${foreign(on.title)}</a>`}${why && html`<p class="small" dir="auto">${why}</p>`}</li>
`
}
