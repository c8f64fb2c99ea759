import { writeFileSync } from 'node:fs'
import { ask } from '../cluster/database-access.ts'
import type { Soaked, Vitals } from './soak-crew.ts'

/** What was so at one moment. */
export type Sample = {
  readonly atSeconds: number
  readonly processes: Readonly<Record<string, Vitals & { readonly life: number }>>
  /** Undefined while the database does not answer. */
  readonly queue?: {
    readonly entries: number
    readonly articles: number
    readonly waiting: number
    readonly running: number
    readonly failed: number
  }
  readonly published: number
}

/** What happened at one moment, in words. */
export type Happening = { readonly atSeconds: number; readonly kind: string; readonly what: string }

/** A whole soak as it is written down: what the drawing is made of. */
export type Course = {
  readonly store: string
  readonly minutes: number
  readonly seed: number
  readonly samples: Sample[]
  readonly happenings: Happening[]
}

/** Looks once at all processes and at the queue. */
export async function takeSample(
  processes: readonly Soaked[],
  database: string,
  atSeconds: number,
  published: number,
): Promise<Sample> {
  const now = new Date().toISOString()
  const [row] = await ask(
    database,
    `select (select count(*) from entry) as entries, (select count(*) from article) as articles,
      (select count(*) from job where state = 'waiting' and run_at <= '${now}') as waiting,
      (select count(*) from job where state = 'running') as running,
      (select count(*) from job where state = 'failed') as failed`,
  ).catch(() => [])
  return {
    atSeconds: Math.round(atSeconds * 10) / 10,
    processes: Object.fromEntries(
      processes.map(({ member, vitals }) => [member.name, { ...vitals(), life: member.lives.length }]),
    ),
    ...(row && { queue: { entries: 0, articles: 0, waiting: 0, running: 0, failed: 0, ...row } }),
    published,
  }
}

/** Writes the course so far; a soak that is cut short leaves what it had. */
export function writeCourse(path: string, course: Course): void {
  writeFileSync(path, JSON.stringify(course))
}
