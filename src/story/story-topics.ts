import type { Article } from '../core/article.ts'
import { defined } from '../core/defined.ts'
import type { Annotations } from '../core/layers.ts'
import { type ArticleTopic, articleTopics } from './article-topics.ts'

/** A topic of a story and how many of its articles have it. */
export type StoryTopic = Pick<ArticleTopic, 'code' | 'broader' | 'by'> & {
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
