import { maxLength } from '../../../core/text/max-length.ts'
import type { TagsView } from '../../../operations/library/library-views.ts'
import { hidden } from '../../layout/forms.ts'
import { foreign, type Html, html } from '../../layout/html.ts'
import { queryOf } from '../../layout/links.ts'
import { menu } from '../../layout/menu.ts'
import type { Reader } from '../../reader.ts'
import { libraryPage, libraryPaths } from '../parts/library-head.ts'

/** The reader's tags: what each is on, a form to rename it, and a button to delete it. */
export function tagsPage({ tags }: TagsView, reader: Reader): string {
  const { marking } = reader.words
  const body = html`<div class="single">${
    tags.length === 0
      ? html`<div class="empty"><h2>${marking.noTags}</h2><p>${marking.noTagsNote}</p></div>`
      : html`<ul class="listed">${tags.map((tag) => tagLine(tag, reader))}</ul><p class="note">${marking.renameNote}</p>`
  }</div>
`
  return libraryPage({ tab: 'tags', body }, reader)
}

function tagLine({ name, count }: TagsView['tags'][number], reader: Reader): Html {
  const { marking, number, colon, frame } = reader.words
  const fields = html`${hidden('name', name)}${hidden('back', libraryPaths.tags)}`
  return html`<li><h2><a href="${libraryPaths.saved}${queryOf({ tag: name })}">${foreign(name)} <span class="n">${number(count)}</span></a></h2>${menu(
    html`<form method="post" action="/tags/rename">${fields}<input name="to" value="${name}" maxlength="${maxLength.tag}" required dir="auto" aria-label="${marking.renameTo(name)}"> <button aria-label="${marking.rename}${colon}${name}">${marking.rename}</button></form><hr>
<details class="sure"><summary aria-label="${reader.words.mine.deleteNote}${colon}${name}">${reader.words.mine.deleteNote}</summary><form method="post" action="/tags/drop">${fields}${hidden('sure', '1')}<button class="bad">${marking.dropSure}</button></form></details>`,
    { name: `${frame.more}${colon}${name}`, isAtEnd: true },
  )}</li>
`
}
