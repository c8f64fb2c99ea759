/** A passage of a transcript: plain text, with its speaker and start if the file gives them. */
export type TranscriptLine = { readonly startSeconds?: number; readonly speaker?: string; readonly text: string }
