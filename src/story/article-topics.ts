import type { Article } from '../core/article.ts'
import { defined } from '../core/defined.ts'
import type { Annotations } from '../core/layers.ts'
import { mediaTopics } from '../core/names/media-topics.ts'
import { ownValue } from '../core/own-value.ts'
import type { Span } from '../core/span.ts'
import { type Section, sections } from '../languages/pack.ts'
import { mostCommon, sectionNamed } from './sections.ts'

/** A topic of an article and how we know: from the section its outlet put it in, or from words of its text. */
export type ArticleTopic = {
  /** An IPTC Media Topic. */
  readonly code: string
  readonly broader?: string
  readonly by: 'section' | 'words'
  /** Where the text says so; empty when only the section does. */
  readonly words: readonly Span[]
}

const topicBySection: { readonly [Name in Section]?: string } = {
  Politics: '11000000',
  Business: '04000000',
  Science: '13000000',
  Technology: '13000000',
  Health: '07000000',
  Sport: '15000000',
  Culture: '01000000',
  Climate: '06000000',
}

const sectionByTopic: Readonly<Record<string, Section>> = {
  '01000000': 'Culture',
  '04000000': 'Business',
  '06000000': 'Climate',
  '07000000': 'Health',
  '09000000': 'Business',
  '11000000': 'Politics',
  '13000000': 'Science',
  '15000000': 'Sport',
  '16000000': 'World',
  '17000000': 'Climate',
}

/** Our section that a broad topic belongs to. */
export function sectionOfTopic(code: string): Section | undefined {
  return ownValue(sectionByTopic, code)
}

/** The topics of one article, the outlet's own section first; each second-level topic follows its broader one. */
export function articleTopics(article: Pick<Article, 'section' | 'url'>, annotations: Annotations): ArticleTopic[] {
  const found = annotations.topics?.items ?? []
  const named = sectionNamed(article)
  const bySection = named === undefined ? undefined : topicBySection[named]
  const broad = found.filter(({ broader }) => broader === undefined).map(({ code }) => code)
  const codes = [...new Set(bySection ? [bySection, ...broad] : broad)].filter((code) => mediaTopics.has(code))
  return codes.flatMap((code): ArticleTopic[] => [
    {
      code,
      by: code === bySection ? 'section' : 'words',
      words: found.find((each) => each.code === code)?.words ?? [],
    },
    ...found
      .filter(({ broader }) => broader === code)
      .map(({ code: own, words }): ArticleTopic => ({ code: own, broader: code, by: 'words', words })),
  ])
}

/**
 * The section that most of a story's articles are about, by what each is about first. Undefined when that has no section, such as an
 * accident, when less than a third agree, or two are equally many.
 */
export function sectionByWords(members: readonly { readonly annotations: Annotations }[]): Section | undefined {
  const about = members.map(({ annotations }) => {
    const code = annotations.topics?.items[0]?.code
    return code === undefined ? undefined : (sectionOfTopic(code) ?? code)
  })
  const most = mostCommon<string>(about)
  return sections.find((section) => section === most)
}

/** The keys under which a reader may follow a section: its name, and the codes that belong to it. */
export function topicsOfSection(section: string): readonly string[] {
  const name = section.toLowerCase()
  const codes = Object.entries(sectionByTopic).filter(([, of]) => of?.toLowerCase() === name)
  return [...new Set([section, name, ...codes.map(([code]) => code)])]
}

/** A topic of a story and how many of its articles have it. */
type StoryTopic = Pick<ArticleTopic, 'code' | 'broader' | 'by'> & {
  /** Of the articles with any topic, 0 to 1. */
  readonly share: number
}

/** A topic of fewer of its articles is an aspect of the story, not its subject. */
const leastShare = 1 / 3

/** The topics that at least a third of a story's articles have, the most shared first; a narrower one after its broader. */
export function storyTopics(
  members: readonly { readonly article: Pick<Article, 'section' | 'url'>; readonly annotations: Annotations }[],
): readonly StoryTopic[] {
  const each = members
    .map(({ article, annotations }) => articleTopics(article, annotations))
    .filter(({ length }) => length > 0)
  const byCode = Map.groupBy(each.flat(), ({ code }) => code)
  const shared = [...byCode]
    .map(([code, found]): StoryTopic => {
      const broader = found[0]?.broader
      return {
        code,
        ...defined({ broader }),
        by: found.some(({ by }) => by === 'section') ? 'section' : 'words',
        share: found.length / each.length,
      }
    })
    .filter(({ share }) => share >= leastShare)
    .sort((a, b) => b.share - a.share || (a.code < b.code ? -1 : 1))
  const narrower = (code: string) => shared.filter(({ broader }) => broader === code)
  return shared.filter(({ broader }) => broader === undefined).flatMap((topic) => [topic, ...narrower(topic.code)])
}
