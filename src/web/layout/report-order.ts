import type { Dossier } from '../../core/story.ts'

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
