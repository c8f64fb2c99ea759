import type { LookupAddress } from 'node:dns'
import { isIP } from 'node:net'
import { fileURLToPath } from 'node:url'
import { guardedLookup } from '../../../src/http/guarded-lookup.ts'
import { hostOf } from '../../../src/http/private-address.ts'
import { refuse } from '../../../src/http/redirect.ts'
import { treacherous } from '../../prove/addresses/treacherous-names.ts'
import { walkCallers } from '../../prove/addresses/walk-callers.ts'
import { findSet, readRecords } from '../read-set.ts'
import type { EvalOptions, EvalResult } from '../result.ts'

type AddressRecord = { readonly kind: string; readonly url: string; readonly expect: 'block' | 'allow' }

const OWN = fileURLToPath(new URL('own.jsonl', import.meta.url))

const PORTS = [80, 443, 8080, 8443]

/**
 * Share of URLs that the outbound guard decides as it should: by the text of the URL, and where that leaves it open by
 * what a stand-in resolver gives. Nothing is connected to and no real name is resolved.
 */
export async function run(options: EvalOptions): Promise<EvalResult> {
  const path = options.data ?? findSet('security/addresses-dev.jsonl') ?? OWN
  const records = readRecords<AddressRecord>(path)
  const wrong: string[] = []
  let blockedWrongly = 0
  let allowedWrongly = 0
  for (const record of records) {
    const decision = (await isAllowed(record.url)) ? 'allow' : 'block'
    if (decision === record.expect) continue
    wrong.push(`${record.kind}: ${record.url} should be ${record.expect}`)
    if (decision === 'block') blockedWrongly++
    else allowedWrongly++
  }
  const isOwnSet = path === OWN
  const readers = (await walkCallers({ path })).filter(({ namedBy }) => namedBy === 'reader')
  const walked = readers.reduce((sum, walk) => sum + walk.records, 0)
  const walkedWrongly = readers.reduce((sum, { wrong }) => sum + wrong.length, 0)
  const privateConnects = readers.reduce((sum, walk) => sum + walk.privateConnects + walk.privateRebinds, 0)
  return {
    name: 'addresses',
    set: isOwnSet ? 'own' : 'addresses-dev',
    records: records.length,
    figures: {
      right: records.length === 0 ? 0 : (records.length - wrong.length) / records.length,
      allowedWrongly,
      blockedWrongly,
      rightForEachCaller: walked === 0 ? 0 : (walked - walkedWrongly) / walked,
      privateConnects,
    },
    notes: [
      `${readers.length} callers. Names are resolved by a stand-in; nothing is connected to.`,
      ...readers.flatMap(({ name, wrong }) => (wrong.length === 0 ? [] : [`${name}: ${wrong.slice(0, 5).join(', ')}`])),
      ...(isOwnSet ? ["The public set is not on this machine: scored on the project's own small set."] : []),
      ...wrong.slice(0, 10),
    ],
    isOwnSet,
  }
}

async function isAllowed(address: string): Promise<boolean> {
  const url = URL.parse(address)
  if (!url || refuse(url, false, PORTS)) return false
  const host = hostOf(url)
  return isIP(host) !== 0 || resolvesToPublic(host)
}

function resolvesToPublic(host: string): Promise<boolean> {
  const lookup = guardedLookup((name, _options, callback) => {
    const addresses = treacherous.get(name) ?? ['93.184.215.14']
    callback(
      null,
      addresses.map((address): LookupAddress => ({ address, family: isIP(address) })),
    )
  })
  return new Promise((resolve) => lookup(host, { all: true }, (error) => resolve(!error)))
}
