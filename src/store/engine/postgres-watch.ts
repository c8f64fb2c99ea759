import type { Socket } from 'node:net'
import pg from 'pg'

/**
 * How long a connection may say nothing while it is asked, in milliseconds, before the server is asked over another one whether it is at
 * work on that. What takes long is not cut off by this: an import, a migration, a vacuum or an index takes as long as it takes.
 */
export const usualSilenceMs = 10_000
/** What a watch is given where nobody waits at a page, in milliseconds. */
export const usualWatch = { silenceMs: usualSilenceMs, unreachableMs: 2 * usualSilenceMs, connectMs: 5_000 }
/** A connection counts as silent after so many looks at it: by looks, not by the clock, since this process may have slept itself. */
const looksToSilence = 4
/** A code of SQL is an answer, unless it says that the server ends, starts or was never reached. */
const notAnAnswer = /^(?:57P0|08)/

/** Keeps an eye on the connections of one server, and ends those that nobody will ever answer on. */
export type ConnectionWatch = {
  /** A client for a pool: each of its questions is under the watch, and it does not wait for long to be connected. */
  readonly Client: typeof pg.Client
  /** True for a connection that has answered nothing since another one was found dead: it has probably ended in the same way. */
  isSuspect(client: pg.Client): boolean
  /** Ends the watch itself. */
  close(): void
}

type Watched = {
  readonly client: pg.Client
  /** Texts of what was asked and not answered yet, in order. */
  readonly asked: string[]
  /** Bytes that came, and bytes that have still to go, when last looked at. */
  moved: string
  looks: number
  answeredAtMs: number
}

/** What the server says of the sessions that were asked for. `unknown`: it is there, but takes no more connections. */
type Found =
  | { readonly kind: 'sessions'; readonly isAtWork: (watched: Watched) => boolean }
  | { readonly kind: 'unknown' }
  | { readonly kind: 'unreachable' }

export type WatchOptions = {
  /** The address that the connections were made to. */
  readonly url: string
  /** See {@link usualSilenceMs}. */
  readonly silenceMs: number
  /** How long a connection that is silent is kept while the server cannot be reached at all, in milliseconds. */
  readonly unreachableMs: number
  /** The longest wait for a connection to be made, in milliseconds. */
  readonly connectMs: number
  /** False behind a pooler: the numbers of its sessions are not those of the server. */
  readonly hasOwnSessions: boolean
}

/**
 * Watches connections to one server. A network that swallows bytes, or a server that is gone without a word, leaves a connection open on
 * which no answer will ever come. TCP finds that out after many minutes, a limit on the time of statements would cut off what rightly
 * takes long. So a silent connection is checked over a fresh one: when the server is not at work on what was asked, or cannot be reached
 * for a while, the silent one is ended. What it was asked fails as with any connection that breaks.
 */
