import { deskStates } from '../../../core/desk.ts'
import type { DeskLogView, DeskStoryView, DeskView } from '../../../operations/desk/desk-views.ts'
import { type Html, html, joined, languageAttributes, type Piece } from '../../layout/html.ts'
import { icon } from '../../layout/icon.ts'
import { layout } from '../../layout/layout.ts'
import { deskPath, queryOf, storyPath } from '../../layout/links.ts'
import { section } from '../../layout/section.ts'
import { dayIn } from '../../layout/time.ts'
import type { Reader } from '../../reader.ts'
import { dueDay, logList, personName } from '../parts/desk-log.ts'

const dayMs = 86_400_000

/** The desk: what needs attention today, then its stories by state. */
export function deskPage({ stories }: DeskView, isMine: boolean, reader: Reader): string {
  const { desk: words, frame } = reader.words
  const picks = [
    { href: '/desk', label: words.all, isCurrent: !isMine },
    { href: '/desk?mine=1', label: words.mine, isCurrent: isMine },
  ].map(({ href, label, isCurrent }) => html`<a href="${href}"${isCurrent && html` aria-current="page"`}>${label}</a>`)
  const body = html`<div class="single"><header class="pagehead"><h1>${frame.places.desk}</h1><p>${words.lead}</p></header>
<nav class="chips picks" aria-label="${words.assignee}">${picks}</nav>
${stories.length === 0 ? nothing(isMine, reader) : html`${daily(stories, reader)}${byState(stories, reader)}`}
<p class="actions"><a class="btn" href="/desk/log">${words.log}</a></p></div>
`
  return layout(reader, { title: frame.places.desk, place: 'desk', body })
}

function nothing(isMine: boolean, { words: { desk: words, accounts }, isModerator, isOwner, hasDesk }: Reader): Html {
  if (!hasDesk)
    return html`<div class="empty"><h2>${words.none}</h2><p>${words.alone}</p>${isOwner && html`<p class="acts"><a class="btn" href="/server/people">${accounts.people}</a></p>`}</div>`
  return isMine
    ? html`<div class="empty"><h2>${words.noneMine}</h2></div>`
    : html`<div class="empty"><h2>${words.none}</h2>${isModerator && html`<p>${words.noneNote}</p>`}</div>`
}

/** What is due by today, then what got new reports since yesterday. */
function daily(stories: readonly DeskStoryView[], reader: Reader): Html {
  const { desk: words } = reader.words
  const yesterday = dayIn(new Date(Date.parse(reader.now) - dayMs).toISOString(), reader)
  const due = stories.filter((story) => isDue(story, reader))
  const news = stories.filter((story) => hasNews(story) && dayIn(story.storyChangedAt, reader) >= yesterday)
  return html`${list(
    'due',
    words.dueNow,
    due.toSorted((a, b) => (a.due! < b.due! ? -1 : 1)),
    reader,
  )}${list('news', words.news, news, reader)}`
}

function byState(stories: readonly DeskStoryView[], reader: Reader): Html {
  const { states } = reader.words.desk
  return html`${deskStates.map((state) =>
    list(
      state,
      states[state],
      stories.filter((story) => story.state === state),
      reader,
    ),
  )}`
}

function list(id: string, title: string, stories: readonly DeskStoryView[], reader: Reader): Html | false {
  return (
    stories.length > 0 &&
    section(id, title, html`<ul class="own-list">${stories.map((story) => line(story, reader))}</ul>`, stories.length)
  )
}

function line(story: DeskStoryView, reader: Reader): Html {
  const { desk: words } = reader.words
  const { storyId, title, language, assignee, due, noteCount } = story
  const facts: readonly Piece[] = [
    hasNews(story) && html`<span class="chip new">${words.changed}</span>`,
    assignee && html`<b>${personName(assignee)}</b>`,
    due !== undefined &&
      (isOverdue(story, reader)
        ? html`<b>${words.overdue(dueDay(due, reader))}</b>`
        : words.dueOn(dueDay(due, reader))),
    noteCount > 0 && words.noteCount(noteCount),
  ]
  const details = html`<a class="u" href="${deskPath(storyId)}" aria-label="${words.details}${reader.words.colon}${title}">${words.details}</a>`
  return html`<li data-item><h2${languageAttributes(language)}><a href="${storyPath(storyId)}" data-open>${title}</a></h2><p class="small">${joined([...facts, details], ' · ')}</p></li>
`
}

/** Its story changed after the last change at the desk. */
function hasNews({ changedAt, storyChangedAt }: DeskStoryView): boolean {
  return Date.parse(storyChangedAt) > Date.parse(changedAt)
}

function isDue({ state, due }: DeskStoryView, reader: Reader): boolean {
  return state !== 'done' && due !== undefined && due <= dayIn(reader.now, reader)
}

function isOverdue(story: DeskStoryView, reader: Reader): boolean {
  return isDue(story, reader) && story.due !== dayIn(reader.now, reader)
}

/** What was done at the desk, newest first. */
export function deskLogPage({ log, next }: DeskLogView, reader: Reader): string {
  const { desk: words, frame } = reader.words
  const body = html`<div class="single"><div class="crumb"><a class="u small" href="/desk">${icon('prev')}${frame.places.desk}</a></div><header class="pagehead"><h1>${words.log}</h1></header>
${logList(log, { hasTitles: true }, reader)}${next !== undefined && html`<p class="actions"><a class="btn" rel="next" href="/desk/log${queryOf({ cursor: next })}">${reader.words.olderEntries}</a></p>`}</div>
`
  return layout(reader, { title: `${words.log} · ${frame.places.desk}`, place: 'desk', body })
}
