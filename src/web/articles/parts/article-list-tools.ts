import { defined } from '../../../core/defined.ts'
import { preferenceValues } from '../../../core/preferences.ts'
import type { ArticleListView } from '../../../operations/articles/article-list-views.ts'
import type { FeedsLook } from '../../feeds/feeds-look.ts'
import { backField, hidden, mayMark } from '../../layout/forms.ts'
import { foreign, type Html, html } from '../../layout/html.ts'
import { icon } from '../../layout/icon.ts'
import { articleListPath } from '../../layout/links.ts'
import { menu } from '../../layout/menu.ts'
import { hiddenLine } from '../../layout/plain-line.ts'
import type { Reader } from '../../reader.ts'

const layoutIcons = { list: 'list', grid: 'cards', split: 'split' } as const
/** The form of the boxes in the rows. */
export const rowsForm = 'rows'

/** The head of the article list: its title, what is shown, the layout, marking all as read, and a menu with the rest. */
export function articleListHead(view: ArticleListView, title: string, look: FeedsLook, reader: Reader): Html {
  const { words } = reader
  const { river } = words
  const unread = scopeUnread(view)
  const isMarked = mayMark(reader) && !view.offered
  const marksAll = isMarked && unread > 0 && view.entries.length > 0 && view.filter.show !== 'starred'
  const shows = html`${show('unread', html` <span class="n" data-n="${unread}" data-all>${words.number(unread)}</span>`)}${show('all')}`
  return html`<div class="fh"><h1><a class="narrow" href="#tree">${foreign(title)}${isMarked && html` <span class="n" data-n="${unread}" data-all>${unread > 0 && words.number(unread)}</span>`}${icon('chev')}</a><span class="wide">${foreign(title)}</span></h1>${isMarked && html`<nav class="seg shows" aria-label="${words.show}">${shows}</nav>`}
<div class="r">${layouts(look, reader)}${marksAll && markAll('btn soft all')}${menu(
    html`${isMarked && html`<label class="row"><input type="checkbox" id="select">${river.select}</label>${marksOnScroll(reader)}<div class="more"><hr><p class="ph">${words.show}</p><p class="set">${shows}</p></div>${marksAll && markAll('more')}${marksAll && markOlder()}<hr>`}<p class="ph">${words.people.order}</p>${orders()}
<p class="ph">${river.density}</p>${density(look, reader)}${isMarked && html`<hr>${refresh(view, reader)}`}${hiddenLine(view.hidden, reader)}`,
    { name: river.view, isAtEnd: true },
  )}</div></div>`

  function show(which: 'unread' | 'all', count?: Html): Html {
    return html`<a href="${changedListPath(view, reader, { show: which })}"${which === view.filter.show && html` aria-current="true"`}>${words.shows[which]}${count}</a>`
  }

  function scopeField(): Html {
    const { feedId, folder } = view.filter
    if (feedId !== undefined) return hidden('feed', feedId)
    return folder !== undefined ? hidden('folder', folder) : hidden('all', '1')
  }

  /** The order of the list, kept for it; for whoever keeps nothing, and where there is nothing to choose for, of this page. */
  function orders(): Html {
    const { order, filter } = view
    const choices = preferenceValues('riverOrder').map((value) => ({
      value,
      label: words.settings.values.riverOrder[value],
      now: value === order && html` aria-current="true"`,
    }))
    if (!isMarked || filter.folder === '')
      return html`<p class="set">${choices.map(({ value, label, now }) => html`<a href="${changedListPath(view, reader, { order: value })}"${now}>${label}</a>`)}</p>`
    const back = changedListPath(view, reader, { order: view.chosenOrder })
    return html`<form class="set" method="post" action="/feeds/order">${scopeField()}${hidden('back', back)}${choices.map(({ value, label, now }) => html`<button name="order" value="${value}"${now}>${label}</button>`)}</form>`
  }

  /** Marks what was published more than a day, a week or a month ago. */
  function markOlder(): Html {
    return html`<p class="ph">${river.older}</p><form class="set" method="post" action="/feeds/read">${scopeField()}${backField(reader)}${(['day', 'week', 'month'] as const).map((age) => html`<button name="older" value="${age}" aria-label="${river.older} ${river.ages[age]}">${river.ages[age]}</button>`)}</form>`
  }

  function markAll(look: string): Html {
    // Articles that arrived after this page was rendered were not seen and stay unread.
    return html`<form method="post" action="/feeds/read">${scopeField()}${hidden('until', reader.now)}${backField(reader)}<button class="${look}" aria-label="${words.markAllRead}">${icon('check')}<span>${words.markAllRead}</span></button></form>`
  }
}

