import type { EmbedKind } from '../../core/embed.ts'

/** The words for what an article shows of other sites. */
export type EmbedWords = { readonly kinds: Readonly<Record<EmbedKind, string>> }

export const embedsEn: EmbedWords = {
  kinds: { post: 'Post', video: 'Video', audio: 'Sound', map: 'Map', chart: 'Chart', document: 'Document' },
}
