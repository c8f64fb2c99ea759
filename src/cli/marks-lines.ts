import type { MarksFileImported } from '../operations/library/import-file.ts'
import { counted } from './counted.ts'

/** Singular and plural of each kind, in display order. */
const kinds: Readonly<Record<string, readonly [string, string]>> = {
  follows: ['thing followed', 'things followed'],
  mutes: ['mute', 'mutes'],
  saved: ['thing saved', 'things saved'],
  stars: ['star', 'stars'],
  links: ['star kept as a link', 'stars kept as links'],
  read: ['entry read', 'entries read'],
  places: ['place in a recording', 'places in recordings'],
  folders: ['empty folder', 'empty folders'],
  searches: ['kept search', 'kept searches'],
  notes: ['note', 'notes'],
  highlights: ['highlight', 'highlights'],
  tags: ['tag', 'tags'],
  visits: ['page of the history', 'pages of the history'],
  settings: ['setting', 'settings'],
}

/** What was imported from a library file, and what wasn't. */
export function marksLines({ counts }: MarksFileImported, name: string): readonly string[] {
  const { awaited = 0, absent = 0, skipped = 0 } = counts
  const came = Object.entries(kinds).flatMap(([kind, words]) => {
    const count = counts[kind] ?? 0
    return count === 0 ? [] : [counted(count, ...words)]
  })
  return [
    came.length === 0 ? `${name}: no marks.` : `${name}: ${came.join(', ')}.`,
    ...(awaited > 0 ? [`What was read of ${counted(awaited, 'feed')} yet to come waits, up to 90 days.`] : []),
    ...(absent > 0 ? [`Not taken: ${counted(absent, 'star')} without an entry here or an address.`] : []),
    ...(skipped > 0 ? [`Not taken: ${counted(skipped, 'annotation')}.`] : []),
  ]
}
