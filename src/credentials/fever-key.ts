import { createHash } from 'node:crypto'
import { hashToken } from './token.ts'

/** The key of the Fever API, v3: MD5 of a name and a password as they are typed, in hexadecimal. */
export function feverKey(name: string, password: string): string {
  return createHash('md5').update(`${name}:${password}`).digest('hex')
}

/** What is kept of such a key, however its letters are written. */
export function hashFeverKey(key: string): string {
  return hashToken(key.trim().toLowerCase())
}

/** The hashes of the keys that open for a name and a password: as they are shown, and as they are typed by who leaves something out. */
export function feverHashes(name: string, password: string): readonly string[] {
  const names = new Set([name, name.toLowerCase()])
  const passwords = new Set([password, password.replaceAll('-', '')])
  return [...names].flatMap((typed) => [...passwords].map((word) => hashFeverKey(feverKey(typed, word))))
}
