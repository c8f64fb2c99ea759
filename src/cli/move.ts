import { createInterface } from 'node:readline/promises'
import { setTimeout as sleep } from 'node:timers/promises'
import { type MoveKind, moveKinds } from '../core/feed/moved-entry.ts'
import { continueMove, getMove, type MoveView, startMove } from '../operations/library/move.ts'
import { type Call, type CliApp, type Command, exitCodes, UsageError } from './command.ts'
import { firstLine, readHidden } from './read-line.ts'
import { counted, type Terminal } from './terminal.ts'

/** A password or token is shorter than this. */
const mostSecretBytes = 4_000
/** A server that was away for a moment is asked again after these many milliseconds. */
const pausesMs = [2_000, 10_000, 30_000]
const percent = 100

/** Moves here from another reader. A move that was interrupted continues where it was. */
export const move: Command = {
  name: 'move',
  usage: '[--from <reader> [--user <name>] <url>]',
  summary: 'Move here from another reader, with everything',
  details:
    'Brings subscriptions, articles, stars, tags and what you read. The password is asked for, or read from standard input. Without a URL: continues an interrupted move.',
  options: {
    from: { type: 'string', takes: 'READER', means: moveKinds.join(', ') },
    user: { type: 'string', takes: 'NAME', means: 'your name there; leave it out for a Miniflux token' },
  },
  async run({ args, values, terminal, open }) {
    const [address] = args
    const from = moveKinds.find((kind) => kind === values.from)
    if (address !== undefined && from === undefined)
      throw new UsageError(`Name the reader with --from: ${moveKinds.join(', ')}.`)
    await using app = await open()
    if (address !== undefined) {
      const started = await start(app, from!, address, values.user)
      if (started !== undefined) {
        terminal.error(started)
        return exitCodes.failed
      }
    } else if ((await getMove.run(app.operations, {}))?.state !== 'running') {
      terminal.error('There is no interrupted move. Start one with: twosource move --from miniflux https://…')
      return exitCodes.notFound
    }
    const trouble = await finish(app, terminal)
    const view = await getMove.run(app.operations, {})
    if (view) report(view, terminal)
    if (trouble !== undefined) terminal.error(`${trouble} What has arrived is kept. Continue with: twosource move`)
    return view?.state === 'done' ? exitCodes.ok : exitCodes.failed
  },
}

/** Returns why it can't begin. */
async function start(
  app: CliApp,
  from: MoveKind,
  address: string,
  given: Call['values'][string],
): Promise<string | undefined> {
  const isTyped = process.stdin.isTTY
  const user = typeof given === 'string' ? given : isTyped ? await askName(from) : ''
  const password = isTyped
    ? await readHidden(process.stdin, () => process.stderr.write('Password or token (it is not shown): \n'))
    : await firstLine(process.stdin, mostSecretBytes)
  const started = await startMove.run(app.operations, { from, address, user, password, isRunHere: true })
  return started.kind === 'refused' ? started.message : undefined
}

async function askName(from: MoveKind): Promise<string> {
  const lines = createInterface({ input: process.stdin, output: process.stderr })
  const name = await lines.question(from === 'miniflux' ? 'Name (empty if you have a token): ' : 'Name: ')
  lines.close()
  return name.trim()
}

/** Continues to the end. Returns why it can't continue now. */
async function finish({ operations }: CliApp, terminal: Terminal): Promise<string | undefined> {
  for (let tries = 0; ; tries++) {
    const run = await continueMove(operations, ({ share, counts }) => {
      tries = 0
      const articles = counted(counts.articles, 'article')
      terminal.progress(`${articles},`, Math.floor(share * percent), percent)
    })
    terminal.progressEnd()
    if (run.kind !== 'waits') return undefined
    const pauseMs = pausesMs[tries]
    if (pauseMs === undefined) return run.message
    await sleep(pauseMs)
  }
}

function report(view: MoveView, terminal: Terminal): void {
  terminal.json(view)
  const { counts, address, skipped, state, trouble } = view
  terminal.line(`From ${address}:`)
  terminal.line(`  ${counted(counts.feeds, 'subscription')}, and ${counts.feedsHere} that you already had`)
  terminal.line(
    `  ${counted(counts.articles, 'article')}: ${counts.read} read, ${counted(counts.stars, 'star')}, ${counts.tagged} with tags`,
  )
  if (counts.links > 0) terminal.line(`  ${counted(counts.links, 'saved link')} of feeds that you left there`)
  for (const line of skipped) terminal.error(`Not imported: ${line}`)
  if (state === 'failed') terminal.error(`The move ended early: ${trouble ?? ''}`)
}
