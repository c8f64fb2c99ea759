import type { Dossier } from '../core/story.ts'

/** Whether two dossiers show the same. Ignores parts that an older version did not compute yet, and the words that relate a story to others. */
export function showsTheSame(before: Dossier, now: Dossier): boolean {
  const known = (Object.keys(before) as (keyof Dossier)[]).filter((key) => key !== 'relation')
  return known.every((key) => JSON.stringify(before[key]) === JSON.stringify(now[key]))
}
