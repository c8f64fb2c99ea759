import { maxLength } from '../../../core/text/max-length.ts'
import type { TagsView } from '../../../operations/library/library-views.ts'
import { hidden } from '../../layout/forms.ts'
import { foreign, type Html, html } from '../../layout/html.ts'
import { layout } from '../../layout/layout.ts'
import { queryOf } from '../../layout/links.ts'
import type { Reader } from '../../reader.ts'

/** The reader's tags: what each is on, a form to rename it, and a button to delete it. */
export function tagsPage({ tags }: TagsView, reader: Reader): string {
  const { marking } = reader.words
  const body = html`<div class="single wide"><header class="day"><h1>${marking.tags}</h1></header>
<p class="note">${marking.tagsLead} ${tags.length > 0 && marking.renameNote}</p>
${
  tags.length === 0
    ? html`<div class="empty"><h2>${marking.noTags}</h2><p>${marking.noTagsNote}</p><p><a class="btn ghost" href="/saved">${reader.words.frame.saved}</a></p></div>`
    : html`<ul class="own-list tag-list">${tags.map((tag) => tagLine(tag, reader))}</ul>`
}
</div>
`
  return layout(reader, { title: marking.tags, body })
}

function tagLine({ name, count }: TagsView['tags'][number], reader: Reader): Html {
  const { marking, number } = reader.words
  return html`<li><h2><a href="/saved${queryOf({ tag: name })}">${foreign(name)}</a> <span class="n">${number(count)}</span></h2>
<div class="meta"><form method="post" action="/tags/rename" class="inline line">${hidden('name', name)}${hidden('back', '/tags')}<input name="to" value="${name}" maxlength="${maxLength.tag}" required dir="auto" aria-label="${marking.renameTo(name)}"> <button class="btn quiet" aria-label="${marking.rename}${reader.words.colon}${name}">${marking.rename}</button></form>
<details class="sure"><summary aria-label="${marking.drop}${reader.words.colon}${name}">${marking.drop}</summary><form method="post" action="/tags/drop" class="inline">${hidden('name', name)}${hidden('sure', '1')}${hidden('back', '/tags')}
<button class="btn quiet bad">${marking.dropSure}</button></form></details></div></li>
`
}
