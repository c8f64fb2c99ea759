import { argon2, randomBytes, timingSafeEqual } from 'node:crypto'
import { promisify } from 'node:util'

const derive = promisify(argon2)

/** What one password costs to try: Argon2id (RFC 9106) with 19 MiB, two passes, one lane, the least that OWASP recommends. */
export type Cost = { readonly memoryKib: number; readonly passes: number; readonly lanes: number }
export const cost: Cost = { memoryKib: 19_456, passes: 2, lanes: 1 }

const saltBytes = 16
const hashBytes = 32

/** The hash of a password as a PHC string (`$argon2id$v=19$m=…,t=…,p=…$salt$hash`), with a salt of its own. */
export async function hashPassword(password: string, at: Cost = cost): Promise<string> {
  const salt = randomBytes(saltBytes)
  const hash = await hashOf(password, salt, at, hashBytes)
  return `$argon2id$v=19$m=${at.memoryKib},t=${at.passes},p=${at.lanes}$${base64(salt)}$${base64(hash)}`
}

/** Whether a password is the one that was hashed, and whether it was hashed more cheaply than it would be now. */
export type Verdict = { readonly isRight: boolean; readonly isOutdated: boolean }

// A hash nobody has the password of: who is not there costs the same as who is.
let nobody: Promise<string> | undefined

/**
 * Compares a password with a hash that was kept. Without one it works as long as with one and answers that it is wrong, so
 * that the time does not tell who is there.
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

/** The parts of a PHC string; undefined for one that is none, or that would cost more than this machine should be asked for. */
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
  // One word can be typed as different letters (NFC and NFD): RFC 8265 §4.2 has passwords compared in NFC.
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
