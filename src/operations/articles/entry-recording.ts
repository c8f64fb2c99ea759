import { z } from 'zod'
import { defined } from '../../core/defined.ts'
import type { Enclosure } from '../../core/entry.ts'
import type { Chapter, RecordingFacts, TranscriptLine } from '../../core/feed/entry-media.ts'
import type { FetchResult } from '../../core/fetch-result.ts'
import { recordingIn } from '../../core/reading/heard.ts'
import type { RecordingFile, RecordingRead } from '../../pipeline/pages/read-recording-file.ts'
import { listedEntry } from '../feeds/feed-health.ts'
import { entryId } from '../input.ts'
import { defineOperation, type OperationContext } from '../operation.ts'
import type { ListedEntry } from '../views.ts'

/** Largest chapter or transcript file read. */
const mostBytes = 4 * 2 ** 20

/** An entry's recording with its chapters. */
export type EntryRecordingView = {
  readonly entry: ListedEntry
  readonly file: Enclosure
  readonly recording: RecordingFacts
  readonly chapters: readonly Chapter[]
  /** The URL of the chapter file, if it couldn't be fetched or read. */
  readonly missing?: string
}

/** The transcript of a recording. */
export type EntryTranscriptView = {
  readonly entry: ListedEntry
  /** The recording; absent if the entry has none. */
  readonly file?: Enclosure
  readonly language?: string
  /** The URL of the transcript. */
  readonly url: string
  readonly lines: readonly TranscriptLine[]
  /** The file has more text than these lines. */
  readonly isCut?: true
  /** It couldn't be fetched or read. */
  readonly isMissing: boolean
}

export const getEntryRecording = defineOperation({
  name: 'get_entry_recording',
  minRole: 'reader',
  summary: 'The recording attached to an entry, with its chapters, which are fetched on request',
  input: z.strictObject({ id: entryId }),
  async run(context, { id }): Promise<EntryRecordingView | undefined> {
    const row = await context.store.entries.find(context.reader.id, id)
    const file = row && recordingIn(row.entry.enclosures)
    if (!file) return undefined
    const recording = row.entry.recording ?? {}
    const { chapters = [], chapterFile } = recording
    const view = { entry: listedEntry(row), file, recording }
    if (chapters.length > 0 || !chapterFile) return { ...view, chapters }
    const accept = 'application/json+chapters, application/json;q=0.9, */*;q=0.5'
    const { chapters: fetched } = await readBeside(context, 'chapters', chapterFile.url, accept)
    return fetched ? { ...view, chapters: fetched } : { ...view, chapters: [], missing: chapterFile.url }
  },
})

export const getEntryTranscript = defineOperation({
  name: 'get_entry_transcript',
  minRole: 'reader',
  summary: 'The transcript of an entry’s recording, as named by its feed, fetched on request',
  input: z.strictObject({
    id: entryId,
    /** Number of the entry's transcript, from 0. */
    number: z.number().int().min(0).max(999),
  }),
  async run(context, { id, number }): Promise<EntryTranscriptView | undefined> {
    const row = await context.store.entries.find(context.reader.id, id)
    const given = row?.entry.recording?.transcripts?.[number]
    if (!row || !given) return undefined
    const file = recordingIn(row.entry.enclosures)
    const accept = 'text/vtt, application/x-subrip, application/json, text/*;q=0.8, */*;q=0.5'
    const { lines, isCut } = await readBeside(context, 'transcript', given.url, accept)
    const language = given.language ?? row.entry.language
    return {
      entry: listedEntry(row),
      ...defined({ file, language: language || undefined }),
      url: given.url,
      lines: lines ?? [],
      ...defined({ isCut }),
      isMissing: lines === undefined,
    }
  },
})

/** Fetches a file that belongs to a recording. Undefined when it can't be fetched or read. */
async function readBeside(
  { http, recordings }: Pick<OperationContext, 'http' | 'recordings'>,
  as: RecordingFile['as'],
  url: string,
  accept: string,
): Promise<RecordingRead> {
  const fetched: FetchResult = await http.get(url, { accept, maxBytes: mostBytes })
  if (fetched.kind !== 'ok') return {}
  const { body, contentType } = fetched
  return recordings.read({ as, body, contentType, url: fetched.url })
}
