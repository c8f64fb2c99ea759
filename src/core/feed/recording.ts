/** The words spoken in a stretch of a recording; seconds from its start. */
export type Cue = { readonly from: number; readonly until: number; readonly text: string }

/** A text read aloud, stored as a file. */
export type Recording = {
  readonly contentType: string
  readonly bytes: number
  readonly seconds: number
  readonly cues: readonly Cue[]
  /** Distinguishes this file from a later recording of the same text. */
  readonly tag: string
  /** The whole file, or the bytes from `from` to `last`, both included. */
  read(from?: number, last?: number): Promise<Uint8Array>
}

/** State of a recording. */
export type RecordingState =
  | { readonly kind: 'none' }
  /** `share` is 0 to 1. */
  | { readonly kind: 'making'; readonly share: number }
  | { readonly kind: 'recorded'; readonly seconds: number; readonly bytes: number }
  | { readonly kind: 'failed'; readonly message: string }

/** Who reads aloud on this server: a local program, a server named by the owner, or nobody. */
export type VoiceFacts = {
  readonly kind: 'none' | 'program' | 'piper' | 'openai'
  /** The program, or the URL without secrets. */
  readonly place: string
  /** Names of voices by primary language; `*` is for all others. Empty: the program or server chooses. */
  readonly voices: Readonly<Record<string, string>>
}

/** One sentence spoken to test the voice: its duration, its size in bytes, and the time it took. */
export type SpeechTrial =
  | { readonly kind: 'said'; readonly seconds: number; readonly bytes: number; readonly tookMs: number }
  | { readonly kind: 'failed'; readonly message: string; readonly tookMs: number }
