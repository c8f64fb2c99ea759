import { argon2, randomBytes, timingSafeEqual } from 'node:crypto'
import { promisify } from 'node:util'

const derive = promisify(argon2)

/** The cost of trying one password: Argon2id (RFC 9106) with 19 MiB, two passes, one lane, the minimum that OWASP recommends. */
type Cost = { readonly memoryKib: number; readonly passes: number; readonly lanes: number }
export const cost: Cost = { memoryKib: 19_456, passes: 2, lanes: 1 }

const saltBytes = 16
const hashBytes = 32

/** Hashes a password to a PHC string (`$argon2id$v=19$m=…,t=…,p=…$salt$hash`), with its own salt. */
export async function hashPassword(password: string, at: Cost = cost): Promise<string> {
  const salt = randomBytes(saltBytes)
  const hash = await hashOf(password, salt, at, hashBytes)
  return `$argon2id$v=19$m=${at.memoryKib},t=${at.passes},p=${at.lanes}$${base64(salt)}$${base64(hash)}`
}

/** Whether a password is right, and whether its hash is cheaper than new ones are now. */
export type Verdict = { readonly isRight: boolean; readonly isOutdated: boolean }

// A hash without a password: checking an unknown account costs the same time as a known one.
let nobody: Promise<string> | undefined

/**
 * Compares a password with a stored hash. Without a hash it takes the same time and returns wrong, so that the time doesn't
 * reveal which accounts exist.
 */
export async function verifyPassword(password: string, kept: string | undefined): Promise<Verdict> {
  nobody ??= hashPassword(base64(randomBytes(hashBytes)))
  const standIn = await nobody
  const parts = readHash(kept ?? standIn) ?? readHash(standIn)!
  const hash = await hashOf(password, parts.salt, parts.at, parts.hash.length)
  const isRight = timingSafeEqual(hash, parts.hash) && kept !== undefined && readHash(kept) !== undefined
  const { memoryKib, passes } = parts.at
  return { isRight, isOutdated: isRight && (memoryKib < cost.memoryKib || passes < cost.passes) }
}

/** The parts of a PHC string; undefined if it's invalid, or would cost more than we allow on this machine. */
function readHash(
  kept: string,
): { readonly at: Cost; readonly salt: Uint8Array; readonly hash: Uint8Array } | undefined {
  const match = /^\$argon2id\$v=19\$m=(\d{2,7}),t=(\d{1,2}),p=(\d{1,2})\$([\w+/]{11,86})\$([\w+/]{22,86})$/.exec(kept)
  if (!match) return undefined
  const [, memory, passes, lanes, salt, hash] = match as unknown as readonly [string, ...(readonly string[])]
  return {
    at: { memoryKib: Number(memory), passes: Number(passes), lanes: Number(lanes) },
    salt: Buffer.from(salt!, 'base64'),
    hash: Buffer.from(hash!, 'base64'),
  }
}

async function hashOf(password: string, nonce: Uint8Array, at: Cost, tagLength: number): Promise<Buffer> {
  // The same word can be typed as different characters (NFC and NFD): RFC 8265 §4.2 compares passwords in NFC.
  const message = Buffer.from(password.normalize('NFC'))
  return derive('argon2id', {
    message,
    nonce,
    parallelism: at.lanes,
    tagLength,
    memory: at.memoryKib,
    passes: at.passes,
  })
}

function base64(bytes: Uint8Array): string {
  return Buffer.from(bytes).toString('base64').replace(/=+$/, '')
}