/** List, cards, or the list beside the article; kept for this device. */
function layouts({ layout }: FeedsLook, reader: Reader): Html {
  const { river } = reader.words
  return html`<form class="seg ly" method="post" action="/preferences" aria-label="${river.layout}">${backField(reader)}${preferenceValues(
    'riverLook',
  ).map(
    (value) =>
      html`<button name="layout" value="${value}" aria-label="${river.layouts[value]}" title="${river.layouts[value]}" aria-pressed="${String(value === layout)}">${icon(layoutIcons[value])}</button>`,
  )}</form>`
}

function density({ isCompact }: FeedsLook, reader: Reader): Html {
  const { river } = reader.words
  const choice = (value: 'comfortable' | 'compact', isOn: boolean) =>
    html`<button name="rows" value="${value}"${isOn && html` aria-current="true"`}>${river.densities[value]}</button>`
  return html`<form class="set" method="post" action="/preferences">${backField(reader)}${choice('comfortable', !isCompact)}${choice('compact', isCompact)}</form>`
}

/** A switch of the preference: what is scrolled past is marked read. */
function marksOnScroll(reader: Reader): Html {
  const isOn = reader.preferences.markRead === 'scroll'
  return html`<form method="post" action="/preferences">${hidden('markRead', isOn ? 'opened' : 'scroll')}${backField(reader)}<button aria-pressed="${String(isOn)}">${icon(isOn ? 'check' : 'down')}${reader.words.river.scroll}</button></form>`
}

function refresh({ filter: { feedId } }: ArticleListView, reader: Reader): Html {
  const which = feedId === undefined ? hidden('all', '1') : hidden('feed', feedId)
  return html`<form method="post" action="/feeds/refresh">${which}${backField(reader)}<button>${icon('down')}${reader.words.refresh}</button></form>`
}

/** What can be done with the selected rows; shown while selecting. */
export function selectionBar(reader: Reader): Html {
  const { words } = reader
  const { river } = words
  return html`<div class="selbar" role="toolbar" aria-label="${river.select}"><b data-selected></b><button form="${rowsForm}" name="read" value="1">${words.markRead}</button><button form="${rowsForm}" name="star" value="1" formaction="/entries/star">${words.save}</button><button form="${rowsForm}" name="above" value="selected">${river.beside.above}</button><button form="${rowsForm}" name="below" value="selected">${river.beside.below}</button><label for="select" title="${river.done}"><span class="sr">${river.done}</span>${icon('x')}</label></div>`
}

/** The form of the boxes and of every “Mark above as read”: it names the rows in order, and marks all of them itself. */
export function markRows({ entries }: ArticleListView, reader: Reader): Html {
  const ids = entries.map(({ id }) => id).join(' ')
  return html`<form id="${rowsForm}" method="post" action="/entries/read">${hidden('rows', ids)}${backField(reader)}<button class="btn" name="above" value="end">${reader.words.river.above}</button></form>`
}

/** Marks the rows above one as read, exactly those on the page. */
export function markAbove(entryId: string, reader: Reader): Html {
  return html`<button class="go" form="${rowsForm}" name="above" value="${entryId}">${icon('up')} ${reader.words.river.above}</button>`
}

/** The URL of the article list with something changed. Parameters equal to what the reader chose are left out. */
export function changedListPath(
  { filter, order, chosenOrder }: ArticleListView,
  { preferences }: Reader,
  change: Partial<Record<'show' | 'order' | 'cursor', string>> = {},
): string {
  const wanted = { show: filter.show, order, ...change }
  const differs = (value: string, standing: string) => (value === standing ? undefined : value)
  const { feedId, folder } = filter
  return articleListPath(
    defined({
      feedId,
      folder,
      show: differs(wanted.show, preferences.riverShow),
      order: differs(wanted.order, chosenOrder),
      cursor: change.cursor,
    }),
  )
}

/** Number of unread articles in the current view. */
export function scopeUnread({ folders, filter, unreadCount }: ArticleListView): number {
  if (filter.feedId !== undefined)
    return folders.flatMap(({ feeds }) => feeds).find(({ id }) => id === filter.feedId)?.unreadCount ?? 0
  if (filter.folder !== undefined) return folders.find(({ name }) => name === filter.folder)?.unreadCount ?? 0
  return unreadCount
}
