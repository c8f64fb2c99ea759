import { forReader } from '../operations/for-reader.ts'
import { readProgramBody } from '../operations/program-body.ts'
import type { ProgramFace, ProgramHouse } from '../operations/program-face.ts'
import { notThere, problem } from './answer.ts'
import { minifluxBase, ownedByMiniflux, singleSlashes } from './miniflux-paths.ts'
import { matchRoute } from './routes.ts'
import { signInWith } from './sign-in.ts'

const mostBytes = 1_000_000

/** What apps made for Miniflux ask: most of its REST interface, over the reader's own feeds, entries and marks. */
export function minifluxFace({ operations, door, version, installedAt = '' }: ProgramHouse): ProgramFace {
  const signIn = signInWith(door, operations.now)
  return {
    owns: ownedByMiniflux,
    async answer(request, arrival) {
      const url = new URL(request.url)
      const matched = matchRoute(request.method, singleSlashes(url.pathname).slice(minifluxBase.length))
      const signedIn = await signIn(request, arrival)
      if ('answer' in signedIn) return signedIn.answer
      if (matched.kind === 'none') return notThere()
      if (matched.kind === 'method') return problem(405, 'Method Not Allowed', { Allow: matched.allowed.join(', ') })
      const { route, path } = matched
      const body = await readProgramBody(request, route.mostBytes ?? mostBytes)
      if (body.kind === 'too-large') return problem(413, 'The body is too large')
      if (body.kind === 'cut-off') return problem(400, 'The body ended early')
      const context = forReader(operations, signedIn.identity)
      return route.run({ context, arrival, path, query: url.searchParams, body: body.bytes, version, installedAt })
    },
  }
}
