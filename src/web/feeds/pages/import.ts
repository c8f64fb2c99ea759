import { maxLength } from '../../../core/text/max-length.ts'
import type { OpmlImportView } from '../../../operations/feeds/opml-views.ts'
import type { ImportResult } from '../../../operations/library/import-file.ts'
import { foreign, type Html, html } from '../../layout/html.ts'
import { movePath, opmlImportPath } from '../../layout/links.ts'
import { section } from '../../layout/section.ts'
import { importingPageOf } from '../../layout/settings-frame.ts'
import { when } from '../../layout/time.ts'
import { importCounts, restoredMarks, skippedLines } from '../../library/parts/import-report.ts'
import type { Reader } from '../../reader.ts'
import { embargoField } from '../parts/embargo.ts'

/** The form that fetches a list from a URL. */
function listAddressForm({ words }: Reader): Html {
  const { listImport, importing } = words
  return html`<form method="post" action="/settings/import/list" class="stack">
<p class="note">${listImport.addressLead}</p>
<label for="list-url">${listImport.addressLabel}</label>
<div class="line"><input id="list-url" type="text" inputmode="url" name="url" required maxlength="${maxLength.address}" autocomplete="url" spellcheck="false" placeholder="https://" dir="ltr"> <button class="btn">${importing.title}</button></div>
</form>`
}

/** The latest imports with their progress. */
function listImports(lists: readonly OpmlImportView[], reader: Reader): Html {
  const { listImport, number } = reader.words
  if (lists.length === 0) return html``
  return section(
    'lists',
    listImport.lists,
    html`<ul class="plain">${lists.map(
      ({ id, name, state, at, doneCount, feedCount }) =>
        html`<li><a href="${opmlImportPath(id)}">${name === '' ? listImport.title : foreign(name)}</a> <small>${when(at, reader)} · ${listImport.states[state]} · ${number(doneCount)} / ${number(feedCount)}</small></li>
`,
    )}</ul>`,
  )
}

/** What a refused form for a pasted text was sent with, to be filled in again; a file can't be. */
export type PastedFields = Readonly<
  Partial<Record<'text' | 'recording' | 'title' | 'outlet' | 'day' | 'embargo', string | undefined>>
>

/** Ways to import: a file of another program, one URL, a bookmarklet for any site. `saveAddress` is where that leads. */
export function importPage(
  reader: Reader,
  options: {
    readonly saveAddress: string
    readonly result?: ImportResult
    readonly given?: PastedFields
    readonly lists?: readonly OpmlImportView[]
  },
): string {
  const { importing, moving } = reader.words
  const { given } = options
  const transcript =
    reader.isOwner && section('transcript', importing.transcript.title, transcriptForm(given ?? {}, reader))
  const body = html`${options.result && resultPart(options.result, reader)}
${given && transcript}${section('file', importing.file, fileForm(reader))}
${reader.isOwner && section('move', moving.title, moveLink(reader))}
${listImports(options.lists ?? [], reader)}${section('list', reader.words.listImport.addressTitle, listAddressForm(reader))}
${section('page', importing.saveIt, pageForm(reader))}
${section('bookmark', importing.bookmark, bookmark(options.saveAddress, reader))}
${!given && transcript}
`
  return importingPageOf(reader, importing.title, body)
}

function moveLink({ words }: Reader): Html {
  return html`<p>${words.moving.lead}</p>
<p class="actions"><a class="btn" href="${movePath}">${words.moving.title}</a></p>`
}

function fileForm(reader: Reader): Html {
  const { importing } = reader.words
  return html`<form method="post" action="/settings/import" enctype="multipart/form-data" class="stack">
<input type="file" name="file" required aria-labelledby="file-h" aria-describedby="import-programs">
<p class="note" id="import-programs">${importing.programs} ${importing.takes}${reader.isOwner && ` ${importing.articles}`}</p>
${reader.isOwner && embargoField('import-embargo', embargoNote(reader), reader)}
<p class="actions"><button class="btn main">${importing.title}</button></p>
</form>`
}

function embargoNote({ words: { embargo } }: Reader): string {
  return `${embargo.note} ${embargo.imported}`
}

