import { StoreError } from '../store-errors.ts'

/** Where a server is, and the options its URL sets for every connection. */
type PostgresAddress = {
  readonly url: string
  /** In the form of a connection's `options`: `-c name=value …`; empty when there are none. */
  readonly options: string
}

/** Removes `options` from the URL, where they would replace ours instead of adding to them. */
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
 * The schema that everything is stored in: the one the URL's `options` set, otherwise `twosource`. Throws StoreError when they name
 * several or an unusual name, since the user expects to find the tables there.
 */
export function schemaOf(address: string): string {
  const { options } = readAddress(address)
  const schema = /(?:^|\s)(?:-c\s*|--)search_path=([a-z_][a-z0-9_]*)(?=\s|$)/.exec(options)?.[1]
  if (schema === undefined && /search[-_]path/i.test(options))
    throw new StoreError(
      placeOf(address),
      'the search_path in its options isn’t a single plain name. Write -c search_path=NAME with lower-case letters, digits and _; without it, the schema twosource is used',
    )
  return schema ?? 'twosource'
}

/** A URL without user, password and parameters. */
export function placeOf(address: string): string {
  return address.replace(/^(postgres(?:ql)?:\/\/)(?:.*@)?/s, '$1').replace(/\?.*$/s, '')
}
