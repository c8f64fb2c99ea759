import { deskStates } from '../../../core/desk.ts'
import { maxLength } from '../../../core/text/max-length.ts'
import type { DeskNoteView, DeskStoryPageView, DeskStoryView } from '../../../operations/desk/desk-views.ts'
import { hidden, writerField } from '../../layout/forms.ts'
import { foreign, type Html, html, languageAttributes } from '../../layout/html.ts'
import { icon } from '../../layout/icon.ts'
import { layout } from '../../layout/layout.ts'
import { deskPath, storyPath } from '../../layout/links.ts'
import { section } from '../../layout/section.ts'
import { savedNotice } from '../../layout/settings-frame.ts'
import { shortWhen } from '../../layout/time.ts'
import type { Reader } from '../../reader.ts'
import { dueDay, logList, personName } from '../parts/desk-log.ts'

/** Status and note are one form in two places: whichever button is pressed, nothing that was filled in is lost. */
const formId = 'desk-story'

/** One story at the desk: its state, who has it, its notes and its log. Those who only read get no forms. */
export function deskStoryPage(
  { story, notes, log, people }: DeskStoryPageView,
  reader: Reader,
  isSaved = false,
): string {
  const { desk: words, frame } = reader.words
  const { title, language, putBy, putAt } = story
  const by = putBy && html`<p class="small">${words.putBy(personName(putBy))} · ${shortWhen(putAt, reader)}</p>`
  const state = reader.isModerator ? stateForm(story, people, reader) : stateFacts(story, reader)
  const body = html`<div class="single"><div class="crumb"><a class="u small" href="/desk">${icon('prev')}${frame.places.desk}</a></div><h1 class="sub"${languageAttributes(language)}><a href="${storyPath(story.storyId)}">${title}</a></h1>${by}
${savedNotice(isSaved, reader)}${state}
${section('notes', words.notes, noteList(story, notes, reader))}
${section('log', words.log, logList(log, { hasTitles: false }, reader))}
${reader.isModerator && takeOff(story, reader)}</div>
`
  return layout(reader, { title: `${title} · ${frame.places.desk}`, place: 'desk', body })
}

function stateForm({ storyId, state, assignee, due }: DeskStoryView, people: readonly string[], reader: Reader): Html {
  const { desk: words } = reader.words
  // Who has it may no longer be one of them.
  const names = assignee && !people.includes(assignee.name) ? [...people, assignee.name] : people
  const option = (value: string, label: string, isChosen: boolean) =>
    html`<option value="${value}"${isChosen && html` selected`}>${label}</option>`
  // What the fields had: only what was changed here is sent on, so that nothing is taken back that somebody else changed meanwhile.
  const had = { state, assignee: assignee?.name ?? '', due: due ?? '' }
  return html`<form method="post" action="${deskPath(storyId)}" id="${formId}" class="choosers">${writerField(reader)}${Object.entries(had).map(([name, value]) => hidden(`had-${name}`, value))}
<div class="field"><label for="state">${words.state}</label><select id="state" name="state">${deskStates.map((each) => option(each, words.states[each], each === state))}</select></div>
<div class="field"><label for="assignee">${words.assignee}</label><select id="assignee" name="assignee">${option('', words.nobody, assignee === undefined)}${names.map((name) => option(name, name, name === assignee?.name))}</select></div>
<div class="field"><label for="due">${words.due}</label><input id="due" name="due" type="date" value="${due ?? ''}"></div>
<p><button class="btn main">${reader.words.save}</button></p></form>`
}

function stateFacts({ state, assignee, due }: DeskStoryView, reader: Reader): Html {
  const { desk: words } = reader.words
  return html`<dl class="hows"><div><dt>${words.state}</dt><dd>${words.states[state]}</dd></div>
<div><dt>${words.assignee}</dt><dd>${assignee ? foreign(assignee.name) : words.nobody}</dd></div>${
    due !== undefined && html`<div><dt>${words.due}</dt><dd>${dueDay(due, reader)}</dd></div>`
  }</dl>`
}

function noteList(story: DeskStoryView, notes: readonly DeskNoteView[], reader: Reader): Html {
  const { desk: words } = reader.words
  const list = notes.map(
    (note) =>
      html`<li><p class="small"><b>${foreign(note.author.name)}</b> · ${shortWhen(note.at, reader)}</p>${lines(note.body)}${reader.isModerator && note.author.isMe && removeForm(story, note, reader)}</li>
`,
  )
  return html`${notes.length === 0 ? html`<p>${words.noNotes}</p>` : html`<ul class="own-list">${list}</ul>`}${
    reader.isModerator &&
    html`<div class="note-form"><label for="note">${words.note}</label><textarea id="note" name="body" class="in" rows="3" maxlength="${maxLength.deskNote}" dir="auto" form="${formId}"></textarea><p><button class="btn" form="${formId}">${words.addNote}</button></p></div>`
  }`
}

/** Plain text, a paragraph for each of its lines. */
function lines(body: string): Html {
  return html`${body
    .split('\n')
    .filter((line) => line.trim() !== '')
    .map((line) => html`<p dir="auto">${line}</p>`)}`
}

function removeForm({ storyId }: DeskStoryView, { id }: DeskNoteView, { words }: Reader): Html {
  return html`<details class="open-form"><summary>${words.desk.removeNote}</summary><form method="post" action="${deskPath(storyId)}/notes/remove">${hidden('note', id)}<button class="btn bad">${words.desk.removeNote}</button></form></details>`
}

function takeOff({ storyId }: DeskStoryView, { words }: Reader): Html {
  return html`<details class="open-form"><summary class="btn bad">${words.desk.takeOff}</summary><form method="post" action="${deskPath(storyId)}/remove"><p><button class="btn bad">${words.desk.takeOffSure}</button></p></form></details>`
}
