import type { Chapter, TranscriptLine } from '../../core/feed/entry-media.ts'
import { decodeAny } from '../../feeds/reading/parse-common-feed.ts'
import { readChapterFile } from '../../feeds/reading/read-recording.ts'
import { MAX_PASSAGES, readTranscript } from '../../feeds/reading/read-transcript.ts'

/** A file that belongs to a recording, as fetched. */
export type RecordingFile = {
  readonly as: 'transcript' | 'chapters'
  readonly body: Uint8Array
  readonly contentType: string
  readonly url: string
}

export type RecordingRead = {
  readonly lines?: readonly TranscriptLine[]
  /** There are more lines than these. */
  readonly isCut?: true
  readonly chapters?: readonly Chapter[]
}

/** Reads the transcript or the chapters of a recording; nothing when the file is neither. */
export async function readRecordingFile({ as, body, contentType, url }: RecordingFile): Promise<RecordingRead> {
  const text = await decodeAny(body, contentType)
  if (as === 'transcript') {
    const lines = readTranscript(text)
    if (!lines) return {}
    return lines.length > MAX_PASSAGES ? { lines: lines.slice(0, MAX_PASSAGES), isCut: true } : { lines }
  }
  const chapters = readChapterFile(text, url)
  return chapters ? { chapters } : {}
}
