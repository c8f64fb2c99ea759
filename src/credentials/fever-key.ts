import { createHash } from 'node:crypto'
import { hashToken } from './token.ts'

/** The key of the Fever API, v3: MD5 of name and password as typed, in hexadecimal. */
export function feverKey(name: string, password: string): string {
  return createHash('md5').update(`${name}:${password}`).digest('hex')
}

/** The stored hash of a key, in any letter case. */
export function hashFeverKey(key: string): string {
  return hashToken(key.trim().toLowerCase())
}

/** Hashes of all keys that match a name and password: as shown, and as people type them with parts left out. */
export function feverHashes(name: string, password: string): readonly string[] {
  const names = new Set([name, name.toLowerCase()])
  const passwords = new Set([password, password.replaceAll('-', '')])
  return [...names].flatMap((typed) => [...passwords].map((word) => hashFeverKey(feverKey(typed, word))))
}
