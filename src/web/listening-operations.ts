import type { Recording, RecordingState, SpeechTrial } from '../core/recording.ts'
import type { ToldBrief } from '../core/told-brief.ts'
import type { SpeechView } from '../operations/read-aloud.ts'

/** What is read aloud: an article as one of its revisions has it, or a story in brief. */
export type Spoken =
  | { readonly kind: 'article'; readonly id: string; readonly revision?: string }
  | { readonly kind: 'story'; readonly id: string }

/** What listening asks for. */
export type ListeningOperations = {
  /** Undefined: there is no such thing, or nobody reads aloud. */
  recordAloud(input: Spoken): Promise<'started' | 'busy' | undefined>
  recording(input: Spoken): Promise<Recording | undefined>
  speech(): Promise<SpeechView>
  trySpeech(input: { readonly language: string; readonly text: string }): Promise<SpeechTrial | undefined>
  /** How far the recording of a brief is; undefined where nobody reads aloud. */
  briefListening(brief: ToldBrief): Promise<RecordingState | undefined>
  /** Undefined where nobody reads aloud. */
  startBriefRecording(brief: ToldBrief): Promise<true | undefined>
  findBriefRecording(brief: ToldBrief): Promise<Recording | undefined>
}
