import { StoreError } from '../store-errors.ts'
import { placeOf } from './postgres-address.ts'

const noRight = '42501'

/** The reason a server refuses us, in one line with its address but without any password. */
export function refusedBy(address: string, error: unknown): StoreError {
  const { message, code } = error as { message?: string; code?: string }
  const why = (message || code || String(error)).replace(/\.$/, '')
  const advice = code === noRight ? '. The role it names has to own the schema and all tables in it' : ''
  return new StoreError(placeOf(address), `${why}${advice}`, error)
}

/** The same for an error about missing privileges; any other error is returned unchanged. */
export function asPrivilegeError(address: string, error: unknown): unknown {
  return (error as { code?: string }).code === noRight ? refusedBy(address, error) : error
}
