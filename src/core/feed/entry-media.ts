/** Somebody in a recording, with the part they have in it as the feed says it (`host`, `guest`). */
export type Participant = {
  readonly name: string
  readonly role?: string
  readonly url?: string
  readonly imageUrl?: string
}

/** A part of a recording that has a name; times in seconds from its start. */
export type Chapter = {
  readonly startSeconds: number
  readonly endSeconds?: number
  readonly title: string
  readonly url?: string
  readonly imageUrl?: string
}

/** A file beside a recording: its chapters, or its words as text. */
export type SideFile = { readonly url: string; readonly type?: string; readonly language?: string }

/** A part of a recording that stands for it, in seconds. */
export type Soundbite = { readonly startSeconds: number; readonly durationSeconds: number; readonly title?: string }

/** Where an episode stands in its show. */
export type EpisodePlace = {
  readonly season?: number
  readonly seasonName?: string
  readonly episode?: number
  /** As the feed writes it instead of the number: `12a`. */
  readonly display?: string
  readonly kind?: 'trailer' | 'bonus'
}

/** What a feed says of a recording beside the file itself. Absent: the feed does not say. */
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
