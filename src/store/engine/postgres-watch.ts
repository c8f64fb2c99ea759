import type { Socket } from 'node:net'
import pg from 'pg'

/**
 * How long a busy connection may be silent, in milliseconds, before another connection asks the server whether it is still working
 * on the query. Long work isn't cut off: an import, migration, vacuum or index may take as long as it needs.
 */
export const usualSilenceMs = 10_000
/** Limits of a watch where no page is waiting, in milliseconds. */
export const usualWatch = { silenceMs: usualSilenceMs, unreachableMs: 2 * usualSilenceMs, connectMs: 5_000 }
/** A connection counts as silent after this many checks. Checks are counted instead of time, since this process may have been asleep. */
const looksToSilence = 4
/** An SQL error code is an answer, unless it means that the server is stopping, starting or was never reached. */
const notAnAnswer = /^(?:57P0|08)/

/** Watches the connections of one server, and ends those that will never answer. */
export type ConnectionWatch = {
  /** A client class for a pool: the watch sees each of its queries, and connecting doesn't take long. */
  readonly Client: typeof pg.Client
  /** True for a connection that hasn't answered since another one was found dead: it is probably dead too. */
  isSuspect(client: pg.Client): boolean
  /** Stops the watch. */
  close(): void
}

type Watched = {
  readonly client: pg.Client
  /** Texts of the queries that aren't answered yet, in order. */
  readonly asked: string[]
  /** Bytes received and bytes still to send, at the last check. */
  moved: string
  looks: number
  answeredAtMs: number
}

/** What the server reports about the sessions. `unknown`: it is up, but accepts no more connections. */
type Found =
  | { readonly kind: 'sessions'; readonly isAtWork: (watched: Watched) => boolean }
  | { readonly kind: 'unknown' }
  | { readonly kind: 'unreachable' }

type WatchOptions = {
  /** The URL of the connections. */
  readonly url: string
  readonly silenceMs: number
  /** How long a silent connection is kept while the server is unreachable, in milliseconds. */
  readonly unreachableMs: number
  /** The longest wait for a new connection, in milliseconds. */
  readonly connectMs: number
  /** False behind a pooler: its session numbers aren't those of the server. */
  readonly hasOwnSessions: boolean
}

/**
 * Watches connections to one server. A network that drops packets or a server that vanishes leaves a connection open on which no
 * answer will ever come. TCP notices after many minutes, and a statement timeout would cut off long work. So a silent connection is
 * checked over a fresh one: when the server isn't working on the query, or can't be reached for a while, the silent connection is
 * ended. Its query fails as with any broken connection.
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

  /** Which of the sessions are working. Sessions that keep locks for a dead connection are ended on the server. */
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

/** Only this many characters of a statement are compared: the server may show it cut. */
const comparedLength = 60

type WithPid = Watched & { readonly client: { readonly processID: number | null } }
type WithStream = { readonly connection: { readonly stream: Socket } }

const pidOf = (client: pg.Client) => (client as unknown as WithPid['client']).processID
const streamOf = (client: pg.Client) => (client as unknown as WithStream).connection.stream

function movedOn(client: pg.Client): string {
  const { bytesRead, writableLength } = streamOf(client)
  return `${bytesRead} ${writableLength}`
}

/** Closes a connection at once, without notifying a server that may not hear it. */
export function destroyConnection(client: pg.Client): void {
  streamOf(client).destroy()
}
