import { StoreError } from '../store-errors.ts'
import { placeOf } from './postgres-address.ts'

const noRight = '42501'

/** What a server that will not have us says, in a line with its address. Of a password nothing is told. */
export function refusedBy(address: string, error: unknown): StoreError {
  const { message, code } = error as { message?: string; code?: string }
  const why = (message || code || String(error)).replace(/\.$/, '')
  const advice = code === noRight ? '. The role it names has to own the schema and all tables in it' : ''
  return new StoreError(placeOf(address), `${why}${advice}`, error)
}

/** The same where what failed is for want of a right; any other error as it is. */
export function inWordsOfRights(address: string, error: unknown): unknown {
  return (error as { code?: string }).code === noRight ? refusedBy(address, error) : error
}
