import { tableFormats } from '../../../export/tables/table-columns.ts'
import { type DataRefused, exportChoices, sections } from '../../../operations/stories/export-data.ts'
import { hidden } from '../../layout/forms.ts'
import { foreign, type Html, html } from '../../layout/html.ts'
import { chooser, settingRow, settingsPageOf, toggle } from '../../layout/settings-frame.ts'
import type { Reader } from '../../reader.ts'

const formatNames = { csv: 'CSV', jsonl: 'JSON Lines', parquet: 'Parquet' } as const

/** What the form shows: the fields as they were sent, and why they gave no file. */
export type DataChoice = {
  readonly fields: Readonly<Record<string, string>>
  readonly why?: DataRefused['why']
}

/** A form that downloads tables. It is a plain link with a query: a download needs no script. */
export function downloadTablesPage({ fields, why }: DataChoice, reader: Reader): string {
  const { dataOut: words, settings, sectionNames } = reader.words
  const { name = '' } = fields
  const row = (id: string, label: string, control: Html, help?: string) =>
    settingRow(label, control, { id: `data-${id}`, isSaving: false, ...(help !== undefined && { help }) })
  const field = (id: string, type: 'text' | 'date') =>
    html`<input class="in" type="${type}" name="${id}" value="${fields[id] ?? ''}"${type === 'text' && html` dir="auto"`} aria-labelledby="data-${id}">`
  // By its id: several may have the same name.
  const named = (id: 'person' | 'source') =>
    html`<span>${hidden(id, fields[id] ?? '')}${hidden('name', name)}${foreign(name)}</span>`
  const choice = (id: 'person' | 'source') => (fields[id] && name ? named(id) : field(id, 'text'))
  return settingsPageOf(reader, {
    in: 'data',
    title: words.title,
    lead: words.lead,
    parent: { path: '/settings/data', name: settings.pages.data },
    body: html`${why && html`<p class="notice warn" role="alert">${words.refused[why]}</p>`}<form action="/data/download">
${row(
  'what',
  words.what,
  chooser(
    'what',
    exportChoices.map((each) => [each, words.tables[each]]),
    fields.what ?? exportChoices[0],
    'data-what',
  ),
  words.snapshotNote,
)}${row(
  'format',
  words.format,
  chooser(
    'format',
    tableFormats.map((each) => [each, formatNames[each]]),
    fields.format ?? 'csv',
    'data-format',
  ),
)}${row('person', words.person, choice('person'), words.personNote)}${row('source', reader.words.outlet, choice('source'))}${row(
  'topic',
  reader.words.section,
  chooser(
    'topic',
    [['', words.all] as const, ...sections.map((each) => [each, sectionNames[each]] as const)],
    fields.topic ?? '',
    'data-topic',
  ),
)}${row('from', words.from, field('from', 'date'))}${row('to', words.to, field('to', 'date'))}${row(
  'texts',
  words.texts,
  toggle('texts', fields.texts === 'on', 'data-texts'),
  words.textsNote,
)}<p class="actions"><button class="btn main">${words.download}</button></p></form>`,
  })
}
