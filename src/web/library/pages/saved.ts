import { foldName } from '../../../core/names/name-spelling.ts'
import { maxLength } from '../../../core/text/max-length.ts'
import type { SavedFilter, SavedItem, SavedView } from '../../../operations/library/library-views.ts'
import { feedLink } from '../../feeds/parts/feed-links.ts'
import { backField, hidden } from '../../layout/forms.ts'
import { foreign, type Html, html, joined, languageAttributes } from '../../layout/html.ts'
import { icon } from '../../layout/icon.ts'
import { iconForm } from '../../layout/icon-form.ts'
import { articlePath, entryPath, queryOf, storyPath } from '../../layout/links.ts'
import { menu } from '../../layout/menu.ts'
import { outletMark } from '../../layout/outlet-mark.ts'
import { thumb } from '../../layout/thumb.ts'
import { shortWhen } from '../../layout/time.ts'
import type { Reader } from '../../reader.ts'
import { exportLinks, libraryPage, libraryPaths } from '../parts/library-head.ts'

const files = [
  ['/saved/export/md', 'Markdown'],
  ['/saved/export/json', 'JSON'],
  ['/saved/export/csv', 'CSV'],
  ['/saved/export/bib', 'BibTeX'],
  ['/saved/export/csl.json', 'CSL JSON'],
  ['/saved/export/warc', 'WARC'],
] as const

/** Saved stories and articles, latest first, filtered by kind, tag and words. */
export function savedPage(view: SavedView, reader: Reader): string {
  const body = html`<div class="cols"><div>${view.items.length === 0 ? nothing(view, reader) : html`<ul class="rows saved">${view.items.map((item) => itemLine(item, reader))}</ul>`}
${pages(view, reader)}</div>
${view.counts.all > 0 && filters(view, reader)}</div>
`
  const more =
    view.counts.all > 0 && html`${feedLink({ kind: 'saved', target: '' }, reader)}${exportLinks(files, reader)}`
  return libraryPage({ tab: 'saved', body, more, feed: true }, reader)
}

function filters({ kind, query, tag, tags = [], counts }: SavedView, reader: Reader): Html {
  const { mine, marking, number, search, show } = reader.words
  const link = (label: string, count: number, wanted?: SavedFilter) =>
    html`<a href="${savedPath({ kind: wanted, q: query, tag })}"${kind === wanted && html` aria-current="true"`}>${label} ${number(count)}</a>`
  return html`<aside aria-label="${show}"><form action="${libraryPaths.saved}" class="ask" role="search" aria-label="${mine.searchSaved}">${kind && hidden('kind', kind)}${tag && hidden('tag', tag)}<input type="search" class="in" name="q" value="${query ?? ''}" aria-label="${mine.searchSaved}" placeholder="${mine.searchSaved}" dir="auto"><button class="btn" aria-label="${search}">${icon('search')}</button></form>
<nav aria-label="${show}"><p class="set picks">${link(mine.everything, counts.all)}${counts.story > 0 && link(mine.savedKinds.story, counts.story, 'story')}${counts.article + counts.entry > 0 && link(mine.savedKinds.article, counts.article + counts.entry, 'articles')}</p></nav>${
    tags.length > 0 &&
    html`<nav aria-label="${marking.tags}"><h2 class="hd">${marking.tags}</h2><p class="set picks">${tag !== undefined && html`<a href="${savedPath({ kind, q: query })}">${mine.everything}</a>`}${tags.map(
      ({ name, count }) =>
        html`<a href="${savedPath({ kind, q: query, tag: name })}"${foldName(name) === foldName(tag ?? '') && html` aria-current="true"`}>${foreign(name)} ${number(count)}</a>`,
    )}</p></nav>`
  }</aside>`
}

function savedPath(query: {
  readonly kind?: SavedFilter | undefined
  readonly q?: string | undefined
  readonly tag?: string | undefined
  readonly page?: number | undefined
}): string {
  return `${libraryPaths.saved}${queryOf(query)}`
}

