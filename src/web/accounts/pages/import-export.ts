import { html } from '../../layout/html.ts'
import { settingsPageOf } from '../../layout/settings-frame.ts'
import type { Reader } from '../../reader.ts'
import { linkRow } from '../parts/link-row.ts'

/** Importing from other programs, and exporting everything the reader has here. */
export function dataPage(reader: Reader): string {
  const { settings, marksFile, importing } = reader.words
  const words = settings.data
  const download = { download: words.export }
  return settingsPageOf(reader, {
    in: 'data',
    title: settings.pages.data,
    body: html`${linkRow('/settings/import', importing.file, words.fromReaderNote)}
<form method="post" action="/marks" enctype="multipart/form-data" class="st"><b><label for="marks-file">${words.fromBackup}</label></b><p id="marks-note">${words.fromBackupNote} ${marksFile.larger} <a class="u" href="/settings/import">${importing.title}</a></p><span class="acts"><input type="file" id="marks-file" name="file" accept=".json,application/json" required aria-describedby="marks-note"><button class="btn">${reader.words.importing.title}</button></span></form>
<h2 class="hd">${words.export}</h2>
${linkRow('/feeds.opml', reader.words.frame.places.feeds, 'OPML', download)}${linkRow('/marks.json', words.marks, words.marksNote, download)}${linkRow('/settings/account/data.zip', words.everything, 'ZIP', download)}${linkRow('/data', reader.words.dataOut.title, reader.words.dataOut.lead)}${reader.isModerator && linkRow('/labels.jsonl', words.labels, 'JSON Lines', download)}${reader.isOwner && linkRow('/server/backup', reader.words.admin.sections.backup)}`,
  })
}
