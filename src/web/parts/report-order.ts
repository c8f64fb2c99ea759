import type { Dossier } from '../../core/story.ts'
import type { Reader } from '../reader.ts'

/** How the origin of a report is known, in words. */
export function howKnown(how: Dossier['reports'][number]['how'], reader: Reader): string {
  const { words } = reader
  return { credit: words.byCredit, time: words.byTime, alone: words.alone, undecided: words.undecided }[how]
}

/** Why the articles of a report are one: how its origin is known, and the owner its outlets have in common. */
export function whyOne({ how, owner }: Dossier['reports'][number], reader: Reader): string {
  const known = howKnown(how, reader)
  return owner === undefined ? known : `${known} · ${reader.words.sameOwner(owner)}`
}

/** Members with a readable time, the earliest first; outlets write their times in zones of their own. */
export function byTime(members: Dossier['members']): Dossier['members'] {
  return members
    .filter(({ publishedAt }) => !Number.isNaN(Date.parse(publishedAt)))
    .sort((a, b) => Date.parse(a.publishedAt) - Date.parse(b.publishedAt))
}

/** Reports with the most articles first. */
export function bySize(reports: Dossier['reports']): Dossier['reports'] {
  return [...reports].sort((a, b) => b.documentIds.length - a.documentIds.length)
}
