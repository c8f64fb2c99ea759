import { html } from '../../layout/html.ts'
import { offlineCopies } from '../../layout/pages/offline.ts'
import { settingsPageOf } from '../../layout/settings-frame.ts'
import type { Reader } from '../../reader.ts'
import { linkRow } from '../parts/link-row.ts'

/** What few readers need, each on a page of its own. */
export function advancedPage(reader: Reader): string {
  const { settings, ownBrief, feedsOut, sharing, sending, translation, app, accounts } = reader.words
  return settingsPageOf(reader, {
    in: 'advanced',
    title: settings.pages.advanced,
    body: html`${linkRow('/settings/ranking', ownBrief.ranking.title)}${linkRow('/settings/translation', translation.settings.title)}${linkRow('/settings/send', sending.title, sending.lead)}${linkRow('/settings/feeds', feedsOut.title)}${linkRow('/settings/links', sharing.title)}${linkRow('/settings/tokens', accounts.tokens)}
<h2 class="hd" id="offline">${app.offline}</h2>
<p class="note">${app.offlineLead}</p>${offlineCopies(reader)}`,
  })
}
