import { taggedKinds } from '../../../core/marks.ts'
import { foldName } from '../../../core/names/name-spelling.ts'
import { maxLength } from '../../../core/text/max-length.ts'
import type { SavedItem, SavedView } from '../../../operations/library/library-views.ts'
import { feedLink } from '../../feeds/parts/feed-links.ts'
import { backField, buttonForm, hidden } from '../../layout/forms.ts'
import { foreign, type Html, html, joined, languageAttributes } from '../../layout/html.ts'
import { layout } from '../../layout/layout.ts'
import { articlePath, entryPath, queryOf, storyPath } from '../../layout/links.ts'
import { shortWhen } from '../../layout/time.ts'
import type { Reader } from '../../reader.ts'

/** Saved stories and articles and starred entries, latest first, filtered by kind and words. */
export function savedPage(view: SavedView, reader: Reader): string {
  const { words } = reader
  const body = html`<div class="single wide"><header class="day"><h1>${words.frame.saved}</h1>
${view.counts.all > 0 && tools(view, reader)}</header>
${view.items.length === 0 ? nothing(view, reader) : html`<ul class="own-list">${view.items.map((item) => itemLine(item, reader))}</ul>`}
${pages(view, reader)}
${view.counts.all > 0 && html`<p class="small take">${words.mine.takeAway}${reader.words.colon}<a href="/saved/export/md">Markdown</a> · <a href="/saved/export/json">JSON</a> · <a href="/saved/export/csv">CSV</a> · <a href="/saved/export/bib">BibTeX</a> · <a href="/saved/export/csl.json">CSL</a> · <a href="/saved/export/warc">WARC</a> · ${feedLink({ kind: 'saved', target: '' }, reader)}</p>`}
</div>
`
  return layout(reader, { title: words.frame.saved, place: 'library', feed: { kind: 'saved', target: '' }, body })
}

function tools({ kind, query, tag, tags = [], counts }: SavedView, reader: Reader): Html {
  const { mine, marking, number, search, show } = reader.words
  const tab = (label: string, count: number, wanted?: SavedItem['kind']) =>
    html`<li><a href="/saved${queryOf({ kind: wanted, q: query, tag })}"${kind === wanted && html` aria-current="page"`}>${label} <span class="n">${number(count)}</span></a></li>
`
  return html`<div class="tools"><nav aria-label="${show}"><ul class="tabs">${tab(mine.everything, counts.all)}${taggedKinds
    .filter((each) => counts[each] > 0 || each === kind)
    .map((each) => tab(mine.savedKinds[each], counts[each], each))}</ul></nav>
<form action="/saved" class="line within">${kind && html`<input type="hidden" name="kind" value="${kind}">`}${tag && html`<input type="hidden" name="tag" value="${tag}">`}<input type="search" name="q" value="${query ?? ''}" aria-label="${mine.searchSaved}" placeholder="${mine.searchSaved}" dir="auto"> <button class="btn ghost">${search}</button></form></div>${
    tags.length > 0 &&
    html`<nav aria-label="${marking.tags}"><ul class="tag-filter">${tag !== undefined && html`<li><a href="/saved${queryOf({ kind, q: query })}">${marking.allTags}</a></li>`}${tags.map(
      ({ name, count }) =>
        html`<li><a href="/saved${queryOf({ kind, q: query, tag: name })}"${foldName(name) === foldName(tag ?? '') && html` aria-current="page"`}><span dir="auto">${name}</span> <span class="n">${number(count)}</span></a></li>`,
    )}<li><a href="/tags">${marking.rename}…</a></li></ul></nav>`
  }`
}

