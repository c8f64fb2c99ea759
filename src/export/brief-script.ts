import type { BriefDocument, BriefStory } from '../core/brief-document.ts'
import { type SpokenPart, spokenParts, withFinalPeriod } from './spoken-part.ts'

/**
 * A brief for listening: outlets and speakers are named before their words, and spoken words mark the start and end of
 * quotations, since quotation marks can't be heard. The end of its period is left out: for today it would make a new recording
 * every minute.
 */
export function briefScript(brief: BriefDocument): readonly SpokenPart[] {
  const ours = (text: string): SpokenPart => ({ language: brief.language, text })
  return [
    ours(brief.title),
    ...brief.facts.slice(0, 1).map(ours),
    ...(brief.stories.length === 0 ? [ours(brief.nothing)] : []),
    ...brief.stories.flatMap((story, index) => storyScript(story, index + 1, brief)),
    ...brief.ending.map(ours),
  ].flatMap(({ text, language }) => spokenParts(text, language))
}

function storyScript(
  story: BriefStory,
  place: number,
  { language, labels, notes }: BriefDocument,
): readonly SpokenPart[] {
  const ours = (text: string): SpokenPart => ({ language, text })
  return [
    ours(`${place}.`),
    { language: story.language, text: withFinalPeriod(story.title) },
    ...story.facts.map((fact) => ours(withFinalPeriod(fact))),
    ...story.lines.flatMap((line) => {
      const outlet = notes.find(({ number }) => number === line.note)!.outlet
      const by = line.speaker === undefined ? outlet : `${line.speaker}, ${labels.from} ${outlet}`
      return [
        ...(line.heading === undefined ? [] : [ours(withFinalPeriod(line.heading))]),
        ours(`${by}: ${line.isQuote ? labels.said : ''}`.trim()),
        { language: line.language, text: withFinalPeriod(line.text) },
        ...(line.isQuote ? [ours(withFinalPeriod(labels.endOfQuote))] : []),
      ]
    }),
  ]
}
