/** Where a server is, with what its address asks of every connection. */
export type PostgresAddress = {
  readonly url: string
  /** In the form of the `options` of a connection: `-c name=value …`; empty when nothing is asked. */
  readonly options: string
  /** The schema that these ask for. */
  readonly schema?: string
}

/** Takes the `options` of an address out of it: they would stand in place of ours instead of beside them. */
export function readAddress(address: string): PostgresAddress {
  const query = address.indexOf('?')
  if (query === -1) return { url: address, options: '' }
  const parameters = new URLSearchParams(address.slice(query + 1))
  const options = parameters.get('options') ?? ''
  parameters.delete('options')
  const rest = parameters.size === 0 ? '' : `?${parameters}`
  const schema = /(?:^|\s)(?:-c\s*|--)search_path=([a-z_][a-z0-9_]*)(?=\s|$)/.exec(options)?.[1]
  return { url: `${address.slice(0, query)}${rest}`, options, ...(schema !== undefined && { schema }) }
}
