import type { DocumentId } from '../core/ids.ts'
import type { Headline, Member } from '../core/story.ts'
import type { WordChoice } from '../core/word-choice.ts'
import { loadOf } from './loaded-title.ts'
import { isSummarizable, type MemberText } from './story-text.ts'
import { contentStems, wordsOf } from './words.ts'

/**
 * Chooses the title that stands for the story, taken whole: of a complete original article in the story's language, the
 * one whose words the other titles and the articles' first sentences share most, each report counted once however often it is
 * printed, less what is loaded in it (`loadOf`). `choices`
 * are the words in which outlets differ; `doubtful` the documents whose titles their own text does not bear, taken only where
 * there is no other. Falls back to any title there is.
 */
export function chooseHeadline(
  texts: readonly MemberText[],
  members: readonly Member[],
  language: string,
  choices: readonly WordChoice[] = [],
  doubtful: ReadonlySet<DocumentId> = new Set(),
): Headline {
  const first = texts[0]
  if (!first) throw new Error('A story without members has no headline: give chooseHeadline at least one member')
  const titled = texts.filter(({ input }) => input.document.title.trim() !== '')
  const fit = titled.filter((text) => isFit(text, language))
  const groupsWithOriginal = new Set(members.filter(({ role }) => role === 'original').map(({ group }) => group))
  const isOriginal = ({ member }: MemberText) => standsForItself(members[member], groupsWithOriginal)
  const sound = fit.filter(({ input }) => !doubtful.has(input.document.id))
  const ladder = [
    sound.filter(isOriginal),
    sound,
    fit.filter(isOriginal),
    fit,
    titled.filter(({ input }) => input.document.language === language),
    titled,
  ]
  const candidates = ladder.find((step) => step.length > 0) ?? [first]
  const best = mostShared(candidates, texts, members, choices)
  return { documentId: best.input.document.id, title: best.input.document.title }
}

/** The language most members are written in; the earliest wins a tie. */
export function languageOf(texts: readonly MemberText[]): string {
  const counts = new Map<string, number>()
  for (const { input } of texts)
    if (input.document.language !== 'und')
      counts.set(input.document.language, (counts.get(input.document.language) ?? 0) + 1)
  let best = 'und'
  for (const [language, count] of counts) if (best === 'und' || count > (counts.get(best) ?? 0)) best = language
  return best
}

function isFit({ input }: MemberText, language: string): boolean {
  return isSummarizable(input.article) && input.document.language === language
}

/** An original, or one of those that print an agency's text whose own article we do not hold: their titles are their own. */
function standsForItself(member: Member | undefined, groupsWithOriginal: ReadonlySet<number>): boolean {
  return member === undefined || member.role === 'original' || !groupsWithOriginal.has(member.group)
}

function mostShared(
  candidates: readonly MemberText[],
  texts: readonly MemberText[],
  members: readonly Member[],
  choices: readonly WordChoice[],
): MemberText {
  const sizes = new Map<number, number>()
  for (const { group } of members) sizes.set(group, (sizes.get(group) ?? 0) + 1)
  const weightOf = (member: number) => 1 / (sizes.get(members[member]?.group ?? -1) ?? 1)
  const voices = new Map(
    texts.map(({ member, input, sentences }) => [
      member,
      contentStems(wordsOf(`${input.document.title}\n${sentences[0]?.text ?? ''}`)),
    ]),
  )
  const voicesWith = new Map<string, number>()
  for (const [member, stems] of voices)
    for (const stem of stems) voicesWith.set(stem, (voicesWith.get(stem) ?? 0) + weightOf(member))
  const all = [...voices.keys()].reduce((sum, member) => sum + weightOf(member), 0)
  const scored = candidates.map((text) => {
    const { title } = text.input.document
    const stems = contentStems(wordsOf(title))
    let shared = 0
    // Its own title has all of its words.
    const own = weightOf(text.member)
    for (const stem of stems) shared += Math.max(0, (voicesWith.get(stem) ?? own) - own)
    const others = all - own
    const mean = others < 1e-9 ? 0 : shared / Math.max(6, stems.size) / others
    return { text, score: mean - loadOf(title, choices) }
  })
  const best = scored.reduce((a, b) => (b.score > a.score ? b : a))
  return best.text
}
