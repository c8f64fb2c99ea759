import type { Subject, Tried } from './subject.ts'

/** How many milliseconds of CPU one case may take. */
const SLOW_MS = 1000

/** Tries one case. What throws is wrong, and what takes long; a slow one gets a second chance, as a machine collects garbage when it likes. */
export async function trySubject(subject: Subject, bytes: Uint8Array): Promise<Tried> {
  const first = await timed(subject, bytes)
  if (first.wrong !== undefined || first.ms <= SLOW_MS) return first
  const second = await timed(subject, bytes)
  return second.wrong === undefined && second.ms > SLOW_MS
    ? { isRead: second.isRead, wrong: `takes ${second.ms} ms` }
    : second
}

async function timed(subject: Subject, bytes: Uint8Array): Promise<Tried & { readonly ms: number }> {
  const started = process.threadCpuUsage()
  const tried = await safely(subject, bytes)
  const { user, system } = process.threadCpuUsage(started)
  return { ...tried, ms: Math.round((user + system) / 1000) }
}

async function safely(subject: Subject, bytes: Uint8Array): Promise<Tried> {
  try {
    return await subject.attempt(bytes)
  } catch (error) {
    return {
      isRead: false,
      wrong: `throws ${error instanceof Error ? `${error.name}: ${error.message.slice(0, 200)}` : String(error)}`,
    }
  }
}