function itemLine(item: SavedItem, reader: Reader): Html {
  const { mine, articles } = reader.words
  const { kind, title, sourceName, articleCount, publishedAt, at } = item
  const attributes = item.language ? languageAttributes(item.language) : html` dir="auto"`
  const name = item.isGone ? html`${title}` : html`<a href="${pathOf(item)}" data-open>${title}</a>`
  const facts = joined(
    [
      html`<span class="kind">${mine.kinds[kind]}</span>`,
      sourceName && html`<b>${foreign(sourceName)}</b>`,
      articleCount !== undefined && articles(articleCount),
      publishedAt && shortWhen(publishedAt, reader),
      item.isGone && mine.gone,
      html`${kind === 'entry' ? mine.starredAt : mine.savedAt} ${shortWhen(at, reader)}`,
    ],
    ' · ',
  )
  return html`<li data-item><h2${attributes}>${name}</h2>
<div class="meta"><span>${facts}</span>${removal(item, reader)}</div>${itemTags(item, reader)}</li>
`
}

function pathOf({ kind, target }: SavedItem): string {
  switch (kind) {
    case 'story':
      return storyPath(target)
    case 'article':
      return articlePath(target)
    case 'entry':
      return entryPath(target)
  }
}

function removal({ kind, target, title, at }: SavedItem, reader: Reader): Html {
  const { mine, unstar } = reader.words
  if (kind === 'entry')
    return buttonForm(reader, {
      action: '/entries/star',
      fields: { entry: target, star: '0' },
      label: unstar,
      variant: 'quiet',
      attributes: html` data-kind="star" data-undo="/entries/star?star=1" data-said="${mine.unsaved}"`,
      button: html` aria-label="${unstar}${reader.words.colon}${title}"`,
    })
  return buttonForm(reader, {
    action: '/unsave',
    // With its time, so that undoing restores its place.
    fields: { kind, target, at },
    label: mine.unsave,
    variant: 'quiet',
    attributes: html` data-kind="star" data-undo="/save" data-said="${mine.unsaved}"`,
    button: html` aria-label="${mine.unsave}${reader.words.colon}${title}"`,
  })
}

function nothing({ counts }: SavedView, reader: Reader): Html {
  const { mine, showEverything } = reader.words
  if (counts.all > 0)
    return html`<div class="empty"><h2>${mine.noneSaved}</h2><p><a class="btn ghost" href="/saved">${showEverything}</a></p></div>`
  return html`<div class="empty"><h2>${mine.emptySaved}</h2><p>${mine.emptySavedNote}</p></div>`
}

function pages({ kind, query, tag, page, pageCount }: SavedView, reader: Reader): Html {
  if (pageCount <= 1) return html``
  const { mine } = reader.words
  const to = (number: number) => `/saved${queryOf({ kind, q: query, tag, page: number > 1 ? number : undefined })}`
  return html`<nav class="older" aria-label="${mine.page(page, pageCount)}">${joined(
    [
      page > 1 && html`<a rel="prev" href="${to(page - 1)}">${mine.previousPage}</a>`,
      mine.page(page, pageCount),
      page < pageCount && html`<a rel="next" href="${to(page + 1)}">${mine.nextPage}</a>`,
    ],
    ' · ',
  )}</nav>`
}

/** The tags of a saved thing, each with a button to remove it, and a form to add more. */
function itemTags({ kind, target, title, tags = [] }: SavedItem, reader: Reader): Html {
  const { marking } = reader.words
  const fields = html`${hidden('kind', kind)}${hidden('target', target)}${backField(reader)}`
  return html`<div class="item-tags">${
    tags.length > 0 &&
    html`<ul aria-label="${marking.tags}">${tags.map(
      (name) =>
        html`<li><a class="tag-name" href="/saved${queryOf({ tag: name })}" dir="auto">${name}</a><form method="post" action="/tags/remove" class="inline">${fields}${hidden('name', name)}<button class="btn quiet" aria-label="${marking.untag(name)}">×</button></form></li>`,
    )}</ul>`
  }<details class="tag-it"><summary aria-label="${marking.tag}${reader.words.colon}${title}">${marking.tag}</summary><form method="post" action="/tags" class="line">${fields}<input name="names" maxlength="${maxLength.tags}" required dir="auto" aria-label="${marking.tagsField}" placeholder="${marking.tagsField}"> <button class="btn ghost">${marking.addTags}</button></form></details></div>`
}
