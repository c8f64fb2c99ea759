import type { VoiceFacts } from '../core/feed/recording.ts'
import type { Sound } from './wave.ts'

/** A stretch of text in one language: a sentence, or a line of ours. */
export type SpokenText = { readonly language: string; readonly text: string }

export type VoiceResult =
  | { readonly kind: 'said'; readonly sound: Sound }
  | { readonly kind: 'failed'; readonly message: string }

/** Speaks one text at a time. Never rejects. */
export type Voice = {
  /** Distinguishes its recordings from another voice's; not secret. */
  readonly name: string
  readonly about: VoiceFacts
  /** True if it has a voice for a language (BCP 47). */
  speaks(language: string): boolean
  say(part: SpokenText, signal?: AbortSignal): Promise<VoiceResult>
}
