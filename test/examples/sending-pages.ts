import { destinationsPage } from '../../src/web/notify/pages/destinations.ts'
import { sendingsPage, sendPageOf } from '../../src/web/notify/pages/sendings.ts'
import type { Reader } from '../../src/web/reader.ts'
import * as sending from './sending.ts'

/** The pages of sending articles elsewhere. */
export const sendingPages: Readonly<Record<string, (reader: Reader) => string>> = {
  'where articles are sent': (reader) =>
    destinationsPage(sending.view, reader, { kind: 'secret', secret: 'x'.repeat(43) }),
  'nowhere to send': (reader) =>
    destinationsPage({ ...sending.view, destinations: [] }, reader, {
      kind: 'refused',
      why: 'missing',
      field: 'topic',
    }),
  'what was sent': (reader) => sendingsPage(sending.log, reader, { kind: 'sent-again', count: 2 }),
  'sending an article': (reader) => sendPageOf(sending.form, reader, true),
}
