import { knownAttacks } from './known-attacks.ts'
import { ownAttacks } from './own-attacks.ts'
import type { PageAttack } from './page-attack.ts'

/** Every page that means harm, each by a name of its own. */
export const pageAttacks: readonly PageAttack[] = [...knownAttacks, ...ownAttacks]
