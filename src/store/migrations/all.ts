import type { Migration } from '../migrate.ts'
import { first } from './0001-first.ts'
import { corrections } from './0002-corrections.ts'
import { storyChoices } from './0003-story-choices.ts'
import { readerMarks } from './0004-reader-marks.ts'
import { peopleAndOutlets } from './0005-people-and-outlets.ts'
import { readUndo } from './0006-read-undo.ts'
import { accounts } from './0007-accounts.ts'
import { discussion } from './0010-discussion.ts'

/** In order. A released migration is never changed: add the next one. */
export const migrations: readonly Migration[] = [
  first,
  corrections,
  storyChoices,
  readerMarks,
  peopleAndOutlets,
  readUndo,
  accounts,
  discussion,
]
