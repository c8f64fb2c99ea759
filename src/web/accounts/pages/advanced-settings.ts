import { html } from '../../layout/html.ts'
import { offlineCopies } from '../../layout/pages/offline.ts'
import { settingsPageOf } from '../../layout/settings-frame.ts'
import type { Reader } from '../../reader.ts'
import { linkRow } from '../parts/link-row.ts'

/** What few readers need, each on a page of its own. */
export function advancedPage(reader: Reader): string {
  const { settings, ownBrief, feedsOut, sharing, sending, translation, app, accounts } = reader.words
  const notes = settings.advanced
  return settingsPageOf(reader, {
    in: 'advanced',
    title: settings.pages.advanced,
    body: html`${linkRow('/settings/ranking', ownBrief.ranking.title, notes.ranking)}${linkRow('/settings/translation', translation.settings.title, notes.translation)}${linkRow('/settings/send', sending.title, notes.sending)}${linkRow('/settings/feeds', feedsOut.title, notes.feedsOut)}${linkRow('/settings/links', sharing.title, notes.links)}${linkRow('/settings/tokens', accounts.tokens, notes.api)}
<h2 class="hd" id="offline">${app.offline}</h2>
<p class="note">${notes.offline}</p>${offlineCopies(reader)}`,
  })
}
