import { longest } from '../../core/longest.ts'
import type { SavedItem } from '../../operations/mine-views.ts'
import type { Reader } from '../reader.ts'
import { backField, hidden } from './forms.ts'
import { type Html, html } from './html.ts'
import { queryOf } from './links.ts'

/** The tags of a saved thing, each to be taken off, and the form that puts on more. */
export function itemTags({ kind, target, title, tags = [] }: SavedItem, reader: Reader): Html {
  const { marking } = reader.words
  const fields = html`${hidden('kind', kind)}${hidden('target', target)}${backField(reader)}`
  return html`<div class="item-tags">${
    tags.length > 0 &&
    html`<ul aria-label="${marking.tags}">${tags.map(
      (name) =>
        html`<li><a class="tag-name" href="/saved${queryOf({ tag: name })}" dir="auto">${name}</a><form method="post" action="/tags/remove" class="inline">${fields}${hidden('name', name)}<button class="btn quiet" aria-label="${marking.untag(name)}">×</button></form></li>`,
    )}</ul>`
  }<details class="tag-it"><summary aria-label="${marking.tag}${reader.words.colon}${title}">${marking.tag}</summary><form method="post" action="/tags" class="line">${fields}<input name="names" maxlength="${longest.tags}" required dir="auto" aria-label="${marking.tagsField}" placeholder="${marking.tagsField}"> <button class="btn ghost">${marking.addTags}</button></form></details></div>`
}
