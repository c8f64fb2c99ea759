import { longest } from '../../core/longest.ts'
import type { OpmlImportView } from '../../operations/opml-views.ts'
import type { Reader } from '../reader.ts'
import { type Html, html } from './html.ts'
import { foreign } from './language.ts'
import { opmlImportPath } from './links.ts'
import { section } from './section.ts'
import { when } from './time.ts'

/** The form that fetches a list from its address. */
export function listAddressForm({ words }: Reader): Html {
  const { listImport, importing } = words
  return html`<form method="post" action="/settings/import/list" class="stack">
<p class="note">${listImport.addressLead}</p>
<label for="list-url">${listImport.addressLabel}</label>
<div class="line"><input id="list-url" type="text" inputmode="url" name="url" required maxlength="${longest.address}" autocomplete="url" spellcheck="false" placeholder="https://" dir="ltr"> <button class="btn">${importing.bring}</button></div>
</form>`
}

/** The lists that came in last, each with how far it is. */
export function listImports(lists: readonly OpmlImportView[], reader: Reader): Html {
  const { listImport, number } = reader.words
  if (lists.length === 0) return html``
  return section(
    'lists',
    listImport.lists,
    html`<ul class="plain">${lists.map(
      ({ id, name, state, at, doneCount, feedCount }) =>
        html`<li><a href="${opmlImportPath(id)}">${name === '' ? listImport.title : foreign(name)}</a> <small>${when(at, reader)} · ${listImport.states[state]} · ${number(doneCount)} / ${number(feedCount)}</small></li>
`,
    )}</ul>`,
  )
}
