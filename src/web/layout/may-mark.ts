import { mayActAs } from '../../core/reader-identity.ts'
import type { Reader } from '../reader.ts'

/** True for readers whose marks the server stores: guests get no forms for them. */
export function mayMark({ identity }: Pick<Reader, 'identity'>): boolean {
  return identity === undefined || mayActAs(identity.role, 'reader')
}
