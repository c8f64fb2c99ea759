import { starSavedSql } from '../library/star-saved.ts'
import type { Migration } from './migrate.ts'

/** Saving and starring are one thing: entries of saved articles get a star, in the feeds their reader subscribes to. */
export const savesAndStars: Migration = {
  version: 44,
  name: 'saves and stars',
  isExpand: true,
  statements: () => [starSavedSql],
}
