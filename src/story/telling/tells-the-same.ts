import type { Dossier } from '../../core/story.ts'

/**
 * Whether a story tells what it told before. What an older version did not compute yet is no news, nor are the words that
 * relate a story to others.
 */
export function tellsTheSame(before: Dossier, now: Dossier): boolean {
  const known = (Object.keys(before) as (keyof Dossier)[]).filter((key) => key !== 'relation')
  return known.every((key) => JSON.stringify(before[key]) === JSON.stringify(now[key]))
}
