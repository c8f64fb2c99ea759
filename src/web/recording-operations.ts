import type { EntryRecordingView, EntryTranscriptView } from '../operations/entry-recording.ts'

type Answer<View> = Promise<View | undefined>

/** Recordings that came with entries. Undefined: there is none. */
export type RecordingOperations = {
  entryRecording(input: { readonly id: string }): Answer<EntryRecordingView>
  entryTranscript(input: { readonly id: string; readonly number: number }): Answer<EntryTranscriptView>
}
