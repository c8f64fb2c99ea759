import type { ArticleId } from '../core/ids.ts'
import type { Dossier, Reason } from '../core/story.ts'
import type { StoryEvent } from '../core/story-choice.ts'
import type { StoryMember } from '../store/story-store.ts'
import { contentStems, wordsOf } from '../story/words.ts'

const namesShown = 6
const wordsShown = 6
const openingLength = 1500

/**
 * Why each member is in its story, by article id: the reason kept when it joined. Who was moved, or has no reason kept, gets
 * one from what it shares with the others today, without a score; the first has none.
 */
export function reasonsOf(
  members: readonly StoryMember[],
  dossier: Dossier,
  history: readonly StoryEvent[],
): Readonly<Record<ArticleId, Reason>> {
  const founder = history.find((event) => event.kind === 'founded')
  return Object.fromEntries(
    members.flatMap((member) => {
      const isFounder = founder !== undefined && 'articleId' in founder && founder.articleId === member.article.id
      const reason = member.reason ?? (isFounder || !founder ? undefined : sharedToday(member, members, dossier))
      return reason ? [[member.article.id, reason]] : []
    }),
  )
}

function sharedToday(member: StoryMember, members: readonly StoryMember[], dossier: Dossier): Reason {
  const { document, annotations, syndications } = member
  const others = members.filter((other) => other !== member)
  const mine = new Set((annotations.mentions?.items ?? []).map(({ entity }) => entity.id))
  const names = (dossier.entities ?? [])
    .filter(({ entity, documentCount }) => documentCount > 1 && mine.has(entity.id))
    .map(({ entity }) => entity.name)
  const nameStems = contentStems(wordsOf(names.join('\n')))
  const theirs = contentStems(wordsOf(others.map((other) => other.document.title).join('\n')))
  const opening = `${document.title}\n${document.text.slice(0, openingLength)}`
  const words = new Map<string, string>()
  for (const { stem, text, isStop } of wordsOf(opening))
    if (!isStop && theirs.has(stem) && !nameStems.has(stem) && !words.has(stem)) words.set(stem, text)
  const ids = new Set<string>(others.map((other) => other.document.id))
  const copied = syndications
    .filter(({ documentId, otherId }) => ids.has(documentId) || ids.has(otherId))
    .map(({ passages }) => passages.filter((passage) => !passage.isQuotation).length)
  return {
    score: 0,
    sharedNames: names.slice(0, namesShown),
    sharedWords: [...words.values()].slice(0, wordsShown),
    copiedSentences: Math.max(0, ...copied),
  }
}