function itemLine(item: SavedItem, reader: Reader): Html {
  const { mine, articles } = reader.words
  const { kind, title, sourceName, articleCount, publishedAt, at, tags = [] } = item
  const attributes = item.language ? languageAttributes(item.language) : html` dir="auto"`
  const facts = joined(
    [
      sourceName
        ? html`${outletMark({ id: item.sourceId, name: sourceName }, reader)} <b>${foreign(sourceName)}</b>`
        : kind === 'story' && mine.kinds.story,
      articleCount !== undefined && articles(articleCount),
      publishedAt && shortWhen(publishedAt, reader),
      item.isGone && mine.gone,
      html`${mine.savedAt} ${shortWhen(at, reader)}`,
    ],
    ' · ',
  )
  return html`<li data-item>${!item.isGone && thumb(item.picture, 'row', reader, { href: pathOf(item) })}<h2${attributes}>${item.isGone ? title : html`<a href="${pathOf(item)}" data-open>${title}</a>`}</h2>
<div class="meta"><span>${facts}</span>${tags.map((name) => html`<a class="chip" href="${savedPath({ tag: name })}">${foreign(name)}</a>`)}${removal(item, reader)}${itemMenu(item, reader)}</div></li>
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

/** The button that removes a thing, and undoes that with its time, so that it returns to its place. */
function removal({ kind, target, title, at }: SavedItem, reader: Reader): Html {
  const { mine } = reader.words
  const isEntry = kind === 'entry'
  return iconForm(reader, {
    action: isEntry ? '/entries/star' : '/unsave',
    fields: isEntry ? { entry: target, star: '0' } : { kind, target, at },
    icon: 'save',
    name: `${mine.unsave}${reader.words.colon}${title}`,
    title: mine.unsave,
    isOn: true,
    attributes: html` data-kind="star" data-undo="${isEntry ? '/entries/star?star=1' : '/save'}" data-said="${mine.unsaved}"`,
  })
}

/** The tags of a saved thing, each with a button to remove it, and a form to add more. */
function itemMenu({ kind, target, title, tags = [] }: SavedItem, reader: Reader): Html {
  const { marking, frame, colon } = reader.words
  const fields = html`${hidden('kind', kind)}${hidden('target', target)}${backField(reader)}`
  return menu(
    html`<p class="ph">${marking.tags}</p>${tags.map(
      (name) =>
        html`<form method="post" action="/tags/remove">${fields}${hidden('name', name)}<button aria-label="${marking.untag(name)}">${icon('x')}${foreign(name)}</button></form>`,
    )}<form method="post" action="/tags">${fields}<input name="names" maxlength="${maxLength.tags}" required dir="auto" aria-label="${reader.words.formAgain.fields.tags}" placeholder="${reader.words.formAgain.fields.tags}"> <button>${icon('plus')}${reader.words.add}</button></form>`,
    { name: `${frame.more}${colon}${title}`, isAtEnd: true },
  )
}

function nothing({ counts }: SavedView, reader: Reader): Html {
  const { mine, showEverything } = reader.words
  if (counts.all > 0)
    return html`<div class="empty"><h2>${mine.noneSaved}</h2><p><a class="btn" href="${libraryPaths.saved}">${showEverything}</a></p></div>`
  return html`<div class="empty"><h2>${mine.emptySaved}</h2><p>${mine.emptySavedNote}</p></div>`
}

function pages({ kind, query, tag, page, pageCount }: SavedView, reader: Reader): Html {
  if (pageCount <= 1) return html``
  const { mine } = reader.words
  const to = (number: number) => savedPath({ kind, q: query, tag, page: number > 1 ? number : undefined })
  return html`<nav class="acts pages" aria-label="${mine.page(page, pageCount)}">${page > 1 && html`<a class="btn" rel="prev" href="${to(page - 1)}">${icon('prev')}${mine.previousPage}</a>`}<span class="small">${mine.page(page, pageCount)}</span>${page < pageCount && html`<a class="btn" rel="next" href="${to(page + 1)}">${reader.words.olderEntries}${icon('next')}</a>`}</nav>`
}
