import { mayActAs } from '../../core/reader-identity.ts'
import type { Reader } from '../reader.ts'

/** True for whoever the house keeps something of: who only looks in gets no form that would. */
export function mayMark({ identity }: Pick<Reader, 'identity'>): boolean {
  return identity === undefined || mayActAs(identity.role, 'reader')
}
