/** A passage of a transcript: plain text, who says it and from when on, as far as the file tells. */
export type TranscriptLine = { readonly startSeconds?: number; readonly speaker?: string; readonly text: string }
