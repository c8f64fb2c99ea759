import { type Html, html, type Piece } from '../../layout/html.ts'
import { icon } from '../../layout/icon.ts'
import { layout } from '../../layout/layout.ts'
import { menu } from '../../layout/menu.ts'
import type { Reader } from '../../reader.ts'

export type LibraryTab = 'saved' | 'notes' | 'tags' | 'history'

export const libraryPaths: Readonly<Record<LibraryTab, string>> = {
  saved: '/library',
  notes: '/library/notes',
  tags: '/library/tags',
  history: '/library/history',
}

/** What a list of the library can be downloaded as, and where everything else can. */
export function exportLinks(files: readonly (readonly [path: string, name: string])[], { words }: Reader): Html {
  return html`<p class="ph">${words.takeAway}</p>${files.map(([path, name]) => html`<a href="${path}" download>${icon('down')}${name}</a>`)}`
}

/** A page of the library: its heading, the tabs, and the tab's own content. `more`: what else the menu beside the heading offers. */
export function libraryPage(
  {
    tab,
    body,
    more,
    feed,
  }: { readonly tab: LibraryTab; readonly body: Html; readonly more?: Piece; readonly feed?: true },
  reader: Reader,
): string {
  const { words } = reader
  const { frame, marking } = words
  const names = { saved: frame.saved, notes: frame.notes, tags: marking.tags, history: frame.history }
  const tabs = Object.entries(libraryPaths) as readonly (readonly [LibraryTab, string])[]
  const page = html`<header class="pagehead titled"><h1>${frame.places.library}</h1>${more && menu(more, { name: frame.more, isAtEnd: true })}</header>
<nav class="tabs" aria-label="${frame.places.library}">${tabs.map(
    ([id, path]) => html`<a href="${path}"${id === tab && html` aria-current="page"`}>${names[id]}</a>`,
  )}</nav>
${body}`
  return layout(reader, {
    title: `${names[tab]} · ${frame.places.library}`,
    place: 'library',
    ...(feed && { feed: { kind: 'saved' as const, target: '' } }),
    body: page,
  })
}
