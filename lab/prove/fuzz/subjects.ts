import type { Subject } from './subject.ts'

/** Everything of its kind that comes from outside as text, by the name of its proof (`fuzz-dates`). */
export const subjects = {
  dates: () => import('./subjects/dates.ts'),
  opml: () => import('./subjects/opml.ts'),
  addresses: () => import('./subjects/addresses.ts'),
  queries: () => import('./subjects/queries.ts'),
  imports: () => import('./subjects/imports.ts'),
  letters: () => import('./subjects/letters.ts'),
  bodies: () => import('./subjects/bodies.ts'),
} satisfies Readonly<Record<string, () => Promise<{ readonly subject: Subject }>>>

export type SubjectName = keyof typeof subjects