function transcriptForm({ text, recording, title, outlet, day, embargo }: PastedFields, reader: Reader): Html {
  const value = (given: string | undefined) => given !== undefined && html` value="${given}"`
  const { words } = reader
  const { transcript } = words.importing
  return html`<form method="post" action="/settings/import" enctype="multipart/form-data" class="stack">
<p class="note">${transcript.lead}</p>
<label for="transcript-text">${transcript.text}</label>
<textarea class="in" id="transcript-text" name="text" rows="6" maxlength="${maxLength.transcript}" dir="auto">${text ?? ''}</textarea>
<label for="transcript-file">${transcript.file}</label>
<input type="file" id="transcript-file" name="file" accept=".vtt,.srt,.txt,.json">
<label for="transcript-recording">${transcript.recording}</label>
<input class="in" id="transcript-recording" type="text" inputmode="url" name="recording" maxlength="${maxLength.address}" spellcheck="false" placeholder="https://" dir="ltr"${value(recording)}>
<label for="transcript-title">${transcript.name}</label>
<input class="in" id="transcript-title" type="text" name="title" required maxlength="500" dir="auto"${value(title)}>
<label for="transcript-outlet">${transcript.outlet}</label>
<input class="in" id="transcript-outlet" type="text" name="outlet" required maxlength="200" dir="auto"${value(outlet)}>
<label for="transcript-day">${transcript.day}</label>
<input id="transcript-day" type="date" name="day"${value(day)}>
${embargoField('transcript-embargo', embargoNote(reader), reader, embargo)}
<p class="actions"><button class="btn">${words.importing.title}</button></p>
</form>`
}

function pageForm(reader: Reader): Html {
  const { importing } = reader.words
  return html`<form method="post" action="/articles" class="stack">
<p class="note">${importing.pageLead}</p>
<label for="page-url">${reader.words.address}</label>
<div class="line"><input id="page-url" type="text" inputmode="url" name="url" required maxlength="${maxLength.address}" autocomplete="url" spellcheck="false" placeholder="https://" dir="ltr"> <button class="btn">${importing.saveIt}</button></div>
</form>`
}

/**
 * A bookmarklet that opens the form for saving a page: a plain navigation, which no content security policy of another page forbids. On our
 * own pages ours keeps it from running.
 */
function bookmark(saveAddress: string, reader: Reader): Html {
  const { importing } = reader.words
  const place = JSON.stringify(`${saveAddress}?url=`)
  const script = `javascript:location.href=${place}+encodeURIComponent(location.href)+'&title='+encodeURIComponent(document.title)`
  return html`<p>${importing.bookmarkLead}</p>
<p class="actions"><a class="btn" href="${script}">${importing.bookmark}</a></p>
<p class="note">${importing.shareNote}</p>`
}

/** The result of importing a file, announced to screen readers. */
function resultPart(result: ImportResult, reader: Reader): Html {
  const { importing, listImport } = reader.words
  if (result.kind === 'queued')
    return html`<p class="notice" role="status"><a href="${opmlImportPath(result.importId)}">${listImport.reload}</a></p>`
  if (result.kind === 'refused') {
    const known: Readonly<Record<string, string>> = {
      'owner-only': importing.ownerOnly,
      'embargo-past': reader.words.embargo.past,
    }
    const why = known[result.reason ?? ''] ?? html`<span lang="en" dir="ltr">${result.message}</span>`
    return html`<p class="notice warn" role="alert"><b>${importing.refused}</b>${reader.words.colon}${why}</p>`
  }
  if (result.kind === 'marks')
    return html`<div class="notice done" role="status"><p><b>${importing.done}</b></p>
${restoredMarks(result.counts, reader)}</div>`
  return html`<div class="notice done" role="status"><p><b>${importing.done}</b>${result.kind === 'links' && ` (${result.program})`}</p>
${importCounts(result, reader)}
${result.kind === 'links' && result.waiting > 0 && html`<p class="small">${importing.pagesNote}</p>`}
<p><a href="${result.kind === 'links' ? '/library' : '/feeds'}">${result.kind === 'links' ? reader.words.frame.places.library : reader.words.firstRun.openFeeds}</a></p></div>
${skippedLines(result, reader)}`
}
