import type { ToldBrief, ToldStory } from '../core/told-brief.ts'

/** A stretch of text in one language, to be read aloud. */
export type SpokenPart = { readonly language: string; readonly text: string }

/**
 * A brief for the ear: outlets and speakers are named before what they say, and a quotation begins and ends in words, since
 * quotation marks cannot be heard.
 */
export function briefScript(brief: ToldBrief): readonly SpokenPart[] {
  const ours = (text: string): SpokenPart => ({ language: brief.language, text })
  const parts = [
    ours(brief.title),
    ...brief.facts.map(ours),
    ...(brief.stories.length === 0 ? [ours(brief.nothing)] : []),
    ...brief.stories.flatMap((story, index) => storyScript(story, index + 1, brief)),
    ...brief.ending.map(ours),
  ]
  return joinSame(parts)
}

function storyScript(story: ToldStory, place: number, { language, labels, notes }: ToldBrief): readonly SpokenPart[] {
  const ours = (text: string): SpokenPart => ({ language, text })
  return [
    ours(`${place}.`),
    { language: story.language, text: sentence(story.title) },
    ...story.facts.map((fact) => ours(sentence(fact))),
    ...story.lines.flatMap((line) => {
      const outlet = notes.find(({ number }) => number === line.note)!.outlet
      const by = line.speaker === undefined ? outlet : `${line.speaker}, ${labels.from} ${outlet}`
      return [
        ...(line.heading === undefined ? [] : [ours(sentence(line.heading))]),
        ours(`${by}: ${line.isQuote ? labels.said : ''}`.trim()),
        { language: line.language, text: sentence(line.text) },
        ...(line.isQuote ? [ours(sentence(labels.endOfQuote))] : []),
      ]
    }),
  ]
}

/** With a full stop, so that a voice rests there. */
function sentence(text: string): string {
  const line = text.replace(/\s+/g, ' ').trim()
  return /[.!?…:。؟]["”’»)]*$/.test(line) ? line : `${line}.`
}

function joinSame(parts: readonly SpokenPart[]): readonly SpokenPart[] {
  const joined: { language: string; text: string }[] = []
  for (const { language, text } of parts) {
    const last = joined.at(-1)
    if (last?.language === language) last.text += `\n${text}`
    else joined.push({ language, text })
  }
  return joined
}
