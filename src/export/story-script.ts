import type { Dossier } from '../core/story.ts'
import { type SpokenPart, spokenParts } from './spoken-part.ts'

/** A story for listening: its headline, then its brief sentence by sentence, each in its outlet's language. */
export function storyScript(
  { headline, language, brief }: Pick<Dossier, 'headline' | 'language' | 'brief'>,
  languageOf: (documentId: string) => string | undefined,
): readonly SpokenPart[] {
  return [
    ...spokenParts(headline.title, language),
    ...brief.flatMap(({ text, citations }) => spokenParts(text, languageOf(citations[0].documentId) ?? language)),
  ]
}
