import { StoreError } from '../store-errors.ts'

/** Where a server is, with what its address asks of every connection. */
export type PostgresAddress = {
  readonly url: string
  /** In the form of the `options` of a connection: `-c name=value …`; empty when nothing is asked. */
  readonly options: string
}

/** Takes the `options` of an address out of it: they would stand in place of ours instead of beside them. */
export function readAddress(address: string): PostgresAddress {
  const query = address.indexOf('?')
  if (query === -1) return { url: address, options: '' }
  const parameters = new URLSearchParams(address.slice(query + 1))
  const options = parameters.get('options') ?? ''
  parameters.delete('options')
  const rest = parameters.size === 0 ? '' : `?${parameters}`
  return { url: `${address.slice(0, query)}${rest}`, options }
}

/**
 * The schema that all is kept in at an address: the one its `options` ask for, else `twosource`. Throws StoreError where they ask for
 * one that is no plain name, or for several: whoever wrote that expects to find the tables there.
 */
export function schemaOf(address: string): string {
  const { options } = readAddress(address)
  const schema = /(?:^|\s)(?:-c\s*|--)search_path=([a-z_][a-z0-9_]*)(?=\s|$)/.exec(options)?.[1]
  if (schema === undefined && /search[-_]path/i.test(options))
    throw new StoreError(
      placeOf(address),
      'the search_path in its options is no single plain name. Write -c search_path=NAME with lower-case letters, digits and _; without it all is kept in the schema twosource',
    )
  return schema ?? 'twosource'
}

/** An address without who comes in by it and what it asks for. */
export function placeOf(address: string): string {
  return address.replace(/^(postgres(?:ql)?:\/\/)(?:.*@)?/s, '$1').replace(/\?.*$/s, '')
}
