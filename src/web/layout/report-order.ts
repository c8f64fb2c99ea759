import type { Dossier } from '../../core/story.ts'
import type { Reader } from '../reader.ts'

/** How the origin of a report is known, in words; a claim of one outlet is shown as such. */
export function howKnown({ how, claimedBy }: Dossier['reports'][number], reader: Reader): string {
  const { words } = reader
  if (claimedBy !== undefined) return words.claimedBy(claimedBy)
  return { credit: words.byCredit, time: words.byTime, alone: words.alone, undecided: words.undecided }[how]
}

/** Why the articles of a report count as one: how its origin is known, and the common owner of its outlets. */
export function whyOne(report: Dossier['reports'][number], reader: Reader): string {
  const { owner } = report
  const known = howKnown(report, reader)
  return owner === undefined ? known : `${known} · ${reader.words.sameOwner(owner)}`
}

/** Members with a valid time, earliest first; outlets write their times in various zones. */
export function byTime(members: Dossier['members']): Dossier['members'] {
  return members
    .filter(({ publishedAt }) => !Number.isNaN(Date.parse(publishedAt)))
    .sort((a, b) => Date.parse(a.publishedAt) - Date.parse(b.publishedAt))
}

/** Reports with the most articles first. */
export function bySize(reports: Dossier['reports']): Dossier['reports'] {
  return [...reports].sort((a, b) => b.documentIds.length - a.documentIds.length)
}
