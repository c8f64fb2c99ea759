import { type ListPicture, listPicture, mayIllustrate } from '../core/list-picture.ts'
import type { Headline } from '../core/story.ts'
import { isSummarizable, type MemberText } from './story-text.ts'

/**
 * The picture that stands for a story in lists: of the article that gave the headline, else of the first complete article that has one, else
 * of any. `usual` are the pictures that outlets put on many articles: a logo, or whatever they show when they have none.
 */
export function choosePicture(
  texts: readonly MemberText[],
  { documentId }: Headline,
  usual: ReadonlySet<string> = new Set(),
): ListPicture | undefined {
  const rank = ({ input: { article, document } }: MemberText) =>
    document.id === documentId ? 0 : isSummarizable(article) ? 1 : 2
  for (const { input } of texts.toSorted((a, b) => rank(a) - rank(b))) {
    const { article } = input
    const picture = [article.leadPicture, article.pictures[0]].find(
      (one) => one !== undefined && !usual.has(one.url) && mayIllustrate(one),
    )
    if (picture) return listPicture(picture, { articleId: article.id })
  }
  return undefined
}
