import { lookup } from 'node:dns/promises'
import type { OperationContext } from '../operations/operation.ts'
import { type DoctorCheck, fine, wrong } from './doctor-check.ts'

const mostBytes = 64 * 1024

/**
 * Checks outgoing access: looks up a name (unless a proxy does that) and fetches one robots.txt, through the proxy if there is one.
 * `given` is the URL to try; without it, that of the first feed.
 */
export async function networkChecks(
  { store, http }: OperationContext,
  given: string | undefined,
): Promise<readonly DoctorCheck[]> {
  const feeds = given === undefined ? await store.feeds.listAll('owner') : []
  const url = URL.parse(
    given === undefined || /^https?:/i.test(given) ? (given ?? feeds[0]?.url ?? '') : `https://${given}`,
  )
  if (!url)
    return [wrong('There’s no feed to test the network with', 'Name a host: twosource doctor --network example.org')]
  const host = url.hostname.replace(/^\[|\]$/g, '')
  const ask = () => http.get(`${url.protocol}//${url.host}/robots.txt`, { maxBytes: mostBytes })
  if (http.proxy?.isResolving) return [reached(host, await ask(), http.proxy)]
  const found = await lookup(host).catch((error: NodeJS.ErrnoException) => error.code ?? 'no answer')
  if (typeof found === 'string')
    return [
      wrong(
        `The host ${host} wasn’t found (${found})`,
        http.proxy
          ? 'Check this machine’s name server (/etc/resolv.conf), or let the proxy look up names: TWOSOURCE_PROXY_RESOLVES=true'
          : 'Check this machine’s name server: /etc/resolv.conf',
      ),
    ]
  return [fine(`The name ${host} is found (${found.address})`), reached(host, await ask(), http.proxy)]
}

type Http = OperationContext['http']

function reached(host: string, answer: Awaited<ReturnType<Http['get']>>, proxy: Http['proxy']): DoctorCheck {
  switch (answer.kind) {
    case 'refused-address':
      return wrong(
        `${host} wasn’t requested: ${answer.reason}`,
        'A feed in a private network needs TWOSOURCE_ALLOW_PRIVATE=true. For a public one, your name server gives a wrong address.',
      )
    case 'timeout':
    case 'network-error':
      return wrong(
        `${host} cannot be reached (${answer.kind})`,
        'Check that this machine can connect to the internet: firewall, route, TLS certificates (NODE_EXTRA_CA_CERTS).',
      )
    case 'proxy-error':
      return wrong(`${host} can’t be reached: ${answer.reason}`, 'See docs/guide/running.md.')
    default:
      return fine(proxy === undefined ? `${host} answers` : `${host} answers through the proxy ${proxy.name}`)
  }
}
