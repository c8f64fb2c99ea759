import type { OwnHeadersView } from '../../src/operations/feeds/source-views.ts'
import { feedsPage } from '../../src/web/feeds/pages/feeds.ts'
import { ownHeadersPage } from '../../src/web/feeds/pages/own-headers.ts'
import type { Reader } from '../../src/web/reader.ts'
import * as views from './views.ts'

export const ownHeaders: OwnHeadersView = { hasCookie: true, hasUserAgent: true, names: ['Authorization', '<X>'] }

/** A feed's cookie and headers: set, removed, and refused. */
export const ownHeaderPages: Readonly<Record<string, (reader: Reader) => string>> = {
  'a feed with headers': (reader) => feedsPage({ ...views.oneFeed, ownHeaders }, reader),
  'headers that are removed': (reader) =>
    feedsPage({ ...views.oneFeed, ownHeaders: { names: [], mayGoBack: true } }, reader),
  'a header that is refused': (reader) =>
    ownHeadersPage(
      { id: 'f', title: 'Quiet <i>feed</i>', host: 'quiet.example', view: ownHeaders },
      { kind: 'refused', reason: 'header-refused', name: 'Host' },
      { userAgent: 'Reader/1 <b>', headers: 'Host: <x>' },
      reader,
    ),
  'a feed that cannot be read with headers': (reader) =>
    ownHeadersPage(
      { id: 'f', title: '', host: 'quiet.example', view: undefined },
      { kind: 'refused', reason: 'forbidden' },
      { userAgent: '', headers: '' },
      reader,
    ),
}
