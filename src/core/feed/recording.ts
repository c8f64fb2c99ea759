/** What is said when: seconds from the beginning. */
export type Cue = { readonly from: number; readonly until: number; readonly text: string }

/** A text read aloud, kept as a file. */
export type Recording = {
  readonly contentType: string
  readonly bytes: number
  readonly seconds: number
  readonly cues: readonly Cue[]
  /** Tells this very file from one that was made of the same later. */
  readonly tag: string
  /** All of it, or the bytes from one to another, the last included. */
  read(from?: number, last?: number): Promise<Uint8Array>
}

/** How far a recording is. */
export type RecordingState =
  | { readonly kind: 'none' }
  /** `share` is 0 to 1. */
  | { readonly kind: 'making'; readonly share: number }
  | { readonly kind: 'recorded'; readonly seconds: number; readonly bytes: number }
  | { readonly kind: 'failed'; readonly message: string }

/** Who reads aloud on this server: a program of it, a server that the owner named, or nobody. */
export type VoiceFacts = {
  readonly kind: 'none' | 'program' | 'piper' | 'openai'
  /** The program, or the address without anything secret. */
  readonly place: string
  /** Names of voices by primary language; `*` is for all others. Empty: whoever reads chooses. */
  readonly voices: Readonly<Record<string, string>>
}

/** One sentence said to hear whether the voice works: how long it lasts, how many bytes of sound, how long it took. */
export type SpeechTrial =
  | { readonly kind: 'said'; readonly seconds: number; readonly bytes: number; readonly tookMs: number }
  | { readonly kind: 'failed'; readonly message: string; readonly tookMs: number }
