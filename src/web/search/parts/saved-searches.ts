import { longest } from '../../../core/text/longest.ts'
import type { FindView, SavedSearchView } from '../../../operations/search/find-views.ts'
import { feedSettingsPath } from '../../feeds/parts/feed-links.ts'
import { backField, buttonForm, hidden } from '../../layout/forms.ts'
import { type Html, html } from '../../layout/html.ts'
import { foreign } from '../../layout/language.ts'
import { queryOf } from '../../layout/links.ts'
import { section } from '../../layout/section.ts'
import type { Reader } from '../../reader.ts'

/** The searches a reader keeps: how many articles are new, a feed of each, and the forms that rename and remove. */
export function savedSearchList(searches: readonly SavedSearchView[], reader: Reader): Html {
  const { words } = reader
  if (searches.length === 0) return html``
  return section(
    'saved-searches',
    words.find.saved,
    html`<p class="note">${words.find.savedNote}</p><ul class="kept">${searches.map((search) => savedRow(search, reader))}</ul>`,
    searches.length,
  )
}

function savedRow({ id, name, query, fresh }: SavedSearchView, reader: Reader): Html {
  const { words } = reader
  const count = fresh.isMore ? words.find.moreThan(words.number(fresh.count), fresh.count) : words.number(fresh.count)
  const path = `/searches/${encodeURIComponent(id)}`
  return html`<li>
<p><a href="/search${queryOf({ q: query })}"><b>${foreign(name)}</b></a>${fresh.count > 0 && html` <span class="tag new">${words.find.fresh(count, fresh.count)}</span>`}
<small>${name !== query && html`<code>${foreign(query)}</code> · `}<a href="${feedSettingsPath({ kind: 'search', target: id })}">${words.find.feed}<span class="sr">: ${name}</span></a></small></p>
<details><summary>${words.find.rename}<span class="sr">: ${name}</span></summary>
<form method="post" action="${path}/rename" class="line">${backField(reader)}<label>${words.find.name}
<input name="name" value="${name}" required maxlength="${longest.searchName}"></label> <button class="btn ghost">${words.save}</button></form></details>
${buttonForm(reader, { action: `${path}/remove`, label: words.find.removeSearch, variant: 'quiet', button: html` aria-label="${words.find.removeSearch}${reader.words.colon}${name}"` })}
</li>`
}

/** Keeps the search looked at, or says under which name it is kept. */
export function saveSearchForm({ query, saved }: FindView, reader: Reader): Html {
  const { words } = reader
  if (saved)
    return html`<span>${words.find.isSaved} <a href="/search#saved-searches"><b>${foreign(saved.name)}</b></a> · <a href="${feedSettingsPath({ kind: 'search', target: saved.id })}">${words.find.feed}</a></span>`
  return buttonForm(reader, { action: '/searches', fields: { query }, label: words.find.saveSearch })
}

/** After one was removed: the form that puts it back. */
export function removedNotice(
  removed: { readonly name: string; readonly query: string } | undefined,
  reader: Reader,
): Html {
  const { words } = reader
  if (!removed) return html``
  return html`<div class="notice" role="status"><form method="post" action="/searches" class="line">${hidden('back', '/search')}${hidden('name', removed.name)}${hidden('query', removed.query)}
<span>${words.find.removed} <b>${foreign(removed.name)}</b></span> <button class="btn quiet">${words.undo}</button></form></div>`
}
