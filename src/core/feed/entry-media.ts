/** A person in a recording, with their part as the feed gives it (`host`, `guest`). */
export type Participant = {
  readonly name: string
  readonly role?: string
  readonly url?: string
  readonly imageUrl?: string
}

/** A named part of a recording; times in seconds from its start. */
export type Chapter = {
  readonly startSeconds: number
  readonly endSeconds?: number
  readonly title: string
  readonly url?: string
  readonly imageUrl?: string
}

/** A file that accompanies a recording: its chapters or a transcript. */
export type SideFile = { readonly url: string; readonly type?: string; readonly language?: string }

/** An excerpt that represents the recording, in seconds. */
export type Soundbite = { readonly startSeconds: number; readonly durationSeconds: number; readonly title?: string }

/** An episode's position in its show. */
export type EpisodePlace = {
  readonly season?: number
  readonly seasonName?: string
  readonly episode?: number
  /** The feed's label in place of the number: `12a`. */
  readonly display?: string
  readonly kind?: 'trailer' | 'bonus'
}

/** What a feed says about a recording besides the file itself. Absent fields aren't in the feed. */
export type RecordingFacts = {
  readonly durationSeconds?: number
  readonly chapters?: readonly Chapter[]
  readonly chapterFile?: SideFile
  readonly transcripts?: readonly SideFile[]
  readonly participants?: readonly Participant[]
  readonly soundbites?: readonly Soundbite[]
  readonly place?: EpisodePlace
  readonly isExplicit?: true
}

/** A passage of a transcript: plain text, with its speaker and start if the file gives them. */
export type TranscriptLine = { readonly startSeconds?: number; readonly speaker?: string; readonly text: string }
