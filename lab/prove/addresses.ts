import { walkCallers } from './addresses/walk-callers.ts'
import type { CallerWalk } from './addresses/walk-child.ts'
import type { Proof } from './proof.ts'

const words: Readonly<Record<CallerWalk['by'], string>> = {
  itself: '',
  proxy: ', by a proxy',
  names: ', by a proxy that resolves names',
}

/**
 * Every way out of the program, asked for every address of the set and for names whose answers change: none connects to an address that
 * is not public, but for the servers that the owner names; and none asks a proxy for one, or goes past it. Each way in which a name changes is
 * tried 100 times, or as many as `rounds` says, beginning at each of its first three answers in turn.
 */
export const prove: Proof = async ({ rounds } = {}) => {
  const walks = await walkCallers({ isProxied: true, ...(rounds !== undefined && { rounds }) })
  return {
    name: 'addresses',
    checks: walks.map(
      ({ name, namedBy, by, refused, toRefuse, asked, toAsk, privateConnects, rebinds, privateRebinds, wrong }) => ({
        what: `${name}${words[by]}${namedBy === 'owner' ? ' (named by the owner: may be private)' : ''}`,
        measured: `refused ${refused}/${toRefuse}, asked ${asked}/${toAsk}, private ${privateConnects}; changing names: ${privateRebinds} private of ${rebinds}${namedBy === 'reader' && wrong.length > 0 ? `; ${wrong.slice(0, 3).join(', ')}` : ''}`,
        wanted: namedBy === 'owner' ? 'what the owner named' : 'all as marked, no private connection',
        isMet: namedBy === 'owner' || (wrong.length === 0 && privateConnects === 0 && privateRebinds === 0),
      }),
    ),
  }
}