export function watchConnections(options: WatchOptions): ConnectionWatch {
  const { url, silenceMs, unreachableMs, connectMs, hasOwnSessions } = options
  const everyMs = Math.max(20, silenceMs / looksToSilence)
  const watching = new Map<pg.Client, Watched>()
  const known = new WeakMap<pg.Client, Watched>()
  let lostAtMs = Number.NEGATIVE_INFINITY
  let unreachableSinceMs: number | undefined
  let timer: NodeJS.Timeout | undefined
  let isLooking = false

  const begin = (client: pg.Client, text: string) => {
    const watched = known.get(client) ?? { client, asked: [], moved: '', looks: 0, answeredAtMs: performance.now() }
    known.set(client, watched)
    if (watched.asked.length === 0) {
      watched.looks = 0
      watched.moved = movedOn(client)
      watching.set(client, watched)
    }
    watched.asked.push(text)
    timer ??= setInterval(() => void look(), everyMs).unref()
    return (isAnswer: boolean) => {
      watched.asked.shift()
      if (isAnswer) watched.answeredAtMs = performance.now()
      if (watched.asked.length === 0) watching.delete(client)
      if (watching.size > 0) return
      clearInterval(timer)
      timer = undefined
      unreachableSinceMs = undefined
    }
  }

  async function look(): Promise<void> {
    for (const watched of watching.values()) {
      const moved = movedOn(watched.client)
      watched.looks = moved === watched.moved ? watched.looks + 1 : 0
      watched.moved = moved
    }
    const silent = silentOnes()
    if (silent.length === 0) unreachableSinceMs = undefined
    if (silent.length === 0 || isLooking) return
    isLooking = true
    try {
      const found = await askServer(silent)
      if (found.kind !== 'unreachable') unreachableSinceMs = undefined
      else unreachableSinceMs ??= performance.now() - connectMs
      const isGivenUp = unreachableSinceMs !== undefined && performance.now() - unreachableSinceMs >= unreachableMs
      const stillSilent = new Set(silentOnes())
      for (const watched of silent) {
        const isDead = found.kind === 'sessions' ? !found.isAtWork(watched) : isGivenUp
        if (isDead && stillSilent.has(watched)) lose(watched)
      }
    } finally {
      isLooking = false
    }
  }

  const silentOnes = () => [...watching.values()].filter(({ looks }) => looks >= looksToSilence)

  function lose({ client }: Watched): void {
    lostAtMs = performance.now()
    streamOf(client).destroy(new Error('Connection terminated: the database no longer answers on it'))
  }

  /** What of it is at work; what still keeps locks for somebody who will never say another word is ended there, too. */
  async function askServer(silent: readonly Watched[]): Promise<Found> {
    const client = new pg.Client({
      connectionString: url,
      connectionTimeoutMillis: connectMs,
      query_timeout: connectMs,
      keepAlive: true,
    })
    client.on('error', () => {})
    try {
      await client.connect()
      const pids = silent.map((watched) => pidOf(watched.client))
      const { rows } = await client.query<{ pid: number; query: string; is_at_work: boolean }>(
        `select pid, query, state = 'active' and wait_event is distinct from 'ClientWrite' as is_at_work
         from pg_stat_activity where usename = current_user and pid <> pg_backend_pid()
           and (not $1::boolean or pid = any($2))`,
        [hasOwnSessions, pids],
      )
      const atWork = rows.filter((row) => row.is_at_work)
      const isAtWork = ({ client: { processID }, asked }: WithPid) =>
        atWork.some(({ pid, query }) =>
          hasOwnSessions ? pid === processID : query.slice(0, comparedLength) === asked[0]?.slice(0, comparedLength),
        )
      const left = silent.filter((watched) => !isAtWork(watched as WithPid)).map((watched) => pidOf(watched.client))
      if (hasOwnSessions && left.length > 0)
        await client.query(
          `select pg_terminate_backend(pid) from pg_stat_activity
           where pid = any($1) and usename = current_user and clock_timestamp() - state_change > make_interval(secs => $2)
             and (state like 'idle in transaction%' or wait_event = 'ClientWrite')`,
          [left, (silenceMs * 0.8) / 1000],
        )
      return { kind: 'sessions', isAtWork: (watched) => isAtWork(watched as WithPid) }
    } catch (error) {
      const code = String((error as { code?: unknown }).code ?? '')
      return { kind: /^[0-9A-Z]{5}$/.test(code) && !notAnAnswer.test(code) ? 'unknown' : 'unreachable' }
    } finally {
      streamOf(client).destroy()
    }
  }

  class WatchedClient extends pg.Client {
    constructor(config?: string | pg.ClientConfig) {
      super({ ...(config as pg.ClientConfig), connectionTimeoutMillis: connectMs })
    }
    // biome-ignore lint/suspicious/noExplicitAny: the driver has a dozen ways to call this, which all go through.
    override query(...given: any[]): any {
      const [config] = given
      const end = begin(this, typeof config === 'string' ? config : String(config?.text ?? ''))
      const last = given.at(-1)
      if (typeof last === 'function') {
        const callback = (error: Error | undefined, result: unknown) => {
          end(!error || 'severity' in error)
          last(error, result)
        }
        return super.query.apply(this, [...given.slice(0, -1), callback] as never)
      }
      const answer = super.query.apply(this, given as never) as unknown as Promise<unknown>
      return answer.then(
        (result) => {
          end(true)
          return result
        },
        (error: unknown) => {
          end(error instanceof Error && 'severity' in error)
          throw error
        },
      )
    }
  }

  return {
    Client: WatchedClient,
    isSuspect: (client) => (known.get(client)?.answeredAtMs ?? performance.now()) < lostAtMs,
    close() {
      clearInterval(timer)
      watching.clear()
    },
  }
}

/** So much of a statement is compared: what the server shows of it may be cut. */
const comparedLength = 60

type WithPid = Watched & { readonly client: { readonly processID: number | null } }
type WithStream = { readonly connection: { readonly stream: Socket } }

const pidOf = (client: pg.Client) => (client as unknown as WithPid['client']).processID
const streamOf = (client: pg.Client) => (client as unknown as WithStream).connection.stream

function movedOn(client: pg.Client): string {
  const { bytesRead, writableLength } = streamOf(client)
  return `${bytesRead} ${writableLength}`
}

/** Ends a connection at once, without a word to a server that may not hear it. */
export function destroyConnection(client: pg.Client): void {
  streamOf(client).destroy()
}
