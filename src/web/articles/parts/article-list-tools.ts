import { defined } from '../../../core/defined.ts'
import { preferenceValues } from '../../../core/preferences.ts'
import type { ArticleListView } from '../../../operations/articles/article-list-views.ts'
import { buttonForm, mayMark } from '../../layout/forms.ts'
import { type Html, html } from '../../layout/html.ts'
import { articleListPath } from '../../layout/links.ts'
import type { Reader } from '../../reader.ts'

export type ArticleListLook = Reader['preferences']['riverLook']

/** Filter, order and view of the article list; marking all as read; refreshing the feeds. */
export function articleListTools(view: ArticleListView, look: ArticleListLook, reader: Reader): Html {
  const { words } = reader
  const { filter, unreadCount, entries, order } = view
  const { feedId, folder } = filter
  const scope = feedId !== undefined ? { feed: feedId } : folder !== undefined ? { folder } : { all: '1' }
  const isMarked = mayMark(reader)
  return html`<div class="tools">${
    isMarked &&
    !view.offered &&
    html`<nav aria-label="${words.show}"><ul class="tabs">${(['unread', 'all', 'starred'] as const).map(
      (show) =>
        html`<li>${link({ show }, words.shows[show], show === filter.show, show === 'unread' && scopeUnread(view) > 0 && html` <span class="n">${words.number(scopeUnread(view))}</span>`)}</li>
`,
    )}</ul></nav>`
  }${
    unreadCount > 0 &&
    !view.offered &&
    entries.length > 0 &&
    filter.show !== 'starred' &&
    buttonForm(reader, {
      action: '/feeds/read',
      // Articles that arrived after this page was rendered were not seen and stay unread.
      fields: { ...scope, until: reader.now },
      label: words.markAllRead,
    })
  }
<details class="view"><summary>${words.river.view}</summary><div>
${choice(words.river.orderTitle, preferenceValues('riverOrder'), order, words.settings.values.riverOrder, 'order')}
${choice(words.river.lookTitle, preferenceValues('riverLook'), look, words.settings.values.riverLook, 'look')}
${isMarked && !view.offered && buttonForm(reader, { action: '/feeds/refresh', fields: feedId === undefined ? { all: '1' } : { feed: feedId }, label: feedId === undefined ? words.refreshAll : words.refresh, variant: 'quiet' })}
<p class="small"><a href="/feeds/all">${words.river.allTitle}</a>${isMarked && html` · <a href="/add">${words.addTitle}</a> · <a href="/newsletters">${words.letters.title}</a> · <a href="/settings/feeds">${words.feedsOut.link}</a> · <a href="/feeds.opml">${words.exportOpml}</a> · <a href="/settings#reading">${words.settings.title}</a>`}</p></div></details></div>`

  function choice(
    title: string,
    values: readonly string[],
    chosen: string,
    labels: Readonly<Record<string, string>>,
    field: 'order' | 'look',
  ): Html {
    return html`<p>${title}</p><ul>${values.map((value) => html`<li>${link({ [field]: value }, labels[value] ?? value, value === chosen)}</li>`)}</ul>`
  }

  function link(
    change: Partial<Record<'show' | 'order' | 'look', string>>,
    label: string,
    isOn: boolean,
    more?: Html | false,
  ) {
    const to = changedListPath(view, look, reader, change)
    return html`<a href="${to}"${isOn && html` aria-current="true"`}>${label}${more}</a>`
  }
}

/** The URL of the article list with something changed. Parameters equal to the reader's preferences are left out. */
export function changedListPath(
  { filter, order }: ArticleListView,
  look: string,
  { preferences }: Reader,
  change: Partial<Record<'show' | 'order' | 'look' | 'cursor', string>> = {},
): string {
  const wanted = { show: filter.show, order, look, ...change }
  const differs = <Value>(value: Value, standing: Value) => (value === standing ? undefined : value)
  const { feedId, folder } = filter
  const show = differs<string>(wanted.show, preferences.riverShow)
  const [orderWritten, lookWritten] = [
    differs<string>(wanted.order, preferences.riverOrder),
    differs<string>(wanted.look, preferences.riverLook),
  ]
  return articleListPath(
    defined({ feedId, folder, show, order: orderWritten, look: lookWritten, cursor: change.cursor }),
  )
}

/** Number of unread articles in the current view. */
export function scopeUnread({ folders, filter, unreadCount }: ArticleListView): number {
  if (filter.feedId !== undefined)
    return folders.flatMap(({ feeds }) => feeds).find(({ id }) => id === filter.feedId)?.unreadCount ?? 0
  if (filter.folder !== undefined) return folders.find(({ name }) => name === filter.folder)?.unreadCount ?? 0
  return unreadCount
}
